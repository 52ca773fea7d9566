"""Of occupations known by title alone no step can be judged: every answer says so, and which job to name instead."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ontology.records import Text
from pathways.formats import to_markdown
from pathways.ladders.building import between, onward
from pathways.ladders.refusals import UNRATED, refusals
from pathways.ladders.unrated import CIVILIAN_JOBS, CLOSE, is_unrated, unjudged
from pathways.occupations.catalog import Occupations
from pathways.plans.claims import Holdings
from pathways.plans.known import Known
from pathways.plans.way import PlannedWay
from pathways.questions.field import Field
from pathways.questions.leads_to import leads_to
from pathways.questions.why import why
from pathways.routes import compare, compare_onward
from pathways.snapshot import Snapshot
from pathways.steps.rules import Bar

TOLD = f"nothing rates Infantry, so no step can be judged; name the civilian job whose work it is ({CIVILIAN_JOBS})"
SAID = f"N{TOLD[1:]}."
LITTLE = Bar.LITTLE_IN_COMMON | Bar.DEAR
"""The rules that bar what is known by title alone."""


def known_by_title(snapshot: Snapshot, code: str, label: str) -> Snapshot:
    """Return a world in which the bakers are an occupation that nothing rates and that no step leads from or to."""
    baker = snapshot.find("Bakers")
    named = {"code": code, "label": Text(value=label), "zone": 0}
    entries = tuple(e.model_copy(update=named if at == baker else {}) for at, e in enumerate(snapshot.occupations))
    ratings = []
    for rating in snapshot.requirements:
        importance = rating.importance.copy()
        importance[baker] = 0
        ratings.append(replace(rating, importance=importance))
    cost, bars = snapshot.steps.cost.copy(), snapshot.steps.bars.copy()
    cost[baker], cost[:, baker] = np.inf, np.inf
    bars[baker], bars[:, baker] = LITTLE, LITTLE
    steps = replace(snapshot.steps, cost=cost, bars=bars)
    return replace(snapshot, occupations=Occupations(entries), requirements=tuple(ratings), steps=steps)


@pytest.fixture(scope="module")
def served(plants: Snapshot) -> Snapshot:
    return known_by_title(plants, "55-3016.00", "Infantry")


@pytest.fixture(scope="module")
def ends(served: Snapshot) -> tuple[int, int]:
    """Infantry and plant managers."""
    return served.find("55-3016.00"), served.find("Plant Managers")


def test_only_what_is_known_by_title_alone_is_unrated(plants: Snapshot, served: Snapshot) -> None:
    assert [is_unrated(served, place) for place in range(len(served.occupations))].count(True) == 1
    zoned = tuple(e.model_copy(update={"zone": e.zone or 1}) for e in served.occupations)
    assert not is_unrated(replace(served, occupations=Occupations(zoned)), served.find("55-3016.00"))
    assert not is_unrated(replace(served, requirements=()), served.find("55-3016.00")), "nothing rates anybody"
    assert unjudged(plants, plants.find("Bakers"), plants.find("Plant Managers")) == ""


def test_what_is_left_of_a_group_is_told_without_the_military(plants: Snapshot) -> None:
    world = known_by_title(plants, "51-9199.00", "Production Workers, All Other")

    said = unjudged(world, world.find("51-9199.00"))
    assert said.startswith("nothing rates Production Workers, All Other, so no step can be judged; name a job that is")
    assert "MOC" not in said


def test_ladders_begin_with_it(served: Snapshot, ends: tuple[int, int]) -> None:
    ladder = between(served, *ends)

    assert ladder.steps == ()
    assert ladder.notes[0] == SAID
    assert not any("a new start" in note or "No rung toward it" in note for note in ladder.notes)
    assert to_markdown(ladder).splitlines()[2].startswith("Nothing rates Infantry, so no step can be judged;")


def test_routes_say_it_with_a_goal_and_without_one(served: Snapshot, ends: tuple[int, int]) -> None:
    start, goal = ends

    assert compare(served, start, goal).notes[0] == SAID
    assert compare_onward(served, start).notes[0] == SAID


def test_no_way_up_is_told_by_it(served: Snapshot, ends: tuple[int, int]) -> None:
    assert SAID in onward(served, ends[0]).notes


def test_no_rule_is_named_that_was_held_against_a_title(served: Snapshot, ends: tuple[int, int]) -> None:
    assert [(one.rule, one.words) for one in refusals(served, *ends)] == [(UNRATED, TOLD)]
    answer = why(Field.of(served), *ends)
    assert answer.summary == f"No. Plant Managers are no step from Infantry, because {TOLD}."
    assert answer.way == (), "nothing is known of ways"


def test_entry_jobs_of_it_cannot_be_named(served: Snapshot, ends: tuple[int, int]) -> None:
    answer = leads_to(Field.of(served), ends[0])

    assert answer.found == ()
    assert answer.summary == f"Which entry jobs lead to Infantry cannot be said: {TOLD}."


def test_a_goal_that_nothing_rates_is_told_once(served: Snapshot, ends: tuple[int, int]) -> None:
    goal, start = ends
    notes = between(served, start, goal).notes

    assert notes[0] == SAID
    assert not any("nothing rates" in note for note in notes[1:])


def test_a_plan_names_no_nearest_job_by_a_title_that_is_not_close(served: Snapshot, ends: tuple[int, int]) -> None:
    start, goal = ends
    operator = served.find("Plant Operators")

    def named(relatedness: float) -> str:
        related = np.zeros_like(served.relatedness)
        related[start, operator] = relatedness
        world = replace(served, relatedness=related)
        known = Known(world.occupations, world.requirements[0], None, {})
        near = PlannedWay(world, between(world, start, goal), known, Holdings(), start, goal).rated_instead
        return str(near.label) if near else ""

    assert (named(CLOSE - 0.01), named(CLOSE + 0.01)) == ("", "Plant Operators")
