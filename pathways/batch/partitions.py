"""Partitions: pieces of a corpus that are aligned one at a time, each into a result file of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.frozen import Frozen
from standards.corpora import Corpus, CorpusFile

ROWS = 5000
"""Rows of a partition: a few seconds of work, which is what a killed worker loses."""


class Partition(Frozen):
    """Some rows of one file.

    Parameters
    ----------
    number
        From 1.
    start
        Rows of the file before the first one.
    rows
        How many.
    """

    number: int
    file: CorpusFile
    start: int
    rows: int


def partitions(corpus: Corpus, rows: int = ROWS) -> Iterator[Partition]:
    """Yield the partitions of a corpus, in its order; the last one of a file may be smaller.

    Parameters
    ----------
    rows
        How many a partition has at most.
    """
    number = 0
    for file in corpus.files:
        for start in range(0, file.rows, rows):
            number += 1
            yield Partition(number=number, file=file, start=start, rows=min(rows, file.rows - start))
