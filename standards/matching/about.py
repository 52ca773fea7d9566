"""What concepts are about: their descriptions, beside their labels."""

from __future__ import annotations

from dataclasses import dataclass

from standards.matching.embedding import Floats
from standards.matching.terms import Matrix


@dataclass(frozen=True)
class About:
    """What is said of concepts, seen by meaning and by words, in the order of the index.

    Parameters
    ----------
    meaning
        Embedding of each description on the axes of the index: concepts by axes; 0 without a description.
    words
        TF-IDF of the stemmed words of each description and of all labels with it: concepts by words, rows of length 1.
    """

    meaning: Floats
    words: Matrix
