"""Search: things by the words of their names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from standards.matching.titles import nearest

WORD = re.compile(r"\w+(?:[.'-]\w+)*")
AFTER_EVERY_WORD = "\U0010ffff"
SHORTEST = 4
"""Letters below which a name, or what is searched for, is too short to be spelled alike by more than chance."""
SPELLED_ALIKE = 10
"""Things to suggest where no name has the words."""


@dataclass(frozen=True)
class Named:
    """A thing that can be found by its names.

    Parameters
    ----------
    others
        Other names than its label.
    """

    iri: str
    code: str
    label: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A thing that a search found.

    Parameters
    ----------
    place
        Among the things that were searched.
    matched
        The name that has the words: its own or another.
    """

    place: int
    matched: str


@dataclass(frozen=True)
class _Name:
    text: str
    place: int
    own: bool


class NameSearch:
    """Finds the things one of whose names has all words of a text, each from its beginning.

    Example
    -------
    >>> nurse = Named("http://x/n", "29-1141.00", "Registered Nurses")
    >>> [found.matched for found in NameSearch([nurse]).search("nurs")]
    ['Registered Nurses']
    """

    def __init__(self, things: Sequence[Named]) -> None:
        self._labels = [thing.label for thing in things]
        self._names = [
            _Name(text, place, own)
            for place, thing in enumerate(things)
            for text, own in ((thing.label, True), (thing.code, True), *((other, False) for other in thing.others))
        ]
        by_word: dict[str, set[int]] = {}
        for number, name in enumerate(self._names):
            for word in words(name.text):
                by_word.setdefault(word, set()).add(number)
        self._by_word = by_word
        self._words = sorted(by_word)

    def search(self, text: str) -> list[Found]:
        """Return what is found, the best match first; what is spelled alike where no name has the words."""
        return self.having(text) or self.alike(text)

    def having(self, text: str) -> list[Found]:
        """Return the things one of whose names has all the words, the best match first."""
        wanted = words(text)
        numbers = set.intersection(*(self._with(word) for word in wanted)) if wanted else set()
        names = sorted((self._names[number] for number in numbers), key=lambda name: _order(name, text))
        best: dict[int, str] = {}
        for name in names:
            best.setdefault(name.place, name.text)
        return [Found(place, matched) for place, matched in best.items()]

    def alike(self, text: str) -> list[Found]:
        """Return the things whose labels are spelled much like a text; neither may be much shorter than the other."""
        long_enough = max(SHORTEST, len(text.strip()) // 2 + 1)
        labels = [label for label in self._labels if len(label) >= long_enough]
        found = nearest(text, labels, SPELLED_ALIKE) if len(text.strip()) >= SHORTEST else []
        return [Found(self._labels.index(label), label) for label in found]

    def _with(self, word: str) -> set[int]:
        """Return the names that have a word beginning so."""
        first, last = bisect_left(self._words, word), bisect_left(self._words, word + AFTER_EVERY_WORD)
        return set().union(*(self._by_word[found] for found in self._words[first:last]))


def words(text: str) -> list[str]:
    """Return the words of a text, in lower case.

    Example
    -------
    >>> words("First-Line Supervisors, 47-1011.00")
    ['first', 'line', 'supervisors', '47-1011.00']
    """
    return list(_split(WORD.findall(text.casefold())))


def _split(found: Iterable[str]) -> Iterable[str]:
    """Yield words; one with a hyphen counts as its parts unless it is a code."""
    for word in found:
        yield from [word] if word[0].isdigit() else word.split("-")


def _order(name: _Name, text: str) -> tuple[bool, bool, bool, int, str, int]:
    """Return what puts the best first: the same words, its own name, from the start, the shortest."""
    same = words(name.text) == words(text)
    begins = name.text.casefold().startswith(text.strip().casefold())
    return not same, not name.own, not begins, len(name.text), name.text, name.place
