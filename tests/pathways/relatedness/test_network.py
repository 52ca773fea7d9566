"""The network: a score to check by hand, and that the one in the package is made for the sides that there are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ontology.store import KnowledgeBase
from pathways.occupations.answers import read_answers
from pathways.occupations.facts import read_occupations
from pathways.occupations.observations import read_regions
from pathways.occupations.requirements import read_requirements
from pathways.relatedness.features import Features
from pathways.relatedness.network import DESCRIBED, Network, enough, network, shares
from pathways.relatedness.sides import Side, sides_of
from pathways.relatedness.views import Writings, read_writings


@pytest.fixture
def side() -> Side:
    """Return a side on three occupations."""
    return Side("a", np.array([[1, 0.9, 0.2], [0.9, 1, 0.4], [0.2, 0.4, 1]], dtype=np.float32), np.ones(3, dtype=bool))


@pytest.fixture
def small() -> Network:
    """Return a network of one side and one unit."""
    numbers = {
        "pair": [[2], [0], [0]],
        "single": [[0], [0], [1]],
        "bias": [0.5],
        "out": [3],
        "straight": [0, 1, 0],
        "straight_single": [0, 0, -1],
        "curve": [2, 0],
    }
    weights = {name: np.array(values, dtype=np.float32) for name, values in numbers.items()}
    return Network(sides=np.array(["a"]), **weights, data=np.array(["0  none"]))


def test_a_score_is_the_hidden_layer_and_the_straight_sum(small: Network, side: Side) -> None:
    features = Features.of([side])
    scores = small.scores(features)

    to, back, liked = 20 / 21, 20 / 21, features.single[1, 2]
    assert scores[0, 1] == pytest.approx(3 * np.tanh(2 * to + liked + 0.5) + back - liked, abs=5e-3)


def test_likelihood_is_the_curve_over_shares(small: Network, side: Side) -> None:
    share = shares(small.scores(Features.of([side])))[0, 1]
    found = small.likelihoods([side])

    # the log-odds are twice the logarithm of the share
    assert found[0, 1] == pytest.approx(share**2 / (1 + share**2), rel=1e-4)
    assert not np.diag(found).any()
    assert ((found >= 0) & (found <= 1)).all()


def test_shares_of_others_add_up_to_one(small: Network, side: Side) -> None:
    np.testing.assert_allclose(shares(small.scores(Features.of([side]))).sum(axis=1), 1, rtol=1e-5)


def test_sides_that_it_was_not_fitted_to_are_refused(small: Network, side: Side) -> None:
    with pytest.raises(ValueError, match=r"fitted to \['a'\], not to \['b'\]; train it anew"):
        small.scores(Features.of([replace(side, name="b")]))


def test_a_network_is_read_as_it_was_written(small: Network, side: Side, tmp_path: Path) -> None:
    path = tmp_path / "network.npz"
    small.write(path)
    features = Features.of([side])

    np.testing.assert_array_equal(Network.read(path).scores(features), small.scores(features))


def test_the_network_of_the_package_takes_the_sides_of_a_knowledge_base(plant_base: KnowledgeBase) -> None:
    occupations = read_occupations(plant_base)
    requirements, answers = read_requirements(plant_base, occupations), read_answers(plant_base, occupations)
    writings, regions = read_writings(plant_base, occupations), read_regions(plant_base, occupations)
    found = network().likelihoods(sides_of(plant_base, occupations, writings, requirements, answers, regions))

    assert found.shape == (len(occupations), len(occupations))
    assert np.isfinite(found).all()


def test_the_network_of_the_package_says_what_it_was_learned_from() -> None:
    assert any(line.endswith("  Related Occupations.txt") or "Related" in line for line in network().data)
    assert all(len(line.split("  ")[0]) == 64 for line in network().data)


def test_few_occupations_are_not_enough_to_ask() -> None:
    told = Writings((), (), (("one task",),) * (DESCRIBED - 1) + ((),) * 50, (), "", "")

    assert not enough(told)
    assert enough(replace(told, tasks=(*told.tasks, ("another",))))
