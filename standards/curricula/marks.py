"""Marks in the cells of curriculum maps: that a course teaches an outcome, and how far it takes it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ontology.records import TeachingLevel
from standards.curricula.teaching_levels import WORDS

LEVELS: Final = {word: level for level, words in WORDS.items() for word in words.split()}
"""Which level each letter and word means, in small letters."""

TAUGHT: Final = frozenset(("x", "xx", "✓", "✔", "√", "●", "•", "■", "☑", "✗", "yes", "y", "a", "assess", "assessed"))
"""Marks that say that an outcome is taught, and not how far; ``A`` beside ``I`` and ``R`` is for assessed."""

UNTAUGHT: Final = frozenset(("", "-", "\u2013", "\u2014", "0", "no", "none", "n/a", "na", "☐", "□", "○"))
"""What stands where a course does not teach an outcome."""

_PARTS: Final = re.compile(r"[\s,;/&+|.()]+")
_ENTRY: Final = re.compile(
    r"(?:^|[\s,;|/(])(?P<mark>[A-Za-z]{1,2}|\d|[^\w\s,;=:()\-])\s*(?:[=:]|[\-\u2013\u2014](?=\s))\s*(?P<word>[A-Za-z]+)"
    r"(?=\s*(?:[,;|/()]|$|\s[A-Za-z\d]{1,2}\s*[=:]))"
)
"""A mark and the one word that explains it; an outcome such as ``A: Assess hazards`` says more."""

_PAIR: Final = 2
"""Cells of a row that together are an entry: a mark, and what it means."""


@dataclass(frozen=True)
class Marks:
    """What marks mean: those that are common, and those that the table itself explains.

    Parameters
    ----------
    legend
        The level of each mark that the table explains, in small letters; ``None`` where it says no level.
    """

    legend: Mapping[str, TeachingLevel | None] = field(default_factory=dict)

    def knows(self, cell: str) -> bool:
        """Whether all that a cell says is known.

        Example
        -------
        >>> Marks().knows("I, R"), Marks().knows("2"), Marks({"2": TeachingLevel.REINFORCED}).knows("2")
        (True, False, True)
        """
        return all(part in self.legend or part in LEVELS or part in TAUGHT for part in _parts(cell))

    def level(self, cell: str) -> str | None:
        """Return the address of the highest level that a cell says, if it says any and no mark that is unknown.

        Example
        -------
        >>> Marks().level("I/R") == TeachingLevel.REINFORCED, Marks().level("X")
        (True, None)
        """
        if not self.knows(cell):
            return None
        said = [self.legend.get(part, LEVELS.get(part)) for part in _parts(cell)]
        order = list(WORDS)
        known = [level for level in said if level]
        return str(max(known, key=order.index)) if known else None


def is_taught(cell: str) -> bool:
    """Whether a cell says that a course teaches an outcome.

    Example
    -------
    >>> is_taught("I"), is_taught("X"), is_taught("-"), is_taught("")
    (True, True, False, False)
    """
    return cell.strip().casefold() not in UNTAUGHT


def legend(rows: Mapping[int, Sequence[str]], courses: Collection[int]) -> dict[int, Marks]:
    """Return what rows explain of marks, by their numbers; a row with a mark below a course is an outcome.

    Example
    -------
    >>> found = legend({7: ("1 = Introduced, 2 = Reinforced", ""), 8: ("3", "Mastered"), 9: ("M: Master", "X")}, [1])
    >>> [(row, *marks.legend) for row, marks in found.items()]
    [(7, '1', '2'), (8, '3')]
    """
    found = {row: Marks(dict(_entries(cells, courses))) for row, cells in rows.items()}
    return {row: marks for row, marks in found.items() if marks.legend}


def together(legends: Iterable[Marks]) -> Marks:
    """Return what several rows explain."""
    return Marks({mark: level for marks in legends for mark, level in marks.legend.items()})


def _entries(cells: Sequence[str], courses: Collection[int]) -> Iterator[tuple[str, TeachingLevel | None]]:
    """Yield the marks that a row explains, in small letters, each with its level."""
    filled = [cell for cell in cells if cell]
    if len(filled) == _PAIR and len(filled[0]) <= _PAIR:
        filled = [f"{filled[0]} = {filled[1]}"]
    elif any(cells[place] for place in courses):
        return
    for found in (found for cell in filled for found in _ENTRY.finditer(cell)):
        word = found["word"].casefold()
        if len(word) > _PAIR and (word in LEVELS or word in TAUGHT):
            yield found["mark"].casefold(), LEVELS.get(word)


def _parts(cell: str) -> list[str]:
    return [part for part in _PARTS.split(cell.casefold()) if part]
