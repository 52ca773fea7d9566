"""Search: occupations by the words of their titles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from pathways.occupations import Occupations
from standards.matching.titles import nearest

WORD = re.compile(r"\w+(?:[.'-]\w+)*")
AFTER_EVERY_WORD = "\U0010ffff"
SPELLED_ALIKE = 10
"""Occupations to suggest where no title has the words."""


@dataclass(frozen=True)
class Found:
    """An occupation that a search found.

    Parameters
    ----------
    place
        In the snapshot.
    matched
        The title that has the words: its own or another name of it.
    """

    place: int
    matched: str


@dataclass(frozen=True)
class _Title:
    text: str
    place: int
    own: bool


class TitleSearch:
    """Finds the occupations one of whose titles has all words of a text, each from its beginning.

    Example
    -------
    >>> from pathways.occupations import OccupationEntry
    >>> nurse = OccupationEntry(iri="http://x/n", code="29-1141.00", label={"value": "Registered Nurses"})
    >>> [found.matched for found in TitleSearch(Occupations([nurse])).search("nurs")]
    ['Registered Nurses']
    """

    def __init__(self, occupations: Occupations) -> None:
        self._labels = [entry.label.value for entry in occupations]
        self._titles = [
            _Title(text, place, own)
            for place, entry in enumerate(occupations)
            for text, own in ((entry.label.value, True), (entry.code, True), *((t, False) for t in entry.alt_labels))
        ]
        by_word: dict[str, set[int]] = {}
        for number, title in enumerate(self._titles):
            for word in words(title.text):
                by_word.setdefault(word, set()).add(number)
        self._by_word = by_word
        self._words = sorted(by_word)

    def search(self, text: str) -> list[Found]:
        """Return the occupations found, the best match first; those spelled alike where no title has the words."""
        wanted = words(text)
        if not wanted:
            return []
        numbers = set.intersection(*(self._with(word) for word in wanted))
        titles = sorted((self._titles[number] for number in numbers), key=lambda title: _order(title, text))
        best: dict[int, str] = {}
        for title in titles:
            best.setdefault(title.place, title.text)
        return [Found(place, matched) for place, matched in best.items()] or self._alike(text)

    def _with(self, word: str) -> set[int]:
        """Return the titles that have a word beginning so."""
        first, last = bisect_left(self._words, word), bisect_left(self._words, word + AFTER_EVERY_WORD)
        return set().union(*(self._by_word[found] for found in self._words[first:last]))

    def _alike(self, text: str) -> list[Found]:
        return [Found(self._labels.index(label), label) for label in nearest(text, self._labels, SPELLED_ALIKE)]


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


def _order(title: _Title, text: str) -> tuple[bool, bool, bool, int, str, int]:
    """Return what puts the best first: the same words, its own title, from the start, the shortest."""
    same = words(title.text) == words(text)
    begins = title.text.casefold().startswith(text.strip().casefold())
    return not same, not title.own, not begins, len(title.text), title.text, title.place
