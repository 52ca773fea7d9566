"""Ladders: between two occupations, onward from one, and across a sector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

import numpy as np

from ontology.records import Iri
from pathways.amounts import count
from pathways.bridges import apprenticeships_into
from pathways.ladders.climbs import onward_steps, sector_steps
from pathways.ladders.notes import dead_ends, drawn_below, grouped_pay, left_out, what_stands_between
from pathways.ladders.routes import WAYS, reachable, routes
from pathways.ladders.standing import height, is_advanced, is_entry, is_special_form, passable
from pathways.ladders.transitions import transition
from pathways.occupations.sectors import Sector, find_sector
from pathways.occupations.wages import Region, find_region
from pathways.records.ladder import Ladder, Rung, Source, Step
from pathways.snapshot import Snapshot

Pair = tuple[int, int]


def between(snapshot: Snapshot, start: int, goal: int, region: str = "", most: int = WAYS) -> Ladder:
    """Return the ladder from one occupation to another: the best ways there, merged.

    Parameters
    ----------
    start, goal
        Places in the snapshot, as of `Snapshot.find`.
    region
        Code or name of the region whose pay to show; the nation where empty.
    most
        Ways to draw, as of `routes`.

    Raises
    ------
    NotFoundError
        Where the region is unknown.
    """
    names = [snapshot.occupations[place].label.value for place in (start, goal)]
    place = find_region(snapshot.regions, region)
    ways, notes = _ways(snapshot, start, goal, place, most)
    plan = _Plan(
        title=f"From {names[0]} to {names[1]}",
        asked={
            "from": snapshot.occupations[start].code,
            "to": snapshot.occupations[goal].code,
            "ways": "" if most == WAYS else str(most),
        },
        places=(start, goal, *(place for way in ways for place in way)),
        pairs=tuple(dict.fromkeys(pair for way in ways for pair in pairwise(way))),
        notes=tuple(notes),
        start=start,
        ways=tuple(ways),
    )
    return _ladder(snapshot, plan, place)


def onward(snapshot: Snapshot, start: int, region: str = "") -> Ladder:
    """Return the ladder up from one occupation: its best next steps and what they lead to.

    Parameters and errors as of `between`.
    """
    occupation = snapshot.occupations[start]
    place = find_region(snapshot.regions, region)
    pairs = onward_steps(snapshot, start, place)
    notes = [] if pairs else [f"Nothing higher is close to {occupation.label.value}."]
    plan = _Plan(
        title=f"Up from {occupation.label.value}",
        asked={"from": occupation.code},
        places=(start, *(place for pair in pairs for place in pair)),
        pairs=tuple(pairs),
        notes=tuple(notes),
        start=start,
    )
    return _ladder(snapshot, plan, place)


def sector(snapshot: Snapshot, name: str, region: str = "") -> Ladder:
    """Return the ladder of a sector, from its entry rungs to its advanced ones.

    Parameters
    ----------
    name
        Slug or label of a partnership or a career cluster.
    region
        As of `between`; a partnership's own where empty.

    Raises
    ------
    NotFoundError
        Where the sector or the region is unknown.
    """
    found = find_sector(snapshot.sectors, name)
    place = find_region(snapshot.regions, region or _own_region(snapshot, found))
    members, pairs = sector_steps(snapshot, found, place)
    plan = _Plan(
        title=f"Career ladder: {found.label}",
        asked={"sector": found.slug},
        places=tuple(members),
        pairs=tuple(pairs),
        notes=tuple(left_out(found, members)),
        entries=frozenset(member for member in members if is_entry(snapshot, member)),
        whole=True,
    )
    return _ladder(snapshot, plan, place)


@dataclass(frozen=True)
class _Plan:
    """What a ladder is to show, before anything is explained."""

    title: str
    asked: Mapping[str, str]
    places: tuple[int, ...]
    pairs: tuple[Pair, ...]
    notes: tuple[str, ...]
    start: int | None = None
    entries: frozenset[int] = frozenset()
    ways: tuple[tuple[int, ...], ...] = ()
    whole: bool = False
    """Whether a rung without a step up is a dead end, and not merely where the drawing stops."""


def _ladder(snapshot: Snapshot, plan: _Plan, region: Region | None) -> Ladder:
    best = plan.ways[0] if plan.ways else ()
    main = set(pairwise(best))
    steps = tuple(transition(snapshot, a, b, region).model_copy(update={"main": (a, b) in main}) for a, b in plan.pairs)
    ends = {*plan.places} - {a for a, _ in plan.pairs} if plan.whole else set()
    order = sorted({*plan.places}, key=lambda place: height(snapshot, place, region))
    rungs = tuple(
        rung(snapshot, place, region).model_copy(
            update={
                "entry": place in plan.entries,
                "start": place == plan.start,
                "dead_end": place in ends and not is_advanced(snapshot, place),
                "main": place in best,
            }
        )
        for place in order
    )
    return Ladder(
        iri=Iri(snapshot.identifiers.service("ladders", {**plan.asked, "region": region.code if region else ""})),
        title=plan.title,
        description=_description(rungs, steps, region, _extent(snapshot, plan, rungs, steps)),
        rungs=rungs,
        steps=steps,
        routes=tuple(tuple(snapshot.occupations[place].iri for place in way) for way in plan.ways),
        notes=(*plan.notes, *drawn_below(rungs, steps), *dead_ends(rungs), *grouped_pay(snapshot, order, region)),
        sources=_sources(snapshot, order, rungs, steps),
    )


def rung(snapshot: Snapshot, place: int, region: Region | None) -> Rung:
    """Return what is said of an occupation wherever it stands: pay in a region, education, license."""
    occupation = snapshot.occupations[place]
    wage = region.wage(place) if region else None
    return Rung(
        occupation=occupation.iri,
        code=occupation.code,
        label=occupation.label,
        zone=occupation.zone,
        description=occupation.description,
        education=occupation.education or snapshot.schooling.middle(place) or snapshot.education(place),
        schooling=() if occupation.education else snapshot.schooling.said(place),
        license=snapshot.license(place),
        wage=wage,
        apprenticeships=apprenticeships_into(snapshot.offers, place, wage),
    )


def ways_between(
    snapshot: Snapshot, start: int, goal: int, region: Region | None = None, most: int = WAYS
) -> list[tuple[int, ...]]:
    """Return the ways that the ladder from one occupation to another draws, the best first.

    Where the goal cannot be reached, the only way ends at the nearest rung that can, or at the start itself.
    """
    return _ways(snapshot, start, goal, region, most)[0]


def _ways(
    snapshot: Snapshot, start: int, goal: int, region: Region | None, most: int
) -> tuple[list[tuple[int, ...]], list[str]]:
    """Return the ways from start to goal, the best first, and what must be said of them."""
    names = [snapshot.occupations[place].label.value for place in (start, goal)]
    if start == goal:
        return [(start,)], [f"Start and goal are the same: {names[0]}."]
    if is_special_form(snapshot, start, goal):
        return [(start,)], [f"{names[0]} is a special form of {names[1]}: no ladder leads up from one to the other."]
    if not passable(snapshot, start, goal)[goal]:
        note = f"{names[1]} ask for less preparation than {names[0]}: no ladder leads up to them."
        return [(start,)], [note]
    if found := routes(snapshot, start, goal, region, most):
        return found, []
    near, reached = _nearest_way(snapshot, start, goal, region)
    note = f"No way of sound steps leads from {names[0]} to {names[1]}."
    return near, [note, what_stands_between(snapshot, reached, goal)]


def _own_region(snapshot: Snapshot, found: Sector) -> str:
    """Return the code of a partnership's region where its pay is loaded."""
    return next((region.code for region in snapshot.regions if region.code == found.region), "")


