"""Acronyms: ``PPE`` and ``personal protective equipment`` are one thing, whichever a statement or a label says."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from importlib import resources
from typing import Final

_SHORT: Final = re.compile(r"(?<![\w&])[A-Z][A-Z&]{1,5}(?=s?(?![\w&]))")


def _read() -> dict[str, str]:
    table = resources.files("standards.matching") / "acronyms.csv"
    return {row["short"]: row["long"] for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines())}


ACRONYMS: Final[Mapping[str, str]] = _read()
"""What is spelled out: acronyms of trades, plants, hospitals and offices that stand for one thing in all of them."""


def spelled(text: str) -> str:
    """Return a text with its acronyms spelled out; those in small letters are taken for words.

    Example
    -------
    >>> spelled("Use PPE; read P&IDs")
    'Use personal protective equipment; read piping and instrumentation diagrams'
    """
    return _SHORT.sub(lambda found: ACRONYMS.get(found[0], found[0]), text)
