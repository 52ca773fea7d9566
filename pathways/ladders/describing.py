"""What a ladder says of itself: how much it shows, how far it reaches, what its numbers are from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from pathways.amounts import count
from pathways.occupations.facts import SOURCE
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
    snapshot: Snapshot,
    places: Collection[int],
    rungs: Iterable[Rung],
    steps: Iterable[Step],
    paid: Collection[str] = (),
) -> tuple[Source, ...]:
    """Return the releases that anything said is from; a partnership only where it speaks of a rung.

    Who published the pay that a partnership passes on stands beside it.

    Parameters
    ----------
    places
        Of the rungs in the snapshot: their titles, job zones and schooling are from a release, too, without any step.
    paid
        Further releases whose pay is shown or counts.
    """
    shown = tuple(steps)
    named = {name for step in shown for evidence in step.evidence for name in evidence.source.split(", ")}
    named |= {gain.source for step in shown for gain in step.gains}
    return credited(snapshot, places, named, {*paid} | {rung.wage.source for rung in rungs if rung.wage})


def credited(
    snapshot: Snapshot, places: Collection[int], named: Collection[str], paid: Collection[str] = ()
) -> tuple[Source, ...]:
    """Return releases by their names, with those that say what some occupations are.

    Parameters
    ----------
    named
        Releases that say something of how the occupations are related; a partnership only counts for its members.
    paid
        Releases, or publishers, of pay.
    """
    speaking = {s.slug for s in snapshot.sectors if s.declared and {*places} & {*s.members}}
    silent = {s.slug for s in snapshot.sectors if s.declared} - speaking
    known = {source.name: source.name.partition("@")[0] for source in snapshot.sources}
    told = {name for name, slug in known.items() if slug in {SOURCE, *speaking} and places}
    kept = ({*named, *paid} | told) - {name for name, slug in known.items() if slug in silent}
    spoken = [source for source in snapshot.sources if source.name in kept]
    return (*spoken, *(Source(name=name, title=name) for name in sorted({*paid} - known.keys())))
