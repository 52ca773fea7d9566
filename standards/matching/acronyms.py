"""Acronyms: ``PPE`` and ``personal protective equipment`` are one thing, whichever a statement or a label says."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from importlib import resources
from typing import Final

_SHORT: Final = re.compile(r"(?<![\w&])[A-Z][A-Z&]{1,5}(?=s?(?![\w&]))")

COMPUTING: Final = "ICT"
"""The one name of information technology: spelled out, it shared two everyday words with labels about other things."""
_COMPUTING: Final = re.compile(
    r"\binformation (?:(?:and |& )?communications? )?technolog(?:y|ies)\b(?: \(IC?T\))?", re.IGNORECASE
)
_IT: Final = re.compile(r"(?<![\w&])IT(?=s?(?![\w&]))")


def _read() -> dict[str, str]:
    table = resources.files("standards.matching") / "acronyms.csv"
    return {row["short"]: row["long"] for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines())}


ACRONYMS: Final[Mapping[str, str]] = _read()
"""What is spelled out: acronyms of trades, plants, hospitals and offices that stand for one thing in all of them."""


def spelled(text: str) -> str:
    """Return a text with its acronyms spelled out; those in small letters are taken for words.

    IT and information technology are both named ICT, but for an IT among capitals, which may be the word *it*.

    Example
    -------
    >>> spelled("Use PPE; read P&IDs")
    'Use personal protective equipment; read piping and instrumentation diagrams'
    >>> spelled("Use IT tools, or information technology"), spelled("WELD IT")
    ('Use ICT tools, or ICT', 'WELD IT')
    """
    named = _COMPUTING.sub(COMPUTING, text) if "technolog" in text.casefold() else text
    if named.islower():  # as most labels are: looking for capitals took three quarters of the time
        return named
    if "IT" in named and (" " not in named or not named.isupper()):
        named = _IT.sub(COMPUTING, named)
    return _SHORT.sub(lambda found: ACRONYMS.get(found[0], found[0]), named)
