"""What concepts are about: their descriptions, beside their labels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from standards.matching.embedding import Floats
from standards.matching.phrases import Phrases
from standards.matching.terms import Matrix

FEWEST: Final = 60
"""Concepts of the smallest framework that the curve of confidence was fitted to."""


@dataclass(frozen=True)
class About:
    """What is said of concepts, seen by meaning and by words, in the order of the index.

    Parameters
    ----------
    meaning
        Embedding of each description on the axes of the index: concepts by axes; 0 without a description.
    words
        TF-IDF of the stemmed words of each description and of all labels with it: concepts by words, rows of length 1.
    phrases
        What is said of each, phrase by phrase.
    """

    meaning: Floats
    words: Matrix
    phrases: Phrases

    @cached_property
    def fewness(self) -> Floats:
        """Of how few concepts each word is said, 0 (of all) to 1: 1 - ln(1 + those) / ln(1 + all), `FEWEST` at least.

        Example: of 74 concepts one has a word, 1 - ln 2 / ln 75 = .839.
        """
        concepts, words = self.words.shape
        having = np.bincount(self.words.indices, minlength=words)
        return np.asarray(1 - np.log(1 + having) / np.log(1 + max(concepts, FEWEST)), dtype=np.float32)
