"""The order of the values of a field: a graph keeps none, and of two equal values one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from ontology.records import JsonText, Record, Text
from standards.wire.fields import wire_fields
from standards.wire.reading import json_text


class Ordered(Record):
    """A record that says in which order its values stand.

    Parameters
    ----------
    order
        Of each field with several values, where these stand in another order than `_sorted` has them: their places in
        that, by the field's name in JSON. Only what is stored has it.
    """

    order: JsonText | None = None


R = TypeVar("R", bound=Ordered)


def ordered(records: Iterable[R]) -> Iterator[R]:
    """Yield records, each with the order of its values, ready to be stored."""
    for record in records:
        said = {name: places for name, values in _several(record) if (places := _places(values))}
        yield record.model_copy(update={"order": json_text(said)}) if said else record


def restored(records: Iterable[R]) -> Iterator[R]:
    """Yield stored records with their values in the order in which they came."""
    for record in records:
        yield record.model_copy(update=_in_order(record)) if record.order else record


def _in_order(record: Ordered) -> dict[str, Any]:
    fields = dict(_lists(type(record)))
    found: dict[str, Any] = {"order": None}
    for name, places in json.loads(record.order or "{}").items():
        there = _sorted(getattr(record, fields[name]))
        found[fields[name]] = tuple(there[place] for place in places)
    return found


def _several(record: Record) -> Iterator[tuple[str, Sequence[Any]]]:
    """Yield the fields that hold several values, by their names in JSON."""
    for name, field in _lists(type(record)):
        if len(values := getattr(record, field)) > 1:
            yield name, values


@cache
def _lists(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the fields that hold lists: their names in JSON and in the record."""
    return tuple((name, of.name) for name, of in wire_fields(record).items() if of.many)


def _places(values: Sequence[Any]) -> list[int]:
    """Return where in their sorted order values stand; nothing where they stand so.

    Example
    -------
    >>> _places(["weld", "cut", "weld"]), _places(["cut", "weld"])
    ([1, 0, 1], [])
    """
    there = _sorted(values)
    at = {value: place for place, value in enumerate(there)}
    places = [at[value] for value in values]
    return places if places != list(range(len(there))) else []


def _sorted(values: Iterable[Any]) -> list[Any]:
    """Return values in an order of their own, equal ones once."""
    return sorted(set(values), key=lambda one: (one.value, one.language) if isinstance(one, Text) else (one, ""))
