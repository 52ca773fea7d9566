"""Which share of a statement is explained."""

import numpy as np
import pytest

from standards.matching.known import Known
from standards.matching.related import related
from standards.matching.terms import Terms, counts, stems

SAID = ["weld pipe", "weld drawing", "diagram weld"]


def explained(statements: list[str]) -> list[list[float]]:
    terms = Terms.of(SAID)
    known = Known.of([stems(statement) for statement in statements], terms)
    said = counts(map(stems, SAID), terms.vocabulary)
    found: list[list[float]] = known.explained(said, np.array([[0, 1, 2]] * len(statements))).tolist()
    return found


def test_words_that_are_said_count_by_their_rarity() -> None:
    """Of three texts all have weld, rarity 1, and one has pipe, 1 + ln 2 = 1.69315: 1 / 2.69315 = .37131."""
    assert explained(["weld pipe"]) == [pytest.approx([1, 0.37131, 0.37131], abs=1e-5)]


def test_a_word_that_no_concept_has_is_as_rare_as_the_rarest() -> None:
    assert explained(["weld payroll"]) == [pytest.approx([0.37131, 0.37131, 0.37131], abs=1e-5)]


def test_a_related_word_counts_by_its_kinship() -> None:
    """Blueprint is all of the statement, and half a drawing."""
    kin = related()["blueprint"]

    assert explained(["blueprint"]) == [pytest.approx([0, kin["draw"], kin["diagram"]], abs=1e-6)]


def test_of_several_related_words_the_nearest_counts() -> None:
    terms = Terms.of(["drawing diagram blueprint", "drawing diagram", "pipe"])
    said = counts([["draw", "diagram"], ["draw", "diagram", "blueprint"]], terms.vocabulary)
    kin = related()["blueprint"]
    found = Known.of([["blueprint"]], terms).explained(said, np.array([[1, 0]]))

    assert found.tolist() == [pytest.approx([1, max(kin["draw"], kin["diagram"])], abs=1e-6)]


def test_each_statement_has_its_own_candidates() -> None:
    terms = Terms.of(SAID)
    said = counts(map(stems, SAID), terms.vocabulary)
    found = Known.of([["pip"], ["weld"], ["pip"]], terms).explained(said, np.array([[0, 2], [1, 0], [2, 0]]))

    assert explained(["pip"])[0][0] == found[0, 0] == 0
    assert found[1].tolist() == [1, 1]


@pytest.mark.parametrize("statement", ["", "payroll"])
def test_nothing_is_explained_where_nothing_is_known(statement: str) -> None:
    assert explained([statement]) == [[0, 0, 0]]
