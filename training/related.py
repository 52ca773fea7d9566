"""``python -m training.related``: learn which words of work go with the same words, and write them into the package.

What is read are texts about work, see `training.work_texts`. Words near each other are counted, the nearer the more; a
count becomes positive pointwise mutual information, and singular vectors make of each word's row 200 numbers [1]_.
Words with vectors in one direction keep the same company: *blueprint* and *drawing*, *lanyard* and *fall*. How many
texts have each word is written as well.

References
----------
.. [1] Levy, O., Goldberg, Y., Dagan, I. (2015). Improving distributional similarity with lessons learned from word
   embeddings. Transactions of the Association for Computational Linguistics, 3.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from standards.matching import commonness
from standards.matching.commonness import CommonWords
from standards.matching.embedding import unit
from standards.matching.kinship import CHANCE
from standards.matching.related import PATH, RelatedWords
from standards.matching.terms import Matrix, stems
from training.__main__ import SEED
from training.outside import add_data_option
from training.work_texts import digests, read_texts

FREQUENT: Final = 5
"""Times from which a word tells enough of its company, and texts from which it is counted as known."""

REACH: Final = 6
"""Words to either side that are company."""

FADING: Final = 0.3
"""How much less a word counts for each place that it is farther away, 1 / (1 + 0.3 places)."""

SMOOTHED: Final = 0.75
"""Power of the counts of company, so that rare words are not everybody's nearest."""

AXES: Final = 200
LEAST: Final = 0.5
"""Cosine from which two words are related."""

MOST: Final = 2
"""Words that a word brings along, the nearest ones; others may bring it along as well."""

COMMON: Final = 50
"""Times from which a word is common: of such ones a word brings the nearest, too. A *multimeter* is nearest to other
instruments, and frameworks speak of *voltage*."""


def main() -> int:
    """Learn and write, and say how many words there are."""
    parser = argparse.ArgumentParser(prog="python -m training.related", description=__doc__)
    add_data_option(parser)
    folder = parser.parse_args().data
    texts, data = [stems(text) for text in read_texts(folder)], digests(folder)
    for path, found in (
        (PATH, RelatedWords(data=data, words=related_words(texts))),
        (commonness.PATH, CommonWords(data=data, texts=len(texts), words=common_words(texts))),
    ):
        path.write_text(found.model_dump_json() + "\n", encoding="utf-8")
        print(f"{len(texts)} texts, {len(found.words)} words, {path.stat().st_size} bytes in {path.name}")
    return 0


def common_words(texts: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return how many texts have each word, those that `FREQUENT` of them have.

    Parameters
    ----------
    texts
        In stems.

    Example
    -------
    >>> common_words([["weld", "pipe"]] * 4 + [["weld", "weld"], ["pip"]])
    {'weld': 5}
    """
    counted = Counter(word for text in texts for word in set(text))
    return {word: count for word, count in sorted(counted.items()) if count >= FREQUENT}


def related_words(texts: Sequence[Sequence[str]]) -> dict[str, dict[str, int]]:
    """Return which words are related, each pair once, with their kinship in hundredths.

    Parameters
    ----------
    texts
        In stems.
    """
    counted = Counter(word for text in texts for word in text)
    words = sorted(word for word, count in counted.items() if count >= FREQUENT)
    common = np.array([counted[word] >= COMMON for word in words])
    near = _nearest(unit(_vectors(company(texts, words))), common)
    found: dict[str, dict[str, int]] = {}
    for (one, other), cosine in sorted(near.items()):
        found.setdefault(words[one], {})[words[other]] = round(100 * (cosine - CHANCE))
    return found


def company(texts: Sequence[Sequence[str]], words: Sequence[str]) -> Matrix:
    """Return how often each word stands near each other one, the nearer the more: words by words."""
    places = {word: place for place, word in enumerate(words)}
    rows, columns, values = [], [], []
    for text in texts:
        own = [places[word] for word in text if word in places]
        for first, one in enumerate(own):
            for away, other in enumerate(own[first + 1 : first + 1 + REACH]):
                if one != other:
                    rows += [one, other]
                    columns += [other, one]
                    values += [1 / (1 + FADING * away)] * 2
    return csr_matrix((values, (rows, columns)), shape=(len(words), len(words)))


def telling(counts: Matrix) -> Matrix:
    """Return positive pointwise mutual information of counts, the company smoothed: words by words.

    Example
    -------
    >>> telling(csr_matrix([[0.0, 3.0], [3.0, 0.0]])).toarray().round(3).tolist()
    [[0.0, 0.693], [0.693, 0.0]]
    """
    every = np.asarray(counts.sum(axis=1)).ravel()
    smoothed = every**SMOOTHED
    pairs = counts.tocoo()
    values = np.log(pairs.data * smoothed.sum() / (every[pairs.row] * smoothed[pairs.col]))
    kept = values > 0
    return csr_matrix((values[kept], (pairs.row[kept], pairs.col[kept])), shape=counts.shape)


def _vectors(counts: Matrix) -> NDArray[np.float64]:
    """Return what stands for each word: words by axes."""
    begin = np.random.default_rng(SEED).normal(size=counts.shape[0])
    left, strengths, _ = svds(telling(counts), k=min(AXES, counts.shape[0] - 1), v0=begin)
    return np.asarray(left * np.sqrt(strengths))


def _nearest(vectors: NDArray[np.floating], common: NDArray[np.bool_]) -> dict[tuple[int, int], float]:
    """Return the cosines of each word and those nearest to it, of all and of the common ones, each pair once."""
    found: dict[tuple[int, int], float] = {}
    for place, vector in enumerate(vectors):
        cosines = vectors @ vector
        cosines[place] = 0
        order = np.argsort(-cosines, kind="stable")
        for other in (*order[:MOST].tolist(), *order[common[order]][:MOST].tolist()):
            if cosines[other] >= LEAST:
                found[min(place, other), max(place, other)] = float(cosines[other])
    return found


if __name__ == "__main__":
    sys.exit(main())
