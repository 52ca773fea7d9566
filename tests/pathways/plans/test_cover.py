from collections.abc import Collection, Sequence
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from ontology.records import Iri
from pathways.plans import exact_cover
from pathways.plans.conditions import Condition, all_of
from pathways.plans.cover import cover, greedy, there_for
from pathways.plans.covering import Cover, Covering, clashes
from pathways.plans.obstacles import ObstacleKind, circles, obstacles
from pathways.plans.offers import Offer, attainable
from pathways.plans.terms import terms


def iri(name: str) -> Iri:
    return Iri(f"http://x/{name}")


def one_of(*members: Iri) -> Condition:
    return Condition(members=members, required=1)


def does(asked: Covering, chosen: Collection[str]) -> bool:
    """Return whether a choice covers all that can be covered, holds what is required and can be had in an order."""
    taught = {competency for one in chosen for competency in asked.offers[one].covers}
    return (
        asked.covered <= taught
        and asked.demanded <= set(chosen)
        and len(attainable(asked.offers, asked.held, chosen)) == len(set(chosen))
        and not clashes(asked.offers, chosen)
    )


def offer(
    name: str, covers: str = "", hours: float = 10, requires: Condition | None = None, excludes: str = ""
) -> Offer:
    return Offer(
        iri=iri(name),
        label=name,
        covers=tuple(map(iri, covers)),
        hours=hours,
        requires=requires or Condition(),
        excludes=tuple(map(iri, excludes)),
    )


def covering(offers: Sequence[Offer], wanted: str, required: str = "", held: str = "") -> Covering:
    return Covering(
        {one.iri: one for one in offers},
        *(frozenset(map(iri, names)) for names in (wanted, required, held)),
    )


def names(chosen: Sequence[str]) -> str:
    return "".join(sorted(one[-1] for one in chosen))


WORKED = [offer("A", "123", 30), offer("B", "12", 10), offer("C", "34", 14), offer("D", "4", 5), offer("E", "3", 16)]
"""By hand: 1 and 2 need A or B. With B (11): C for 3 and 4 is 15, D and E are 6 + 17. B + C weigh 26.
With A (31): D for 4 is 6, in all 37. So B and C."""


def test_the_cover_solved_by_hand() -> None:
    found = cover(covering(WORKED, "1234"))

    assert (names(found.chosen), found.weight, found.exact) == ("BC", 26, True)


def test_greedy_finds_a_cover_and_does_not_claim_that_it_is_the_best() -> None:
    trap = [offer("A", "1234", 11.9), offer("B", "12", 6), offer("C", "34", 6), offer("D", "123", 8)]
    # By the competency, D costs 3 and A 3.2; with D, one of A, B and C has to come for 4, and C is the lightest.
    found = greedy(covering(trap, "1234"))

    assert (names(found.chosen), found.exact) == ("CD", False)
    assert names(cover(covering(trap, "1234")).chosen) == "A"


def test_a_prerequisite_is_bought_with_what_needs_it() -> None:
    cheap_with_cost = [offer("A", "1", 10, all_of(iri("B"))), offer("B", "", 50), offer("C", "1", 40)]

    assert names(cover(covering(cheap_with_cost, "1")).chosen) == "C"
    assert cover(covering(cheap_with_cost, "1", held="B")).chosen == (iri("A"),)


def test_of_several_ways_to_a_prerequisite_the_lightest_is_taken() -> None:
    condition = Condition(members=(iri("B"), iri("C"), iri("D")), required=2)
    offers = [offer("A", "1", 10, condition), offer("B", "", 9), offer("C", "", 3), offer("D", "", 4)]

    found = cover(covering(offers, "1"))

    assert names(found.chosen) == "ACD"
    assert found.chosen[-1] == iri("A")


def test_credits_of_a_condition_are_bought() -> None:
    parts = [Offer(iri=iri(name), label=name, credits=5) for name in "BCD"]
    condition = Condition(members=tuple(map(iri, "BCD")), required=0, credits=10)

    assert len(cover(covering([offer("A", "1", 10, condition), *parts], "1")).chosen) == 3


