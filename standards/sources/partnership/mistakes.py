"""Mistakes in a declaration, in words of the file: the key, what is wrong with its value, and what to write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ontology.report import Finding, Severity

EXAMPLES: Final = {
    "region.oews_area": "the seven digits of an OEWS area, for instance 5300000",
    "license": "a web address, for instance https://creativecommons.org/licenses/by/4.0/",
    "website": "a web address, for instance https://example.org",
}
"""What is written under the keys whose form matters."""

MEANT: Final = {
    "members": "[[organizations]]",
    "partners": "[[organizations]]",
    "quorum": "[agreement]",
    "rule": "[agreement]",
}
"""Tables by what people call what stands in them, in the words of the documentation."""

Words = tuple[str, str]
"""What is wrong, and the remedy."""


def mistakes(file: str, error: ValidationError, known: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Yield a finding for each wrong key.

    Parameters
    ----------
    known
        The keys of each table, by the table's name; that of the whole file is empty.
    """
    for detail in error.errors():
        message, remedy = _words(detail, known)
        missing = detail["type"] == "missing"
        yield Finding(
            code="missing-key" if missing else "malformed-value",
            severity=Severity.ERROR,
            file=file,
            column=_place(detail),
            value="" if missing else str(detail["input"])[:80],
            message=message,
            remedy=remedy,
        )


def _words(detail: ErrorDetails, known: Mapping[str, Sequence[str]]) -> Words:
    kind, key = detail["type"], _key(detail)
    if kind == "extra_forbidden":
        return _unknown(key, known)
    if kind == "string_pattern_mismatch":
        return "cannot be read", f"Write {EXAMPLES[key]}"
    return WORDS[kind](detail) if kind in WORDS else (detail["msg"][0].lower() + detail["msg"][1:], "Correct it")


def _unknown(key: str, known: Mapping[str, Sequence[str]]) -> Words:
    table, _, name = key.rpartition(".")
    keys = known.get(table, ())
    likeliest = MEANT.get(name, "") if not table else ""
    if near := likeliest or next(iter(get_close_matches(name, keys, n=1)), ""):
        return "is not a known key", f"Write {near} if that is meant, or take it out"
    return "is not a known key", f"Take it out; the keys there are {', '.join(keys)}"


def _key(detail: ErrorDetails) -> str:
    return ".".join(part for part in detail["loc"] if isinstance(part, str))


def _place(detail: ErrorDetails) -> str:
    """Return the key, and which of several tables it is in, counted from 1.

    Example
    -------
    >>> _place({"type": "missing", "loc": ("organizations", 1, "role"), "msg": "", "input": {}})
    'organizations.role (entry 2)'
    """
    last = max((at for at, part in enumerate(detail["loc"]) if isinstance(part, str)), default=0)
    entries = [str(part + 1) for part in detail["loc"][:last] if isinstance(part, int)]
    return _key(detail) + (f" (entry {', '.join(entries)})" if entries else "")


def _of_type(what: str, remedy: str) -> Callable[[ErrorDetails], Words]:
    return lambda _: (f"is not {what}", remedy)


def _beyond(words: str, bound: str, remedy: str) -> Callable[[ErrorDetails], Words]:
    """Return what is said of a number beyond a bound, by the name of the bound."""

    def told(detail: ErrorDetails) -> Words:
        number = f"{detail.get('ctx', {}).get(bound):g}"
        return f"is {words} {number}", f"Write {remedy} {number}"

    return told


TABLE: Final = _of_type("a table", "Write its keys under a heading of their own, or between { and }")
TRUTH: Final = _of_type("true or false", "Write true or false, without quotation marks")
WORDS: Final[Mapping[str, Callable[[ErrorDetails], Words]]] = {
    "missing": lambda detail: ("is missing", f'Write {detail["loc"][-1]} = "..."'),
    "literal_error": lambda detail: ("is not known", f"Write {detail.get('ctx', {}).get('expected')}"),
    "value_error": lambda detail: ("cannot be part of an address", str(detail.get("ctx", {}).get("error"))),
    "string_type": _of_type("text", "Put it between quotation marks"),
    "tuple_type": _of_type("a list", "Put it between [ and ]; tables of a list stand under [[...]]"),
    "bool_type": TRUTH,
    "bool_parsing": TRUTH,
    "int_type": _of_type("a whole number", "Write digits alone, without quotation marks"),
    "int_from_float": _of_type("a whole number", "Write digits alone"),
    "float_type": _of_type("a number", "Write digits with a point, without quotation marks: 0.6"),
    "date_type": _of_type("a day", "Write it as 2025-06-30, without quotation marks"),
    "greater_than": _beyond("not more than", "gt", "a number above"),
    "greater_than_equal": _beyond("less than", "ge", "at least"),
    "less_than_equal": _beyond("more than", "le", "at most"),
    "too_short": lambda _: ("is empty", "Write it, or take the line out where it may be missing"),
    "dict_type": TABLE,
    "model_type": TABLE,
    "model_attributes_type": TABLE,
}
"""What the kinds of mistake are called, as pydantic tells them apart."""
