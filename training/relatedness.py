"""Learning which occupations experts call related, from O*NET's lists for the occupations of even SOC codes.

What is learned is a `Network`: its softmax over all other occupations is to put its weight on those listed. How likely
a pair is comes from what networks fitted to two thirds of the lists say of the rest, by a logistic curve (Platt 1999).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from ontology.errors import UnsupportedError
from ontology.store import KnowledgeBase
from pathways.arrays import Floats
from pathways.evaluation.relatedness import FIRST, SPLITS, Expected, expected_of, places_of, recall
from pathways.occupations.answers import read_answers
from pathways.occupations.catalog import Occupations
from pathways.occupations.facts import read_occupations
from pathways.occupations.observations import read_regions
from pathways.occupations.requirements import read_requirements
from pathways.relatedness.features import Features
from pathways.relatedness.network import PATH, Network, shares
from pathways.relatedness.sides import sides_of
from pathways.relatedness.views import read_writings

if TYPE_CHECKING:
    import torch

HIDDEN: Final = 64
DROPPED: Final = 0.2
"""Share of the hidden units that are left out of each step."""
RATE: Final = 0.01
DECAY: Final = 0.3
PASSES: Final = 25
BATCH: Final = 16
"""Occupations in a step."""
FOLDS: Final = 3

Rows = NDArray[np.int64]


def learn(folder: Path, seed: int, path: Path = PATH) -> Iterator[str]:
    """Fit the network to a knowledge base, write it into a file, and yield what it finds, line by line.

    Parameters
    ----------
    folder
        Of a knowledge base with all that the sides read: O*NET with its ratings, tools and interests, ESCO and its
        crosswalk, wages, and programs of study.

    Raises
    ------
    UnsupportedError
        Where torch is not installed.
    """
    _needs_torch()
    with KnowledgeBase.open(folder) as base:
        occupations = read_occupations(base)
        features, expected, data = features_of(base, occupations), expected_of(base, occupations), _data(base)
    even = np.array([place for place in expected if SPLITS["even"](occupations[place].code)])
    unseen = scores_unseen(features, expected, even, seed)
    yield f"even codes, networks that have not seen them: recall@{FIRST} {found(unseen, expected, even):.3f}"
    network = replace(fit(features, expected, even, seed), curve=curve(unseen, expected, even), data=data)
    network.write(path)
    yield f"even codes, the network in {path}: recall@{FIRST} {found(network.scores(features), expected, even):.3f}"


def features_of(base: KnowledgeBase, occupations: Occupations) -> Features:
    """Return what is learned from."""
    requirements, answers = read_requirements(base, occupations), read_answers(base, occupations)
    writings, regions = read_writings(base, occupations), read_regions(base, occupations)
    return Features.of(sides_of(base, occupations, writings, requirements, answers, regions))


def fit(features: Features, expected: Expected, rows: Rows, seed: int) -> Network:
    """Return the network fitted to the lists of some occupations.

    Parameters
    ----------
    rows
        Places of the occupations to learn from.
    """
    import torch  # noqa: PLC0415 - an extra, and seconds to load

    torch.manual_seed(seed)
    torch.set_num_threads(1)
    single, lot = torch.from_numpy(features.single), np.random.default_rng(seed)
    weights = _start(3 * len(features.sides), single.shape[1])
    steps = torch.optim.AdamW(weights.values(), lr=RATE, weight_decay=DECAY)
    for _ in range(PASSES):
        for batch in np.array_split(lot.permutation(rows), max(1, len(rows) // BATCH)):
            scores = _scores(weights, torch.from_numpy(features.rows(batch)), single)
            loss = _loss(scores, batch, expected)
            steps.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
            steps.step()
    fitted = {name: weight.detach().numpy() for name, weight in weights.items()}
    return Network(
        sides=np.array(features.sides), **fitted, curve=np.array([1, 0], dtype=np.float32), data=np.array([""])
    )


def scores_unseen(features: Features, expected: Expected, rows: Rows, seed: int) -> Floats:
    """Return the scores of each of the rows by a network fitted to others: occupations by occupations, else 0."""
    scores = np.zeros((len(features.single), len(features.single)), dtype=np.float32)
    for part in np.array_split(np.random.default_rng(seed).permutation(rows), FOLDS):
        scores[part] = fit(features, expected, np.setdiff1d(rows, part), seed).scores(features)[part]
    return scores


def curve(scores: Floats, expected: Expected, rows: Rows) -> Floats:
    """Return slope and offset that turn the logarithm of `shares` into the log-odds that experts list a pair."""
    others = ~np.eye(len(scores), dtype=bool)[rows]
    logs = np.log(shares(scores)[rows][others] + np.finfo(np.float32).tiny)
    listed = np.array([[other in expected[place] for other in range(len(scores))] for place in rows])[others]

    def loss(line: NDArray[np.float64]) -> float:
        odds = line[0] * logs + line[1]
        return float(np.mean(np.logaddexp(0, odds) - listed * odds))

    return np.asarray(minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x, dtype=np.float32)


def found(scores: Floats, expected: Expected, rows: Rows) -> float:
    """Return recall@20, the mean over some occupations."""
    places = places_of(scores, {int(row): expected[int(row)] for row in rows})
    return float(np.mean([recall(own) for own in places]))


def _start(pair: int, single: int) -> Mapping[str, torch.Tensor]:
    """Return weights to begin with, by their names in `Network`."""
    import torch  # noqa: PLC0415 - an extra

    shapes = {"pair": (pair, HIDDEN), "single": (single, HIDDEN), "bias": (HIDDEN,), "out": (HIDDEN,)}
    shapes |= {"straight": (pair,), "straight_single": (single,)}
    fan = {"pair": pair, "single": single, "bias": pair, "out": HIDDEN, "straight": pair, "straight_single": single}
    return {
        name: torch.empty(shape).uniform_(-(fan[name] ** -0.5), fan[name] ** -0.5).requires_grad_()
        for name, shape in shapes.items()
    }


def _scores(weights: Mapping[str, torch.Tensor], pairs: torch.Tensor, single: torch.Tensor) -> torch.Tensor:
    """Return what `Network.scores` does, with some hidden units left out."""
    import torch  # noqa: PLC0415 - an extra

    hidden = torch.tanh(pairs @ weights["pair"] + single @ weights["single"] + weights["bias"])
    kept = torch.nn.functional.dropout(hidden, DROPPED)
    return kept @ weights["out"] + pairs @ weights["straight"] + single @ weights["straight_single"]


def _loss(scores: torch.Tensor, rows: Rows, expected: Expected) -> torch.Tensor:
    """Return minus the mean logarithm of the shares of those listed, the mean over rows."""
    import torch  # noqa: PLC0415 - an extra

    own = torch.zeros(scores.shape, dtype=torch.bool)
    own[torch.arange(len(rows)), torch.from_numpy(rows)] = True
    logs = torch.log_softmax(scores.masked_fill(own, -torch.inf), dim=1)
    return torch.stack([-logs[at, sorted(expected[int(row)])].mean() for at, row in enumerate(rows)]).mean()


def _data(base: KnowledgeBase) -> NDArray[np.str_]:
    """Return the files behind the newest releases, each with its SHA-256."""
    files = [file for release in base.current() for file in base.files(release)]
    return np.array(sorted({f"{file.sha256}  {file.name}" for file in files}, key=lambda line: line.split()[1:]))


def _needs_torch() -> None:
    try:
        import torch  # noqa: F401, PLC0415 - an extra
    except ModuleNotFoundError as error:
        message = "learning relatedness needs torch; run: pip install 'ladderworks[benchmarks]'"
        raise UnsupportedError(message) from error
