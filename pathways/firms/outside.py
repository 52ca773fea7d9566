"""Where a firm's own ladder ends and the one across firms goes on."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.ladders.building import sector
from pathways.occupations.sectors import find_sector
from pathways.records.ladder import Ladder
from pathways.snapshot import Snapshot


def outside(snapshot: Snapshot, drawn: Ladder, sector_name: str = "", region: str = "") -> Iterator[str]:
    """Yield where the ladder across firms leads from the rungs that nothing leaves in the firm.

    Parameters
    ----------
    snapshot
        As everyone sees it, not the firm alone.
    drawn
        The firm's own ladder.
    sector_name
        Of the ladder across firms; the partnerships that speak of a rung where none is named.
    """
    ends = {rung.occupation: rung.label for rung in drawn.rungs if rung.dead_end}
    for name in _across(snapshot, list(ends), sector_name):
        across = sector(snapshot, name, region)
        for end, label in ends.items():
            to = [str(across.rung(step.end).label) for step in across.steps if step.start == end]
            if to:
                yield f"Outside the firm: from {label} the ladder of {_named(across)} goes on to {', '.join(to)}."


def _across(snapshot: Snapshot, ends: list[str], sector_name: str) -> list[str]:
    """Return the slugs of the sectors whose ladders are looked at; none where nothing ends."""
    if not ends or sector_name:
        return [find_sector(snapshot.sectors, sector_name).slug] if ends else []
    places = {snapshot.occupations.by_iri[end] for end in ends}
    return [one.slug for one in snapshot.sectors if one.declared and places & {*one.members}]


def _named(across: Ladder) -> str:
    return across.title.removeprefix("Career ladder: ")
