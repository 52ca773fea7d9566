"""The words for the marks of a rung, and for what each is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathways.amounts import money
from pathways.ladders.wording.lanes import LANES
from pathways.ladders.wording.pay import in_place
from pathways.ladders.wording.schooling import capital
from pathways.records.ladder import Ladder
from pathways.records.mark import Bars, RungMark
from pathways.records.rung import Rung

MARKS: Final = {
    RungMark.HIGH_WAGE: "high wage",
    RungMark.HIGH_SKILL: "high skill",
    RungMark.IN_DEMAND: "in demand",
}


def marks(rung: Rung) -> str:
    """Return the marks of a rung; empty where it has none.

    Example
    -------
    >>> marks(Rung(occupation="http://x/1", code="1", label={"value": "Nurses"}, marks=("high-wage", "in-demand")))
    'High wage, in demand'
    """
    return capital(", ".join(MARKS[mark] for mark in rung.marks))


def marks_meaning(ladder: Ladder) -> str:
    """Return from what on the rungs of a ladder have the marks that any of them has; empty where none has one."""
    given = {mark for rung in ladder.rungs for mark in rung.marks}
    if ladder.bars is None or not given:
        return ""
    return " ".join(said for mark, said in _meanings(ladder, ladder.bars) if mark in given)


def _meanings(ladder: Ladder, asked: Bars) -> Iterator[tuple[RungMark, str]]:
    place, told = in_place(asked.region), asked.told
    if asked.wage is not None:
        whose = "as you say" if RungMark.HIGH_WAGE in told else f"the median of all who work{place}"
        wider = " (where a wider region's pay stands in, that of all there)" if _stands_in(ladder, asked) else ""
        yield RungMark.HIGH_WAGE, f"High wage: a median of at least {money(asked.wage)} a year, {whose}{wider}."
    zone, said = LANES[asked.zone], ", as you say" if RungMark.HIGH_SKILL in told else ""
    yield RungMark.HIGH_SKILL, f"High skill: {zone.title.lower()} or more (job zone {asked.zone} and up){said}."
    if asked.jobs is not None:
        share = (
            f"{asked.per_thousand:g} of every 1,000 jobs{place}{', as you say' if RungMark.IN_DEMAND in told else ''}"
        )
        now = "counted today: no openings to come are in these numbers"
        yield RungMark.IN_DEMAND, f"In demand: at least {share} ({asked.jobs:,.0f}), {now}."


def _stands_in(ladder: Ladder, asked: Bars) -> bool:
    """Return whether the pay of any rung is a wider region's, which has a bar of its own."""
    own = RungMark.HIGH_WAGE not in asked.told
    return own and any(rung.wage is not None and bool(rung.wage.instead_of) for rung in ladder.rungs)
