"""The ladder and its parts, as everyone outside the engine sees them."""

from __future__ import annotations

from collections import Counter
from typing import Self

from pydantic import model_validator

from ontology.frozen import Frozen
from ontology.records import Iri, Text
from pathways.records.mark import Bars, RungMark
from pathways.records.rung import Rung, Schooling, Stay, Wage, rung_of
from pathways.records.step import (
    Basis,
    Direction,
    Evidence,
    Gain,
    Preparation,
    Reference,
    Step,
    StepBasis,
    TradeOff,
)

__all__ = [
    "Aside",
    "Bars",
    "Basis",
    "Direction",
    "Evidence",
    "Gain",
    "Ladder",
    "Preparation",
    "Reference",
    "Rung",
    "RungMark",
    "Schooling",
    "Source",
    "Stay",
    "Step",
    "StepBasis",
    "TradeOff",
    "Wage",
]


class Source(Frozen):
    """A release that numbers came from, with what its license asks to be said; or who published pay that is in one."""

    name: str
    title: str
    attribution: str = ""


class Aside(Frozen):
    """An occupation of the sector that is not drawn.

    Parameters
    ----------
    apart
        Whether no sound step of the sector leads to it or from it.
    """

    occupation: Iri
    code: str
    label: Text
    apart: bool = False


class Ladder(Frozen):
    """Rungs and steps, from entry-level to advanced.

    Parameters
    ----------
    rungs
        In the order of preparation, then pay, then title.
    routes
        Ways from start to goal as addresses of rungs, the best first; empty for a whole sector.
    further
        Occupations of the sector that are not drawn, those with the most jobs first, those that stand apart last.
    notes
        What a reader must know: dead ends, what could not be computed and why.
    enough
        US dollars a year from which on one can stay on a rung, as whoever asked named it; ``None`` where nobody did.
    bars
        From what on its rungs are marked; ``None`` where nobody looked.
    """

    iri: Iri
    title: str
    description: str
    rungs: tuple[Rung, ...]
    steps: tuple[Step, ...]
    routes: tuple[tuple[Iri, ...], ...] = ()
    further: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    enough: float | None = None
    bars: Bars | None = None

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
        return rung_of(self.rungs, occupation)
