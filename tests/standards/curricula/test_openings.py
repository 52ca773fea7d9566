"""Openings: they go, and nothing that an outcome says goes with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.curricula.openings import by_number, without_opening

WHEN = st.sampled_from(
    ["", "Upon completion of this course, ", "At the end of the module ", "After completing the class, "]
)
WHO = st.sampled_from(["the student will ", "Students should ", "learners can ", "they must ", "you shall "])
ABLE = st.sampled_from(
    [
        "demonstrate the ability to ",
        "",
        "be able to ",
        "be able to: ",
        "have the ability to ",
        "learn how to ",
        "also be able to ",
    ]
)
SAID = st.sampled_from(["weld pipes", "read prints of 1.5 m", "troubleshoot PLCs"])


def test_how_something_is_done_stays() -> None:
    assert without_opening("Students will be able critically to analyze a film.") == "Critically analyze a film."
    assert without_opening("Students will be able critically to:") == "Students will be able critically to:"
    assert without_opening("Learners are able safely to weld") == "Learners are able safely to weld"


@given(WHEN, WHO, ABLE, SAID)
def test_openings_go_whatever_they_are_put_together_of(when: str, who: str, able: str, said: str) -> None:
    assert without_opening(when + who + able + said) == said[0].upper() + said[1:]


@pytest.mark.parametrize(
    "statement",
    [
        "Weld pipes",
        "Upon completion of a weld, inspect it",
        "Students will be certified",
        "They will not weld alone",
        "Students will",
        "Youth will weld",
        "After failure of a pump, students gather data",
    ],
)
def test_what_says_something_stays(statement: str) -> None:
    assert without_opening(statement) == statement


@given(
    st.lists(st.sampled_from(["weld pipes", "read prints", "meet ISO 9001"]), min_size=2, max_size=9), st.integers(1, 3)
)
def test_numbered_outcomes_come_apart(said: list[str], first: int) -> None:
    line = "; ".join(f"SLO {number}: {text}" for number, text in enumerate(said, first))

    assert [part.rstrip(";") for part in by_number(line)] == said


def test_numbers_that_do_not_count_part_nothing() -> None:
    line = "Outcome 1: weld; see Outcome 3: read"

    assert by_number(line) == [line]


def test_what_stands_before_the_first_number_stays() -> None:
    assert by_number("Weld safely. SLO 1: cut SLO 2: braze") == ["Weld safely.", "cut", "braze"]