def _nearest_way(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> tuple[list[tuple[int, ...]], int]:
    """Return the way to the reachable occupation that is closest to the goal; the start is one itself."""
    costs = reachable(snapshot, start)
    closeness = np.where(np.isfinite(costs), snapshot.relatedness[:, goal], -1)
    closeness[goal] = -1
    nearer = (int(place) for place in np.argsort(-closeness, kind="stable"))
    for place in takewhile(lambda place: place != start, nearer):
        if way := routes(snapshot, start, place, region)[:1]:  # none where only managers lead there
            return way, place
    return [(start,)], start


def _extent(snapshot: Snapshot, plan: _Plan, rungs: Sequence[Rung], steps: Sequence[Step]) -> str:
    """Return from where to where a ladder leads: along its first way, up, or from its lowest rung to its highest.

    A rung without a step is neither: nothing leads from it or to it.
    """
    if plan.start is not None and not plan.ways:
        return f"up from {snapshot.occupations[plan.start].label.value}"
    if plan.ways:
        first, last = (snapshot.occupations[place].label.value for place in (plan.ways[0][0], plan.ways[0][-1]))
        return f"from {first} to {last}"
    met = {end for step in steps for end in (step.start, step.end)}
    joined = [rung for rung in rungs if rung.occupation in met]
    if not joined:
        return ""
    return f"from {joined[0].label} to {joined[-1].label}, by the preparation that they ask for"


def _description(rungs: Sequence[Rung], steps: Sequence[Step], region: Region | None, extent: str) -> str:
    pay = f" Pay: {region.label}, {region.period}." if region else ""
    if len(rungs) == 1:
        return f"One occupation, {rungs[0].label}, and no step.{pay}"
    if not steps:
        return f"{count(len(rungs), 'occupation')} and no step between them.{pay}"
    counts = f"{count(len(rungs), 'occupation')} and {count(len(steps), 'step')}"
    return f"{counts}, {extent}.{pay}"


def _sources(
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
