"""Spelling: known words that someone may have meant, and whole titles spelled much like a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA

SLIPS = ((11, 3), (7, 2), (4, 1))
"""Letters from which a word may be that many slips away; a shorter word is never taken for another."""

NO_PLURAL = ("ss", "us", "is")
"""Ends of words in -s that are no plurals: glass, campus, analysis."""

GUESSES = 4
"""Words to take into account for one that is unknown."""

LIKE = 70
"""Similarity (0 to 100) from which a whole title counts as spelled like a text."""


@dataclass(frozen=True, order=True)
class Guess:
    """A known word that may have been meant.

    Parameters
    ----------
    slips
        Letters too many, missing, wrong, or swapped with their neighbor.
    rarity
        The negative number of names that have the word: of equals the most frequent is the likeliest.
    shortened
        Whether no name has it but with the s of a plural: of equals the one that stands in a name is the likelier.
    """

    slips: int
    rarity: int
    shortened: bool
    word: str


class Spelling:
    """Corrects words by those that are known, also by those without the s of their plural.

    Parameters
    ----------
    known
        How many names have each word.

    Example
    -------
    >>> [guess.word for guess in Spelling({"turbine": 3, "technician": 9}).guesses("turbnie")]
    ['turbine']
    """

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = Counter(known)
        self._known.update({word[:-1]: names for word, names in known.items() if _is_plural(word)})
        self._shortened = self._known.keys() - known.keys()
        self._words = list(self._known)

    def guesses(self, word: str) -> list[Guess]:
        """Return the words that may have been meant, the likeliest first.

        A word whose first letter is another is taken for one slip only.
        """
        if not word.isalpha() or not (most := slips(word)):
            return []
        found = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=most, limit=None)
        likely = [Guess(int(off), -self._known[near], near in self._shortened, near) for near, off, _ in found]
        return sorted(guess for guess in likely if guess.slips < 2 or guess.word[0] == word[0])[:GUESSES]


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(NO_PLURAL)


def slips(word: str) -> int:
    """Return how many slips a word may hold and still be taken for another.

    Example
    -------
    >>> slips("car"), slips("wroker"), slips("electrishun")
    (0, 1, 3)
    """
    return next((most for letters, most in SLIPS if len(word) >= letters), 0)


def spelled_like(text: str, titles: Sequence[str], most: int) -> list[int]:
    """Return the places of the titles that are spelled most like a text from end to end.

    Example
    -------
    >>> spelled_like("elektrishans", ["Roofers", "Electricians"], 3)
    [1]
    """
    found = process.extract(
        text, titles, scorer=fuzz.ratio, processor=utils.default_process, limit=most, score_cutoff=LIKE
    )
    return [place for _, _, place in found]