def test_what_is_required_is_chosen_though_it_teaches_nothing() -> None:
    assert names(cover(covering([*WORKED, offer("L", "", 500)], "12", required="L")).chosen) == "BL"


def test_what_nothing_teaches_is_left_uncovered() -> None:
    asked = covering(WORKED, "19")

    assert asked.covered == {iri("1")}
    assert names(cover(asked).chosen) == "B"


def test_two_that_support_each_other_in_a_circle_are_no_plan() -> None:
    """Either could be had by a third; as a pair they would hold each other up in the air."""
    a = offer("A", "1", 10, one_of(iri("B"), iri("C")))
    b = offer("B", "2", 10, one_of(iri("A"), iri("C")))
    found = cover(covering([a, b, offer("C", "", 100)], "12"))

    assert (names(found.chosen), found.chosen[0]) == ("ABC", iri("C"))


def test_a_circle_without_a_way_in_names_its_members() -> None:
    a, b, c = (
        offer("A", "1", 10, all_of(iri("B"))),
        offer("B", "", 10, all_of(iri("C"))),
        offer("C", "", 1, all_of(iri("A"))),
    )
    asked = covering([a, b, c], "1")

    assert cover(asked).chosen == ()
    [found] = obstacles(asked.offers, (), [a.iri])
    assert (found.kind, found.members) == (ObstacleKind.CIRCLE, ("A", "B", "C"))
    assert found.message.startswith("Prerequisites in a circle: A needs B, B needs C, C needs A.")


def test_a_course_that_needs_itself_is_a_circle_of_one() -> None:
    assert circles({"a": ["a"], "b": ["a"]}) == [["a"]]


def test_a_contradictory_condition_and_a_missing_prerequisite_are_told_apart() -> None:
    a = offer("A", "1", 10, Condition(members=(iri("B"),), required=2))
    c = offer("C", "2", 10, all_of(iri("Z")))
    asked = covering([a, offer("B"), c], "12")

    found = obstacles(asked.offers, (), [a.iri, c.iri])

    assert [one.kind for one in found] == [ObstacleKind.CONTRADICTION, ObstacleKind.UNAVAILABLE]
    assert "asks for 2 of 1" in found[0].message
    assert found[1].members == ("C", "http://x/Z")


def test_of_two_that_exclude_each_other_one_demand_is_given_up() -> None:
    offers = [offer("A", "1", 10, excludes="B"), offer("B", "2", 20), offer("C", "2", 90)]

    assert names(cover(covering(offers, "12")).chosen) == "AC"
    found = cover(covering(offers[:2], "12"))
    assert (names(found.chosen), found.given_up) == ("A", frozenset((iri("2"),)))
    assert clashes({one.iri: one for one in offers}, [iri("A"), iri("B")]) == [(iri("A"), iri("B"))]


def test_what_is_there_for_one_competency_alone_is_found() -> None:
    chain = [offer("A", "1", 10, all_of(iri("B"))), offer("B", "", 10), offer("C", "2", 10)]
    asked = covering(chain, "12")

    assert names(there_for(asked, cover(asked), iri("1"))) == "AB"
    assert names(there_for(asked, cover(asked), iri("2"))) == "C"


NAMES = "ABCDEFG"
WANTED = "12345"


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    members = tuple(map(iri, draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))))
    inner = (one_of(*map(iri, draw(st.sampled_from(("AB", "CD", "EFG"))))),) if draw(st.booleans()) else ()
    return Condition(members=members, conditions=inner, required=draw(st.integers(0, len(members) + len(inner))))


@st.composite
def coverings(draw: st.DrawFn) -> Covering:
    offers = [
        offer(
            name,
            "".join(draw(st.lists(st.sampled_from(WANTED), max_size=3, unique=True))),
            draw(st.integers(1, 60)),
            draw(st.one_of(st.just(Condition()), conditions())),
        )
        for name in NAMES
    ]
    required, held = (draw(st.lists(st.sampled_from(NAMES), max_size=1)) for _ in range(2))
    return covering(offers, WANTED, "".join(required), "".join(held))


