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


def test_words_that_are_said_count_by_how_rare_they_are_at_work() -> None:
    """Of 247,771 texts 792 have weld, ln(247772 / 793) = 5.7444, and 698 pipe, 5.8706: 5.7444 / 11.6150 = .49457."""
    assert explained(["weld pipe"]) == [pytest.approx([1, 0.49457, 0.49457], abs=1e-5)]


def test_a_word_that_no_concept_has_counts_as_much_as_it_tells() -> None:
    """120 texts have payroll, ln(247772 / 121) = 7.6245: 5.7444 / 13.3689 = .42968."""
    assert explained(["weld payroll"]) == [pytest.approx([0.42968, 0.42968, 0.42968], abs=1e-5)]


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


def test_words_that_few_concepts_have_count_more() -> None:
    """Weld counts nothing, pipe all of its share: 5.8706 / 11.6150 = .50543."""
    terms = Terms.of(SAID)
    said = counts(map(stems, SAID), terms.vocabulary)
    counting = np.array([word == "pipe" for word in terms.vocabulary], dtype=np.float32)
    found = Known.of([["weld", "pipe"]], terms).explained(said, np.array([[0, 1]]), counting)

    assert "pipe" in terms.vocabulary
    assert found.tolist() == [pytest.approx([0.50543, 0], abs=1e-5)]


def test_of_related_words_that_count_the_one_that_counts_most_stands() -> None:
    """The nearer of two may be said of every concept."""
    terms = Terms.of(["drawing diagram"])
    said = counts([["draw", "diagram"]], terms.vocabulary)
    counting = np.array([{"draw": 0.0, "diagram": 1.0}[word] for word in terms.vocabulary], dtype=np.float32)
    found = Known.of([["blueprint"]], terms).explained(said, np.array([[0]]), counting)

    assert found[0, 0] == pytest.approx(related()["blueprint"]["diagram"], abs=1e-6)


def test_each_statement_hears_the_words_that_it_has_or_is_akin_to() -> None:
    terms = Terms.of(["weld", "drawing"])
    heard = Known.of([["weld"], ["blueprint", "weld"], ["payrol"]], terms).heard(len(terms.vocabulary))
    drawn, weld = related()["blueprint"]["draw"], 1

    assert [*terms.vocabulary] == ["draw", "weld"]
    assert heard.tolist() == [[0, weld], pytest.approx([drawn, weld], abs=1e-6), [0, 0]]
