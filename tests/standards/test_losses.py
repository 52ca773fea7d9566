"""Losses: a stored file that is there again under another name is none, and no file hides another."""

import pytest

from ontology.identifiers import Identifiers
from ontology.records import Iri, SourceFile
from ontology.report import Finding
from ontology.store import KnowledgeBase
from standards.losses import losses
from standards.sources.publication import new_release

IDENTIFIERS = Identifiers()
File = tuple[str, str, int]
"""Name, a digit of its SHA-256 and how many rows are kept."""


def described(files: list[File]) -> list[SourceFile]:
    return [
        SourceFile(
            iri=Iri(IDENTIFIERS.mint("soc", "file", "2018", name)),
            name=name,
            sha256=digit * 64,
            size=1,
            rows=kept,
            kept=kept,
        )
        for name, digit, kept in files
    ]


def found(before: list[File], now: list[File], *, own: bool = False, single: bool = False) -> list[Finding]:
    release = new_release(IDENTIFIERS, "soc", "2018", "SOC")
    with KnowledgeBase.in_memory() as base:
        stored = base.replace(release, described(before), [])
        return list(losses(base, stored, described(now), own=own, single=single))


@pytest.mark.parametrize(
    ("before", "now", "codes"),
    [
        ([("a.xlsx", "1", 9)], [("a (1).xlsx", "1", 9)], []),
        ([("a.xlsx", "1", 9)], [("other.xlsx", "1", 9)], []),
        ([("a.xlsx", "1", 9)], [("a (2).xlsx", "2", 9)], []),
        ([("a.xlsx", "1", 9)], [("a.csv.gz", "2", 9)], []),
        ([("a.xlsx", "1", 9)], [("b.xlsx", "2", 9)], [("missing-file", "error", "a.xlsx")]),
        ([("a.xlsx", "1", 9)], [("b.xlsx", "1", 0)], [("missing-file", "error", "a.xlsx")]),
        ([("a.xlsx", "1", 9), ("b.xlsx", "1", 9)], [("b.xlsx", "1", 9)], []),
        ([("a.txt", "1", 9), ("a.xlsx", "2", 9)], [("a.xlsx", "3", 9)], [("missing-file", "error", "a.txt")]),
        (
            [("a.txt", "1", 9), ("a.xlsx", "2", 9)],
            [("a.xlsx", "3", 1), ("a.txt", "4", 9)],
            [("fewer-rows", "warning", "a.xlsx")],
        ),
        ([("a.xlsx", "1", 9)], [("a.xlsx", "2", 0), ("a.txt", "3", 9)], []),
        ([("a.xlsx", "1", 9)], [("a.xlsx", "2", 0)], [("fewer-rows", "warning", "a.xlsx")]),
        ([("x/a.csv", "1", 9), ("y/a.csv", "2", 9)], [("x/a.csv", "3", 9)], [("missing-file", "error", "y/a.csv")]),
    ],
)
def test_what_takes_the_place_of_a_stored_file(
    before: list[File], now: list[File], codes: list[tuple[str, str, str]]
) -> None:
    assert [(f.code, f.severity.value, f.file) for f in found(before, now)] == codes


def test_the_remedy_for_a_file_that_is_not_known_by_its_new_name_is_the_old_one() -> None:
    (finding,) = found([("Abilities.txt", "1", 9)], [("Abilities old.txt", "1", 0)])

    assert finding.remedy == (
        "Rename Abilities old.txt to Abilities.txt: it is the same file, and is not known by its new name"
    )


def test_where_a_release_is_one_file_any_other_takes_its_place() -> None:
    (finding,) = found([("a.csv", "1", 9)], [("b.csv", "2", 3)], single=True)

    assert (finding.code, finding.severity, finding.file) == ("fewer-rows", "warning", "b.csv")
    assert found([("a.csv", "1", 9)], [("b.csv", "2", 9)], single=True) == []


def test_a_file_of_ones_own_may_be_dropped() -> None:
    (finding,) = found([("a.csv", "1", 9), ("b.csv", "2", 9)], [("a.csv", "1", 9)], own=True)

    assert (finding.code, finding.severity, finding.file) == ("missing-file", "warning", "b.csv")
