"""Outcomes as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.outcomes import wording
from standards.outcomes import Outcomes, Shown, measured

COLUMNS = ("period", "value", "rests on", "of")


def to_text(outcomes: Outcomes) -> str:
    """Return each measure with its observations and what changed, then what is hidden, and whose figures these are."""
    return "\n".join(_lines(outcomes)) + "\n"


def _lines(outcomes: Outcomes) -> Iterator[str]:
    effects = {effect.measure: effect for effect in outcomes.effects}
    yield f"Outcomes under {outcomes.title}"
    yield wording.since(outcomes)
    for measure, rows in measured(outcomes.rows):
        yield ""
        yield f"{measure.label} ({measure.unit}, {wording.wanted(measure)}): {measure.definition}"
        yield from _aligned([COLUMNS, *(_cells(one) for one in rows)])
        yield from (f"  {sentence}" for sentence in wording.sentences(effects[measure.slug]))
    yield ""
    yield wording.ASSOCIATION
    yield wording.rule(outcomes)
    yield wording.INDEPENDENT
    yield "Sources: " + ("; ".join(outcomes.sources) or "none is shown")


def _cells(one: Shown) -> tuple[str, ...]:
    compared = " (to compare with)" if one.comparison else ""
    return one.period, wording.value(one), wording.rests_on(one), f"{one.name}{compared}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows in columns as wide as their content."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
