"""The order in which a ladder is read: the start first, and nobody before what leads there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Iri, Text
from pathways.diagrams.picture import picture
from pathways.ladders.account import account
from pathways.ladders.blocks import Heading
from pathways.ladders.reading import climbed
from pathways.records.ladder import Direction, Ladder, Rung, Step

PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1]), max_size=20)


def ladder(count: int, pairs: list[tuple[int, int]], start: int | None = None) -> Ladder:
    rungs = [
        Rung(occupation=Iri(f"http://x/{at}"), code=str(at), label=Text(value=str(at)), zone=2, start=at == start)
        for at in range(count)
    ]
    steps = [
        Step(start=Iri(f"http://x/{a}"), end=Iri(f"http://x/{b}"), direction=Direction.ADVANCE, relatedness=1)
        for a, b in dict.fromkeys(pairs)
    ]
    return Ladder(iri=Iri("http://x/ladder"), title="T", description="", rungs=tuple(rungs), steps=tuple(steps))


def order(found: Ladder) -> list[int]:
    return [int(rung.code) for rung in climbed(found).rungs]


def test_the_start_comes_first_and_then_what_it_leads_to() -> None:
    # 3 leads down to 0, and by 1 to 2
    assert order(ladder(4, [(3, 1), (1, 2), (3, 0)], start=3)) == [3, 0, 1, 2]


def test_steps_stand_by_the_rung_that_they_start_from() -> None:
    found = climbed(ladder(4, [(1, 2), (3, 1), (3, 0)], start=3))
    assert [(step.start[-1], step.end[-1]) for step in found.steps] == [("3", "0"), ("3", "1"), ("1", "2")]


@given(PAIRS, st.integers(0, 7))
def test_no_rung_is_lost_in_a_circle_and_the_start_is_first(pairs: list[tuple[int, int]], start: int) -> None:
    found = order(ladder(8, pairs, start))
    assert sorted(found) == list(range(8))
    assert found[0] == start


@given(PAIRS)
def test_without_circles_every_step_leads_on(pairs: list[tuple[int, int]]) -> None:
    upward = [(min(pair), max(pair)) for pair in pairs]
    found = order(ladder(8, [(7 - a, 7 - b) for a, b in upward]))  # against the order of the rungs
    assert all(found.index(7 - a) < found.index(7 - b) for a, b in upward)


def test_words_and_keyboard_have_the_same_order() -> None:
    drawn = ladder(4, [(3, 1), (1, 2), (3, 0)], start=3)
    told = [block.name for block in account(drawn) if isinstance(block, Heading) and block.level == 3]
    reached = [f"rung-{placed.card.rung.code}" for placed in picture(drawn).cards]
    assert told == reached == ["rung-3", "rung-0", "rung-1", "rung-2"]
