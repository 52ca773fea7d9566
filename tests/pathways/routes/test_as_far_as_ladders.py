"""Ways are compared to a goal exactly where a ladder leads there, and are ways that a ladder might draw."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from random import Random

import numpy as np
import pytest

from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.ladders.goal import ways_to_goal
from pathways.ladders.search import Search, tolled
from pathways.ladders.sound import is_far, least_support, support
from pathways.occupations.wages import Region, find_region
from pathways.routes import compare
from pathways.routes.ways import ways_between, ways_up
from pathways.snapshot import Snapshot
from standards.imports import import_release

NEW_STARTS = (
    ("Roofers", "Orthopedic Surgeons, Except Pediatric"),
    ("Fast Food and Counter Workers", "Family Medicine Physicians"),
    ("Dental Assistants", "Dentists, General"),
)
"""Starts, and goals that no ladder of sound steps leads to, though some chain of steps does."""
SOUND = 1.6
"""Cost up to which a step is taken at random."""


@pytest.fixture(scope="module")
def example(project: Path) -> Snapshot:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return compute_snapshot(base)


def agrees(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> bool:
    """Hold the ways between two occupations against the ladder between them; return whether it leads there."""
    drawn = ways_to_goal(snapshot, start, goal, region)
    found = [tuple(way) for paths, _ in ways_between(snapshot, start, goal, region) for way in paths.tolist()]
    if drawn[0][-1] != goal:
        assert found == []
        return False
    search = Search.between(tolled(snapshot, start, goal, region), start, goal)
    assert not is_far(snapshot, search)
    assert drawn[0] in found
    least = least_support(snapshot, search)
    for way in found:
        assert search.cost(way) <= search.limit + 1e-6
        assert way == drawn[0] or support(snapshot, way) >= least
    return True


def chain(snapshot: Snapshot, random: Random) -> tuple[int, int]:
    """Return the ends of some sound steps."""
    start = random.choice(np.flatnonzero(snapshot.zones).tolist())
    goal = start
    for _ in range(random.randint(1, 4)):
        goal = random.choice(np.flatnonzero(snapshot.steps.cost[goal] < SOUND).tolist() or [goal])
    return start, goal


@pytest.mark.parametrize("seed", range(60))
def test_ways_lead_as_far_as_ladders_between_any_two_occupations(onet: Snapshot, seed: int) -> None:
    start, goal = Random(seed).sample(np.flatnonzero(onet.zones).tolist(), 2)
    agrees(onet, start, goal, None)


def test_ways_lead_as_far_as_ladders_some_steps_apart(onet: Snapshot) -> None:
    random = Random(7)
    pairs = [(start, goal) for start, goal in (chain(onet, random) for _ in range(100)) if start != goal]
    reached = [agrees(onet, start, goal, None) for start, goal in pairs]
    assert 0.3 < sum(reached) / len(reached) < 1


def test_ways_lead_as_far_as_ladders_between_all_of_the_example(example: Snapshot) -> None:
    region = find_region(example.regions, "Washington")
    places = np.flatnonzero(example.zones).tolist()
    reached = [agrees(example, start, goal, region) for start, goal in permutations(places, 2)]
    assert 0 < sum(reached) < len(reached)


def test_no_way_up_begins_anew(onet: Snapshot) -> None:
    anew = onet.steps.another_degree | onet.steps.another_apprenticeship
    for start in Random(3).sample(np.flatnonzero(onet.zones).tolist(), 30):
        for paths, _ in ways_up(onet, start):
            assert not anew[paths[:, :-1], paths[:, 1:]].any()


@pytest.mark.parametrize(("start", "goal"), NEW_STARTS)
def test_no_way_leads_to_what_the_ladder_calls_a_new_start(onet: Snapshot, start: str, goal: str) -> None:
    ends = onet.find(start), onet.find(goal)
    found = compare(onet, *ends)
    assert any("a new start from" in note and "No ladder of sound steps leads there" in note for note in found.notes)
    nearest = onet.occupations[ways_to_goal(onet, *ends)[0][-1]].iri
    assert {route.rungs[-1] for route in found.routes} <= {nearest}
