"""Records to objects of JSON, strictly as a format has them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ontology.records import JsonText, Record, Text
from standards.json_documents import Json
from standards.wire.fields import WireField, wire_fields

Link = Callable[[str, Mapping[str, Json]], Json]
"""Writes the object that a format has for a link: of the address, and what the record says of it beside that."""


def written(record: Record, link: Link, links: JsonText | None = None) -> dict[str, Json]:
    """Return the object that a record is, without the fields that hold nothing.

    Parameters
    ----------
    links
        What the record says of its links beside their addresses, by these.
    """
    beside: Mapping[str, Mapping[str, Json]] = json.loads(links) if links else {}

    def one(of: WireField, value: Any) -> Json:  # noqa: ANN401 - any of the types that a field may have
        return link(value, beside.get(value, {})) if of.key.link else plain(value)

    found: dict[str, Json] = {}
    for name, of in wire_fields(type(record)).items():
        value = getattr(record, of.name)
        if of.many and value:
            found[name] = [one(of, each) for each in value]
        elif not of.many and value is not None:
            found[name] = one(of, value)
    return found


def plain(value: Any) -> Json:  # noqa: ANN401 - any of the types that a field may have
    """Return a value of a field as JSON has it.

    Example
    -------
    >>> plain(Text(value="Welding")), plain(2.0), plain(0.5), plain(date(2026, 1, 31))
    ('Welding', 2, 0.5, '2026-01-31')
    """
    if isinstance(value, Text):
        return value.value
    if isinstance(value, JsonText):
        return json.loads(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.isoformat() if isinstance(value, date) else value
