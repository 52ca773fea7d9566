"""Search: things by the words of their names, spelled as they are or nearly so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from itertools import groupby

from api.searching.ranking import Name, Order, order
from api.searching.readings import readings
from api.searching.things import Found, Named, Results
from api.searching.words import LONG_END, beginning, singular, words
from standards.matching.spelling import Guess, Spelling, spelled_like

SHORTEST = 4
"""Letters below which a name, or what is searched for, is too short to be spelled alike by more than chance."""
SPELLED_ALIKE = 10
"""Things to suggest where no name has the words."""
CORRECTED = 16
"""Words above which a text is not corrected; the longest titles have about a dozen."""


class NameSearch:
    """Finds the things one of whose names has all words of a text, each from its beginning.

    Example
    -------
    >>> nurse = Named("http://x/n", "29-1141.00", "Registered Nurses")
    >>> [found.matched for found in NameSearch([nurse]).search("nurs").found]
    ['Registered Nurses']
    >>> NameSearch([nurse]).search("regsitered nurse").corrected
    'registered nurse'
    """

    def __init__(self, things: Sequence[Named]) -> None:
        self._labels = [thing.label for thing in things]
        self._names = [
            Name(text, tuple(words(text)), place, own, thing.leads)
            for place, thing in enumerate(things)
            for text, own in ((thing.label, True), (thing.code, True), *((other, False) for other in thing.others))
        ]
        by_word: dict[str, set[int]] = {}
        for number, name in enumerate(self._names):
            for word in name.words:
                by_word.setdefault(word, set()).add(number)
        self._by_word = by_word
        self._words = sorted(by_word)

    def search(self, text: str) -> Results:
        """Return what has the words; else what has them corrected; else what is spelled alike as a whole."""
        if found := self.having(text):
            return Results(found)
        return self._corrected(text) or Results(self.alike(text), near=True)

    def having(self, text: str) -> tuple[Found, ...]:
        """Return the things one of whose names has all the words, the best match first."""
        return self._listed(self._ranked(words(text)))

    def alike(self, text: str) -> tuple[Found, ...]:
        """Return the things whose labels are spelled much like a text; neither may be much shorter than the other."""
        if len(text.strip()) < SHORTEST:
            return ()
        long_enough = max(SHORTEST, len(text.strip()) // 2 + 1)
        places = [place for place, label in enumerate(self._labels) if len(label) >= long_enough]
        near = spelled_like(text, [self._labels[place] for place in places], SPELLED_ALIKE)
        return tuple(Found(places[one], self._labels[places[one]]) for one in near)

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling({word: len(names) for word, names in self._by_word.items()})

    def _corrected(self, text: str) -> Results | None:
        """Return what has the words with the fewest slips mended: those that are unknown, else any of them."""
        asked = list(dict.fromkeys(words(text)))
        if len(asked) > CORRECTED:
            return None
        having = cache(self._with)
        for every in (False, True):
            taken = readings(self._guesses(word, every=every) for word in asked)
            for _, alike in groupby(taken, key=lambda reading: reading[0]):
                ranked = [(found, read) for _, read in alike if (found := self._ranked(read, having))]
                if ranked:
                    found, read = min(ranked, key=lambda one: one[0][0][0])
                    return Results(self._listed(found), " ".join(read))
        return None

    def _guesses(self, word: str, *, every: bool) -> list[Guess]:
        known = bool(self._with(word))
        itself = [Guess(0, 0, False, word)] if known else []
        return itself if known and not every else [*itself, *self._spelling.guesses(word)]

    def _ranked(
        self, wanted: Sequence[str], having: Callable[[str], set[int]] | None = None
    ) -> list[tuple[Order, Name]]:
        """Return the names that have all of some words, the best first.

        Parameters
        ----------
        having
            Returns the names that have a word; `_with` unless told otherwise.
        """
        numbers = set.intersection(*map(having or self._with, dict.fromkeys(wanted))) if wanted else set()
        names = [self._names[number] for number in numbers]
        owners = {name.place for name in names if name.own}
        ranked = ((order(name, wanted, owner=name.place in owners), name) for name in names)
        return sorted(ranked, key=lambda one: one[0])

    @staticmethod
    def _listed(ranked: Iterable[tuple[Order, Name]]) -> tuple[Found, ...]:
        """Return each thing once, by the best of its names."""
        best: dict[int, str] = {}
        for _, name in ranked:
            best.setdefault(name.place, name.text)
        return tuple(Found(place, matched) for place, matched in best.items())

    def _with(self, word: str) -> set[int]:
        """Return the names that have a word beginning so, or ending so: a paramedic is a medic."""
        begun = beginning(self._words, word)
        plain = singular(word)[::-1]
        ended = beginning(self._backward, plain) if len(plain) >= LONG_END else []
        return set().union(
            *(self._by_word[found] for found in begun),
            *(
                self._by_word[found]
                for end in ended
                for found in (end[::-1], f"{end[::-1]}s")
                if found in self._by_word
            ),
        )

    @cached_property
    def _backward(self) -> list[str]:
        """Return the words of all names in the singular, from their last letter to their first."""
        return sorted({singular(word)[::-1] for word in self._by_word})
