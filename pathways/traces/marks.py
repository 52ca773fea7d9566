"""Where the marks of rungs come from: what each is compared with, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.amounts import money
from pathways.ladders import wording
from pathways.occupations.wages import Region
from pathways.records.coded import title_and_code
from pathways.records.ladder import Ladder
from pathways.records.mark import Bars, RungMark
from pathways.records.rung import Rung
from pathways.traces import explained
from pathways.traces.ground import Ground
from pathways.traces.pay import all_work_input, pay_input
from pathways.traces.preparation import zone_inputs
from pathways.traces.records import Basis, Figure, Input, computed


def mark_figures(ground: Ground, rung: Rung, region: Region | None, asked: Bars) -> Iterator[Figure]:
    """Yield the marks of a rung.

    Parameters
    ----------
    region
        Whose pay is shown.
    asked
        The bars by which it is marked.
    """
    place = ground.snapshot.occupations.by_iri[rung.occupation]
    ways = {RungMark.HIGH_WAGE: _wage, RungMark.HIGH_SKILL: _skill, RungMark.IN_DEMAND: _demand}
    for mark in rung.marks:
        how, inputs = ways[mark](ground, place, region, asked)
        yield computed(f"mark: {wording.MARKS[mark]}", wording.MARKS[mark], how, (), explained.MARKS, inputs=inputs)


def bar_figures(ground: Ground, ladder: Ladder, region: Region | None) -> Iterator[Figure]:
    """Yield from what on the rungs of a ladder are marked, as far as any is."""
    given = {mark for rung in ladder.rungs for mark in rung.marks}
    for mark, shown in _shown(ladder.bars) if ladder.bars else ():
        if mark in given:
            told = mark in (ladder.bars.told if ladder.bars else ())
            stated = (Input(what=wording.MARKS[mark], value=shown, given=True),) if told else ()
            known = all_work_input(ground, region) if region and mark is not RungMark.HIGH_SKILL else ()
            yield Figure(
                name=f"bar: {wording.MARKS[mark]}",
                shown=shown,
                basis=Basis.ASSERTED if told else Basis.COMPUTED,
                how="as you say" if told else "what many states begin from; another one can be told",
                inputs=(*stated, *known),
                parts=_zones(ladder) if mark is RungMark.HIGH_SKILL else (),
                explained=explained.MARKS,
            )


def _zones(ladder: Ladder) -> tuple[str, ...]:
    """Return the keys of the figures of the job zones that make rungs high-skill."""
    return tuple(f"{title_and_code(rung)}: job zone" for rung in ladder.rungs if RungMark.HIGH_SKILL in rung.marks)


def _shown(asked: Bars) -> Iterator[tuple[RungMark, str]]:
    if asked.wage is not None:
        yield RungMark.HIGH_WAGE, f"{money(asked.wage)} a year"
    yield RungMark.HIGH_SKILL, f"job zone {asked.zone} and up"
    if asked.jobs is not None:
        yield RungMark.IN_DEMAND, f"{asked.per_thousand:g} of every 1,000 jobs, {asked.jobs:,.0f}"


def _wage(ground: Ground, place: int, region: Region | None, asked: Bars) -> tuple[str, tuple[Input, ...]]:
    paid = ground.snapshot.regional(region).common(place)
    if paid is None:
        return "its median is as high as is asked", ()
    stated = pay_input(ground, place, paid)[2]
    if RungMark.HIGH_WAGE in asked.told:
        bar = Input(what="high wage", value=money(asked.wage or 0), given=True)
        return f"its median is at least {money(asked.wage or 0)}", (*stated, bar)
    how = f"its median is at least {money(paid.median_of_all or 0)}, that of all who work in {paid.label}"
    return how, (*stated, *all_work_input(ground, paid))


def _skill(ground: Ground, place: int, region: Region | None, asked: Bars) -> tuple[str, tuple[Input, ...]]:
    return f"its job zone is {asked.zone} or higher", zone_inputs(ground, place)


def _demand(ground: Ground, place: int, region: Region | None, asked: Bars) -> tuple[str, tuple[Input, ...]]:
    if region is None:
        return "as many work in it as are asked for", ()
    how = f"at least {asked.jobs or 0:,.0f} work in it, {asked.per_thousand:g} of every 1,000 in {region.label}"
    return how, (*pay_input(ground, place, region)[2], *all_work_input(ground, region))
