"""Pooling: what the observations of several organizations, programs and groups come to, put together."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.frozen import Frozen
from standards.outcomes.intervals import share
from standards.outcomes.measures import Kind, Measure
from standards.outcomes.table import Shown


class Pooled(Frozen):
    """What several observations come to, put together.

    Parameters
    ----------
    value
        In the unit of the measure; of a count, by period.
    low, high
        Limits of the 95% interval of a share.
    people
        On whom it rests, counted once in each period; none where that would tell of another measure.
    averaged
        Whether some report more periods than others, and each counts by the average of its own; a share is then not
        numerator over denominator.
    """

    value: float
    low: float | None = None
    high: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    people: int | None = None
    averaged: bool = False


def pooled(measure: Measure, units: Sequence[Sequence[Shown]]) -> Pooled:
    """Return observations put together: shares by their counts, means by their people, counts by the period.

    Each unit counts by the average of its own periods, so that nothing changes because one reports more of them.

    Parameters
    ----------
    units
        The observations of each, one or more.
    """
    most = max(map(len, units))
    weighed = [(row, most / len(own)) for own in units for row in own]
    people = sum(row.people for row, _ in weighed if row.people is not None) or None
    whole = {"people": people, "averaged": any(len(own) < most for own in units)}
    if measure.kind.is_share:
        return _share(weighed).model_copy(update=whole)
    if measure.kind is Kind.COUNT:
        value = sum((row.value or 0.0) * weight for row, weight in weighed) / most
    else:
        parts = [(row.value or 0.0, (row.people or 1) * weight) for row, weight in weighed]
        value = sum(value * weight for value, weight in parts) / sum(weight for _, weight in parts)
    return Pooled(value=value).model_copy(update=whole)


def _share(weighed: Sequence[tuple[Shown, float]]) -> Pooled:
    """Return a share of weighed counts, with the interval of as many as the weights leave (Kish's effective size)."""
    counts = [(row.numerator or 0, row.denominator or 0, weight) for row, weight in weighed]
    of = sum(weight * denominator for _, denominator, weight in counts)
    value = sum(weight * numerator for numerator, _, weight in counts) / of
    effective = of**2 / sum(weight**2 * denominator for _, denominator, weight in counts)
    estimate = share(value * effective, effective)
    return Pooled(
        value=value,
        low=estimate.low,
        high=estimate.high,
        numerator=sum(numerator for numerator, _, _ in counts),
        denominator=sum(denominator for _, denominator, _ in counts),
    )
