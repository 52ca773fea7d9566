"""Which rungs pay a wage that supports a family: by a threshold that is given, never by one of our own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ontology.errors import InputError
from pathways.amounts import count, money
from pathways.ladders.climbs import onward_steps
from pathways.ladders.wording.pay import in_place, place_name
from pathways.questions.field import Field
from pathways.questions.records import Named, PayingRung, Pays, Verdict
from pathways.questions.sources import sources

HOURS = 2080
"""Paid hours of a year, as the wage statistics count them: 40 a week for 52 weeks."""

UNSOURCED = "given without a source"


def yearly(hourly: float) -> float:
    """Return the pay of a year of full-time work.

    Example
    -------
    >>> yearly(21.5)
    44720.0
    """
    return hourly * HOURS


def onward_field(field: Field, start: int) -> Field:
    """Return a field of an occupation and of what its ladder leads up to."""
    steps = onward_steps(field.snapshot, start, field.region)
    members = dict.fromkeys((start, *(place for pair in steps for place in pair)))
    label = f"the ladder up from {field.snapshot.occupations[start].label}"
    return replace(field, label=label, members=tuple(members))


def pays(field: Field, threshold: float, source: str = "") -> Pays:
    """Return which rungs of a field pay a threshold at the median, and which at the 10th percentile.

    Parameters
    ----------
    threshold
        US dollars a year.
    source
        Who says that a family needs that much.

    Raises
    ------
    InputError
        Where the threshold is no amount of money.
    """
    if not 0 < threshold < float("inf"):
        message = f"a wage of {threshold:g} is no amount to live on; give dollars a year, such as 45000"
        raise InputError(message)
    found = tuple(_rung(field, place, threshold) for place in field.ordered(field.members))
    half = [one for one in found if one.verdict in (Verdict.HALF, Verdict.MOST)]
    most = [one for one in found if one.verdict is Verdict.MOST]
    said = source or UNSOURCED
    return Pays(
        title=f"Which rungs pay {money(threshold)} a year: {field.label}",
        asked={"of": field.label, "wage": f"{threshold:g}", "region": field.place},
        summary=_summary(field, threshold, (half, most), found),
        notes=(*field.notes, *_notes(field, found, said)),
        sources=sources(field, judged=False),
        threshold=threshold,
        threshold_source=said,
        region=field.place,
        wider=sum(bool(one.wage_region) for one in found),
        first_median=_first(half),
        first_low=_first(most),
        found=found,
    )


def _rung(field: Field, place: int, threshold: float) -> PayingRung:
    wage = field.wage(place)
    low, median = (wage.low, wage.median) if wage else (None, None)
    return PayingRung(
        rung=field.named(place),
        zone=field.snapshot.occupations[place].zone,
        low=low,
        median=median,
        wage_region=field.wider(place),
        verdict=verdict(low, median, threshold),
        entry=place in field.entries,
    )


def verdict(low: float | None, median: float | None, threshold: float) -> Verdict:
    """Return whether a rung pays a threshold.

    Example
    -------
    >>> verdict(30_000, 45_000, 40_000).value, verdict(41_000, 45_000, 40_000).value, verdict(None, None, 1).value
    ('half earn it', 'nine in ten earn it', 'pay is not known')
    """
    if low is not None and low >= threshold:
        return Verdict.MOST
    if median is None:
        return Verdict.UNKNOWN
    return Verdict.HALF if median >= threshold else Verdict.SOME


def _first(found: Sequence[PayingRung]) -> Named | None:
    return found[0].rung if found else None


def _summary(
    field: Field,
    threshold: float,
    reaching: tuple[Sequence[PayingRung], Sequence[PayingRung]],
    found: Sequence[PayingRung],
) -> str:
    half, most = reaching
    known = [one for one in found if one.verdict is not Verdict.UNKNOWN]
    if not known:
        return f"Which rung pays {money(threshold)} cannot be said: no pay is known of {field.label} here."
    others = f"{_stood_in(known, field)}{_others(len(found) - len(known))}"
    if not half:
        best = max(known, key=lambda one: one.median or 0)
        return (
            f"No rung of {field.label} whose pay is known pays {money(threshold)} at the median in {field.said_place}; "
            f"the best paid, {best.rung.label}, pays {money(best.median or 0)}{in_place(best.wage_region)}.{others}"
        )
    first = f"The lowest rung at which half earn {money(threshold)} in {field.said_place} is {half[0].rung.label}"
    median = f" (median {money(half[0].median)}{in_place(half[0].wage_region)})" if half[0].median else ""
    of = "whose pay is known " if len(known) < len(found) else ""
    counts = f"{len(half)} of {len(known)} rungs {of}pay it at the median, {len(most)} at the low end."
    return f"{first}{median}{_low_end(most, known)}. {counts}{others}"


def _low_end(most: Sequence[PayingRung], known: Sequence[PayingRung]) -> str:
    """Return where nine in ten earn the threshold: nowhere only where each low end that matters is known."""
    if most:
        return f"; the lowest at which nine in ten earn it is {most[0].rung.label}{in_place(most[0].wage_region)}"
    open_ = [one for one in known if one.low is None and one.verdict is Verdict.HALF]
    return "; whether nine in ten earn it at any is not known" if open_ else "; at none do nine in ten earn it"


def _stood_in(known: Sequence[PayingRung], field: Field) -> str:
    """Return of how many rungs the region publishes no pay, and whose stands in; empty where it publishes all."""
    wider = Counter(place_name(one.wage_region) for one in known if one.wage_region)
    if not wider or field.region is None:
        return ""
    whose = " and ".join(f"that of {place} ({number})" for place, number in wider.items())
    return f" {field.region.label} publishes no pay of {count(wider.total(), 'rung')}: {whose} stands in."


def _others(unknown: int) -> str:
    """Return that nothing is said of the rungs whose pay is not known; empty where there is none.

    Example
    -------
    >>> _others(1), _others(0)
    (' Of 1 rung pay is not known: whether it pays that much is not either.', '')
    """
    they = "it pays" if unknown == 1 else "they pay"
    return f" Of {count(unknown, 'rung')} pay is not known: whether {they} that much is not either." if unknown else ""


def _notes(field: Field, found: Sequence[PayingRung], source: str) -> list[str]:
    notes = [f"The threshold is {source}." if source == UNSOURCED else f"The threshold is from: {source}."]
    unknown = [str(one.rung.label) for one in found if one.verdict is Verdict.UNKNOWN]
    if unknown and len(unknown) < len(found):
        notes.append(f"Pay is not known of: {', '.join(unknown)}.")
    grouped = [str(field.named(place).label) for place in field.members if field.paid.is_grouped(place)]
    if grouped:
        notes.append(f"Pay is published only for a wider group that includes: {', '.join(grouped)}.")
    notes.append("Pay is of all who hold the job in the region, all industries; who begins is rarely at the median.")
    return notes
