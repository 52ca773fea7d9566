"""Reach: how much of what an occupation asks a graduate of a program brings, and what is still missing.

The share is that of the essential competencies, each weighed by its importance above *not important* (`Ask.weight`):
the weights of those that are taught over the weights of all. It counts competencies only. It says nothing of
experience, age, licenses or degrees, nor of how well a graduate does what was taught.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from ontology.records import Iri
from pathways.coverage.demand import Ask, AskingJob, Demand, Want
from pathways.coverage.ladder_places import LadderPlace
from pathways.coverage.part import Part
from pathways.coverage.proposal import Standing

NEAR: Final = 0.7
"""Share from which a rung is called within reach; a convention, see the reference."""

PARTLY: Final = 0.4
"""Share from which it is called partly covered."""

NOWHERE: Final[Mapping[str, LadderPlace]] = {}
"""No ladder is known."""

Share = Annotated[float, Field(ge=0, le=1)]


class Distance(StrEnum):
    """How near a rung is, in the words that every form uses."""

    NEAR = "within reach"
    PARTLY = "partly covered"
    FAR = "mostly not covered"


class Lack(Part):
    """A competency that a rung asks for and no course teaches.

    Parameters
    ----------
    importance
        To the rung, 1 to 5; ``None`` where it is not rated.
    """

    competency: Iri
    label: str
    importance: float | None = None


class RungReach(Part):
    """An occupation, and what a graduate brings to it.

    Parameters
    ----------
    share
        Of the weight of its essential competencies, 0 to 1: those that are taught or suggested as taught.
    accepted
        The same, of those alone that a reviewer accepted.
    asked
        How many essential competencies it has.
    covered, confirmed
        How many of them some outcome says, and of how many of these a reviewer says so.
    lacks
        Those of them that no outcome says, the most important first.
    introduced
        Labels of those that are only introduced, as the college declares.
    place
        On the ladder of those who ask; ``None`` where no ladder is known, or it leaves the occupation out.
    """

    job: AskingJob
    share: Share
    accepted: Share
    asked: Annotated[int, Field(ge=1)]
    covered: Annotated[int, Field(ge=0)]
    confirmed: Annotated[int, Field(ge=0)]
    lacks: tuple[Lack, ...] = ()
    introduced: tuple[str, ...] = ()
    place: LadderPlace | None = None

    @property
    def unconfirmed(self) -> int:
        """Return how many of the covered competencies are only suggested."""
        return self.covered - self.confirmed

    @property
    def distance(self) -> Distance:
        """Return how near it is."""
        return Distance.NEAR if self.share >= NEAR else Distance.PARTLY if self.share >= PARTLY else Distance.FAR


def reach(
    demand: Demand,
    standings: Mapping[str, Standing],
    introduced: Collection[str] = (),
    places: Mapping[str, LadderPlace] = NOWHERE,
) -> tuple[RungReach, ...]:
    """Return how near the jobs are to a graduate, the nearest first; those that rate nothing essential are left out.

    Parameters
    ----------
    standings
        How surely the competencies are taught that are.
    introduced
        Which of them are only introduced, as the college declares.
    places
        Of the jobs on the ladder of those who ask, by address.
    """
    needs: dict[str, list[tuple[Want, Ask]]] = {}
    for want in demand.wants:
        for ask in want.asks:
            if ask.essential:
                needs.setdefault(ask.job, []).append((want, ask))
    found = [
        _rung(job, needs[job.iri], standings, introduced).model_copy(update={"place": places.get(job.iri)})
        for job in demand.jobs
        if job.iri in needs
    ]
    return tuple(sorted(found, key=lambda rung: (-rung.share, rung.job.zone, rung.job.label)))


def _rung(
    job: AskingJob,
    needs: Sequence[tuple[Want, Ask]],
    standings: Mapping[str, Standing],
    introduced: Collection[str],
) -> RungReach:
    ordered = sorted(needs, key=lambda need: (-need[1].weight, need[0].label))
    brought = [need for need in ordered if need[0].competency in standings]
    accepted = [need for need in brought if standings[need[0].competency] is Standing.TAUGHT]
    return RungReach(
        job=job,
        share=_share(brought, ordered),
        accepted=_share(accepted, ordered),
        asked=len(ordered),
        covered=len(brought),
        confirmed=len(accepted),
        lacks=tuple(
            Lack(competency=want.competency, label=want.called, importance=ask.importance)
            for want, ask in ordered
            if want.competency not in standings
        ),
        introduced=tuple(want.called for want, _ in brought if want.competency in introduced),
    )


def _share(some: Iterable[tuple[Want, Ask]], all_: Iterable[tuple[Want, Ask]]) -> float:
    """Return the weight of some needs in that of all, 0 to 1; 0 where all weigh nothing."""
    whole = sum(ask.weight for _, ask in all_)
    return min(1.0, sum(ask.weight for _, ask in some) / whole) if whole else 0.0
