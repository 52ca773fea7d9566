"""What became of each value of a document when it was read and written again: measured, leaf by leaf.

The other way around, too: what is written and was not there, what is written more often than it was there, and what
stands in another order among its likes.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from ontology.namespaces import short_name

Json = Any


class Fate(StrEnum):
    """What became of a value, the best first; the last three are of what is written."""

    KEPT = "kept"
    FORM = "kept in the format's own form"
    EXTENSION = "carried in an extension"
    EMPTY = "empty, left out"
    ONCE = "said twice, kept once"
    LOST = "lost"
    ADDED = "added"
    DOUBLED = "doubled"
    REORDERED = "in another order"


GONE: Any = object()
"""Stands for what is not written at all, where null may be."""

Fates = Iterator[tuple[str, Fate]]
"""Places, with the positions of lists left out, and what became of a value there."""

Renamed = Mapping[str, str]
"""Names that are written otherwise than they were read."""


def fates(before: Json, after: Json, renamed: Renamed | None = None, at: str = "") -> Fates:
    """Yield what became of each value of a document, and what is written beyond these.

    A value that is another now is lost and the other one added. In another order are the members of a list that would
    have to be moved, the fewest; they are told beside what became of them.
    """
    if _empty(before):
        yield from _of_nothing(before, after, at)
    elif after is GONE:
        yield from fates(before, None, renamed, at)
    elif isinstance(before, list) or isinstance(after, list):
        yield from _of_list(before, after, renamed or {}, at)
    elif isinstance(before, dict):
        said = after if isinstance(after, dict) else {}
        for name, value in before.items():
            yield from _of_name(name, value, said, renamed or {}, f"{at}/{name}")
        yield from _beyond_names(before, said, renamed or {}, at) if said is after else beyond(after, at)
    else:
        yield from _of_leaf(before, after, at)


def _of_nothing(before: Json, after: Json, at: str) -> Fates:
    if after is GONE:
        yield at, Fate.EMPTY
    elif after == "" or (type(before) is type(after) and before == after):
        yield at, Fate.FORM if after == "" else Fate.KEPT
    else:
        yield at, Fate.EMPTY
        yield from beyond(after, at)


def beyond(after: Json, at: str, fate: Fate = Fate.ADDED) -> Fates:
    """Yield each leaf of what is written and was not there; nothing of nothing."""
    if isinstance(after, dict):
        for name, value in after.items():
            yield from beyond(value, f"{at}/{name}", fate)
    elif isinstance(after, list):
        for one in after:
            yield from beyond(one, f"{at}[]", fate)
    elif after is not None:
        yield at, fate


def _empty(value: Json) -> bool:
    return value is None or value in ([], {})


def _of_name(name: str, value: Json, said: Mapping[str, Json], renamed: Renamed, at: str) -> Fates:
    carried = said.get("extensions") or {}
    if name in renamed:
        yield at, Fate.FORM if _form(value) == _form(said.get(renamed[name])) else Fate.LOST
    elif name not in said and name in carried:
        for place, fate in fates(value, carried[name], renamed, at):
            yield place, Fate.EXTENSION if fate is Fate.KEPT else fate
    else:
        yield from fates(value, said.get(name, GONE), renamed, at)


def _beyond_names(before: Mapping[str, Json], said: Mapping[str, Json], renamed: Renamed, at: str) -> Fates:
    """Yield what an object says under names that were not there; in its extensions, too, where there were none."""
    there = {*before, *(renamed[name] for name in before if name in renamed)}
    for name, value in said.items():
        if name == "extensions" and name not in before:
            more = {inner: one for inner, one in value.items() if inner in said or inner not in before}
            yield from beyond(more, f"{at}/{name}")
        elif name not in there:
            yield from beyond(value, f"{at}/{name}")


def _of_list(before: Json, after: Json, renamed: Renamed, at: str) -> Fates:
    """Hold the members of a list against those with the same name; what is none is a list of one in another form."""
    said, there = ([*_members(value)] for value in (before, after))
    same_form = isinstance(before, list) and isinstance(after, list)
    place = f"{at}[]" if isinstance(before, list) else at
    pairs = paired(said, there)
    found = {_name(one) for one, number in zip(said, pairs, strict=True) if number is not None}
    for one, number in zip(said, pairs, strict=True):
        for inner, fate in fates(one, GONE if number is None else there[number], renamed, place):
            yield inner, _in_list(fate, same_form=same_form, again=number is None and _name(one) in found)
    yield from ((place, Fate.REORDERED) for _ in range(moved([number for number in pairs if number is not None])))
    names = {_name(one) for one in said}
    for number, one in enumerate(there):
        if number not in pairs:
            yield from beyond(one, place, Fate.DOUBLED if _name(one) in names else Fate.ADDED)


def _in_list(fate: Fate, *, same_form: bool, again: bool) -> Fate:
    if again and fate is Fate.LOST:
        return Fate.ONCE
    return Fate.FORM if fate is Fate.KEPT and not same_form else fate


def _members(value: Json) -> Iterable[Json]:
    if isinstance(value, list):
        return value
    return () if value is None else (value,)


def paired(before: Sequence[Json], after: Sequence[Json]) -> list[int | None]:
    """Return where each member of a list stands in another, each place once.

    What has no equal there stands where one of the same form does, objects without a name in their order.

    Example
    -------
    >>> paired(["a", "b", "a", {"x": 1}, "2"], ["b", "a", {"x": 2}, 2])
    [1, 0, None, 2, 3]
    """
    found: list[int | None] = [None] * len(before)
    for name in (_name, _kind):
        places: dict[str, deque[int]] = defaultdict(deque)
        for number, one in enumerate(after):
            if number not in found:
                places[name(one)].append(number)
        for number, one in enumerate(before):
            if found[number] is None and places[name(one)]:
                found[number] = places[name(one)].popleft()
    return found


def moved(places: Sequence[int]) -> int:
    """Return how many of the members of a list have to be moved at least, of the places that they have now.

    Example
    -------
    >>> moved([0, 1, 2]), moved([1, 2, 0]), moved([2, 1, 0])
    (0, 1, 2)
    """
    longest: list[int] = []
    for place in places:
        at = bisect_left(longest, place)
        longest[at : at + 1] = [place]
    return len(places) - len(longest)


NAMES = ("uri", "identifier", "id", "@id")
"""What tells the members of a list apart."""


def _named(one: Json) -> str | None:
    return next((one[name] for name in NAMES if name in one), None) if isinstance(one, dict) else None


def _name(one: Json) -> str:
    return _named(one) or json.dumps(one, sort_keys=True)


def _secure(address: str) -> str:
    return address.replace("http:", "https:")


def _kind(one: Json) -> str:
    """Return what a member that has no equal is told by: of an object without a name, that it is one."""
    return (_named(one) or "{}") if isinstance(one, dict) else json.dumps(_form(one), sort_keys=True)


def _of_leaf(before: Json, after: Json, at: str) -> Fates:
    if type(before) is type(after) and before == after:
        yield at, Fate.KEPT
    elif _form(before) == _form(after) and after is not None:
        yield at, Fate.FORM
    else:
        yield at, Fate.LOST
        yield from beyond(after, at)


def _prefixed(address: str) -> str:
    return short_name(_secure(address))


SPELLINGS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r"@[a-z0-9-]+$", re.IGNORECASE), str.lower),
    (re.compile(r"^http://purl\.org/ctdl(?:asn)?/terms/"), _prefixed),
    (re.compile(r"^http://purl\.org/ctdl"), _secure),
)
"""What may be spelled otherwise in a text: the language behind it, the address of CTDL before it."""


def _form(value: Json) -> Json:
    """Return a value without what its form adds: a list of one, a number as text, a moment in another zone."""
    if isinstance(value, list):
        return _form(value[0]) if len(value) == 1 else [_form(one) for one in value]
    if isinstance(value, str):
        for spelled, otherwise in SPELLINGS:
            if found := spelled.search(value):
                value = value.replace(found[0], otherwise(found[0]))
        try:
            return datetime.fromisoformat(value).timestamp() if "T" in value else float(value)
        except ValueError:
            return value
    return float(value) if type(value) is int else value


def table(found: Fates) -> dict[str, Counter[Fate]]:
    """Return how often each fate met the values of each place."""
    counted: dict[str, Counter[Fate]] = defaultdict(Counter)
    for at, fate in found:
        counted[at][fate] += 1
    return counted
