"""Products are named in the singular or the plural, and by nothing else."""

import pytest

from ontology.records import CompetencyKind
from pathways.coverage.products import is_named
from standards.matching import Entry


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Lens", "Grind lenses"),
        ("Computer buses", "Trace a computer bus"),
        ("Gas analyzers", "Read gases with an analyzer"),
        ("Hand axes", "Sharpen a hand axe"),
        ("Putty knives", "Clean a putty knife"),
        ("Data matrices", "Scan a data matrix"),
        ("Web cookies", "Set a web cookie"),
        ("Vertical calorie meter", "Count calories with a vertical meter"),
        ("Lathes", "Align the lathe\u2019s headstock"),
        ("Chassis", "Mount a chassis"),
    ],
)
def test_singular_and_plural_name_the_same(name: str, said: str) -> None:
    assert is_named(product(name), said)


@pytest.mark.parametrize(
    ("name", "said"),
    [("News tool", "Make a new tool"), ("Glass cutter", "Cut with a gas cutter"), ("Seri", "Read a series")],
)
def test_what_only_ends_alike_does_not(name: str, said: str) -> None:
    assert not is_named(product(name), said)


def product(name: str) -> Entry:
    return Entry.model_validate({"iri": "http://x/1", "label": name, "kind": CompetencyKind.TOOL})
