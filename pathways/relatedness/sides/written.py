"""Sides of what is written: titles, descriptions, tasks and activities, by their words and by their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from scipy.sparse.linalg import svds

from pathways.arrays import Flags
from pathways.relatedness.fusion import cosine, unit_products
from pathways.relatedness.sides.side import Side
from pathways.relatedness.views import Texts, Writings, meaning, words
from standards.matching.terms import tfidf

LATENT = 150
"""Dimensions of the latent semantic analysis of all that is written."""

GRAMS = (3, 4, 5)
"""Letters of the runs that titles are compared by."""


def written(writings: Writings, activities: Texts) -> Iterator[Side]:
    """Yield the sides of what is written.

    Parameters
    ----------
    activities
        The words of the detailed work activities of each occupation.
    """
    names = tuple(titles[:1] for titles in writings.titles)
    texts = {
        "tasks": writings.tasks,
        "titles": writings.titles,
        "descriptions": writings.descriptions,
        "names": names,
        "activities": activities,
    }
    for name, own in texts.items():
        yield from _worded(name, own)
    yield from _together(writings)
    yield Side.of_items("letters of titles", [_grams(" | ".join(titles)) for titles in writings.titles])


def _worded(name: str, texts: Texts) -> Iterator[Side]:
    """Yield how alike texts are by words and by meaning."""
    known = _known(texts)
    yield Side(f"{name}, words", words(texts), known)
    yield Side(f"{name}, meaning", meaning(texts), known)


def _together(writings: Writings) -> Iterator[Side]:
    """Yield how alike all that is written is: by words, and by latent semantic analysis."""
    everything = zip(writings.titles, writings.descriptions, writings.tasks, strict=True)
    rows = tfidf([" \n".join(chain(*own)) for own in everything])
    known = _known(writings.titles)
    yield Side("all words", unit_products(rows), known)
    left, sizes, _ = svds(rows.astype(np.float64), min(LATENT, min(rows.shape) - 1), random_state=0)
    yield Side("latent meaning", cosine((left * sizes).astype(np.float32)), known)


def _known(texts: Texts) -> Flags:
    return np.array([bool(own) for own in texts], dtype=bool)


def _grams(text: str) -> Sequence[str]:
    """Return the runs of letters of each word, spaces at its ends included."""
    words = [f" {word} " for word in text.casefold().split()]
    return [word[at : at + size] for word in words for size in GRAMS for at in range(len(word) + 1 - size)]
