"""Finding candidates: the same whatever the tiles, and those that score best when every label is looked at."""

from collections.abc import Callable

import numpy as np
import pytest

from standards.matching import Entry, Index, retrieval
from standards.matching.embedding import DIMENSIONS, Floats
from standards.matching.fitted import WEIGHTS
from standards.matching.labels import Integers
from standards.matching.reading import Reading, read
from standards.matching.retrieval import Retrieval
from standards.matching.views import Views

STATEMENTS = ["verify zero energy before welding", "weld metal by gas", "python", "gloves and helmets", "", "…"]


def reading(index: Index) -> Reading:
    return read(STATEMENTS, index.lexicon, index.axes)


def by_concept(found: tuple[Integers, Integers]) -> list[list[tuple[int, int]]]:
    return [sorted(zip(*each, strict=True)) for each in zip(*(of.tolist() for of in found), strict=True)]


def every_label(index: Index) -> tuple[Floats, Integers]:
    """Return for each statement and concept the best score of any label, and the rank of that label."""
    counts = np.diff(index.labels.starts)
    scores = np.full((len(counts), len(STATEMENTS), counts[0]), -np.inf)
    for rank, count in enumerate(counts):
        concepts = np.tile(np.arange(count), (len(STATEMENTS), 1))
        labels = index.labels.starts[rank] + concepts
        views = Views.of(reading(index), index.labels, index.about, concepts, labels)
        scores[rank, :, :count] = views.scores - WEIGHTS.passage * views.passage
    return scores.max(axis=0), scores.argmax(axis=0)


@pytest.mark.parametrize("tile", [1, 2, 3, 7])
def test_where_tiles_end_changes_nothing(index: Index, tile: int, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = by_concept(Retrieval(index.labels, index.about).candidates(reading(index), 5))
    monkeypatch.setattr(retrieval, "TILE", tile)

    assert by_concept(Retrieval(index.labels, index.about).candidates(reading(index), 5)) == expected


@pytest.mark.parametrize("tile", [1, 3])
def test_suggestions_are_the_same_in_small_tiles(
    entries: list[Entry], index: Index, tile: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrieval, "TILE", tile)

    assert Index.of(entries).match(STATEMENTS) == index.match(STATEMENTS)


def test_candidates_are_those_that_score_best(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "AXES", DIMENSIONS)
    scores, ranks = every_label(index)
    found, rank = Retrieval(index.labels, index.about).candidates(reading(index), 1)

    for row in range(4):  # the others say nothing
        assert scores[row, found[row, 0]] == scores[row].max()
        assert ranks[row, found[row, 0]] == rank[row, 0]


def test_runs_by_hand() -> None:
    """Three concepts, of which two have two labels and one three, in tiles of four."""
    starts = np.array([0, 3, 5, 6])

    assert list(retrieval._runs(starts, slice(0, 4))) == [(slice(0, 3), slice(0, 3)), (slice(3, 4), slice(0, 1))]
    assert list(retrieval._runs(starts, slice(4, 6))) == [(slice(0, 1), slice(1, 2)), (slice(1, 2), slice(0, 1))]


def test_no_more_candidates_than_concepts(entry: Callable[..., Entry]) -> None:
    index = Index.of([entry("weld", "Weld"), entry("paint", "Paint")])
    found, ranks = Retrieval(index.labels, index.about).candidates(reading(index), 100)

    assert found.shape == ranks.shape == (len(STATEMENTS), 2)
