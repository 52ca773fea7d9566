"""Likeness: how much two sayings look as though they said the same, whatever else anybody says."""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz, process
from scipy.special import expit

from standards.harmonizing.saying import plain
from standards.harmonizing.texts import Integers, Texts
from standards.harmonizing.verbs import begins
from standards.matching.bloom import VERBS
from standards.matching.embedding import Floats
from standards.matching.terms import Matrix

BLOCK: Final = 16384
"""Pairs that are looked at together."""

NEVER: Final = np.float32(-100)
"""Logarithm of the odds of what cannot be."""

BEGUN: Final = 10
"""Texts about work that begin with a word, from which it is a verb: *service*, not *communication*."""


def chance(odds: Floats) -> Floats:
    """Return chances, 0 to 1, given the logarithms of their odds."""
    return np.asarray(expit(odds), dtype=np.float32)


class Judge(BaseModel):
    """What each view of two texts counts; the sum is the logarithm of the odds that they say the same.

    Parameters
    ----------
    bias
        Where all views see nothing.
    meaning
        Cosine of the embeddings.
    covered, covering
        How much of one text the words of the other say, telling words first: of the text that is covered less, and of
        the one that is covered more, 0 to 1. What says more than the other is broader, and not the same.
    letters
        Share of letters in common, the words in alphabetical order, 0 to 1.
    apart
        Heights between them, 0 to 3.
    length
        Difference of the logarithms of their numbers of words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: float
    meaning: float
    covered: float
    covering: float
    letters: float
    apart: float
    length: float

    def odds(self, seen: Floats) -> Floats:
        """Return the logarithm of the odds, given what each view sees: pairs by views, in their order here."""
        weights = np.array([getattr(self, view) for view in VIEWS], dtype=np.float32)
        return np.asarray(self.bias + seen @ weights, dtype=np.float32)


VIEWS: Final = tuple(name for name in Judge.model_fields if name != "bias")


class Likeness:
    """Looks at pairs of texts.

    Parameters
    ----------
    judge
        What each view counts.
    """

    def __init__(self, texts: Texts, judge: Judge) -> None:
        self.texts = texts
        self.judge = judge

    def of(self, one: Integers, other: Integers) -> Floats:
        """Return how much texts are like others, pair by pair, 0 to 1; either may come first."""
        return chance(self.odds(one, other))

    def odds(self, one: Integers, other: Integers) -> Floats:
        """Return the same as the logarithm of the odds; what is said in two languages is not alike at all."""
        blocks = [slice(at, at + BLOCK) for at in range(0, len(one), BLOCK)]
        found = [self.judge.odds(self.seen(one[block], other[block])) for block in blocks]
        odds = np.concatenate(found) if found else np.zeros(0, dtype=np.float32)
        return np.where(self.texts.languages[one] == self.texts.languages[other], odds, NEVER)

    def seen(self, one: Integers, other: Integers) -> Floats:
        """Return what the views see in pairs of texts: pairs by views."""
        texts = self.texts
        there, back = _cover(texts.shares, texts.near, one, other), _cover(texts.shares, texts.near, other, one)
        views = {
            "meaning": np.einsum("ij,ij->i", texts.meaning[one], texts.meaning[other]),
            "covered": np.minimum(there, back),
            "covering": np.maximum(there, back),
            "letters": self.letters(one, other),
            "apart": np.abs(texts.heights[one] - texts.heights[other]),
            "length": np.abs(self._lengths[one] - self._lengths[other]),
        }
        return np.stack([np.asarray(views[view], dtype=np.float32) for view in VIEWS], axis=1)

    def on_one_level(self, one: Integers, other: Integers) -> NDArray[np.bool_]:
        """Return which pairs have the same numbers, deny something both or neither, and may be of the same rank."""
        here, there = self.texts.ranks[one], self.texts.ranks[other]
        one_rank = (here == there) | (here == 0) | (there == 0)
        numbers, negated = self.texts.numbers, self.texts.negated
        return np.asarray(one_rank & (numbers[one] == numbers[other]) & (negated[one] == negated[other]))

    def begins_with_verb(self, text: int) -> bool:
        """Return whether a text says first what is done."""
        return bool(_verb(self.texts.wordings[text]))

    def letters(self, one: Integers, other: Integers) -> Floats:
        """Return the share of letters that pairs of texts have in common, the words in alphabetical order."""
        own = self._sorted_words
        alike = process.cpdist([own[i] for i in one], [own[i] for i in other], scorer=fuzz.ratio, workers=1)
        return np.asarray(alike, dtype=np.float32) / np.float32(100)

    @cached_property
    def _sorted_words(self) -> list[str]:
        return [" ".join(sorted(plain(wording).split())) for wording in self.texts.wordings]

    @cached_property
    def _lengths(self) -> Floats:
        return np.log1p([len(wording.split()) for wording in self.texts.wordings]).astype(np.float32)


def _cover(shares: Matrix, near: Matrix, covered: Integers, covering: Integers) -> Floats:
    """Return how much of each text another says: the kinship of each of its words, weighed by how much it says."""
    return np.asarray(shares[covered].multiply(near[covering]).sum(axis=1), dtype=np.float32).ravel()


def _verb(wording: str) -> str:
    """Return the verb that a wording begins with, as a dictionary has it; empty where it begins with none.

    Example
    -------
    >>> _verb("Responding to incidents"), _verb("Services breakers"), _verb("Draft tube entry")
    ('respond', 'service', 'draft')
    >>> _verb("Shop math"), _verb("Station-service breakers")
    ('', '')
    """
    first, _, _ = wording.partition(" ")
    first = first.casefold().strip(",:;")
    return next((form for form in _forms(first) if form in VERBS or begins(form) >= BEGUN), "")


def _forms(word: str) -> list[str]:
    """Return what the dictionary may have for a word: itself, and without the endings of a verb."""
    found = [word]
    for ending, left in (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word.removesuffix(ending)
            found += [stem + left, stem[:-1]] if stem[-1:] == stem[-2:-1] else [stem + left]
    return found
