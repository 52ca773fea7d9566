"""Where the figures of a bridge come from: hours, months, the pay of apprentices, the share of a gap that it closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pathways.amounts import money, months, percent
from pathways.occupations.wages import Region
from pathways.records.bridge import Bridge, BridgeKind
from pathways.traces.ground import PARTNERSHIP, Ground, local_id
from pathways.traces.records import Basis, Figure, Input
from pathways.traces.rungs import pay_input
from standards.citations import published as tables

STATED = ("on_the_job_hours", "related_instruction_hours", "term_months", "wage_steps")
"""Columns of an apprenticeship's row."""


def bridge_figures(ground: Ground, bridges: Iterable[Bridge], end: int, region: Region | None) -> Iterator[Figure]:
    """Yield the figures of bridges to an occupation; a license has none, and stands for itself.

    Parameters
    ----------
    end
        Place of the occupation that they lead to.
    """
    for bridge in bridges:
        if bridge.kind is BridgeKind.APPRENTICESHIP:
            yield from _apprenticeship(ground, bridge, end, region)
        elif bridge.kind is not BridgeKind.LICENSE:
            yield from _prepared(ground, bridge)


def _apprenticeship(ground: Ground, bridge: Bridge, end: int, region: Region | None) -> Iterator[Figure]:
    row = _row(ground, bridge, "apprenticeships", *STATED)
    stated = (
        ("hours at work", f"{bridge.job_hours:,.0f} hours" if bridge.job_hours is not None else ""),
        ("hours of instruction", f"{bridge.instruction_hours:,.0f}" if bridge.instruction_hours is not None else ""),
        ("length", months(bridge.months) if bridge.months is not None else ""),
        ("wage steps", ", ".join(f"{step:g}%" for step in bridge.wages.percents) if bridge.wages else ""),
    )
    for what, shown in stated:
        if shown:
            yield Figure(name=f"{bridge.label}: {what}", shown=shown, basis=Basis.ASSERTED, how="as stated", inputs=row)
    if bridge.wages and bridge.wages.low is not None and bridge.wages.high is not None and region:
        yield Figure(
            name=f"{bridge.label}: pay",
            shown=f"{money(bridge.wages.low)} to {money(bridge.wages.high)} a year",
            basis=Basis.COMPUTED,
            how="first and last wage step, of the median pay of the occupation",
            inputs=(*row, *pay_input(ground, end, region)[2]),
        )
    yield from _closes(bridge, _row(ground, bridge, "apprenticeships", "teaches"))


def _prepared(ground: Ground, bridge: Bridge) -> Iterator[Figure]:
    """Yield the figures of a credential or a program."""
    credential = bridge.kind is BridgeKind.CREDENTIAL
    row = _row(ground, bridge, "credentials", "typical_hours", "attests") if credential else _program(bridge)
    stated = (("hours", bridge.hours), ("credits", bridge.credits))
    for what, amount in stated:
        if amount is not None:
            how = "as stated" if credential else "of all its courses"
            basis = Basis.ASSERTED if credential else Basis.COMPUTED
            yield Figure(name=f"{bridge.label}: {what}", shown=f"{amount:g}", basis=basis, how=how, inputs=row)
    yield from _closes(bridge, row)


def _closes(bridge: Bridge, row: tuple[Input, ...]) -> Iterator[Figure]:
    if bridge.closes is not None:
        how = "what is missing in what it teaches or attests, of all that is missing (see the gap for these rows)"
        name = f"{bridge.label}: share of the gap"
        yield Figure(name=name, shown=percent(bridge.closes), basis=Basis.COMPUTED, how=how, inputs=row)


def _row(ground: Ground, bridge: Bridge, table: str, *headers: str) -> tuple[Input, ...]:
    """Return the row of a partnership's table that a bridge stands in."""
    if not bridge.source or not bridge.iri:
        return ()
    release = ground.named(bridge.source)
    citation = tables.partnership_row(table, local_id(bridge.iri), *headers) if release.reader == PARTNERSHIP else None
    return (ground.input(f"{bridge.kind} {bridge.label}", "", release, citation),)


def _program(bridge: Bridge) -> tuple[Input, ...]:
    """Return a program as an input: its courses, and what people mapped their outcomes to, are many rows."""
    return (Input(what=f"courses of {bridge.label} and what people mapped their outcomes to", release=bridge.source),)
