"""What makes a sound step dear, so that the ladder up from its start does not draw it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import numpy as np

from pathways.amounts import months, percent
from pathways.arrays import Floats
from pathways.ladders.climbs import MOST_COST, onward_cost
from pathways.ladders.estimating import estimated
from pathways.ladders.tolls import scarcity_toll
from pathways.ladders.transitions import anew
from pathways.occupations.catalog import Occupations
from pathways.occupations.preparation import Preparation
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot
from pathways.steps.costs import Part, parts
from pathways.steps.rules import Grounds
from pathways.steps.shared import Shared
from pathways.steps.traits import Traits

MUCH = 0.25
"""Cost from which on a part of it is named: a sixth of the most that is drawn."""

Words = Callable[[Snapshot, int, int], str]


def _learning(snapshot: Snapshot, start: int, end: int) -> str:
    gap = float(snapshot.gaps[start, end])
    return "how much of it is new is not known" if np.isnan(gap) else f"{percent(gap)} of it is new"


def _time(snapshot: Snapshot, start: int, end: int) -> str:
    longer = float(snapshot.preparation.total[end] - snapshot.preparation.total[start])
    return f"it asks for {months(round(longer))} of preparation more"


WORDS: Final[Mapping[Part, Words]] = {
    Part.DISTANCE: lambda snapshot, *step: f"the work is apart (closeness {snapshot.steps.relatedness[step]:.2f})",
    Part.LEARNING: _learning,
    Part.TIME: _time,
    Part.OTHER_WORK: lambda *_: "it is another field or trade than one's own, or the same again",
    Part.LEADING: lambda *_: "one has not worked among those whom one would lead, or would no longer lead",
    Part.SCHOOLING: lambda *_: "one's degree or license would be left behind",
    Part.SKIPPING: lambda *_: "it skips a job zone",
    Part.ANEW: lambda snapshot, *step: f"one begins from the start with {anew(snapshot, *step)}",
}
"""What is said of each part of a cost, but for that of every step."""


def dear(snapshot: Snapshot, start: int, end: int, region: Region | None) -> str:
    """Return what makes a step too dear to be drawn up from its start without a goal; empty where it is not."""
    cost = onward_cost(snapshot, start, end, region)
    if cost <= MOST_COST:
        return ""
    found = cost_parts(snapshot, start, end)
    named = [part for part in sorted(found, key=lambda part: -found[part]) if found[part] >= MUCH and part in WORDS]
    said = [WORDS[part](snapshot, start, end) for part in named]
    tolls = _tolls(snapshot, start, end, region, cost - sum(found.values()))
    costs = f"it costs {cost:.2f}, where {MOST_COST:g} is the most"
    return f"a ladder up from there does not draw it without a goal: {'; '.join((*said, *tolls, costs))}"


def _tolls(snapshot: Snapshot, start: int, end: int, region: Region | None, most: float) -> Iterator[str]:
    """Yield which of the two tolls beside the cost of a step, together `most`, are much of it."""
    few = min(most, float(scarcity_toll(snapshot, start, estimated(snapshot, region))[end]))
    for toll, said in ((few, "few work there"), (most - few, "it pays less")):
        if toll >= MUCH:
            yield said


def cost_parts(snapshot: Snapshot, start: int, end: int) -> Mapping[Part, float]:
    """Return what a step costs, part by part, as of `pathways.steps.costs.parts`."""
    ends = [start, end]
    steps, shared = snapshot.steps, snapshot.steps.shared
    pairs = np.ix_(ends, ends)

    def of(matrix: Floats) -> Floats:
        return np.asarray(matrix[pairs])

    grounds = Grounds(
        related=of(snapshot.relatedness),
        closeness=of(steps.relatedness),
        related_work=of(snapshot.relatedness),  # which costs do not look at
        gaps=of(snapshot.gaps),
        shared=Shared(of(shared.knowledge), of(shared.programs)),
        traits=Traits.of(Occupations(tuple(snapshot.occupations[place] for place in ends)), _ready(snapshot, ends)),
    )
    found = parts(grounds, steps.another_degree[pairs], steps.another_apprenticeship[pairs])
    return {part: float(cost[0, 1]) for part, cost in found.items()}


def _ready(snapshot: Snapshot, places: list[int]) -> Preparation:
    """Return the preparation of some occupations."""
    ready = snapshot.preparation
    return Preparation(ready.education[places], ready.experience[places], ready.training[places], ready.degree[places])
