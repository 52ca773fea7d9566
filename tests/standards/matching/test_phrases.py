"""Which phrases are said of a concept, and how much of one a statement says."""

import numpy as np
import pytest

from standards.matching.known import Known
from standards.matching.phrases import Phrases, phrases
from standards.matching.related import related
from standards.matching.terms import Terms, stems

SAID = [["Welding", "Weld pipe; grind plate, and run payroll"], ["Drawings", ""]]


def covered(statements: list[str]) -> list[list[float]]:
    terms = Terms.of([" ".join(own) for own in SAID])
    known = Known.of([stems(statement) for statement in statements], terms)
    concepts = np.array([[0, 1]] * len(statements))
    found: list[list[float]] = (
        Phrases.of(SAID, terms.vocabulary).covered(known.heard(len(terms.vocabulary)), concepts).tolist()
    )
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Weld.", ["Weld."]),
        ("Hearing and eye protection", ["Hearing and eye protection", "Hearing", "eye protection"]),
        ("Covers locks.\nFrom springs; tags", ["locks.", "springs", "tags"]),
        (
            "Enter tanks such as drums, or tubes",
            ["Enter tanks such as drums, or tubes", "Enter tanks", "drums", "tubes"],
        ),
    ],
)
def test_clauses_and_members_of_lists_are_phrases(text: str, found: list[str]) -> None:
    assert phrases([text]) == found


def test_a_phrase_that_comes_twice_counts_once() -> None:
    assert phrases(["Weld", "Grind", "Weld"]) == ["Weld", "Grind"]


def test_a_phrase_is_covered_by_the_words_that_a_statement_has() -> None:
    """Of the phrases that have it, payroll is most of *run payroll*: see the commonness of both words."""
    terms = Terms.of(["run payroll"])
    near = np.array([[1.0, 0.0]], dtype=np.float32)
    one = Phrases.of([["run payroll"]], terms.vocabulary)
    assert [*terms.vocabulary] == ["payroll", "run"]
    share = one.shares.toarray()[0]

    assert share.sum() == pytest.approx(1)
    assert one.covered(near, np.array([[0]]))[0, 0] == pytest.approx(share[0])
    assert share[0] > share[1]


def test_the_phrase_that_is_said_most_counts() -> None:
    """The whole of *weld pipe* is said, and less of the sentence; a related word counts by its kinship."""
    assert covered(["weld the pipe", "blueprint"]) == [
        pytest.approx([1, 0]),
        pytest.approx([0, related()["blueprint"]["draw"]]),
    ]


@pytest.mark.parametrize("statement", ["", "sing"])
def test_nothing_is_covered_by_words_that_no_phrase_has(statement: str) -> None:
    assert covered([statement]) == [[0, 0]]


def test_a_concept_without_words_has_an_empty_phrase() -> None:
    terms = Terms.of(["weld"])
    found = Phrases.of([["", ""], ["Weld"]], terms.vocabulary)

    assert found.starts.tolist() == [0, 1, 2]
    assert found.covered(np.ones((1, 1), np.float32), np.array([[1, 0]])).tolist() == [[1, 0]]


def test_no_statements_cover_nothing() -> None:
    terms = Terms.of(["weld"])
    none = Phrases.of([["Weld"]], terms.vocabulary).covered(np.zeros((0, 1), np.float32), np.zeros((0, 1), np.int64))

    assert none.shape == (0, 1)
