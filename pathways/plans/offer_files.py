"""Files of offers: courses and credentials of one's own, read from JSON, with every value that cannot be read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from ontology.errors import UnreadableError
from pathways.plans.conditions import Condition
from pathways.plans.offers import Offer

COMPETENCIES: Final = ("covers", "attests", "suggested")
"""Fields that hold addresses of competencies."""

SHOWN: Final = 60
"""Characters of a value that are shown."""

WRONG: Final[Mapping[str, str]] = {
    "missing": "is missing; each offer has an iri and a label",
    "enum": "is none of {expected}",
    "greater_than_equal": "is less than {ge:g}; give {ge:g} or more, or leave it out where it is not known",
    "less_than_equal": "is more than {le:g}; give {le:g} or less, or leave it out where it is not known",
    "string_too_short": "is empty; give it a name",
    "string_too_long": "is longer than {max_length} characters; shorten it",
    "too_long": "has more than {max_length} entries; leave some out",
    "string_type": "is no text; put it in double quotes",
    "tuple_type": "is no list; put it in brackets",
    "dict_type": 'is no object; write {{"address": confidence}}',
}
"""What is wrong by the kind of error, and what to do; in braces what the error says besides."""

NUMBERS: Final = ("float_type", "float_parsing", "int_type", "int_parsing", "int_from_float", "finite_number")


def offers_of_json(text: str, name: str) -> tuple[Offer, ...]:
    """Return the courses and credentials that a JSON text lists.

    Parameters
    ----------
    name
        Of the file, for messages.

    Raises
    ------
    UnreadableError
        Where the text is no JSON, or no list of offers; with every value that cannot be read.

    Example
    -------
    >>> offers_of_json('[{"iri": "https://school.example/relays", "label": "Relay School"}]', "mine.json")[0].label
    'Relay School'
    """
    try:
        document = json.loads(text)
        return TypeAdapter(tuple[Offer, ...]).validate_python(document)
    except json.JSONDecodeError as error:
        message = f"{name} is no JSON (line {error.lineno}, column {error.colno}: {error.msg})"
        raise UnreadableError(message) from error
    except RecursionError as error:
        message = f"{name} is nested too deep to be a list of courses and credentials"
        raise UnreadableError(message) from error
    except ValidationError as error:
        found = dict.fromkeys(wrong(document, one) for one in error.errors(include_url=False))
        message = f"{name} is no list of courses and credentials:\n" + "\n".join(f"- {one}" for one in found)
        raise UnreadableError(message) from error


def wrong(document: object, error: ErrorDetails) -> str:
    """Return the place of a wrong value, the value, and what to do."""
    place = error["loc"]
    if not place:
        return 'it is not in brackets; write [{"iri": ..., "label": ...}, ...]'
    fields = [part for part in place[1:] if isinstance(part, str) and part != "[key]" and "://" not in part]
    where = ", ".join(filter(None, (_offer(document, int(place[0])), ".".join(fields))))
    if error["type"] == "missing":
        return f"{where}: it {WRONG['missing']}"
    if error["type"] == "extra_forbidden":
        known = Condition.model_fields if "requires" in place[:-1] else Offer.model_fields
        return f"{where}: there is no such field; there are {', '.join(known)}"
    value = json.dumps(error["input"], ensure_ascii=False) if not isinstance(error["input"], str) else ""
    shown = value or f"'{error['input']}'"
    shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]} …"
    return f"{where}: {shown} {_why(error, fields)}"


def _offer(document: object, at: int) -> str:
    """Return the number of an offer, from 1, with its label where it has one."""
    listed: Sequence[Any] = document if isinstance(document, list) else ()
    label = listed[at].get("label") if at < len(listed) and isinstance(listed[at], dict) else ""
    return f"offer {at + 1} ({label})" if isinstance(label, str) and label else f"offer {at + 1}"


def _why(error: ErrorDetails, fields: Sequence[str]) -> str:
    """Return what is wrong with a value, and what to do."""
    if error["type"] == "string_pattern_mismatch":
        if fields and fields[0] in COMPETENCIES:
            return "is no address of a competency; `ladderworks search` shows them"
        return "is no address; give one, such as https://school.example/relays"
    if error["type"] in NUMBERS:
        return "is no number; give one, or leave it out where it is not known"
    if error["type"].startswith("model_"):
        return "is no object; write it in braces, with its fields"
    known = WRONG.get(error["type"])
    return (
        known.format(**error.get("ctx", {}))
        if known
        else f"cannot be read: {error['msg'][:1].lower()}{error['msg'][1:]}"
    )