@settings(max_examples=2 * settings().max_examples)
@given(coverings())
def test_the_cover_covers_respects_prerequisites_and_is_the_lightest_of_all(asked: Covering) -> None:
    found = cover(asked)
    choices = (choice for size in range(len(NAMES) + 1) for choice in combinations(asked.within_reach, size))
    lightest = min(sum(asked.offers[one].weight for one in choice) for choice in choices if does(asked, choice))

    assert does(asked, found.chosen)
    assert found.exact
    assert found.weight == pytest.approx(lightest)
    assert attainable(asked.offers, asked.held, found.chosen) == list(found.chosen)


@settings(max_examples=2 * settings().max_examples)
@given(coverings())
def test_nothing_can_be_left_out_of_a_greedy_cover(asked: Covering) -> None:
    found = greedy(asked)

    assert does(asked, found.chosen)
    assert found.weight >= cover(asked).weight - 1e-6
    for one in found.chosen:
        assert not does(asked, [other for other in found.chosen if other != one])


@given(coverings())
def test_terms_hold_each_part_once_after_what_it_needs(asked: Covering) -> None:
    chosen = cover(asked).chosen
    order = terms(asked.offers, chosen, asked.held, load=60)

    assert sorted(one for term in order for one in term) == sorted(chosen)
    there = set(asked.held)
    for term in order:
        assert all(asked.offers[one].requires.met(there, {}) for one in term)
        assert len(term) == 1 or sum(asked.offers[one].weight - 1 for one in term) <= 60
        there.update(term)


def test_beyond_its_bound_the_cover_is_greedy() -> None:
    assert not cover(covering(WORKED, "1234"), largest=2).exact


def crowd(size: int, seed: int) -> Covering:
    """Return a catalog in which courses wait for one another in many circles, with ways into most of them."""
    draw, offers = Random(seed), list[Offer]()
    for number in range(size):
        named = draw.sample([other for other in range(size) if other != number], draw.randint(1, 3))
        condition = Condition(members=tuple(iri(str(other)) for other in named), required=draw.randint(1, len(named)))
        covers = tuple(iri(f"c{draw.randrange(size // 2)}") for _ in range(draw.randint(1, 4)))
        offers.append(
            Offer(
                iri=iri(str(number)),
                label=str(number),
                covers=covers,
                hours=draw.randint(10, 200),
                requires=condition if draw.random() < 0.6 else Condition(),
            )
        )
    return Covering({one.iri: one for one in offers}, frozenset(iri(f"c{number}") for number in range(size // 2)))


@pytest.mark.parametrize("seed", range(3))
def test_many_circles_are_cut_off_in_a_few_rounds(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    solved, rounds = exact_cover._Program.solved, list[float]()

    def counted(program: exact_cover._Program, seconds: float) -> tuple[NDArray[np.float64] | None, bool]:
        rounds.append(seconds)
        return solved(program, seconds)

    monkeypatch.setattr(exact_cover, "SECONDS", 60.0)
    monkeypatch.setattr(exact_cover._Program, "solved", counted)
    asked = crowd(60, seed)

    found = cover(asked)

    assert found.exact
    assert does(asked, found.chosen)
    assert len(rounds) <= 8
    assert rounds == sorted(rounds, reverse=True), "all rounds share one time"


def test_when_no_time_is_left_the_cover_is_greedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact_cover, "SECONDS", 0.0)
    asked = crowd(60, 0)

    assert cover(asked) == greedy(asked)


def test_what_was_found_in_time_stands_where_it_is_lighter_than_the_greedy_cover(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    light = Cover((iri("A"),), 11, exact=False)
    monkeypatch.setattr(exact_cover, "solve", lambda _: light)

    assert cover(covering([offer("A", "1"), offer("B", "1", 20)], "1")) is light
    assert cover(covering([offer("A", "1", 3), offer("B", "1", 20)], "1")).weight == 4
