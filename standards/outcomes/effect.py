"""The effect of a standard: what changed where it was taken up, beside what changed where it was not.

All of it is computed from what the public table shows, so that it tells nothing that the table does not. It says what
went together, not what caused what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final

from ontology.frozen import Frozen
from ontology.records import Iri
from standards.outcomes.adoption import Adoption
from standards.outcomes.intervals import Estimate, difference
from standards.outcomes.measures import Kind, Measure
from standards.outcomes.periods import months
from standards.outcomes.pooling import Pooled, pooled
from standards.outcomes.table import Shown, measured

NOT_YET: Final = "the standard is neither ratified nor published, so there is no before and after"
NOBODY: Final = (
    "no organization is said to have taken the standard up: none adopts most of a version in force by its published "
    "positions, and none is named with --adopted"
)
TOO_SMALL: Final = (
    "of no organization that took it up are figures shown both of before and of after; what rests on few people is not"
)
NONE_AFTER: Final = (
    "no period that is reported of those who took it up begins on {day} or later; report one that does, or name an "
    "earlier day with --since"
)
NONE_BEFORE: Final = (
    "no period that is reported of those who took it up ends before {day}; report one that does, or name a later day "
    "with --since"
)
NOT_REPORTED: Final = "those who took it up report nothing of it"
UNEVEN: Final = "the periods before and after are not equally long"
MEDIANS: Final = "medians of several organizations or periods cannot be put together"
ONE_SIDED: Final = "no organization without the standard has figures shown both of before and of after"


class Difference(Frozen):
    """One number less another; with the limits of its 95% interval, where it is one of shares."""

    value: float
    low: float | None = None
    high: float | None = None


class Side(Frozen):
    """What changed on one side.

    Parameters
    ----------
    units
        Names of the organizations, programs and groups.
    months
        How long each period is.
    """

    units: tuple[str, ...]
    months: int
    before: Pooled
    after: Pooled
    change: Difference


class Effect(Frozen):
    """What changed of one measure.

    Parameters
    ----------
    with_standard, without
        Where the standard was taken up, and where it was not.
    apart
        The change with the standard less the change without.
    refused
        Why nothing can be said, or nothing of the difference in differences.
    left_out
        Names of those who took it up and have no figures shown on both sides.
    """

    measure: str
    with_standard: Side | None = None
    without: Side | None = None
    apart: Difference | None = None
    refused: str = ""
    left_out: tuple[str, ...] = ()


class Unit(Frozen):
    """The shown observations of one organization, program or group, before and after a day."""

    rows: tuple[Shown, ...]
    day: date

    @property
    def name(self) -> str:
        """Whose they are."""
        return self.rows[0].name

    @property
    def before(self) -> tuple[Shown, ...]:
        """What ended before the day."""
        return tuple(one for one in self.rows if one.end < self.day and not one.hidden)

    @property
    def after(self) -> tuple[Shown, ...]:
        """What began on it or later."""
        return tuple(one for one in self.rows if one.start >= self.day and not one.hidden)

    @property
    def is_whole(self) -> bool:
        """Whether there is something of both sides."""
        return bool(self.before and self.after)


def effects(rows: Iterable[Shown], adopted: Adoption) -> tuple[Effect, ...]:
    """Return what changed of each measure."""
    return tuple(_effect(measure, of, adopted) for measure, of in measured(rows))


def _effect(measure: Measure, rows: Sequence[Shown], adopted: Adoption) -> Effect:
    if adopted.since is None and not adopted.dates:
        return Effect(measure=measure.slug, refused=NOT_YET)
    if not adopted.dates:
        return Effect(measure=measure.slug, refused=NOBODY)
    every = list(_units(rows, adopted))
    took = [(unit, is_taker) for unit, is_taker in every if unit.is_whole]
    takers = _outermost([unit for unit, is_taker in took if is_taker])
    others = _outermost([unit for unit, is_taker in took if not is_taker])
    if not takers and all(is_taker for _, is_taker in every):
        takers = _whole(rows, adopted)
    missing = _left_out([unit for unit, is_taker in every if is_taker], takers)
    if not takers:
        taking = [unit for unit, is_taker in every if is_taker]
        return Effect(measure=measure.slug, refused=_unseen(taking), left_out=missing)
    one, why = side(measure, takers)
    if one is None:
        return Effect(measure=measure.slug, refused=why, left_out=missing)
    return _beside(measure, one, others, missing)


def _unseen(units: Sequence[Unit]) -> str:
    """Return why of none of those who took a standard up figures are seen of both sides of its day."""
    if not units:
        return NOT_REPORTED
    rows = [(row, unit.day) for unit in units for row in unit.rows]
    if all(row.start < day for row, day in rows):
        return NONE_AFTER.format(day=max(day for _, day in rows))
    if all(row.end >= day for row, day in rows):
        return NONE_BEFORE.format(day=min(day for _, day in rows))
    return TOO_SMALL


def _beside(measure: Measure, one: Side, others: Sequence[Unit], missing: tuple[str, ...]) -> Effect:
    """Return an effect with what changed on the other side, where that can be said."""
    other, why = side(measure, others) if others else (None, ONE_SIDED)
    if other and other.months != one.months:
        other, why = None, UNEVEN
    comparable = other is not None and measure.kind is not Kind.COUNT
    return Effect(
        measure=measure.slug,
        with_standard=one,
        without=other,
        apart=_less(one.change, other.change) if other and comparable else None,
        refused=why if not comparable else "",
        left_out=missing,
    )


def _whole(rows: Sequence[Shown], adopted: Adoption) -> list[Unit]:
    """Return the whole partnership, which is looked at where nobody reports alone who did not take the standard up."""
    of = tuple(row for row in rows if row.is_whole)
    units = [Unit(rows=of, day=adopted.since)] if of and adopted.since else []
    return [unit for unit in units if unit.is_whole]


def _units(rows: Sequence[Shown], adopted: Adoption) -> Iterator[tuple[Unit, bool]]:
    """Yield whose observations they are, but for whole partnerships, and whether the standard was taken up there."""
    by_name: dict[tuple[Iri, str], list[Shown]] = defaultdict(list)
    for row in rows:
        if not row.is_whole:
            by_name[row.address, row.group].append(row)
    for of in by_name.values():
        own = adopted.dates.get(of[0].organization_address or of[0].address)
        is_taker = own is not None and not of[0].comparison
        if (day := own or adopted.since) is not None and not _holds_comparison(of[0], rows):
            yield Unit(rows=tuple(of), day=day), is_taker


def _holds_comparison(one: Shown, rows: Iterable[Shown]) -> bool:
    """Return whether a group that the standard did not reach is inside: then the whole is of neither side."""
    return any(row.comparison and row.address == one.address and not one.group for row in rows) or any(
        row.comparison and row.organization_address == one.address and not one.group for row in rows
    )


def _outermost(units: Sequence[Unit]) -> list[Unit]:
    """Return units of which none is inside another: nobody is to be counted twice."""
    return [unit for unit in units if not any(_is_inside(unit.rows[0], other.rows[0]) for other in units)]


def _is_inside(one: Shown, other: Shown) -> bool:
    """Return whether one is a group or a program of the other, or a group of a program of it."""
    if other.group:
        return False
    in_program = one.address != other.address and one.organization_address == other.address
    return in_program or (one.address == other.address and bool(one.group))


def _left_out(every: Sequence[Unit], taken: Sequence[Unit]) -> tuple[str, ...]:
    """Return the names of those that are not there, alone or inside of one that is."""
    return tuple(
        unit.name
        for unit in every
        if unit not in taken
        and not any(_is_inside(unit.rows[0], other.rows[0]) for other in taken)
        and not any(_is_inside(other.rows[0], unit.rows[0]) for other in taken)
    )


def side(measure: Measure, units: Sequence[Unit]) -> tuple[Side | None, str]:
    """Return what changed for some units together, or why that cannot be said."""
    before, after = [unit.before for unit in units], [unit.after for unit in units]
    lengths = {months(row.start, row.end) for row in chain(*before, *after)}
    if len(lengths) > 1:
        return None, UNEVEN
    if measure.kind is Kind.MEAN and measure.among and max(sum(map(len, before)), sum(map(len, after))) > 1:
        return None, MEDIANS
    earlier, later = pooled(measure, before), pooled(measure, after)
    names = tuple(sorted(unit.name for unit in units))
    change = _change(earlier, later)
    return Side(units=names, months=lengths.pop(), before=earlier, after=later, change=change), ""


def _change(before: Pooled, after: Pooled) -> Difference:
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return Difference(value=after.value - before.value)
    earlier = Estimate(before.value, before.low, before.high)
    return _as_difference(difference(Estimate(after.value, after.low, after.high), earlier))


def _less(one: Difference, other: Difference) -> Difference:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return Difference(value=one.value - other.value)
    mine, theirs = Estimate(one.value, one.low, one.high), Estimate(other.value, other.low, other.high)
    return _as_difference(difference(mine, theirs))


def _as_difference(estimate: Estimate) -> Difference:
    return Difference(value=estimate.value, low=estimate.low, high=estimate.high)
