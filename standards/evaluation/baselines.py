"""What others reach for first, on the same concepts and texts: string similarity, TF-IDF, a sentence transformer.

Each compares a text with every label of every concept and takes the best label for the concept. None says a
probability, so none has a calibration error or an "unmatched".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process, utils

from standards.evaluation.all_labels import AllLabels, Floats, blocks
from standards.evaluation.character_tfidf import CharacterTfidf
from standards.evaluation.methods import Maker, Ranked
from standards.evaluation.transformer import MiniLM, missing
from standards.matching import Entry


class Fuzzy:
    """rapidfuzz alone: ``token_set_ratio`` of text and label, in lower case and without punctuation.

    Of rapidfuzz's scorers this one does best on sentences that are longer than the labels: ``WRatio`` finds less
    than half as much, at about a tenth of the speed.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._labels = AllLabels(entries)
        self._processed = [utils.default_process(text) for text in self._labels.texts]

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        """Return the concepts whose labels have most words in common with each text."""
        return [ranked for block in blocks(texts) for ranked in self._labels.best(self._ratios(block), top)]

    def _ratios(self, texts: Sequence[str]) -> Floats:
        processed = [utils.default_process(text) for text in texts]
        ratios = process.cdist(processed, self._processed, scorer=fuzz.token_set_ratio, workers=-1, dtype=np.float32)
        return np.asarray(ratios, dtype=np.float32)


BASELINES: Final[Mapping[str, tuple[str, Maker]]] = {
    "rapidfuzz": ("rapidfuzz", Fuzzy),
    "tfidf": ("character TF-IDF", CharacterTfidf),
    "minilm": ("all-MiniLM-L6-v2", MiniLM),
}
"""The name of each baseline and what makes it."""


def missing_baselines(names: Iterable[str]) -> list[str]:
    """Return which of some baselines need an extra that is not installed."""
    return [name for name in names if name == "minilm" and missing()]
