"""Ladders: between two occupations, onward from one, and across a sector."""

from __future__ import annotations

from itertools import pairwise

from pathways.ladders.best_ways import WAYS
from pathways.ladders.choosing import chosen
from pathways.ladders.climbs import MOST_RUNGS, onward_steps, sector_steps
from pathways.ladders.drawing import Drawing, drawn
from pathways.ladders.further import (
    begins_late,
    brought_up_to_date,
    entry_rungs,
    further,
    jobs_estimated,
    left_out,
)
from pathways.ladders.goal import ways_and_notes
from pathways.ladders.notes import directly, nothing_near
from pathways.occupations.sectors import Sector, find_sector
from pathways.occupations.wages import find_region
from pathways.records.ladder import Ladder
from pathways.snapshot import Snapshot


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
    drawing = Drawing(
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
    return drawn(snapshot, drawing, place)


def onward(snapshot: Snapshot, start: int, region: str = "", *, enough: float | None = None) -> Ladder:
    """Return the ladder up from one occupation: its best next steps and what they lead to.

    Parameters and errors as of `between` and `sector`.
    """
    occupation = snapshot.occupations[start]
    place = find_region(snapshot.regions, region)
    pairs = onward_steps(snapshot, start, place)
    notes = [] if pairs else [nothing_near(snapshot, start, place)]
    drawing = Drawing(
        title=f"Up from {occupation.label}",
        asked={"from": occupation.code, "enough": _said(enough)},
        places=(start, *(place for pair in pairs for place in pair)),
        pairs=tuple(pairs),
        notes=tuple(notes),
        start=start,
        enough=enough,
    )
    return drawn(snapshot, drawing, place)


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
    drawing = Drawing(
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
    return drawn(snapshot, drawing, place).model_copy(update={"further": asides})


def _said(amount: float | None) -> str:
    return "" if amount is None else f"{amount:g}"


def _own_region(snapshot: Snapshot, found: Sector) -> str:
    """Return the code of a partnership's region where its pay is loaded."""
    return next((region.code for region in snapshot.regions if region.code == found.region), "")
