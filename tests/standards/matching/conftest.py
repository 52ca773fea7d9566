"""What tests of matching share: a few concepts and their index."""

from collections.abc import Callable

import pytest

from ontology.records import Iri
from standards.matching import Entry, Index

MakeEntry = Callable[..., Entry]


def _entry(name: str, label: str, *alt_labels: str, description: str = "", reach: int = 0) -> Entry:
    return Entry(iri=Iri(f"http://x/{name}"), label=label, alt_labels=alt_labels, description=description, reach=reach)


@pytest.fixture(scope="session")
def entry() -> MakeEntry:
    """What makes an entry of the last part of its address, its label and its other labels."""
    return _entry


@pytest.fixture(scope="session")
def entries() -> list[Entry]:
    """Five concepts: with other labels, with a description, with both, with neither, and needed everywhere."""
    return [
        _entry("loto", "Lockout/Tagout", "Isolate, lock, tag and verify zero energy", "LOTO"),
        _entry("ppe", "Personal Protective Equipment", description="Gloves, helmets and respirators.", reach=1),
        _entry("python", "Python", description="The programming language."),
        _entry("weld", "Welding", "Join metal by arc or gas", description="Fusing metals.", reach=-1),
        _entry("align", "Shaft Alignment", description="Align coupled shafts with dial indicators."),
    ]


@pytest.fixture(scope="session")
def index(entries: list[Entry]) -> Index:
    """The index of these."""
    return Index.of(entries)
