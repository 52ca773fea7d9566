"""How the fields of a record are called in JSON: declared beside the properties that carry them in RDF."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.records import Record, rdf_fields


@dataclass(frozen=True)
class Key:
    """Marks a field that a format has under a name of its own.

    Parameters
    ----------
    name
        In JSON.
    link
        Whether an object stands there that names a thing beside its address (``LinkURI``).
    blank
        Whether an empty text stands where the format demands one and nobody says any.
    """

    name: str
    link: bool = False
    blank: bool = False


@dataclass(frozen=True)
class WireField:
    """A field of a record as a format has it.

    Parameters
    ----------
    name
        In the record.
    python
        See `RdfField`.
    many
        Whether it holds a list.
    required
        Whether the format demands it.
    """

    name: str
    key: Key
    python: type
    many: bool
    required: bool


@cache
def wire_fields(record: type[Record]) -> dict[str, WireField]:
    """Return the fields of a class of records that a format has, by their names in JSON, in their order.

    Example
    -------
    >>> from standards.wire.case.records import CFItem
    >>> wire_fields(CFItem)["fullStatement"].name
    'full_statement'
    """
    found = {}
    for name, field in rdf_fields(record).items():
        info = record.model_fields[name]
        for key in info.metadata:
            if isinstance(key, Key):
                found[key.name] = WireField(name, key, field.python, field.many, info.is_required())
    return found
