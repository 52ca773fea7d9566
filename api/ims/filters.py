"""Filters of lists: ``title~'welding' AND lastChangeDateTime>='2026-01-01'``.

As 1EdTech's services have them: a field, a comparison and a value in single quotes, joined by AND and OR; AND binds
first. A quote within a value is written twice. Nothing nests, so that a filter is read in one pass.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from ontology.errors import InputError
from ontology.report import excerpt
from standards.json_documents import Json

LONGEST: Final = 2000
"""Characters of a filter."""

MOST: Final = 20
"""Comparisons in a filter."""

COMPARISONS: Final[Mapping[str, Callable[[str, str], bool]]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "~": lambda said, asked: asked.casefold() in said.casefold(),
}
"""How a value is compared; ``~`` is whether it is part of the other, whatever the case of letters."""

MOMENT: Final = "lastChangeDateTime"
"""The field that is compared as a moment, in whatever time zone it is written."""

_PART: Final = re.compile(r"\s*+([A-Za-z]++(?:\.[A-Za-z]++)?+)\s*+(!=|>=|<=|=|>|<|~)\s*+'((?:[^']|'')*+)'\s*+")
"""A comparison; no repetition gives back what it has taken, so that each character is read once."""

_JOINED: Final = re.compile(r"(AND|OR)(?=\s|$)", re.IGNORECASE)


class SelectionError(InputError):
    """What a request selects by is not understood."""


@dataclass(frozen=True)
class Comparison:
    """What a field is held against.

    Parameters
    ----------
    field
        Its name; with a dot before it, that of the link that it is in.
    """

    field: str
    sign: str
    value: str

    def holds(self, resource: Mapping[str, Json]) -> bool:
        """Return whether any value of the field compares so; of ``!=``, whether none is the same."""
        found = [comparable(self.field, value) for value in values(resource, self.field)]
        asked = comparable(self.field, self.value)
        if self.sign == "!=":
            return asked not in found
        return any(COMPARISONS[self.sign](value, asked) for value in found)


Filter = tuple[tuple[Comparison, ...], ...]
"""Comparisons of which all hold, in groups of which one does."""


def parse_filter(text: str, fields: Mapping[str, bool]) -> Filter:
    """Return a filter as it is meant.

    Parameters
    ----------
    fields
        The names that there are, and whether each is a link, whose title, identifier and address have names within.

    Raises
    ------
    SelectionError
        With the place that is not understood, or the fields there are.

    Example
    -------
    >>> parse_filter("title~'weld' AND creator='Mill College' OR version='2'", {"title": 0, "creator": 0, "version": 0})
    ... # doctest: +NORMALIZE_WHITESPACE
    ((Comparison(field='title', sign='~', value='weld'), Comparison(field='creator', sign='=', value='Mill College')),
     (Comparison(field='version', sign='=', value='2'),))
    """
    if len(text) > LONGEST:
        message = f"a filter of {len(text):,} characters; at most {LONGEST:,} are read"
        raise SelectionError(message)
    groups: list[list[Comparison]] = [[]]
    for joined, comparison in _parts(text):
        if joined == "OR":
            groups.append([])
        check_field(comparison.field, fields)
        groups[-1].append(comparison)
    if sum(map(len, groups)) > MOST:
        message = f"a filter of more than {MOST} comparisons; ask in several requests"
        raise SelectionError(message)
    return tuple(map(tuple, groups))


def _parts(text: str) -> Iterator[tuple[str, Comparison]]:
    """Yield the comparisons of a filter, each with what joins it to the one before."""
    joined, at = "", 0
    while part := _PART.match(text, at):
        field, sign, value = part.groups()
        yield joined, Comparison(field, sign, value.replace("''", "'"))
        at = part.end()
        if at == len(text):
            return
        if not (joint := _JOINED.match(text, at)):
            break
        joined, at = joint[1].upper(), joint.end()
    where = f"from {excerpt(text[at:], 60)!r} on" if text[at:].strip() else "at its end"
    message = f"the filter is not understood {where}: write it as title~'welding' AND version='2'"
    raise SelectionError(message)


def check_field(name: str, fields: Mapping[str, bool]) -> None:
    """Refuse the name of a field that there is not.

    Raises
    ------
    SelectionError
        With the fields there are.
    """
    whole, _, within = name.partition(".")
    if whole in fields and within in (("title", "identifier", "uri", "") if fields[whole] else ("",)):
        return
    message = f"{excerpt(name, 60)!r} is no field to select by; there are {', '.join(fields)}"
    raise SelectionError(message)


def matches(resource: Mapping[str, Json], asked: Filter) -> bool:
    """Return whether a resource passes a filter."""
    return any(all(comparison.holds(resource) for comparison in group) for group in asked)


def values(resource: Mapping[str, Json], field: str) -> list[str]:
    """Return the values that a resource has for a field, as texts; those of a link are its title where none is named.

    Example
    -------
    >>> values({"licenseURI": {"title": "CC BY", "uri": "http://x/by"}}, "licenseURI.uri")
    ['http://x/by']
    """
    whole, _, within = field.partition(".")
    said = resource.get(whole, [])
    found = said if isinstance(said, list) else [said]
    return [str(one.get(within or "title", "")) if isinstance(one, dict) else str(one) for one in found]


def comparable(field: str, value: str) -> str:
    """Return a value as it is compared: moments in one time zone.

    Example
    -------
    >>> comparable("lastChangeDateTime", "2026-01-31T09:00:00+02:00"), comparable("version", "2")
    ('2026-01-31T07:00:00+00:00', '2')
    """
    if field != MOMENT:
        return value
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):  # the latter at the ends of time, in another zone
        return value
