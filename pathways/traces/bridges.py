"""Where the figures of a bridge come from: hours, months, the pay of apprentices, the share of a gap that it closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathways.amounts import count, money, months, percent
from pathways.occupations.wages import Region
from pathways.records.bridge import Bridge, BridgeKind
from pathways.traces import explained
from pathways.traces.ground import DECLARATION, PARTNERSHIP, Ground, local_id
from pathways.traces.pay import pay_input
from pathways.traces.records import Basis, Figure, Input, computed
from pathways.traces.words import course_inputs, has_number
from standards.citations import published as tables

STATED = ("name", "on_the_job_hours", "related_instruction_hours", "term_months", "wage_steps", "entry_requirements")
"""Columns of an apprenticeship's row."""

NAME = ("apprenticeships", "name", "sponsor", "credential")
GAP = "gap (to learn)"


def bridge_figures(ground: Ground, bridges: Iterable[Bridge], end: int, region: Region | None) -> Iterator[Figure]:
    """Yield the figures of bridges to an occupation; a license has none, and stands for itself.

    Parameters
    ----------
    end
        Place of the occupation that they lead to.
    """
    for bridge in bridges:
        if bridge.kind is not BridgeKind.LICENSE:
            yield from _words(ground, bridge)
        if bridge.kind is BridgeKind.APPRENTICESHIP:
            yield from apprenticeship_figures(ground, bridge, end, region)
        elif bridge.kind is not BridgeKind.LICENSE:
            yield from _prepared(ground, bridge)


def _words(ground: Ground, bridge: Bridge) -> Iterator[Figure]:
    """Yield the title of a bridge, who offers it and what one has at the end, where a number is in them."""
    label = bridge.label.value
    row = _prepared_row(ground, bridge) if bridge.kind is not BridgeKind.APPRENTICESHIP else _row(ground, bridge, *NAME)
    if has_number(label):
        yield Figure(name=f"{label}: title", shown=label, basis=Basis.ASSERTED, how="as stated", inputs=row)
    if has_number(bridge.offered_by):
        declared = _declared(ground, bridge, bridge.offered_by)
        shown = bridge.offered_by
        yield Figure(
            name=f"{label}: offered by", shown=shown, basis=Basis.ASSERTED, how="as stated", inputs=(*row, *declared)
        )
    if has_number(awards := ", ".join(bridge.awards)):
        yield Figure(name=f"{label}: leads to", shown=awards, basis=Basis.ASSERTED, how="as stated", inputs=row)


def _declared(ground: Ground, bridge: Bridge, name: str) -> tuple[Input, ...]:
    """Return the line of a partnership's declaration that names an organization."""
    release = ground.named(bridge.source)
    return (ground.line("organization", name, release, DECLARATION),) if release.reader == PARTNERSHIP else ()


def apprenticeship_figures(ground: Ground, bridge: Bridge, end: int, region: Region | None) -> Iterator[Figure]:
    """Yield the figures of an apprenticeship into an occupation.

    Parameters
    ----------
    end
        Place of the occupation.
    """
    row = _row(ground, bridge, "apprenticeships", *STATED)
    stated = (
        ("hours at work", f"{bridge.job_hours:,.0f} hours" if bridge.job_hours is not None else ""),
        ("hours of instruction", f"{bridge.instruction_hours:,.0f}" if bridge.instruction_hours is not None else ""),
        ("length", months(round(bridge.months, 1)) if bridge.months is not None else ""),
        ("wage steps", _steps(bridge) if bridge.wages else ""),
        ("asked of those who enter", bridge.entry if has_number(bridge.entry) else ""),
    )
    for what, shown in stated:
        if shown:
            yield Figure(name=f"{bridge.label}: {what}", shown=shown, basis=Basis.ASSERTED, how="as stated", inputs=row)
    paid = ground.snapshot.regional(region).common(end)
    if bridge.wages and bridge.wages.low is not None and bridge.wages.high is not None and paid:
        yield Figure(
            name=f"{bridge.label}: pay",
            shown=f"{money(bridge.wages.low)} to {money(bridge.wages.high)} a year",
            basis=Basis.COMPUTED,
            how=f"first and last wage step, of the median pay of the occupation in {paid.label}",
            inputs=(*row, *pay_input(ground, end, paid)[2]),
            explained=explained.BRIDGES,
        )
    yield from _closes(bridge, _row(ground, bridge, "apprenticeships", "teaches"))


def apprenticeship_row(ground: Ground, iri: str, label: str) -> tuple[Input, ...]:
    """Return the row that describes an apprenticeship, by its address."""
    one = next((one for one in ground.snapshot.offers.apprenticeships if one.iri == iri), None)
    if one is None or not one.source:
        return ()
    release = ground.named(one.source)
    found = tables.partnership_row("apprenticeships", local_id(iri), *STATED, "sponsor", "teaches")
    citation = found if release.reader == PARTNERSHIP else None
    return (ground.input(f"apprenticeship {label}", "", release, citation),)


def _steps(bridge: Bridge) -> str:
    """Return the wage steps of an apprenticeship, and how many there are."""
    percents = bridge.wages.percents if bridge.wages else ()
    return f"{', '.join(f'{step:g}%' for step in percents)} ({count(len(percents), 'step')})"


def _prepared(ground: Ground, bridge: Bridge) -> Iterator[Figure]:
    """Yield the figures of a credential or a program."""
    credential = bridge.kind is BridgeKind.CREDENTIAL
    row = _prepared_row(ground, bridge)
    stated = (("hours", bridge.hours), ("credits", bridge.credits))
    for what, amount in stated:
        if amount is not None:
            how = "as stated" if credential else "of all its courses"
            basis = Basis.ASSERTED if credential else Basis.COMPUTED
            yield Figure(name=f"{bridge.label}: {what}", shown=f"{amount:,g} {what}", basis=basis, how=how, inputs=row)
    yield from _closes(bridge, row)


def _closes(bridge: Bridge, row: tuple[Input, ...]) -> Iterator[Figure]:
    if bridge.closes is not None:
        how = "what is missing in what it teaches or attests, of all that is missing, as the gap has them"
        name = f"{bridge.label}: share of the gap"
        yield computed(name, percent(bridge.closes), how, (GAP,), explained.BRIDGES, inputs=row)


def _row(ground: Ground, bridge: Bridge, table: str, *headers: str) -> tuple[Input, ...]:
    """Return the row of a partnership's table that a bridge stands in."""
    if not bridge.source or not bridge.iri:
        return ()
    release = ground.named(bridge.source)
    citation = tables.partnership_row(table, local_id(bridge.iri), *headers) if release.reader == PARTNERSHIP else None
    return (ground.input(f"{bridge.kind} {bridge.label}", "", release, citation),)


def _prepared_row(ground: Ground, bridge: Bridge) -> tuple[Input, ...]:
    """Return the row of a credential, or the rows of the courses of a program."""
    if bridge.kind is BridgeKind.CREDENTIAL:
        return _row(ground, bridge, "credentials", "name", "typical_hours", "attests")
    program = next((one for one in ground.snapshot.offers.programs if one.iri == bridge.iri), None)
    courses = sorted(program.courses) if program else ()
    return tuple(stated for course in courses for stated in course_inputs(ground, course, f"of {bridge.label}"))
