"""The measures of what is found: numbers worked by hand, and what holds of any list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.evaluation.measures import met, r_precision, recall, reciprocal_rank

CONCEPTS = st.integers(0, 20).map(str)
FOUND = st.lists(CONCEPTS, unique=True, max_size=15)
ANSWERS = st.lists(st.frozensets(CONCEPTS, min_size=1, max_size=2), min_size=1, max_size=8, unique=True)


def one(*concepts: str) -> list[frozenset[str]]:
    return [frozenset({concept}) for concept in concepts]


def test_worked_numbers() -> None:
    found = ["a", "b", "c", "d", "e", "f"]

    assert reciprocal_rank(found, one("c", "f")) == pytest.approx(1 / 3)
    assert r_precision(found, one("c", "f", "z")) == pytest.approx(1 / 3)
    assert recall(found, one("c", "f", "z")) == pytest.approx(2 / 3)


def test_six_answers_cannot_all_be_among_five() -> None:
    assert r_precision(list("abcdef"), one(*"abcdef")) == 1
    assert recall(list("abcdef"), one(*"abcdef"), k=5) == pytest.approx(5 / 6)


def test_two_concepts_of_one_label_are_one_answer() -> None:
    answer = [frozenset({"a", "b"})]

    assert met(["a", "b"], answer) == 1
    assert r_precision(["x", "b"], answer) == 1
    assert reciprocal_rank(["x", "b"], answer) == 0.5


@given(FOUND, ANSWERS)
def test_nothing_leaves_its_bounds(found: list[str], answers: list[frozenset[str]]) -> None:
    for value in (reciprocal_rank(found, answers), r_precision(found, answers), recall(found, answers)):
        assert 0 <= value <= 1


@given(FOUND, ANSWERS)
def test_a_right_concept_in_front_never_hurts(found: list[str], answers: list[frozenset[str]]) -> None:
    right = min(answers[0])
    better = [right, *(concept for concept in found if concept != right)]

    assert reciprocal_rank(better, answers) == 1
    assert r_precision(better, answers) >= r_precision(found, answers) - 1e-9 or len(found) >= 5


@given(ANSWERS)
def test_the_answers_themselves_are_perfect(answers: list[frozenset[str]]) -> None:
    found = list(dict.fromkeys(min(answer) for answer in answers))

    assert reciprocal_rank(found, answers) == 1
    assert recall(found, answers) == 1
