"""The ladder and its parts, as everyone outside the engine sees them."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ontology.records import Iri, Text

Share = Annotated[float, Field(ge=0, le=1)]
Zone = Annotated[int, Field(ge=0, le=5)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Direction(StrEnum):
    """Where a step leads."""

    ADVANCE = "advance"
    """To more preparation, or to better pay for the same."""
    LATERAL = "lateral"
    """To much the same preparation and pay."""
    BRIDGE = "bridge"
    """To a rung that skills alone do not open: a license, a degree or an apprenticeship stands between."""


class Reference(_Frozen):
    """A thing named by address and label, for instance a credential that a step asks for."""

    iri: Iri
    label: Text


class Source(_Frozen):
    """A release that numbers came from, with what its license asks to be said."""

    name: str
    title: str
    attribution: str = ""


class Wage(_Frozen):
    """Yearly pay in US dollars, where and when, and who says so.

    Parameters
    ----------
    low, median, high
        10th, 50th and 90th percentile.
    """

    region: str
    period: str
    source: str
    low: float | None = None
    median: float | None = None
    high: float | None = None


class Gain(_Frozen):
    """A competency in which the upper rung asks for more than the lower one has.

    Parameters
    ----------
    importance
        To the upper rung, 1 to 5.
    level_from, level_to
        On the competency's scale, 0 to 7; ``None`` where the lower rung has no rating.
    share
        Of the whole gap, 0 to 1.
    taught_by
        Courses that teach it.
    source
        Name of the release that the ratings are from.
    """

    competency: Iri
    label: Text
    kind: Iri
    importance: float | None = None
    level_from: float | None = None
    level_to: float | None = None
    share: Share
    taught_by: tuple[Reference, ...] = ()
    source: str


class Preparation(_Frozen):
    """What getting there takes.

    Parameters
    ----------
    zone_from, zone_to
        Job zones 1 to 5; 0 where unknown.
    education
        What most of those asked said the upper rung requires.
    training_months
        Typical months of training for the upper rung.
    license
        Without which nobody may work there; empty where none is known.
    """

    zone_from: Zone = 0
    zone_to: Zone = 0
    education: str = ""
    training_months: float | None = None
    license: str = ""


class Evidence(_Frozen):
    """How one view of two occupations sees them: the evidence behind a relatedness.

    Parameters
    ----------
    view
        For instance ``knowledge`` or ``tasks``.
    similarity
        -1 to 1.
    rank
        Place of the upper rung among all that the lower one could go to in this view; 1 is the closest.
    source
        Name of the release behind the view.
    """

    view: str
    similarity: Annotated[float, Field(ge=-1, le=1)]
    rank: Annotated[int, Field(ge=1)]
    source: str


class Step(_Frozen):
    """From one rung to another, with every reason.

    Parameters
    ----------
    relatedness
        0 to 1; how close the two are over all views.
    gap
        0 (nothing to learn) to 1: what the upper rung needs above what the lower one has, weighted by importance.
    wage_change
        Of the median, as a fraction of the lower one: 0.25 is a quarter more.
    credentials, helpful
        What the upper rung asks for, and what is of use there, that the lower one has no use for.
    main
        Whether it is on the best route.
    """

    start: Iri
    end: Iri
    direction: Direction
    relatedness: Share
    gap: Share | None = None
    gains: tuple[Gain, ...] = ()
    preparation: Preparation = Preparation()
    wage_change: float | None = None
    credentials: tuple[Reference, ...] = ()
    helpful: tuple[Reference, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    main: bool = False


class Rung(_Frozen):
    """An occupation on a ladder.

    Parameters
    ----------
    zone
        Job zone 1 to 5; 0 where unknown.
    entry
        Whether one can begin here.
    dead_end
        Whether nothing leads up from here although it is not an advanced rung.
    """

    occupation: Iri
    code: str
    label: Text
    zone: Zone = 0
    description: str = ""
    education: str = ""
    entry: bool = False
    dead_end: bool = False
    main: bool = False
    wage: Wage | None = None


class Ladder(_Frozen):
    """Rungs and steps, from entry-level to advanced.

    Parameters
    ----------
    rungs
        In the order of preparation, then pay, then title.
    routes
        Ways from start to goal as addresses of rungs, the best first; empty for a whole sector.
    notes
        What a reader must know: dead ends, what could not be computed and why.
    """

    iri: Iri
    title: str
    description: str
    rungs: tuple[Rung, ...]
    steps: tuple[Step, ...]
    routes: tuple[tuple[Iri, ...], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        rungs = [rung.occupation for rung in self.rungs]
        twice = [occupation for occupation, count in Counter(rungs).items() if count > 1]
        met = {end for step in self.steps for end in (step.start, step.end)}.union(*self.routes)
        strange = sorted(met.difference(rungs))
        if twice or strange:
            message = f"rungs given twice: {twice}; in steps or routes but not among the rungs: {strange}"
            raise ValueError(message)
        return self

    def rung(self, occupation: str) -> Rung:
        """Return the rung of an occupation.

        Raises
        ------
        KeyError
            Where the ladder has none.
        """
        for rung in self.rungs:
            if rung.occupation == occupation:
                return rung
        raise KeyError(occupation)
