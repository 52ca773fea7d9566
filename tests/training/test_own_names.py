"""Names of its own that a framework is asked for."""

import pytest

from ontology.records import Iri
from standards.matching import Entry
from standards.matching.fitted import WEIGHTS
from training import own_names
from training.examples import Domain
from training.own_names import report, without_names


def named(*names: str) -> Entry:
    """Return a concept with a label and other names."""
    return Entry(
        iri=Iri(f"http://x/{names[0].replace(' ', '-')}"), label=names[0], alt_labels=names[1:], description=""
    )


ENTRIES = (
    named("welding", "weld metal", "join by arc"),
    named("payroll", "pay wages"),
    named("pump overhaul", "rebuild pumps", "take pumps apart", "repair pumps"),
)


def test_a_name_that_is_asked_for_is_not_in_the_index() -> None:
    found = without_names(ENTRIES, seed=0)
    left = {entry.iri: {entry.label, *entry.alt_labels} for entry in found.entries}

    assert len(found.texts) == 2, "one of which only one further name is known keeps it"
    for text in found.texts:
        (concept,) = text.concepts
        assert text.text not in left[Iri(concept)]
    assert [entry.label for entry in found.entries] == [entry.label for entry in ENTRIES]


def test_the_same_lot_takes_the_same_names_and_no_more_than_asked() -> None:
    assert without_names(ENTRIES, seed=3) == without_names(ENTRIES, seed=3)
    assert len(without_names(ENTRIES, seed=0, asked=1).texts) <= 1


def test_what_is_found_before_and_after_is_told_of_names_and_of_each_set(
    domain: Domain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_names, "LEAST", 1)
    *lines, weights = report([domain], WEIGHTS, seed=0)

    assert [line.split("  ")[0] for line in lines] == ["names of its own 1", "trades 1"]
    assert all(" -> " in line for line in lines)
    assert weights.startswith("weights: meaning=")
