"""No figure that rests on few people can be seen, or worked out from what is."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.outcomes.suppression import Figure, Hidden, Limits, Place, suppress

LIMITS = Limits()

PLACES: list[Place] = [
    ("P",),
    ("P", "A"),
    ("P", "A", "a1"),
    ("P", "A", "a2"),
    ("P", "B"),
    ("P", "B", "b1"),
    ("P", "B", "b1", "g"),
    ("P", "C"),
    ("P", "D"),
    ("Q",),
]
"""Two partnerships; of one the organizations, their programs, and a group."""


@st.composite
def trees(draw: st.DrawFn, counted: bool = True) -> list[Figure]:
    """Return figures of some places of a tree; what is in none of the parts of a place counts there all the same."""
    own = {place: draw(st.integers(0, 14) | st.integers(0, 60)) for place in PLACES}
    hits = {place: draw(st.integers(0, own[place])) for place in PLACES}
    reported = draw(st.lists(st.sampled_from(PLACES), min_size=1, unique=True))

    def total(of: dict[Place, int], place: Place) -> int:
        return sum(number for at, number in of.items() if at[: len(place)] == place)

    return [Figure(at, total(own, at), total(hits, at) if counted else None) for at in reported]


def blocks(figures: list[Figure]) -> np.ndarray:
    """Return a row for each figure and a column for each part of the tree that nothing reported divides further."""
    atoms = sorted({one.place for one in figures})
    return np.array([[atom[: len(one.place)] == one.place for atom in atoms] for one in figures], dtype=float)


def rests(figures: list[Figure]) -> tuple[list[int], list[int]]:
    """Return how many people each of these parts has, and how many of them are counted."""
    matrix = blocks(figures)
    columns = np.linalg.lstsq(matrix, np.array([[one.people, one.counted or 0] for one in figures], float), rcond=None)[
        0
    ]
    return [round(n) for n in columns[:, 0]], [round(n) for n in columns[:, 1]]


def is_derivable(region: np.ndarray, shown: np.ndarray) -> bool:
    """Return whether sums and differences of shown figures give the figure of a region."""
    if not len(shown):
        return False
    both = np.vstack([shown, region])
    return int(np.linalg.matrix_rank(both)) == int(np.linalg.matrix_rank(shown))


@given(trees())
def test_nothing_hidden_can_be_worked_out(figures: list[Figure]) -> None:
    hidden, matrix = suppress(figures, LIMITS), blocks(figures)
    shown = matrix[[one.place not in hidden for one in figures]]

    for one, region in zip(figures, matrix, strict=True):
        if one.people and not LIMITS.are_kept(one.people, one.counted):
            assert one.place in hidden
            assert not is_derivable(region, shown), one


@given(trees())
def test_no_set_of_few_people_can_be_worked_out(figures: list[Figure]) -> None:
    """Every set of the smallest parts of the tree is tried, by linear algebra instead of by the rule of the module.

    Which parts are empty is known to whoever tries.
    """
    hidden, matrix = suppress(figures, LIMITS), blocks(figures)
    people, counted = rests(figures)
    filled = [at for at, size in enumerate(people) if size]
    shown = matrix[[one.place not in hidden for one in figures]][:, filled]

    for chosen in product((0.0, 1.0), repeat=len(filled)):
        size = sum(people[at] for at, take in zip(filled, chosen, strict=True) if take)
        count = sum(counted[at] for at, take in zip(filled, chosen, strict=True) if take)
        if size and is_derivable(np.array(chosen), shown):
            assert LIMITS.are_kept(size, count), (chosen, size, count)


@given(trees(counted=False))
def test_what_is_no_share_of_people_is_judged_by_its_people_alone(figures: list[Figure]) -> None:
    hidden = suppress(figures, LIMITS)

    assert {one.place for one in figures if one.people < LIMITS.people} <= {*hidden}
    assert all(why is Hidden.COMPLEMENT for place, why in hidden.items() if dict(_people(figures))[place] >= 10)


def _people(figures: list[Figure]) -> list[tuple[Place, int]]:
    return [(one.place, one.people) for one in figures]


@pytest.mark.parametrize(
    ("people", "counted", "kept"),
    [(10, 5, True), (9, 5, False), (10, 2, False), (10, 3, True), (10, 7, True), (10, 8, False), (40, 0, False)],
)
def test_limits(people: int, counted: int, kept: bool) -> None:
    assert LIMITS.are_kept(people, counted) is kept


def test_one_small_part_takes_the_next_smallest_with_it() -> None:
    figures = [Figure(("P",), 60, 30), Figure(("P", "A"), 30, 15), Figure(("P", "B"), 24, 12), Figure(("P", "C"), 6, 3)]

    assert dict(suppress(figures, LIMITS)) == {("P", "C"): Hidden.SMALL, ("P", "B"): Hidden.COMPLEMENT}


def test_two_small_parts_that_are_large_together_take_nothing_with_them() -> None:
    figures = [Figure(("P",), 60, 30), Figure(("P", "A"), 46, 23), Figure(("P", "B"), 8, 4), Figure(("P", "C"), 6, 3)]

    assert {*suppress(figures, LIMITS)} == {("P", "B"), ("P", "C")}


def test_two_small_parts_that_are_small_together_take_another() -> None:
    figures = [Figure(("P",), 57, 30), Figure(("P", "A"), 30, 15), Figure(("P", "B"), 20, 12)]
    figures += [Figure(("P", "C"), 4, 2), Figure(("P", "D"), 3, 1)]

    assert {*suppress(figures, LIMITS)} == {("P", "B"), ("P", "C"), ("P", "D")}


def test_where_a_hidden_part_is_all_told_by_its_own_parts_one_of_these_goes_too() -> None:
    figures = [Figure(("P",), 65, 30), Figure(("P", "A"), 60, 28), Figure(("P", "B"), 5, 2)]
    figures += [Figure(("P", "A", "a1"), 35, 15), Figure(("P", "A", "a2"), 25, 13)]

    assert {*suppress(figures, LIMITS)} == {("P", "A"), ("P", "A", "a2"), ("P", "B")}


def test_what_nobody_reported_is_not_told_by_what_is_left_of_a_whole() -> None:
    """Of 48 people 44 are in A: whoever the 4 others are, nothing is to be told of them."""
    figures = [Figure(("P",), 48, 20), Figure(("P", "A"), 44, 18)]

    assert {*suppress(figures, LIMITS)} == {("P", "A")}


def test_a_whole_without_parts_beside_a_small_one_stays() -> None:
    figures = [Figure(("P",), 60, 30), Figure(("P", "C"), 6, 3)]

    assert {*suppress(figures, LIMITS)} == {("P", "C")}


def test_what_another_measure_hides_is_hidden() -> None:
    figures = [Figure(("P",), 60), Figure(("P", "A"), 30), Figure(("P", "B"), 30)]

    assert dict(suppress(figures, LIMITS, {("P", "B")})) == {("P", "B"): Hidden.COMPLEMENT}


def test_other_limits_hide_more() -> None:
    figures = [Figure(("P", "A"), 14, 7), Figure(("P", "B"), 30, 4)]

    assert suppress(figures, LIMITS) == {}
    assert {*suppress(figures, Limits(people=20, few=5))} == {("P", "A"), ("P", "B")}
