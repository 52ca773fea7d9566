"""Jobs as firms post them, a title and some statements, as words to compare them by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from scipy.sparse import csr_matrix, hstack

from standards.matching.terms import Terms, counts, rarity, stems


@dataclass(frozen=True)
class PostedJob:
    """A job in a firm's own words.

    Parameters
    ----------
    statements
        What it asks for, for instance ``"calibrate pressure transmitters"``.
    """

    title: str
    statements: tuple[str, ...] = ()


def job_terms(jobs: Iterable[PostedJob]) -> tuple[csr_matrix, csr_matrix]:
    """Return what jobs are compared by and what finds them, for `near`.

    Returns
    -------
    terms
        TF-IDF of the stemmed words of title and statements, rows of length 1.
    clues
        The same words and the pairs of them that stand in one statement side by side, in the order of the alphabet:
        what is said in other words or in another order still has some pairs in common. Weighted in the same way.

    Example
    -------
    >>> terms, clues = job_terms([PostedJob("Welder", ("weld pipes",)), PostedJob("Pipe welder", ("cut pipes",))])
    >>> terms.shape, clues.shape, round(float((terms @ terms.T)[0, 1]), 2)
    ((2, 3), (2, 5), 0.71)
    """
    said = [[stems(text) for text in (job.title, *job.statements)] for job in jobs]
    words = _counted([chain.from_iterable(own) for own in said])
    pairs = _counted([chain.from_iterable(map(_pairs, own)) for own in said])
    clues = csr_matrix(hstack([words, pairs], format="csr"))
    clues.data = ((1 + np.log(clues.data)) * rarity(clues)[clues.indices]).astype(np.float32)
    return Terms({}, rarity(words)).weigh(words), clues


def _pairs(statement: Sequence[str]) -> Iterable[str]:
    return (f"{one} {other}" for one, other in pairwise(sorted(set(statement))))


def _counted(texts: Sequence[Iterable[str]]) -> csr_matrix:
    """Return how often each text has each term, the terms in the order of the alphabet."""
    said = [list(text) for text in texts]
    vocabulary = {term: at for at, term in enumerate(sorted(set(chain.from_iterable(said))))}
    return counts(said, vocabulary)
