"""What is said of a sector as a whole: which occupations are not drawn, where one begins, how old its list is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.amounts import count
from pathways.ladders.choosing import employed, set_apart
from pathways.ladders.estimating import estimated, unpublished
from pathways.ladders.standing import ENTRY_ZONE, is_entry
from pathways.occupations.sectors import Sector
from pathways.occupations.wages import Region
from pathways.records.ladder import Aside
from pathways.snapshot import Snapshot

NAMED = 3
"""Occupations that are not drawn and are named in a note; the text names all."""


def further(snapshot: Snapshot, found: Sector, members: Sequence[int], region: Region | None) -> tuple[Aside, ...]:
    """Return the occupations of a sector that are not drawn: those with the most jobs first, those apart last."""
    region = estimated(snapshot, region)
    people = employed(snapshot, region)
    missing = sorted({*found.members} - {*members})
    apart = {*set_apart(snapshot, found.members, region)} if missing else set()
    asides = (
        Aside(occupation=entry.iri, code=entry.code, label=entry.label, apart=place in apart)
        for place in sorted(missing, key=lambda place: (place in apart, -people[place]))
        for entry in (snapshot.occupations[place],)
    )
    return tuple(asides)


def entry_rungs(snapshot: Snapshot, members: Sequence[int], pairs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return where one can begin on a ladder: as of `is_entry`; else at the rungs of its lowest zone that lead on.

    Parameters
    ----------
    pairs
        The steps of the ladder, from and to.
    """
    if begun := frozenset(member for member in members if is_entry(snapshot, member)):
        return begun
    leading, reached = {start for start, _ in pairs}, {end for _, end in pairs}
    lowest = min((snapshot.occupations[member].zone for member in members), default=0)
    return frozenset(place for place in leading - reached if snapshot.occupations[place].zone == lowest)


def left_out(asides: Sequence[Aside]) -> list[str]:
    """Count the occupations of a sector that are not drawn, and name the first."""
    if not asides:
        return []
    names = "; ".join(str(aside.label) for aside in asides[:NAMED])
    more = f" and {len(asides) - NAMED} more" if len(asides) > NAMED else ""
    return [f"{count(len(asides), 'further occupation')} of this sector not drawn: {names}{more}."]


def jobs_estimated(snapshot: Snapshot, members: Sequence[int], region: Region | None) -> list[str]:
    """Say of which drawn occupations a region publishes no jobs, so that a wider one's stand in for the choice."""
    places = unpublished(snapshot, members, region)
    if region is None or not places:
        return []
    names = "; ".join(str(snapshot.occupations[place].label) for place in places)
    return [
        f"{region.label} publishes no number of jobs of {names}: chosen by what its share would be of the jobs of the "
        "state or the nation."
    ]


def begins_late(snapshot: Snapshot, entries: Iterable[int]) -> list[str]:
    """Say of a sector without any occupation of job zone 1 or 2 where one begins."""
    entered = sorted(entries)
    if not entered or not all(snapshot.occupations[place].zone > ENTRY_ZONE for place in entered):
        return []
    names = "; ".join(str(snapshot.occupations[place].label) for place in entered)
    return [f"No rung here is open without some school or experience; one begins at: {names}."]


def brought_up_to_date(found: Sector) -> list[str]:
    """Say how old the list of a sector is, and how many of its occupations the list does not name."""
    if not found.listed:
        return []
    inferred = f"{len(found.inferred)} of {count(len(found.members), 'occupation')}"
    how = "as successors of withdrawn ones or as members of the same groups"
    return [f"The list of this {found.kind} is of {found.listed}. Inferred, {how}: {inferred}."]
