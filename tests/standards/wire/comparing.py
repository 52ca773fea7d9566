"""What became of each value of a document when it was read and written again: measured, leaf by leaf."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

Json = Any


class Fate(StrEnum):
    """What became of a value, the best first."""

    KEPT = "kept"
    FORM = "kept in the format's own form"
    EXTENSION = "carried in an extension"
    EMPTY = "empty, left out"
    LOST = "lost"


Renamed = Mapping[str, str]
"""Names that are written otherwise than they were read."""


def fates(before: Json, after: Json, renamed: Renamed | None = None, at: str = "") -> Iterator[tuple[str, Fate]]:
    """Yield what became of each value of a document, by its place with the positions of lists left out."""
    if before is None or before in ([], {}):
        yield at, Fate.KEPT if before == after else Fate.EMPTY
    elif isinstance(before, dict):
        said = after if isinstance(after, dict) else {}
        for name, value in before.items():
            yield from _of_name(name, value, said, renamed or {}, f"{at}/{name}")
    elif isinstance(before, list):
        yield from _of_list(before, after, renamed, f"{at}[]")
    else:
        yield at, _of_leaf(before, after)


def _of_name(name: str, value: Json, said: Mapping[str, Json], renamed: Renamed, at: str) -> Iterator[tuple[str, Fate]]:
    carried = said.get("extensions") or {}
    if name in renamed:
        yield at, Fate.FORM if _form(value) == _form(said.get(renamed[name])) else Fate.LOST
    elif name not in said and name in carried:
        for place, fate in fates(value, carried[name], renamed, at):
            yield place, Fate.EXTENSION if fate is Fate.KEPT else fate
    else:
        yield from fates(value, said.get(name), renamed, at)


def _of_list(before: list[Json], after: Json, renamed: Renamed | None, at: str) -> Iterator[tuple[str, Fate]]:
    """Hold the members of a list against those with the same address, or against equal ones."""
    there = after if isinstance(after, list) else [after]
    by_name = {_name(one): one for one in there}
    for one in before:
        yield from fates(one, by_name.get(_name(one)), renamed, at)


NAMES = ("uri", "identifier", "id")
"""What tells the members of a list apart."""


def _name(one: Json) -> str:
    named = next((one[name] for name in NAMES if name in one), None) if isinstance(one, dict) else None
    return named or json.dumps(one, sort_keys=True)


def _of_leaf(before: Json, after: Json) -> Fate:
    if type(before) is type(after) and before == after:
        return Fate.KEPT
    return Fate.FORM if _form(before) == _form(after) and after is not None else Fate.LOST


def _form(value: Json) -> Json:
    """Return a value without what its form adds: a list of one, a number as text, a moment in another zone."""
    if isinstance(value, list) and len(value) == 1:
        return _form(value[0])
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value).timestamp() if "T" in value else float(value)
        except ValueError:
            return value
    return value


def table(found: Iterator[tuple[str, Fate]]) -> dict[str, Counter[Fate]]:
    """Return how often each fate met the values of each place."""
    counted: dict[str, Counter[Fate]] = defaultdict(Counter)
    for at, fate in found:
        counted[at][fate] += 1
    return counted
