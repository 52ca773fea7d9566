"""The nearest of many jobs: against all pairs where there are few, and the bounds that keep the work linear."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from pathways.profiles import PostedJob, job_terms, near, neighbors

TRADES = {"weld": ("pipe", "plate", "seam", "rail"), "bake": ("bread", "cake", "roll", "pie")}
PLACES = ("shop", "yard", "plant", "hall", "ship", "mill", "dock")


def jobs(size: int) -> list[PostedJob]:
    """Return jobs of two trades that share no word but those of places."""
    chance = np.random.default_rng(0)
    made = []
    for number in range(size):
        verb = ("weld", "bake")[number % 2]
        things = chance.choice(TRADES[verb], 2, replace=False)
        said = tuple(f"{verb} {thing} in {chance.choice(PLACES)} {chance.integers(9)}" for thing in things)
        made.append(PostedJob(f"{verb}er", said))
    return made


def exact(terms: csr_matrix, top: int) -> np.ndarray:
    scores = (terms @ terms.T).toarray()
    np.fill_diagonal(scores, -1)
    return np.asarray(-np.sort(-scores, axis=1)[:, :top])


def test_few_jobs_are_compared_as_if_all_pairs_were() -> None:
    terms, clues = job_terms(jobs(60))
    assert near(terms, clues, 5).scores == pytest.approx(exact(terms, 5), abs=1e-5)


def test_who_shares_nothing_rare_is_found_through_a_common_neighbor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbors, "MOST_SHARED", 2)  # the first term, which all three share, is cut
    rows = csr_matrix(np.array([[0.8, 0.6, 0], [0.6, 0.64, 0.48], [0.8, 0, 0.6]]))
    rare = neighbors._rare(rows)
    assert (rare @ rare.T)[0, 2] == 0

    found = near(rows, rows, 2)
    assert found.places.tolist() == [[1, 2], [0, 2], [1, 0]]
    assert found.scores[0] == pytest.approx([0.48 + 0.384, 0.64])


def test_no_list_of_the_index_is_longer_than_the_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbors, "MOST_SHARED", 12)
    _, clues = job_terms(jobs(300))
    lengths = np.bincount(neighbors._rare(clues).indices)
    assert lengths.max() <= 12
    assert lengths.min() >= 2


def test_the_size_of_blocks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terms, clues = job_terms(jobs(60))
    whole = near(terms, clues, 5)
    monkeypatch.setattr(neighbors, "BLOCK", 7)
    parts = near(terms, clues, 5)
    assert np.array_equal(whole.places, parts.places)
    assert np.array_equal(whole.scores, parts.scores)


def test_who_shares_nothing_has_no_neighbors() -> None:
    terms, clues = job_terms([PostedJob("Welder"), PostedJob("Baker"), PostedJob("Welder", ("weld",)), PostedJob("")])
    found = near(terms, clues, 2)
    assert found.places.tolist() == [[2, -1], [-1, -1], [0, -1], [-1, -1]]
    assert found.scores[1].tolist() == [0, 0]


def test_of_no_jobs_nothing_is_near() -> None:
    assert near(*job_terms([]), 3).places.shape == (0, 3)
