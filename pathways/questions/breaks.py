"""Where the ladder of a sector breaks for those with the least preparation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pathways.amounts import count
from pathways.ladders.climbs import onward_steps
from pathways.ladders.standing import is_advanced
from pathways.ladders.transitions import bridges, preparation_of
from pathways.questions.field import Field
from pathways.questions.records import Barrier, Break, Breaks, Named
from pathways.questions.sources import sources
from pathways.records.bridge import BridgeKind

MOST_NAMED = 8
"""Rungs named in a sentence."""


def breaks(field: Field) -> Breaks:
    """Return the rungs at which a ladder breaks for who begins at its foot, the lowest first.

    A ladder breaks at an entry rung whose cheapest step up meets a barrier, or that has none; and at a rung that is
    reached from the entry rungs, has nothing above it without a barrier, and is no place to stay for good.
    """
    reached = field.reached()
    others = [place for place in field.ordered(sorted(reached)) if place not in field.entries]
    found = [one for place in field.entries if (one := _break(field, place, entry=True))]
    found += [one for place in others if (one := _break(field, place, entry=False))]
    beyond = [place for place in field.ordered(field.members) if place not in reached]
    return Breaks(
        title=f"Where the ladder breaks: {field.label}",
        asked={"of": field.label},
        summary=_summary(field, found, len(beyond)),
        notes=(*field.notes, *_missing(field), *_not_entered(field, beyond), *_pay_note(field)),
        sources=sources(field),
        entries=len(field.entries),
        reached=len(others),
        found=tuple(found),
        beyond=tuple(field.named(place) for place in beyond),
    )


def _break(field: Field, place: int, *, entry: bool) -> Break | None:
    """Return how the ladder breaks at a rung; nothing where it goes on."""
    ahead = field.next_steps(place)
    if not ahead:
        return None if is_advanced(field.snapshot, place) else _end(field, place, entry=entry)
    nearest = ahead[0]
    barriers = field.barriers(place, nearest)
    around = way_around(field, place)
    if not barriers or (around and not entry) or (not entry and is_advanced(field.snapshot, place)):
        return None
    change = field.wage_change(place, nearest)
    return Break(
        rung=field.named(place),
        entry=entry,
        next=field.named(nearest),
        barriers=barriers,
        asks=_asks(field, place, nearest, barriers),
        bridges=tuple(dict.fromkeys(_bridges(field, place, nearest))),
        gap=field.passage(place, nearest).gap,
        wage_change=None if change is None else round(change, 3),
        wage_region=field.wider(place, nearest),
        way_around=field.named(around[-1]) if around else None,
        by_way_of=tuple(field.named(one) for one in around[1:-1]),
    )


def way_around(field: Field, place: int) -> tuple[int, ...]:
    """Return the way without a barrier from a rung to one at which one cannot begin; empty where there is none.

    It may lead through entry rungs: alone these are no way around, as one could have begun there.
    """
    seen = {place}
    level: list[tuple[int, ...]] = [(place,)]
    while level:
        ahead = [(*way, end) for way in level for end in _open_steps(field, way[-1]) if end not in seen]
        if found := next((way for way in ahead if way[-1] not in field.entries), ()):
            return found
        level = list({way[-1]: way for way in reversed(ahead)}.values())[::-1]
        seen |= {way[-1] for way in level}
    return ()


def _open_steps(field: Field, place: int) -> list[int]:
    """Return where sound steps without a barrier lead up from a rung, the cheapest first."""
    return [end for end in field.next_steps(place) if not field.barriers(place, end)]


def _end(field: Field, place: int, *, entry: bool) -> Break:
    """Return a rung from which nothing leads up in the field, with the best step up elsewhere."""
    inside = set(field.members)
    outside = [b for a, b in onward_steps(field.snapshot, place, field.region) if a == place and b not in inside]
    return Break(rung=field.named(place), entry=entry, outside=field.named(outside[0]) if outside else None)


def _asks(field: Field, start: int, end: int, barriers: Sequence[Barrier]) -> str:
    preparation = preparation_of(field.snapshot, start, end)
    school = preparation.education if Barrier.SCHOOL in barriers else ""
    return "; ".join(words for words in (school, preparation.license) if words)


def _bridges(field: Field, start: int, end: int) -> Iterator[str]:
    """Yield what makes a step possible, besides a license of which only the name is known."""
    rating = field.snapshot.requirements_of(start, end)
    found = bridges(field.snapshot, start, end, rating, field.region)
    return (bridge.label.value for bridge in found if bridge.kind is not BridgeKind.LICENSE)


def _summary(field: Field, found: Sequence[Break], beyond: int) -> str:
    entries = [one for one in found if one.entry]
    if not field.entries:
        return f"No rung of {field.label} is a place to begin: its lowest already asks for preparation."
    only = len(field.entries) == 1
    whole = "only entry rung" if only else count(len(field.entries), "entry rung")
    if not found:
        return f"Nowhere: from the {whole} of {field.label} sound steps lead up without a barrier."
    shut = [one for one in entries if one.way_around is None]
    met = "meets a barrier at once" if entries else "meets no barrier at once"
    part = f"{len(entries) or 'None'} of the {whole} of {field.label} {_meet(len(entries))} a barrier at once"
    first = f"The {whole} of {field.label} {met}" if only else part
    around = f", {len(shut)} with no way around it" if shut else ", with a way around it" if entries else ""
    later = [one.rung for one in found if not one.entry]
    then = f" Further up the ladder breaks at {_list(later)}." if later else ""
    rest = f" Without meeting a barrier {count(beyond, 'rung')} cannot be reached." if beyond else ""
    return f"{first}{around}.{then}{rest}"


def _meet(number: int) -> str:
    return "meets" if number == 1 else "meet"


def _list(named: Sequence[Named]) -> str:
    shown = ", ".join(str(one.label) for one in named[:MOST_NAMED])
    return f"{shown} and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else shown


def _missing(field: Field) -> Iterator[str]:
    """Say which rungs are missing: job zones that no member stands in, and zones that no step leads to."""
    zones = [int(field.snapshot.zones[place]) for place in field.members]
    for zone in range(min(zones), max(zones)):
        if zone not in zones:
            yield f"No rung stands in job zone {zone}: a rung is missing."
    for zone in sorted(set(zones) - {min(zones)}):
        inside = [column for column, own in enumerate(zones) if own == zone]
        below = [row for row, own in enumerate(zones) if own < zone]
        if not np.isfinite(field.steps[np.ix_(below, inside)]).any():
            yield f"No sound step leads into job zone {zone} from below: a rung is missing there."


def _not_entered(field: Field, beyond: Sequence[int]) -> Iterator[str]:
    """Name the rungs, of those that are not reached, that no sound step of the field leads into at all."""
    led = {field.members[column] for column in np.flatnonzero(np.isfinite(field.steps).any(axis=0))}
    if alone := [field.named(place) for place in beyond if place not in led]:
        yield f"Of those not reached, no sound step of {field.label} leads into: {_list(alone)}."


def _pay_note(field: Field) -> list[str]:
    return [] if field.region else ["No pay is known here, so lower pay is not among the barriers."]
