"""Findings of one kind, told once: a server that writes null does so everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ontology.report import Finding, Severity

POSITION: Final = re.compile(r"/\d+(?=/|$)")
"""Where something stands in a list, in a JSON pointer."""


def summed(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings, of tolerances that say the same of one field the first only, with how often it holds.

    Example
    -------
    >>> one = Finding(code="null", severity=Severity.INFO, path="/CFItems/0/notes", message="null")
    >>> [told.message for told in summed([one, one.model_copy(update={"path": "/CFItems/7/notes"})])]
    ['null (2 times, here first)']
    """
    kept: dict[tuple[object, ...], list[Finding]] = {}
    for number, one in enumerate(findings):
        field = (one.code, one.message, POSITION.sub("", one.path), one.column)
        kept.setdefault(field if one.severity is Severity.INFO else (number,), []).append(one)
    return [_told(same) for same in kept.values()]


def _told(same: list[Finding]) -> Finding:
    first, number = same[0], len(same)
    if number == 1:
        return first
    return first.model_copy(update={"message": f"{first.message} ({number:,} times, here first)"})
