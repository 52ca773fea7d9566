"""The occupations most related to one, with the evidence of each view."""

from __future__ import annotations

from pathways.arrays import closest
from pathways.ladders.transitions import evidence
from pathways.records.ladder import Evidence
from pathways.records.neighbor import Neighbor
from pathways.snapshot import Snapshot


class Related(Neighbor):
    """An occupation that is close to another, by all views.

    The score is the probability that O*NET's experts would list it, where O*NET is loaded whole; else its relatedness.
    """

    evidence: tuple[Evidence, ...] = ()


def related(snapshot: Snapshot, place: int, top: int = 20) -> list[Related]:
    """Return the occupations most related to one, the closest first; none with which it shares no evidence.

    Parameters
    ----------
    place
        Of the occupation in the snapshot, as of `Snapshot.find`.
    top
        How many at most.
    """
    order = closest(snapshot.nearness[place], top)
    return [_related(snapshot, place, other, rank) for rank, other in enumerate(order, start=1)]


def _related(snapshot: Snapshot, place: int, other: int, rank: int) -> Related:
    occupation = snapshot.occupations[other]
    return Related(
        iri=occupation.iri,
        code=occupation.code,
        label=occupation.label,
        rank=rank,
        score=round(float(snapshot.nearness[place, other]), 4),
        evidence=evidence(snapshot, place, other),
    )
