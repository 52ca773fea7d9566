"""Kinship of words: which words of a vocabulary say nearly what another word says, or spell it a little differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

from standards.matching.embedding import Floats, embed
from standards.matching.terms import stem

LEAST: Final = 0.5
"""Kinship below which words count as strangers."""

CHANCE: Final = 0.2
"""Cosine that any two words may have."""

SPELLED: Final = 0.8
"""Share of letters (twice those in common, in order, of all) from which a word is taken for a slip of another."""

REMEMBERED: Final = 1 << 16
"""Words whose kin is kept; with more, all are forgotten and found anew."""

Kin = tuple[NDArray[np.int32], Floats]


class Kinship:
    """Finds the words of a vocabulary that are akin to words, and remembers them.

    Kinship is 1 for a word of the same stem; else the cosine of the two words' embeddings above what chance gives,
    or the square of the share of letters that they have in common, whichever is more. A slip is not looked for in the
    first letter.

    Parameters
    ----------
    stems
        Of the vocabulary; their places are its columns.
    meaning
        Embedding of a word with each stem.

    Example
    -------
    >>> kinship = Kinship.of(["weld", "payroll"], ["welding", "payroll"])
    >>> [columns.tolist() for columns, _ in kinship.of_each(["welded", "wages", "payrol"])]
    [[0], [], [1]]
    """

    def __init__(self, stems: Sequence[str], meaning: Floats) -> None:
        self.meaning = meaning
        self._columns = {stem: column for column, stem in enumerate(stems)}
        self._by_letter = _by_letter(stems)
        self._known: dict[str, Kin] = {}

    @classmethod
    def of(cls, stems: Sequence[str], words: Sequence[str]) -> Kinship:
        """Return the kinship of a vocabulary, given a word with each of its stems."""
        return cls(stems, embed(words))

    def of_each(self, words: Iterable[str]) -> list[Kin]:
        """Return columns and kinship (`LEAST` to 1) of the words akin to each."""
        asked = list(words)
        known = self._known
        if new := [word for word in dict.fromkeys(asked) if word not in known]:
            if len(known) > REMEMBERED:
                self._known = known = {}
            known.update(zip(new, self._find(new), strict=True))
        return [known.get(word) or self._find([word])[0] for word in asked]

    def _find(self, words: Sequence[str]) -> list[Kin]:
        alike = embed(words) @ self.meaning.T
        return [self._kin(stem(word), row) for word, row in zip(words, alike, strict=True)]

    def _kin(self, own: str, alike: Floats) -> Kin:
        """Return the kin of a stem, given the cosines of a word with it to the words of the vocabulary."""
        near = np.flatnonzero(alike >= CHANCE + LEAST * (1 - CHANCE))
        found = dict(zip(near.tolist(), np.minimum((alike[near] - CHANCE) / (1 - CHANCE), 1).tolist(), strict=True))
        for column, share in self._spelled(own):
            found[column] = max(found.get(column, 0), share**2)
        if own in self._columns:
            found[self._columns[own]] = 1
        return np.array([*found], dtype=np.int32), np.array([*found.values()], dtype=np.float32)

    def _spelled(self, own: str) -> Iterator[tuple[int, float]]:
        """Yield columns of stems that are spelled alike, and the share of letters in common."""
        stems = self._by_letter.get(own[:1], {})
        alike = process.extract(own, stems, scorer=Indel.normalized_similarity, score_cutoff=SPELLED, limit=None)
        yield from ((column, share) for _, share, column in alike)


def _by_letter(stems: Sequence[str]) -> dict[str, dict[int, str]]:
    """Return the columns of stems by their first letter, where slips are rare."""
    found: dict[str, dict[int, str]] = {}
    for column, own in enumerate(stems):
        found.setdefault(own[:1], {})[column] = own
    return found
