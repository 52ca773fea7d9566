"""Search: things by the words of their names, spelled as they are or nearly so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from heapq import nsmallest
from itertools import groupby

from standards.matching.spelling import Guess, Spelling, spelled_like

WORD = re.compile(r"\w+(?:[.'-]\w+)*")
AFTER_EVERY_WORD = "\U0010ffff"
SHORTEST = 4
"""Letters below which a name, or what is searched for, is too short to be spelled alike by more than chance."""
LONG_END = 5
"""Letters from which on a word is found by how it ends."""
SPELLED_ALIKE = 10
"""Things to suggest where no name has the words."""
READINGS = 64
"""Ways to correct several words at once that are tried."""
CORRECTED = 16
"""Words above which a text is not corrected; the longest titles have about a dozen."""


@dataclass(frozen=True)
class Named:
    """A thing that can be found by its names.

    Parameters
    ----------
    others
        Other names than its label.
    leads
        Whether a ladder can be drawn of it.
    """

    iri: str
    code: str
    label: str
    others: tuple[str, ...] = ()
    leads: bool = False


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
class Results:
    """What a search found, the best first.

    Parameters
    ----------
    corrected
        The words that were searched for in place of those asked for; empty where these were.
    near
        Whether no name has the words, so that these are only spelled alike.
    """

    found: tuple[Found, ...] = ()
    corrected: str = ""
    near: bool = False


@dataclass(frozen=True)
class _Name:
    text: str
    words: tuple[str, ...]
    place: int
    own: bool
    leads: bool


Reading = tuple[int, tuple[str, ...]]
"""The slips that a reading of some words assumes, and the words as it reads them."""

Order = tuple[int, bool, bool, bool, bool, bool, int, str, int]
"""What puts the best name first."""


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
            _Name(text, tuple(words(text)), place, own, thing.leads)
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
            for _, readings in groupby(self._readings(asked, every=every), key=lambda reading: reading[0]):
                ranked = [(found, read) for _, read in readings if (found := self._ranked(read, having))]
                if ranked:
                    found, read = min(ranked, key=lambda one: one[0][0][0])
                    return Results(self._listed(found), " ".join(read))
        return None

    def _readings(self, asked: Sequence[str], *, every: bool) -> list[Reading]:
        """Return the ways to take some words, those that assume the fewest slips first.

        Word by word only the best are kept: no other beginning belongs to one of the best of the whole.
        """
        return reduce(_read_on, (self._guesses(word, every=every) for word in asked), [(0, ())])

    def _guesses(self, word: str, *, every: bool) -> list[Guess]:
        known = bool(self._with(word))
        itself = [Guess(0, 0, False, word)] if known else []
        return itself if known and not every else [*itself, *self._spelling.guesses(word)]

    def _ranked(
        self, wanted: Sequence[str], having: Callable[[str], set[int]] | None = None
    ) -> list[tuple[Order, _Name]]:
        """Return the names that have all of some words, the best first.

        Parameters
        ----------
        having
            Returns the names that have a word; `_with` unless told otherwise.
        """
        numbers = set.intersection(*map(having or self._with, dict.fromkeys(wanted))) if wanted else set()
        names = [self._names[number] for number in numbers]
        owners = {name.place for name in names if name.own}
        ranked = ((_order(name, wanted, owner=name.place in owners), name) for name in names)
        return sorted(ranked, key=lambda one: one[0])

    @staticmethod
    def _listed(ranked: Iterable[tuple[Order, _Name]]) -> tuple[Found, ...]:
        """Return each thing once, by the best of its names."""
        best: dict[int, str] = {}
        for _, name in ranked:
            best.setdefault(name.place, name.text)
        return tuple(Found(place, matched) for place, matched in best.items())

    def _with(self, word: str) -> set[int]:
        """Return the names that have a word beginning so, or ending so: a paramedic is a medic."""
        begun = _beginning(self._words, word)
        plain = _singular(word)[::-1]
        ended = _beginning(self._backward, plain) if len(plain) >= LONG_END else []
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
        return sorted({_singular(word)[::-1] for word in self._by_word})


def words(text: str) -> list[str]:
    """Return the words of a text, in lower case.

    Example
    -------
    >>> words("First-Line Supervisors, 47-1011.00")
    ['first', 'line', 'supervisors', '47-1011.00']
    """
    return list(_split(WORD.findall(text.casefold())))


def _beginning(known: Sequence[str], start: str) -> Sequence[str]:
    """Return which of some sorted words begin so.

    Example
    -------
    >>> _beginning(["farm", "mine", "miner", "nurse"], "min")
    ['mine', 'miner']
    """
    return known[bisect_left(known, start) : bisect_left(known, start + AFTER_EVERY_WORD)]


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _has(name: Sequence[str], word: str) -> bool:
    """Return whether a name has a word, in the singular or the plural, or one that ends so."""
    plain = _singular(word)
    return any(_singular(own) == plain or (len(plain) >= LONG_END and _singular(own).endswith(plain)) for own in name)


def _read_on(readings: Sequence[Reading], guesses: Sequence[Guess]) -> list[Reading]:
    """Return the best ways to read one word more; of equals those whose words are the likelier from the first on.

    Example
    -------
    >>> _read_on([(0, ("wind",)), (1, ("mind",))], [Guess(1, -2, False, "farm"), Guess(2, -9, False, "arm")])
    [(1, ('wind', 'farm')), (2, ('wind', 'arm')), (2, ('mind', 'farm')), (3, ('mind', 'arm'))]
    """
    longer = ((slips + guess.slips, (*read, guess.word)) for slips, read in readings for guess in guesses)
    return nsmallest(READINGS, longer, key=lambda reading: reading[0])


def _split(found: Iterable[str]) -> Iterable[str]:
    """Yield words; one with a hyphen counts as its parts unless it is a code."""
    for word in found:
        yield from [word] if word[0].isdigit() else word.split("-")


def _order(name: _Name, wanted: Sequence[str], *, owner: bool) -> Order:
    """Return what puts the best first.

    A thing's own name that begins with the words, in the singular or the plural; another name that is the words; its
    own name that has them or only begins alike; another that does. Among equals what leads on, then what has them as
    whole words, then whose own name has the words too, then the shortest.
    """
    same = name.words == tuple(wanted)
    start = name.words[: len(wanted)]
    begins = len(start) == len(wanted) and start[:-1] == tuple(wanted[:-1]) and start[-1].startswith(wanted[-1])
    whole = all(_has(name.words, word) for word in wanted)
    rank = 0 if name.own and begins and whole else 1 if same else 2 if name.own else 3
    return rank, not name.leads, not whole, not owner, not same, not begins, len(name.text), name.text, name.place
