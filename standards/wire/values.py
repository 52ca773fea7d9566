"""Values of JSON as the fields of records hold them, also where other systems write them in another form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Final

from ontology.addresses import is_address
from ontology.records import Iri, JsonText, Moment, Text
from standards.json_documents import Json


def plain(value: Json) -> str | None:
    """Return a text, also one that is written as a number, or nothing where a value is none."""
    if isinstance(value, str):
        return value
    return json.dumps(value) if isinstance(value, int | float) else None


def address(value: Json) -> Iri | None:
    """Return an absolute address, or nothing where a value is none."""
    return Iri(value) if isinstance(value, str) and is_address(value) else None


def whole(value: Json) -> int | None:
    """Return a whole number, also one that is written as a text, or nothing where a value is none."""
    if isinstance(value, int):
        return None if isinstance(value, bool) else value
    held = number(value)
    return int(held) if held is not None and held.is_integer() else None


def number(value: Json) -> float | None:
    """Return a number that is finite, also one that is written as a text, or nothing where a value is none."""
    if isinstance(value, bool) or (isinstance(value, str) and not NUMBER.fullmatch(value)):
        return None
    try:
        held = float(value)
    except (TypeError, OverflowError):
        return None
    return held if isfinite(held) else None


def day(value: Json) -> date | None:
    """Return a day, or nothing where a value is none."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def moment(value: Json) -> Moment | None:
    """Return a moment as it is written, or in the form of ISO 8601 where it is written otherwise."""
    if isinstance(value, str) and is_moment(value):
        return Moment(value)
    try:
        read = Moment(datetime.fromisoformat(value).isoformat())
    except (TypeError, ValueError):
        return None
    return read if is_moment(read) else None


def is_moment(said: str) -> bool:
    """Whether a text is a moment that there was or will be, as ``xsd:dateTime`` has it.

    Example
    -------
    >>> [is_moment(f"{day}T09:00:00Z") for day in ("2024-02-29", "2024-02-31", "2024-2-9")]
    [True, False, False]
    """
    if not MOMENT.fullmatch(said):
        return False
    try:
        zone = datetime.fromisoformat(said).utcoffset()
    except ValueError:
        return False
    return zone is None or abs(zone) <= FARTHEST


MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+\-]\d\d:\d\d)?", re.ASCII)

FARTHEST: Final = timedelta(hours=14)
"""How far a time zone is from UTC at most (XML Schema)."""

NUMBER: Final = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)

CONVERTED: Final[Mapping[type, Callable[[Json], object]]] = {
    Text: plain,
    str: plain,
    Iri: address,
    int: whole,
    float: number,
    date: day,
    Moment: moment,
    JsonText: lambda value: JsonText(json.dumps(value, ensure_ascii=False, sort_keys=True)),
}

EXPECTED: Final[Mapping[type, str]] = {
    Iri: "an absolute address, or a link with title, identifier and uri",
    int: "a whole number",
    float: "a number",
    date: "a day as 2026-01-31",
    Moment: "a moment as 2026-01-31T09:00:00Z",
}
