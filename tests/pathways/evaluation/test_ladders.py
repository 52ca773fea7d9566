from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest

from pathways.evaluation.finders import ENGINE, FINDERS, by_ratings, by_relatedness, engine, shortest_by_relatedness
from pathways.evaluation.ladder_account import account, to_csv, to_json, to_markdown
from pathways.evaluation.ladders import Draws, LadderEvaluation, Measure, Trial, counts, evaluate, leads
from pathways.evaluation.textbook import TextbookLadder
from pathways.ladders.best_ways import WAYS
from pathways.ladders.search import Way
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot


def ladder(plants: Snapshot, *codes: str, split: str = "development") -> TextbookLadder:
    return TextbookLadder(f"{codes[0]} {split}", "energy", split, tuple(plants.find(code) for code in codes))


@pytest.fixture
def ladders(plants: Snapshot) -> list[TextbookLadder]:
    return [
        ladder(plants, "51-9198.00", "51-8010.00", "51-1011.00", "11-3051.00"),
        ladder(plants, "51-8010.00", "51-8020.00", "51-1011.00"),
        ladder(plants, "51-8020.00", "51-1011.00", "11-3051.00", split="test"),
    ]


def told(ladders: list[TextbookLadder]) -> dict[tuple[int, int], list[Way]]:
    """Return a way for each ladder: the whole of the first one, and only the ends of the others."""
    first, *others = (each.places for each in ladders)
    return {(first[0], first[-1]): [first]} | {(own[0], own[-1]): [(own[0], own[-1])] for own in others}


@pytest.fixture
def found(plants: Snapshot, ladders: list[TextbookLadder]) -> LadderEvaluation:
    ways = told(ladders)

    def known(_: Snapshot, start: int, goal: int, __: Region | None, ___: int) -> list[Way]:
        return ways[start, goal]

    def nothing(_: Snapshot, __: int, ___: int, ____: Region | None, _____: int) -> list[Way]:
        return []

    return evaluate(plants, Trial(ladders, finders={"one": known, "none": nothing}, draws=Draws(50)))


def value(found: LadderEvaluation, split: str, finder: str, measure: Measure, against: str = "") -> float | None:
    figure = found.figure(split, "", finder, measure, against)
    assert figure
    return figure.value


def test_figures_are_shares_of_what_the_ladders_have(found: LadderEvaluation) -> None:
    # one of two ladders; two of the first's inner rungs and none of the second's one; three of five moves; 2 / 2 drawn
    assert [value(found, "development", "one", m) for m in Measure] == [0.5, 0.6667, 0.6, 1.0]
    assert [value(found, "test", "one", m) for m in Measure] == [0, 0, 0, 0]
    assert [value(found, "development", "none", m) for m in Measure] == [0, 0, 0, 0]
    assert value(found, "development", "one", Measure.RUNGS, against="none") == 0.6667


def test_intervals_hold_the_figure(found: LadderEvaluation) -> None:
    figure = found.figure("development", "", "one", Measure.WHOLE)
    assert figure
    assert figure.low == 0
    assert figure.high == 1


def test_of_the_split_for_testing_no_ladder_and_no_sector_is_told(found: LadderEvaluation) -> None:
    assert [one.ladder for one in found.single] == ["51-9198.00 development", "51-8010.00 development"]
    assert {(group.split, group.sector) for group in found.groups} == {
        ("development", ""),
        ("development", "energy"),
        ("test", ""),
    }
    assert "51-8020.00 test" not in to_json(found).decode() + to_markdown(found).decode()


def test_what_is_missed_is_named(found: LadderEvaluation) -> None:
    whole, missed = found.single
    assert whole.whole
    assert whole.rungs_missed == ()
    assert not missed.whole
    assert (missed.rungs_found, missed.rungs_missed) == ((), ("Senior Plant Operators",))


def test_rungs_in_the_wrong_order_are_no_whole_ladder() -> None:
    own = TextbookLadder("", "", "", (1, 2, 3, 4))
    assert counts(own, [(1, 3, 2, 4)])[:3] == [0, 2, 0]
    assert counts(own, [(1, 2, 4), (1, 2, 3), (3, 4)])[:3] == [1, 2, 3]


def test_rungs_on_two_ways_that_do_not_meet_are_no_whole_ladder() -> None:
    assert counts(TextbookLadder("", "", "", (1, 2, 3, 4)), [(1, 2, 4), (1, 3, 4)])[:3] == [0, 2, 2]


def test_leading_somewhere_stops_in_a_circle() -> None:
    assert not leads({(1, 2), (2, 1)}, 1, 3)


def test_every_form_has_every_figure(found: LadderEvaluation) -> None:
    assert len(json.loads(to_json(found))["figures"]) == len(found.figures)
    assert len(list(csv.DictReader(io.StringIO(to_csv(found).decode())))) == len(found.figures)
    text = to_markdown(found).decode()
    assert all(section.title in text for section in account(found))
    assert "| 51-8010.00 development | no |  | Senior Plant Operators |" in text


def test_the_engine_finds_the_goal_or_nothing(plants: Snapshot) -> None:
    start, goal = plants.find("51-9198.00"), plants.find("11-3051.00")
    assert all((way[0], way[-1]) == (start, goal) for way in engine(plants, start, goal, None, WAYS))
    assert engine(plants, goal, start, None, WAYS) == []
    assert next(iter(FINDERS)) == ENGINE


def test_baselines_look_at_nothing_but_what_is_near(plants: Snapshot) -> None:
    start, goal = plants.find("51-9198.00"), plants.find("51-1011.00")
    ways = by_relatedness(plants, start, goal, None, WAYS)
    assert shortest_by_relatedness(plants, start, goal, None, WAYS) == ways[:1]
    assert len(ways) > 1
    down = by_relatedness(plants, goal, start, None, WAYS)
    assert down[0] == ways[0][::-1], "a baseline knows no up and down"
    near = np.zeros_like(plants.relatedness)
    assert by_relatedness(replace(plants, relatedness=near), start, goal, None, WAYS)[0] == (start, goal)


def test_without_ratings_there_is_nothing_to_go_by(plants: Snapshot) -> None:
    start, goal = plants.find("51-9198.00"), plants.find("51-1011.00")
    assert by_ratings(plants, start, goal, None, WAYS)
    assert by_ratings(replace(plants, opinions=()), start, goal, None, WAYS) == []
