"""What a ladder says of itself: how much it shows, how far it reaches, what its numbers are from."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.amounts import count
from pathways.occupations.wages import Region
from pathways.records.ladder import Rung, Source, Step
from pathways.snapshot import Snapshot


def extent(
    snapshot: Snapshot, start: int | None, way: Sequence[int], rungs: Sequence[Rung], steps: Sequence[Step]
) -> str:
    """Return from where to where a ladder leads: along its first way, up, or from its lowest rung to its highest.

    A rung without a step is neither: nothing leads from it or to it.

    Parameters
    ----------
    start
        Where one stands who asks; ``None`` on the ladder of a sector.
    way
        The best one to a goal; empty where there is no goal.
    """
    if start is not None and not way:
        return f"up from {snapshot.occupations[start].label}"
    if way:
        first, last = (str(snapshot.occupations[place].label) for place in (way[0], way[-1]))
        return f"from {first} to {last}"
    met = {end for step in steps for end in (step.start, step.end)}
    joined = [rung for rung in rungs if rung.occupation in met]
    if not joined:
        return ""
    return f"from {joined[0].label} to {joined[-1].label}, by the preparation that they ask for"


def description(rungs: Sequence[Rung], steps: Sequence[Step], region: Region | None, reach: str) -> str:
    """Return how many occupations and steps there are, how far they reach, and whose pay is shown."""
    pay = f" Pay: {region.label}, {region.period}." if region else ""
    if len(rungs) == 1:
        return f"One occupation, {rungs[0].label}, and no step.{pay}"
    if not steps:
        return f"{count(len(rungs), 'occupation')} and no step between them.{pay}"
    counts = f"{count(len(rungs), 'occupation')} and {count(len(steps), 'step')}"
    return f"{counts}, {reach}.{pay}"


def sources(
    snapshot: Snapshot, places: Sequence[int], rungs: Sequence[Rung], steps: Sequence[Step]
) -> tuple[Source, ...]:
    """Return the releases that any number on the ladder came from; a partnership only where it speaks of a rung.

    Who published the pay that a partnership passes on stands beside it.
    """
    named = {name for step in steps for evidence in step.evidence for name in evidence.source.split(", ")}
    named |= {gain.source for step in steps for gain in step.gains}
    paid = {rung.wage.source for rung in rungs if rung.wage}
    silent = {s.slug for s in snapshot.sectors if s.declared and not {*places} & {*s.members}}
    known = {s.name: s for s in snapshot.sources}
    spoken = [s for s in known.values() if s.name in named | paid and s.name.partition("@")[0] not in silent]
    return (*spoken, *(Source(name=name, title=name) for name in sorted(paid - known.keys())))
