"""Outcomes in plain words, and outcomes of other fields, held against the example's standard.

`plain_outcomes.csv` has 80 outcomes in an instructor's words, each with the competency that it teaches, and 40 that the
standard has nothing for. They were written for this test by reading the standard, before anything was measured on
them, and nothing is fitted to them; every other one was looked at in choosing what the confidence sees.
"""

import csv
from pathlib import Path

import pytest

from ontology.records import Iri
from standards.matching import UNMATCHED, Entry, Index, Suggestion, clean

Found = list[tuple[str, tuple[Suggestion, ...]]]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def found(project: Path) -> Found:
    """The competency of each outcome, and what is suggested for it."""
    standard = [
        Entry(
            iri=Iri(f"urn:{row['id']}"),
            label=row["label"],
            alt_labels=(row["statement"],),
            description=row["description"],
        )
        for row in rows(project / "examples/power-generation/competencies.csv")
    ]
    outcomes = rows(Path(__file__).with_name("plain_outcomes.csv"))
    suggested = Index.of(standard).match([clean(row["statement"]) for row in outcomes], top=5, least=UNMATCHED)
    return [(row["competency"], own) for row, own in zip(outcomes, suggested, strict=True)]


def test_four_of_five_outcomes_in_plain_words_are_found(found: Found) -> None:
    taught = [(f"urn:{code}", own) for code, own in found if code]
    right = sum(code in {one.iri for one in own} for code, own in taught)
    wrong = sum(code != one.iri for code, own in taught for one in own)

    assert len(taught) == 80
    assert right >= 64
    assert wrong <= 8


def test_outcomes_that_nobody_looked_at_are_found_as_well(found: Found) -> None:
    unseen = [(f"urn:{code}", own) for code, own in found if code][1::2]
    right = sum(code in {one.iri for one in own} for code, own in unseen)

    assert (len(unseen), right >= 31) == (40, True)


def test_hardly_any_outcome_of_another_field_finds_something(found: Found) -> None:
    strange = [own for code, own in found if not code]

    assert len(strange) == 40
    assert sum(map(bool, strange)) <= 2
