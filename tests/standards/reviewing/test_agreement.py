"""Agreement of two reviewers, against published worked examples."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import IN_BULK, Review, Verdict
from standards.reviewing import Reviews
from standards.reviewing.agreement import _standard_error, agreements, cohens_kappa, interval, strength
from standards.sssom import NO_TERM_FOUND

YES, NO = Verdict.ACCEPTED, Verdict.REJECTED

VERDICTS = st.sampled_from(["accepted", "rejected", "changed"])
JUDGED = st.lists(st.tuples(VERDICTS, VERDICTS), max_size=40)

COHEN = [[88, 10, 2], [14, 40, 6], [18, 10, 12]]
"""Table 1 of Cohen (1960), with its 200 cases."""

FLEISS = [[75, 1, 4], [5, 4, 1], [0, 0, 10]]
"""The 100 diagnoses of Fleiss, Statistical Methods for Rates and Proportions, 2nd edition, table 13.1."""


def cases(table: list[list[int]]) -> list[tuple[int, int]]:
    return [(one, other) for one, other in product(range(3), range(3)) for _ in range(table[one][other])]


def test_kappa_is_that_of_cohens_own_example() -> None:
    kappa = cohens_kappa(cases(COHEN))

    assert kappa == pytest.approx((0.70 - 0.41) / (1 - 0.41))
    assert round(kappa or 0, 3) == 0.492


def test_kappa_and_its_error_are_those_of_fleiss() -> None:
    judged = cases(FLEISS)
    low, high = interval(judged) or (0, 0)

    assert round(cohens_kappa(judged) or 0, 3) == 0.676
    assert round(_standard_error(judged) or 0, 3) == 0.088
    assert (round(low, 2), round(high, 2)) == (0.5, 0.85)


def test_chance_alone_gives_nothing() -> None:
    assert cohens_kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0


def test_opposites_are_below_chance() -> None:
    assert cohens_kappa([("a", "b"), ("b", "a")]) == -1


@pytest.mark.parametrize("judged", [[], [("a", "a")], [("a", "a")] * 30])
def test_where_nothing_varies_kappa_is_undefined(judged: list[tuple[str, str]]) -> None:
    assert cohens_kappa(judged) is None
    assert interval(judged) is None


def test_perfect_agreement_has_no_interval() -> None:
    judged = [("a", "a")] * 5 + [("b", "b")] * 5

    assert cohens_kappa(judged) == 1
    assert interval(judged) is None


@given(judged=JUDGED)
def test_kappa_is_within_its_bounds_and_symmetric(judged: list[tuple[str, str]]) -> None:
    kappa = cohens_kappa(judged)
    turned = [(second, first) for first, second in judged]

    assert kappa is None or -1 <= kappa <= 1
    assert cohens_kappa(turned) == kappa
    bounds, turned_bounds = interval(judged), interval(turned)
    assert (bounds is None) == (turned_bounds is None)
    if bounds and turned_bounds and kappa is not None:
        assert bounds == pytest.approx(turned_bounds)
        assert bounds[0] <= kappa <= bounds[1]


@pytest.mark.parametrize(
    ("kappa", "word"),
    [
        (-0.01, "poor"),
        (0, "slight"),
        (0.2, "slight"),
        (0.21, "fair"),
        (0.4, "fair"),
        (0.5, "moderate"),
        (0.61, "substantial"),
        (0.8, "substantial"),
        (1, "almost perfect"),
    ],
)
def test_words_are_those_of_landis_and_koch(kappa: float, word: str) -> None:
    assert strength(kappa) == word


# --- Of the reviews of a program -------------------------------------------------------------


def test_every_two_reviewers_are_compared_on_what_both_judged_by_hand(
    said: Callable[..., Review], of: Callable[..., Reviews]
) -> None:
    votes = [
        said(name, verdict, at, competency=f"http://x/{competency}")
        for at, name, judged in ((0, "Ann", [YES, YES, NO, NO]), (1, "Ben", [YES, NO, NO, NO]), (2, "Cy", [YES]))
        for competency, verdict in enumerate(judged)
    ]
    bulk = said("Cy", YES, 3, competency="http://x/1", justification=IN_BULK)

    found = {(one.first, one.second): one for one in agreements(of(*votes, bulk))}

    assert list(found) == [("Ann", "Ben"), ("Ann", "Cy"), ("Ben", "Cy")]
    ann_ben = found["Ann", "Ben"]
    assert (ann_ben.pairs, ann_ben.same, ann_ben.kappa, ann_ben.words) == (4, 3, 0.5, "moderate agreement")
    assert (found["Ann", "Cy"].pairs, found["Ann", "Cy"].kappa) == (1, None)
    assert "undefined" in found["Ann", "Cy"].words


def test_verdicts_on_other_wordings_are_not_compared(said: Callable[..., Review], of: Callable[..., Reviews]) -> None:
    (found,) = agreements(of(said("Ann", YES, 1), said("Ben", NO, 2, digest="1" * 64)))

    assert (found.pairs, found.words) == (0, "no suggestion was judged by both")


def none(said: Callable[..., Review], name: str, at: int, *rejected: int) -> list[Review]:
    """Return that nothing matches, with the rejections of what was to consider that it implies."""
    implied = [said(name, NO, at, competency=f"http://x/{competency}") for competency in rejected]
    return [said(name, Verdict.UNMATCHED, at, competency=NO_TERM_FOUND), *implied]


@pytest.mark.parametrize(("first", "second"), [((), ()), ((1, 2, 3), ()), ((), (1, 2, 3)), ((1, 2, 3), (1, 2, 3))])
def test_that_nothing_matches_an_outcome_is_one_judgment_whatever_was_to_consider(
    first: tuple[int, ...], second: tuple[int, ...], said: Callable[..., Review], of: Callable[..., Reviews]
) -> None:
    (found,) = agreements(of(*none(said, "Ann", 0, *first), *none(said, "Ben", 1, *second)))

    assert (found.pairs, found.same) == (1, 1)


@pytest.mark.parametrize("ben_first", [True, False])
def test_who_says_nothing_matches_disagrees_once_with_who_accepts_something(
    ben_first: bool, said: Callable[..., Review], of: Callable[..., Reviews]
) -> None:
    at = -1 if ben_first else 1
    accepted = [said("Ben", YES, at, competency=f"http://x/{competency}") for competency in (1, 2)]
    (found,) = agreements(of(*none(said, "Ann", 0, 1, 2, 3), *accepted))

    assert (found.pairs, found.same) == (1, 0)


def test_implied_rejections_are_not_held_against_single_ones(
    said: Callable[..., Review], of: Callable[..., Reviews]
) -> None:
    own = [said(name, NO, at, competency="http://x/2") for at, name in ((2, "Ann"), (3, "Ben"))]
    (found,) = agreements(of(*none(said, "Ann", 0, 1), said("Ben", NO, 1, competency="http://x/1"), *own))

    assert (found.pairs, found.same) == (1, 1)


def test_kappa_of_outcomes_some_of_which_match_nothing(said: Callable[..., Review], of: Callable[..., Reviews]) -> None:
    """Of ten outcomes both accept 4 and find nothing for 3; Ann alone finds nothing for 2, Ben for 1.

    Observed 7/10; expected (5 * 6 + 5 * 4) / 100 = 0.5; kappa (0.7 - 0.5) / (1 - 0.5) = 0.4.
    """
    ann, ben = (4 * [YES] + 3 * [NO] + last for last in ([NO, NO, YES], [YES, YES, NO]))
    votes = []
    for at, (name, verdicts) in enumerate((("Ann", ann), ("Ben", ben))):
        for number, verdict in enumerate(verdicts):
            given = [said(name, YES, at, competency="http://x/1")] if verdict is YES else none(said, name, at, 1, 2, 3)
            votes += [
                one.model_copy(update={"outcome": f"http://x/o/{number}", "iri": f"{one.iri}/{number}"})
                for one in given
            ]

    (found,) = agreements(of(*votes))

    assert (found.pairs, found.same) == (10, 7)
    assert found.kappa == pytest.approx(0.4)
