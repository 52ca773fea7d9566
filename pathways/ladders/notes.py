"""What a reader of a ladder must know: what it leaves out, where it ends, and what its numbers are of."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.ladders.transitions import transition
from pathways.occupations.sectors import Sector
from pathways.occupations.wages import Region
from pathways.records.ladder import Direction, Step
from pathways.records.rung import Rung
from pathways.snapshot import Snapshot


def what_stands_between(snapshot: Snapshot, reached: int, goal: int) -> str:
    """Return how far one gets toward a goal that cannot be reached, and what the goal asks for."""
    step = transition(snapshot, reached, goal)
    wanted = [words for words in (step.preparation.education, step.preparation.license) if words]
    asks = f"; it asks for {' and '.join(wanted)}" if wanted else ""
    near, far = (snapshot.occupations[place].label.value for place in (reached, goal))
    return f"The nearest rung that can be reached is {near}. From there to {far} no shared work leads{asks}."


def left_out(found: Sector, members: Sequence[int]) -> list[str]:
    """Count the occupations of a sector that are not drawn."""
    missing = len(found.members) - len(set(members))
    return [f"{missing} further occupations of this sector are not shown."] if missing else []


def dead_ends(rungs: Sequence[Rung]) -> list[str]:
    """Name the rungs from which nothing leads up."""
    ends = [rung.label.value for rung in rungs if rung.dead_end]
    return [f"Dead ends, from which no step leads up here: {', '.join(ends)}."] if ends else []


def drawn_below(rungs: Sequence[Rung], steps: Sequence[Step]) -> list[str]:
    """Say of those who lead, and whose job zone is lower than that of those they lead, why the arrow points down."""
    by_iri = {rung.occupation: rung for rung in rungs}
    pairs = [(by_iri[step.start], by_iri[step.end]) for step in steps if step.direction is not Direction.LATERAL]
    return [
        f"{end.label} lead, and yet stand below {start.label}: their job zone says that they need less preparation."
        for start, end in pairs
        if 0 < end.zone < start.zone
    ]


def grouped_pay(snapshot: Snapshot, places: Sequence[int], region: Region | None) -> list[str]:
    """Name the rungs whose pay is that of a wider group."""
    grouped = [snapshot.occupations[place].label.value for place in places if region and region.grouped[place]]
    return [f"Pay is published only for a wider group that includes: {', '.join(grouped)}."] if grouped else []
