"""Codes of the statements of a standard: given, or the next in sequence, and never used for anything else again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from ontology.identifiers import slug

NUMBERED: Final = re.compile(r"(.*?)(\d+)")
"""A code that ends with a number."""

DIGITS: Final = 2
"""Of the number in a code, at least."""


def next_code(category: str, used: Mapping[str, str], standard: str) -> str:
    """Return the code that comes next in a category.

    It goes on from most of the codes that the category has; where it has none, it begins with what most codes of the
    standard begin with, or with the initials of the standard, and three letters of the category.

    Parameters
    ----------
    used
        The category of each code that was ever used.
    standard
        Slug of the standard.

    Example
    -------
    >>> next_code("Safety", {"PG-SAF-01": "Safety", "PG-SAF-09": "Safety"}, "power-generation")
    'PG-SAF-10'
    >>> next_code("Wind", {"PG-SAF-01": "Safety"}, "power-generation"), next_code("Deck work", {}, "harbor-trades")
    ('PG-WIN-01', 'HT-DEC-01')
    """
    own = [code for code, group in used.items() if group.casefold() == category.casefold()]
    start, width = _begins(own) or (_begin(category, used, standard), DIGITS)
    last = max((int(match[2]) for code in used if (match := NUMBERED.fullmatch(code)) and match[1] == start), default=0)
    return f"{start}{last + 1:0{width}d}"


def _begins(codes: Iterable[str]) -> tuple[str, int] | None:
    """Return how most codes begin before their number, and how many digits that has; nothing where none has one."""
    found = [match for code in codes if (match := NUMBERED.fullmatch(code))]
    if not found:
        return None
    start = Counter(sorted(match[1] for match in found)).most_common(1)[0][0]
    return start, max(len(match[2]) for match in found if match[1] == start)


def _begin(category: str, used: Mapping[str, str], standard: str) -> str:
    """Return how the codes of a category begin that has none yet."""
    heads = Counter(sorted(code.partition("-")[0] for code in used if "-" in code))
    head = heads.most_common(1)[0][0] if heads else "".join(word[0] for word in standard.split("-") if word)
    letters = slug(category).replace("-", "")[:3]
    return "".join(f"{part.upper()}-" for part in (head, letters) if part)
