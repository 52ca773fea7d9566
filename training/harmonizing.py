"""What each view of two statements counts, fitted to labelled pairs; see `standards.harmonizing.likeness`.

Learned from are the development pairs of the labels of four real lists, and, at a lesser weight, what is alike in the
lists of the embedded example. The fit is a logistic regression with a ridge: few of the pairs are the same.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from ontology.store import KnowledgeBase
from standards.evaluation.harmonizing import DEVELOPMENT, LabelledPair, read_pairs
from standards.harmonizing import FirmList, read_list
from standards.harmonizing.intake import take_in
from standards.harmonizing.judge import JUDGE, PATH, Learned
from standards.harmonizing.likeness import VIEWS, Judge, Likeness
from standards.harmonizing.neighbors import neighbors
from standards.harmonizing.texts import Texts

Floats = NDArray[np.float64]

LABELS: Final = Path(__file__).parent / "labels"
PAIRS: Final = LABELS / "firm-list-pairs.csv"
GROUPS: Final = LABELS / "example-groups.csv"

LISTS: Final = ("financial-times", "medium", "rasa", "unidays")

EXAMPLE: Final = 0.05
"""What a pair of the example counts; one of the real lists counts 1."""

RIDGE: Final = 0.3
"""What the square of a weight costs, the views scaled to a variance of 1."""


AGAINST: Final = ("apart", "numbers", "length")
"""Views of what speaks against two statements being the same; the others speak for it."""


@dataclass(frozen=True)
class Seen:
    """What is seen in pairs: pairs by views; whether they are the same; and what each counts."""

    views: Floats
    same: Floats
    counts: Floats


def learn(data: Path) -> Iterator[str]:
    """Fit the judge anew, write it into the package, and yield what is told of it."""
    lists = read_lists(data)
    pairs, _ = read_pairs(PAIRS, lists)
    development = [pair for pair in pairs if pair.part == DEVELOPMENT]
    judge = fit([_of_pairs(development), _of_groups(GROUPS)])
    learned = Learned(judge=judge, data={path.name: sha256(path.read_bytes()).hexdigest() for path in (PAIRS, GROUPS)})
    PATH.write_text(learned.model_dump_json(indent=2) + "\n", encoding="utf-8")
    yield f"before: {JUDGE}"
    yield f"after:  {judge}"


def read_lists(data: Path) -> list[FirmList]:
    """Return the four real lists."""
    with KnowledgeBase.in_memory() as base:
        for firm in LISTS:
            take_in(base, firm, data / f"frameworks/firm_lists/{firm}.csv")
        return [read_list(base, firm) for firm in LISTS]


def fit(parts: Sequence[Seen]) -> Judge:
    """Return the weights under which what is the same is most likely called so."""
    views = np.concatenate([part.views for part in parts])
    same, counts = (np.concatenate([getattr(part, name) for part in parts]) for name in ("same", "counts"))
    mean, spread = views.mean(axis=0), views.std(axis=0) + 1e-6

    def cost(weights: Floats) -> float:
        odds = weights[0] + (views - mean) / spread @ weights[1:]
        return float((counts * (np.logaddexp(0, odds) - same * odds)).sum() + RIDGE * (weights[1:] ** 2).sum())

    bounds = [(None, None), *((None, 0) if view in AGAINST else (0, None) for view in VIEWS)]
    found = minimize(cost, np.zeros(len(VIEWS) + 1), bounds=bounds).x
    weights = found[1:] / spread
    named = dict(zip(VIEWS, weights.round(3).tolist(), strict=True))
    return Judge(bias=round(float(found[0] - weights @ mean), 3), **named)


def _of_pairs(pairs: Sequence[LabelledPair]) -> Seen:
    words = list(dict.fromkeys(own.words for pair in pairs for own in (pair.one, pair.other)))
    place = {own: at for at, own in enumerate(words)}
    one, other = (np.array([place[getattr(p, side).words] for p in pairs]) for side in ("one", "other"))
    same = np.array([pair.same for pair in pairs], dtype=np.float64)
    views = Likeness(Texts.of(words), JUDGE).seen(one, other).astype(np.float64)
    return Seen(views, same, np.ones(len(pairs)))


def _of_groups(path: Path) -> Seen:
    """Return what is seen in statements of two firms that are neighbors, or in one group."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = Texts.of([row["statement"] for row in rows])
    alike = {pair for pair in combinations(range(len(rows)), 2) if len({rows[at]["group"] for at in pair}) == 1}
    near = set(zip(*(side.tolist() for side in neighbors(texts)), strict=True))
    pairs = sorted(pair for pair in alike | near if len({rows[at]["firm"] for at in pair}) == 2)
    same = np.array([pair in alike for pair in pairs], dtype=np.float64)
    one, other = np.array(pairs).T
    views = Likeness(texts, JUDGE).seen(one, other).astype(np.float64)
    return Seen(views, same, np.full(len(pairs), EXAMPLE))
