"""How many of the occupations that experts call related the engine finds among its first twenty.

O*NET lists twenty related occupations for each of its own, reviewed by experts [1]_. They are read here alone and are
an input of nothing else. Occupations whose six-digit SOC code ends in an even digit may be learned from; those that
end in an odd one are only measured on.

References
----------
.. [1] Dahlke, J. A., Putka, D. J., Shewach, O., Lewis, P. (2022). Developing Related Occupations for the O*NET
   Program. National Center for O*NET Development.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from ontology.errors import NotFoundError
from ontology.namespaces import LW
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations
from pathways.relatedness.fusion import Matrix
from pathways.snapshot import Snapshot
from standards.evaluation.bootstrap import Bootstrap, interval

ENGINE: Final = "Ladderworks"
FUSED: Final = "all views fused by rank"
FIRST: Final = 20
"""Places within which a related occupation counts as found; O*NET lists as many."""

SPLITS: Final[Mapping[str, Callable[[str], bool]]] = {
    "all": lambda _: True,
    "even": lambda code: int(code[6]) % 2 == 0,
    "odd": lambda code: int(code[6]) % 2 == 1,
}
"""Which occupations a split holds, by code: ``29-1141.00`` is odd."""

Expected = dict[int, frozenset[int]]


class Found(BaseModel):
    """How much one method finds.

    Parameters
    ----------
    split
        ``all``, ``even`` or ``odd``.
    method
        The engine, or one of its views alone.
    occupations
        How many were asked about.
    recall
        Related occupations among the first `FIRST`, of all that are listed; 0 to 1, the mean over occupations.
    reciprocal_rank
        1 / place of the first related occupation, the mean over occupations.
    recall_from, recall_to
        Middle 95% of the means over occupations drawn again with replacement.
    """

    model_config = ConfigDict(frozen=True)

    split: str
    method: str
    occupations: int
    recall: float
    recall_from: float
    recall_to: float
    reciprocal_rank: float


def evaluate_relatedness(
    base: KnowledgeBase, snapshot: Snapshot, samples: int = 1000, seed: int = 0
) -> tuple[Found, ...]:
    """Return what the engine and each of its views find, by split; the best first within each.

    Parameters
    ----------
    base
        Where the lists of related occupations are; the newest releases count.
    samples, seed
        Of the draws behind the intervals.

    Raises
    ------
    NotFoundError
        Where no release lists related occupations.
    """
    expected = expected_of(base, snapshot.occupations)
    if not expected:
        message = "no release lists related occupations; import O*NET with its table 'Related Occupations'"
        raise NotFoundError(message)
    places = {name: places_of(scores, expected) for name, scores in _methods(snapshot)}
    return tuple(found for split in SPLITS for found in _of_split(snapshot, split, expected, places, samples, seed))


def expected_of(base: KnowledgeBase, occupations: Occupations) -> Expected:
    """Return which occupations the releases list as related to which, as their places."""
    query = f"SELECT ?a ?b {{ ?pair <{LW.occupation}> ?a ; <{LW.relatedOccupation}> ?b }}"
    known = occupations.by_iri
    listed: dict[int, set[int]] = {}
    for one, other in base.rows(query, [release.iri for release in base.current()]):
        if one in known and other in known:
            listed.setdefault(known[one], set()).add(known[other])
    return {place: frozenset(others) for place, others in sorted(listed.items())}


def places_of(scores: Matrix, expected: Expected) -> list[NDArray[np.int64]]:
    """Return the places of the expected occupations in the order of the scores, 1 the first, by occupation.

    Example
    -------
    The second and third of three are listed; the third scores highest:

    >>> scores = np.float32([[0, 0.2, 0.9], [0.2, 0, 0.1], [0.9, 0.1, 0]])
    >>> [each.tolist() for each in places_of(scores, {0: frozenset({1, 2})})]
    [[1, 2]]
    """
    found = []
    for place, wanted in expected.items():
        others = scores[place].astype(np.float64)
        others[place] = -np.inf
        order = np.argsort(-others, kind="stable")
        found.append(np.flatnonzero(np.isin(order, list(wanted))) + 1)
    return found


def recall(places: NDArray[np.int64]) -> float:
    """Return the share of the expected occupations that are among the first.

    Example
    -------
    >>> recall(np.array([1, 2, 20, 21]))
    0.75
    """
    return float(np.mean(places <= FIRST))


def _methods(snapshot: Snapshot) -> Iterator[tuple[str, Matrix]]:
    """Yield the engine, then each view alone; what a view does not know comes last."""
    yield ENGINE, snapshot.nearness
    if snapshot.likely is not None:
        yield FUSED, snapshot.relatedness
    for opinion in snapshot.opinions:
        yield opinion.name, -opinion.rank.astype(np.float32)


def _of_split(
    snapshot: Snapshot,
    split: str,
    expected: Expected,
    places: Mapping[str, list[NDArray[np.int64]]],
    samples: int,
    seed: int,
) -> list[Found]:
    rows = [row for row, place in enumerate(expected) if SPLITS[split](snapshot.occupations[place].code)]
    if not rows:
        return []
    found = [_found(split, name, [of[row] for row in rows], samples, seed) for name, of in places.items()]
    return sorted(found, key=lambda each: (each.method != ENGINE, -each.recall))


def _found(split: str, method: str, places: list[NDArray[np.int64]], samples: int, seed: int) -> Found:
    values = np.array([[recall(own), 1 / own[0]] for own in places])
    drawn = Bootstrap(range(len(values)), samples, seed).sums(values[:, :1])[:, 0] / len(values)
    low, high = interval(drawn) or (np.nan, np.nan)
    mean, reciprocal = values.mean(axis=0)
    return Found(
        split=split,
        method=method,
        occupations=len(values),
        recall=round(float(mean), 4),
        recall_from=round(low, 4),
        recall_to=round(high, 4),
        reciprocal_rank=round(float(reciprocal), 4),
    )
