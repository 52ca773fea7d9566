"""Learning from lists, where the right answer is known."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.special import expit

from ontology.errors import UnsupportedError
from pathways.relatedness.features import Features
from pathways.relatedness.network import Network, shares
from pathways.relatedness.sides import Side
from training import relatedness
from training.relatedness import curve, fit, found, learn, scores_unseen

SIZE = 40
ROWS = np.arange(0, SIZE, 2)


@pytest.fixture
def features() -> Features:
    """Return two sides of which the first tells which are listed, and the second nothing."""
    lot = np.random.default_rng(0)
    told, noise = (lot.random((SIZE, SIZE)).astype(np.float32) for _ in range(2))
    return Features.of([Side("told", told, np.ones(SIZE, dtype=bool)), Side("noise", noise, np.ones(SIZE, dtype=bool))])


@pytest.fixture
def expected(features: Features) -> dict[int, frozenset[int]]:
    """Return the five others that the first side puts first."""
    first = np.argsort(-features.closeness[..., 0], axis=1, kind="stable")[:, :5]
    return {place: frozenset(map(int, own)) for place, own in enumerate(first)}


def test_without_torch_it_says_so_before_anything_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)

    with pytest.raises(UnsupportedError, match=r"needs torch.*ladderworks\[benchmarks\]"):
        next(learn(tmp_path, 0))


def test_what_tells_is_learned_and_holds_where_nothing_was_learned_from(
    features: Features, expected: dict[int, frozenset[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch", reason="torch is an extra")
    monkeypatch.setattr(relatedness, "PASSES", 200)
    scores = fit(features, expected, ROWS, seed=0).scores(features)
    places = [np.argsort(-np.where(np.arange(SIZE) == row, -np.inf, scores[row]))[:5] for row in range(1, SIZE, 2)]
    hits = [len(expected[row] & set(map(int, own))) / 5 for row, own in zip(range(1, SIZE, 2), places, strict=True)]

    assert np.mean(hits) > 0.9


def test_no_row_is_scored_by_a_network_that_has_seen_it(
    features: Features, expected: dict[int, frozenset[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch", reason="torch is an extra")
    monkeypatch.setattr(relatedness, "PASSES", 1)
    seen: list[set[int]] = []

    def watched(of: Features, lists: dict[int, frozenset[int]], rows: relatedness.Rows, seed: int) -> Network:
        seen.append(set(rows.tolist()))
        return fit(of, lists, rows, seed)

    monkeypatch.setattr(relatedness, "fit", watched)
    scores = scores_unseen(features, expected, ROWS, seed=0)

    assert [len(rows) for rows in seen] == [13, 13, 14]
    assert not set.intersection(*seen)
    assert scores[ROWS].any(axis=1).all()
    assert not scores[1::2].any()


def test_the_curve_is_the_line_in_the_logarithm_of_shares_that_was_drawn_from() -> None:
    lot = np.random.default_rng(1)
    scores = lot.normal(size=(300, 300)).astype(np.float32) * 2
    logs = np.log(shares(scores) + np.finfo(np.float32).tiny)
    listed = lot.random(scores.shape) < expit(1.5 * logs + 4)
    expected = {place: frozenset(map(int, np.flatnonzero(own))) for place, own in enumerate(listed)}
    slope, offset = curve(scores, expected, np.arange(300))

    assert slope == pytest.approx(1.5, abs=0.05)
    assert offset == pytest.approx(4, abs=0.2)


def test_found_is_the_mean_over_rows() -> None:
    scores = np.zeros((30, 30), dtype=np.float32)
    scores[0, 29] = scores[1, 28] = 1

    # the first row finds both of its two, the second one of two: place 22 is past the twentieth
    assert found(scores, {0: frozenset({29, 1}), 1: frozenset({28, 22})}, np.array([0, 1])) == pytest.approx(0.75)
