"""Wrong values in the JSON of offers and records: where each stands, what is wrong with it, and what to do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from ontology.frozen import Frozen
from ontology.report import excerpt
from pathways.plans.conditions import Condition
from pathways.plans.offers import Offer
from pathways.plans.person import HeldCredential, Job, Person, Skill

Place = tuple[int | str, ...]
"""Names of fields and numbers in lists, from 0."""

SHOWN: Final = 60
"""Characters of a value that are shown."""

COMPETENCIES: Final = ("covers", "attests", "suggested")
"""Fields that hold addresses of competencies."""

MODELS: Final[Mapping[str, tuple[str, type[BaseModel]]]] = {
    "offers": ("offer", Offer),
    "requires": ("condition", Condition),
    "conditions": ("condition", Condition),
    "record": ("record", Person),
    "skills": ("skill", Skill),
    "jobs": ("job", Job),
    "credentials": ("credential", HeldCredential),
}
"""What stands in a field: what one of it is called, and which fields it has."""

COUNTED: Final = ("offers", "skills", "jobs", "credentials", "badges")
"""Lists of which a reader is told the number of what is wrong."""

NAMED: Final = ("skills", "jobs", "credentials")
"""Lists that take names as well as objects."""

ADDRESS: Final = ("is no address", "give one, such as https://school.example/relays")
ADDRESS_OF_COMPETENCY: Final = ("is no address of a competency", "search for it by its name")
"""What is wrong with an address, and what to do."""

WRITTEN: Final[Mapping[int | str, str]] = {
    "offers": 'write [{"iri": ..., "label": ...}, ...]',
    "record": 'write {"skills": [...], "jobs": [...], "text": ...}',
}
"""How the whole of something is written."""

NOT_KNOWN: Final = "or leave it out where it is not known"

WRONG: Final[Mapping[str, tuple[str, str]]] = {
    "enum": ("is not known here", "write {expected}"),
    "greater_than_equal": ("is less than {ge:g}", f"give {{ge:g}} or more, {NOT_KNOWN}"),
    "less_than_equal": ("is more than {le:g}", f"give {{le:g}} or less, {NOT_KNOWN}"),
    "string_too_short": ("is empty", "give it a name"),
    "string_too_long": ("is longer than {max_length:,} characters", "shorten it"),
    "too_long": ("has more than {max_length:,} entries", "leave some out"),
    "string_unicode": ("holds half of a character", "write it again"),
    "string_type": ("is no text", "put it in double quotes"),
    "tuple_type": ("is no list", "put it in brackets"),
    "dict_type": ("is no object", 'write {{"address": confidence}}'),
    **dict.fromkeys(("model_type", "model_attributes_type"), ("is no object", "write it in braces, with its fields")),
    **dict.fromkeys(
        ("float_type", "float_parsing", "int_type", "int_parsing", "int_from_float", "finite_number"),
        ("is no number", f"give one, {NOT_KNOWN}"),
    ),
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        ("is no date", f"write it like 2024-05-31, {NOT_KNOWN}"),
    ),
}
"""What is wrong by the kind of error, and what to do; in braces what the error says besides."""


ALONE: Final = ("missing", "extra_forbidden")
"""Kinds of errors that are no matter of the value."""


class WrongValue(Frozen):
    """A value that cannot be read.

    Parameters
    ----------
    place
        In words, for instance ``offer 1 (Relay School), cost``; empty where it is all that was given.
    value
        As it was written, its beginning where it is long; empty where a field is missing.
    said
        What is wrong with it, a clause.
    remedy
        What to do, a clause.
    """

    place: str
    value: str
    said: str
    remedy: str

    def __str__(self) -> str:
        """Return all of it in a line."""
        return f"{f'{self.place}: ' if self.place else ''}{self.said}; {self.remedy}"


def wrong_values(
    document: object, errors: Iterable[ErrorDetails], within: str = "", names: Sequence[str] = ()
) -> tuple[WrongValue, ...]:
    """Return what is wrong in a document, each thing once.

    Parameters
    ----------
    document
        What was given: offers, a record, or a request for a plan that holds both.
    errors
        What the validation of it has found.
    within
        The field of a request in which the document would stand, for instance ``offers``; empty for a whole request.
    names
        Fields of a whole request.
    """
    request = {within: document} if within else document
    return tuple(dict.fromkeys(_wrong(request, error, within, names) for error in errors))


def _wrong(request: object, error: ErrorDetails, within: str, names: Sequence[str]) -> WrongValue:
    """Return what one error says."""
    place = (*filter(None, [within]), *error["loc"])
    said, remedy = _why(error, place, names)
    given = error["input"]
    value = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False, default=str)
    shown = excerpt(repr(value) if value is given else value, SHOWN)
    return WrongValue(
        place=_where(request, place) if error["loc"] else "",
        value="" if error["type"] == "missing" else excerpt(value, SHOWN),
        said=said if error["type"] in ALONE else f"{shown} {said}",
        remedy=remedy,
    )


def _where(request: object, place: Place) -> str:
    """Return a place in words: the number of what is wrong, from 1, with its name, and the field.

    Example
    -------
    >>> _where({"offers": [{"label": "Relay School"}]}, ("offers", 0, "requires", "members", 0))
    'offer 1 (Relay School), requires.members'
    """
    end = next((n for n, part in enumerate(place) if isinstance(part, int) and place[n - 1] in COUNTED), -1) + 1
    if not end:
        return _dotted(place).removeprefix("record.")
    noun = "badge" if "badges" in place[:end] else MODELS[str(place[end - 2])][0]
    fields = "" if noun == "badge" else _dotted(place[end:])
    return ", ".join(filter(None, (_numbered(noun, int(place[end - 1]), _at(request, place[:end])), fields)))


def _dotted(place: Place) -> str:
    """Return the names of fields within each other, without numbers, addresses and what is no field."""
    return ".".join(part for part in place if isinstance(part, str) and part != "[key]" and "://" not in part)


def _numbered(noun: str, number: int, entry: object) -> str:
    """Return the number of an entry of a list, from 1, with its name where it has one."""
    name = (entry.get("label") or entry.get("name")) if isinstance(entry, dict) else ""
    named = f" ({excerpt(name, SHOWN)})" if isinstance(name, str) and name else ""
    return f"{noun} {number + 1}{named}"


def _at(document: Any, place: Place) -> object:  # noqa: ANN401 - JSON
    """Return what stands at a place."""
    for part in place:
        document = document[part]
    return document


def _why(error: ErrorDetails, place: Place, names: Sequence[str]) -> tuple[str, str]:
    """Return what is wrong with a value, and what to do."""
    kind = error["type"]
    noun, fields, needed = _fields(place[:-1], names)
    if kind == "missing":
        return "it is missing", f"each {noun} has {' and '.join(map(_article, needed))}"
    if kind == "extra_forbidden":
        return "there is no such field", f"there are {', '.join(fields)}"
    if "badges" in place[:-1]:
        return "is no badge", "give an Open Badge as JSON, or a signed one as text"
    if kind == "string_pattern_mismatch":
        return ADDRESS_OF_COMPETENCY if {*COMPETENCIES} & {*place} else ADDRESS
    if kind.startswith("model_") and {*NAMED} & {*place[-2:-1]}:
        return "is neither a name nor an object", "put the name in double quotes"
    said, remedy = WRONG.get(kind, ("cannot be read: {msg}", "change it"))
    told = {**error.get("ctx", {}), "msg": f"{error['msg'][:1].lower()}{error['msg'][1:]}"}
    return said.format(**told), WRITTEN.get(place[-1], remedy.format(**told))


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _fields(place: Place, names: Sequence[str]) -> tuple[str, Sequence[str], Sequence[str]]:
    """Return what the innermost thing at a place is called, its fields, and those that it needs."""
    found = next((MODELS[part] for part in reversed(place) if isinstance(part, str) and part in MODELS), None)
    if found is None:
        return "request", names, ()
    fields = found[1].model_fields
    return found[0], [*fields], [name for name, field in fields.items() if field.is_required()]
