"""Codes of the statements of a standard: given, or the next in sequence, and never used for anything else again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from ontology.identifiers import slug

NUMBERED: Final = re.compile(r"(.*?)(\d+)")
"""A code that ends with a number."""

DIGITS: Final = 2
"""Of the number in a code, at least."""

Form = tuple[str, int]
"""What a code begins with before its number, and how many digits that has."""


class Codes:
    """The codes that were ever used, counted so that the next one costs the same however many there are.

    Parameters
    ----------
    used
        The category of each code.
    standard
        Slug of the standard.
    """

    def __init__(self, used: Mapping[str, str], standard: str) -> None:
        self._standard = standard
        self._category: dict[str, str] = {}
        self._forms: defaultdict[str, Counter[Form]] = defaultdict(Counter)
        self._last: dict[str, int] = {}
        self._heads: Counter[str] = Counter()
        for code, category in used.items():
            self.use(code, category)

    def use(self, code: str, category: str) -> None:
        """Add a code, or tell that its category is another one now."""
        match, before = NUMBERED.fullmatch(code), self._category.get(code)
        self._category[code] = category.casefold()
        if before is None and "-" in code:
            self._heads[code.partition("-")[0]] += 1
        if match is None:
            return
        form = match[1], len(match[2])
        if before is not None:
            self._forms[before][form] -= 1
        self._forms[category.casefold()][form] += 1
        self._last[match[1]] = max(self._last.get(match[1], 0), int(match[2]))

    def next(self, category: str) -> str:
        """Return the code that comes next in a category; it is not used by that.

        It goes on from most of the codes that the category has; where it has none, it begins with what most codes of
        the standard begin with, or with the initials of the standard, and three letters of the category.

        Example
        -------
        >>> codes = Codes({"PG-SAF-01": "Safety", "PG-SAF-09": "Safety"}, "power-generation")
        >>> codes.next("Safety"), codes.next("Wind"), Codes({}, "harbor-trades").next("Deck work")
        ('PG-SAF-10', 'PG-WIN-01', 'HT-DEC-01')
        """
        start, width = self._begins(category) or (self._begin(category), DIGITS)
        return f"{start}{self._last.get(start, 0) + 1:0{width}d}"

    def _begins(self, category: str) -> Form | None:
        """Return how most codes of a category begin, and the most digits of such; nothing where none has a number."""
        forms = +self._forms.get(category.casefold(), Counter())
        starts: Counter[str] = Counter()
        for (start, _), number in forms.items():
            starts[start] += number
        if not starts:
            return None
        most = _most(starts)
        return most, max(width for start, width in forms if start == most)

    def _begin(self, category: str) -> str:
        """Return how the codes of a category begin that has none yet."""
        initials = "".join(word[0] for word in self._standard.split("-") if word)
        head = _most(self._heads) if self._heads else initials
        letters = slug(category).replace("-", "")[:3]
        return "".join(f"{part.upper()}-" for part in (head, letters) if part)


def _most(counted: Counter[str]) -> str:
    """Return what there is most of; of several the first in the alphabet."""
    return min(counted, key=lambda one: (-counted[one], one))
