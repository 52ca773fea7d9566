"""Ladders: between two occupations, onward from one, and across a sector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise, takewhile

import numpy as np

from ontology.records import Iri
from pathways.bridges import apprenticeships_into
from pathways.ladders.best_ways import WAYS, best_ways
from pathways.ladders.choosing import chosen
from pathways.ladders.climbs import MOST_RUNGS, onward_steps, sector_steps
from pathways.ladders.describing import description, extent, sources
from pathways.ladders.further import (
    begins_late,
    brought_up_to_date,
    entry_rungs,
    further,
    jobs_estimated,
    left_out,
)
from pathways.ladders.notes import (
    dead_ends,
    directly,
    drawn_below,
    grouped_pay,
    no_way_in,
    nothing_near,
    off_ramps,
    pay_stands_in,
    same_ends,
    too_far,
    unknown_preparation,
)
from pathways.ladders.off_ramps import middle_pay, with_off_ramps
from pathways.ladders.search import reachable
from pathways.ladders.sound import support
from pathways.ladders.standing import height, is_advanced, is_special_form, passable
from pathways.ladders.tolls import SLACK
from pathways.ladders.transitions import transition
from pathways.occupations.licenses import some_license_of
from pathways.occupations.marks import bars, marked, wage_bar
from pathways.occupations.sectors import Sector, find_sector
from pathways.occupations.wages import Region, find_region
from pathways.records.ladder import Ladder, Rung
from pathways.snapshot import Snapshot

Pair = tuple[int, int]

NEAR = 2.0
"""Cost up to which a rung is near the start where the goal is too far: two sound steps."""
TOWARD = 0.35
"""Relatedness to the goal from which on such a rung lies toward it."""
GOOD = 0.45
"""Support of each step to it, other than to lead."""


def between(snapshot: Snapshot, start: int, goal: int, region: str = "", most: int = WAYS) -> Ladder:
    """Return the ladder from one occupation to another: the best ways there, merged.

    Parameters
    ----------
    start, goal
        Places in the snapshot, as of `Snapshot.find`.
    region
        Code or name of the region whose pay to show; the nation where empty.
    most
        Ways to draw, as of `best_ways`.

    Raises
    ------
    NotFoundError
        Where the region is unknown.
    """
    names = [str(snapshot.occupations[place].label) for place in (start, goal)]
    place = find_region(snapshot.regions, region)
    ways, notes = ways_and_notes(snapshot, start, goal, place, most)
    plan = _Plan(
        title=f"From {names[0]} to {names[1]}",
        asked={
            "from": snapshot.occupations[start].code,
            "to": snapshot.occupations[goal].code,
            "ways": "" if most == WAYS else str(most),
        },
        places=(start, goal, *(place for way in ways for place in way)),
        pairs=tuple(dict.fromkeys(pair for way in ways for pair in pairwise(way))),
        notes=(*notes, *directly(snapshot, start, goal, ways)),
        start=start,
        ways=tuple(ways),
    )
    return _ladder(snapshot, plan, place)


def onward(snapshot: Snapshot, start: int, region: str = "", *, enough: float | None = None) -> Ladder:
    """Return the ladder up from one occupation: its best next steps and what they lead to.

    Parameters and errors as of `between` and `sector`.
    """
    occupation = snapshot.occupations[start]
    place = find_region(snapshot.regions, region)
    pairs = onward_steps(snapshot, start, place)
    notes = [] if pairs else [nothing_near(snapshot, start, place)]
    plan = _Plan(
        title=f"Up from {occupation.label}",
        asked={"from": occupation.code, "enough": _said(enough)},
        places=(start, *(place for pair in pairs for place in pair)),
        pairs=tuple(pairs),
        notes=tuple(notes),
        start=start,
        enough=enough,
    )
    return _ladder(snapshot, plan, place)


def sector(
    snapshot: Snapshot, name: str, region: str = "", most: int = MOST_RUNGS, *, enough: float | None = None
) -> Ladder:
    """Return the ladder of a sector, from its entry rungs to its advanced ones.

    Parameters
    ----------
    name
        Slug or label of a sector of any kind.
    region
        As of `between`; a partnership's own where empty.
    most
        Rungs to draw; of more, as of `chosen`, the others are named.
    enough
        US dollars a year from which on one can stay on a rung that leads no further; the median of the ladder's own
        medians where none is given.

    Raises
    ------
    NotFoundError
        Where the sector or the region is unknown.
    """
    found = find_sector(snapshot.sectors, name)
    place = find_region(snapshot.regions, region or _own_region(snapshot, found))
    members = chosen(snapshot, found, place, most)
    pairs = sector_steps(snapshot, members, place)
    entries, asides = entry_rungs(snapshot, members, pairs), further(snapshot, found, members, place)
    plan = _Plan(
        title=f"Career ladder: {found.label}",
        asked={"sector": found.slug, "rungs": "" if most == MOST_RUNGS else str(most), "enough": _said(enough)},
        places=tuple(members),
        pairs=tuple(pairs),
        notes=(
            *left_out(asides),
            *jobs_estimated(snapshot, members, place),
            *brought_up_to_date(found),
            *begins_late(snapshot, entries),
        ),
        entries=entries,
        whole=True,
        enough=enough,
    )
    return _ladder(snapshot, plan, place).model_copy(update={"further": asides})


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
    enough: float | None = None
    """US dollars a year from which on one can stay on a rung; ``None`` for the median of the ladder."""


def _ladder(snapshot: Snapshot, plan: _Plan, region: Region | None) -> Ladder:
    best = plan.ways[0] if plan.ways else ()
    main = set(pairwise(best))
    steps = tuple(transition(snapshot, a, b, region).model_copy(update={"main": (a, b) in main}) for a, b in plan.pairs)
    ends = {*plan.places} - {a for a, _ in plan.pairs} if plan.whole else set()
    closed = {*plan.places} - {b for _, b in plan.pairs} - plan.entries if plan.whole else set()
    order = sorted({*plan.places}, key=lambda place: height(snapshot, place, region))
    rungs = tuple(
        rung(snapshot, place, region).model_copy(
            update={
                "entry": place in plan.entries,
                "start": place == plan.start,
                "dead_end": place in ends and not is_advanced(snapshot, place),
                "no_way_in": place in closed,
                "main": place in best,
            }
        )
        for place in order
    )
    enough = middle_pay(rungs) if plan.enough is None else plan.enough
    rungs = with_off_ramps(snapshot, rungs, steps, region, enough, whole=plan.whole)
    return Ladder(
        iri=Iri(snapshot.identifiers.service("ladders", {**plan.asked, "region": region.code if region else ""})),
        title=plan.title,
        description=description(rungs, steps, region, extent(snapshot, plan.start, best, rungs, steps)),
        rungs=rungs,
        steps=steps,
        routes=tuple(tuple(snapshot.occupations[place].iri for place in way) for way in plan.ways),
        notes=(
            *plan.notes,
            *unknown_preparation(rungs),
            *no_way_in(snapshot, rungs),
            *drawn_below(rungs, steps),
            *dead_ends(rungs),
            *off_ramps(rungs, enough),
            *pay_stands_in(rungs),
            *grouped_pay(snapshot, order, region),
        ),
        sources=sources(snapshot, order, rungs, steps),
        enough=plan.enough,
        bars=bars(snapshot.regional(region)),
    )


def _said(amount: float | None) -> str:
    return "" if amount is None else f"{amount:g}"


def rung(snapshot: Snapshot, place: int, region: Region | None) -> Rung:
    """Return what is said of an occupation wherever it stands: pay in a region, marks, education, license."""
    occupation, pay = snapshot.occupations[place], snapshot.regional(region)
    wage, jobs = pay.wage(place), float(pay.jobs[place])
    found = Rung(
        occupation=occupation.iri,
        code=occupation.code,
        label=occupation.label,
        zone=occupation.zone,
        description=occupation.description,
        education=occupation.education or snapshot.schooling.middle(place) or snapshot.education(place),
        schooling=() if occupation.education else snapshot.schooling.said(place),
        license=snapshot.license(place),
        some_license="" if snapshot.license(place) else some_license_of(occupation.code),
        wage=wage,
        employed=None if np.isnan(jobs) else jobs,
        apprenticeships=apprenticeships_into(snapshot.offers, place, wage),
    )
    return marked(found, bars(pay), wage_bar(pay, place))


def ways_between(
    snapshot: Snapshot, start: int, goal: int, region: Region | None = None, most: int = WAYS
) -> list[tuple[int, ...]]:
    """Return the ways that the ladder from one occupation to another draws, the best first.

    Where the goal cannot be reached, the only way ends at the nearest rung that can, or at the start itself.
    """
    return ways_and_notes(snapshot, start, goal, region, most)[0]


def ways_and_notes(
    snapshot: Snapshot, start: int, goal: int, region: Region | None, most: int = WAYS
) -> tuple[list[tuple[int, ...]], list[str]]:
    """Return the same ways, and what must be said of them: why none leads to the goal, and what stands between."""
    names = [str(snapshot.occupations[place].label) for place in (start, goal)]
    if start == goal:
        return [(start,)], [same_ends(snapshot, start)]
    if is_special_form(snapshot, start, goal):
        return [(start,)], [f"{names[0]} is a special form of {names[1]}: no ladder leads up from one to the other."]
    if not passable(snapshot, start, goal)[goal]:
        note = f"{names[1]} ask for less preparation than {names[0]}: no ladder leads up to them."
        return [(start,)], [note]
    if found := best_ways(snapshot, start, goal, region, most):
        return found, []
    near, reached = _nearest_way(snapshot, start, goal, region)
    return near, too_far(snapshot, start, reached, goal)


def _own_region(snapshot: Snapshot, found: Sector) -> str:
    """Return the code of a partnership's region where its pay is loaded."""
    return next((region.code for region in snapshot.regions if region.code == found.region), "")


def _nearest_way(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> tuple[list[tuple[int, ...]], int]:
    """Return the way to the occupation closest to the goal that a few good steps lead to; the start is one itself."""
    close = (reachable(snapshot, start) <= NEAR) & (snapshot.ranks <= max(snapshot.ranks[[start, goal]]))
    closeness = np.where(close, snapshot.relatedness[:, goal], -1)
    closeness[goal] = -1
    least = max(float(snapshot.relatedness[start, goal]) + SLACK, TOWARD)
    nearer = (int(place) for place in np.argsort(-closeness, kind="stable"))
    for place in takewhile(lambda place: closeness[place] > least, nearer):
        way = best_ways(snapshot, start, place, region, 1)  # none where only managers lead there
        if way and support(snapshot, way[0]) >= GOOD:
            return way, place
    return [(start,)], start
