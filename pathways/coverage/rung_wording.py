"""The words for rungs: how near a job is, where it stands on the ladder, and what it asks besides competencies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ontology.records import printed
from pathways.amounts import count
from pathways.coverage.demand import AskingJob
from pathways.coverage.ladder_places import LadderPlace
from pathways.coverage.reach import Distance, RungReach
from pathways.coverage.wording import and_more, percent

ONLY_INTRODUCED: Final = (
    "“Only introduced” are those of the competencies that the job asks for that the college declares to be introduced, "
    "and nowhere reinforced or mastered: a graduate has met them, and may not yet do them alone."
)

JOBS: Final = 3
"""Jobs within reach that are named."""


def rung_words(rung: RungReach, *, doubtful: bool = False) -> str:
    """Return how near a rung is; no share of competencies stands in for a license.

    Parameters
    ----------
    doubtful
        Whether the program may be of another field.
    """
    needs = f", but needs: {rung.job.license}" if rung.job.license and rung.distance is Distance.NEAR else ""
    return f"{rung.distance.value}{', doubtful' if doubtful else ''}{needs}"


def reached_words(found: Sequence[RungReach]) -> str:
    """Return in a sentence which jobs are within reach, or that none is and which is nearest."""
    near = [rung for rung in found if rung.distance is Distance.NEAR]
    if near:
        names = and_more([printed(rung.job.label) for rung in near], JOBS)
        return f"{len(near):,} of {count(len(found), 'job')} {'is' if len(near) == 1 else 'are'} within reach: {names}."
    first = found[0]
    nearest = f"{printed(first.job.label)}, with {percent(first.share)} of what the job asks for"
    return f"None yet. The nearest is {nearest}." if first.share else "None yet."


def place_words(rung: RungReach) -> str:
    """Return at which height of the picture of the ladder a job stands."""
    if rung.place is None:
        return "not among its rungs"
    if not rung.place.level:
        return "apart: no step found"
    band = f"{rung.place.band[:1].lower()}{rung.place.band[1:]}"
    return f"level {rung.place.level} of {rung.place.levels} from the bottom ({band})"


def next_words(place: LadderPlace) -> str:
    """Return where one climbs from a rung, and where one goes sideways; empty for a rung that stands apart.

    Example
    -------
    >>> place = LadderPlace(ladder="http://x/1", title="Panel", level=2, levels=3, next=("Lead",), sideways=("Fitter",))
    >>> next_words(place)
    'next: Lead; sideways: Fitter'
    >>> next_words(place.model_copy(update={"next": (), "sideways": ()}))
    'no step leads up from here'
    """
    if not place.level:
        return ""
    up = f"next: {'; '.join(map(printed, place.next))}" if place.next else "no step leads up from here"
    return f"{up}; sideways: {'; '.join(map(printed, place.sideways))}" if place.sideways else up


def also_needs(job: AskingJob) -> str:
    """Return what a job asks besides competencies."""
    return "; ".join(filter(None, (job.license, job.education)))
