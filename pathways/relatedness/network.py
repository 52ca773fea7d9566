"""How likely experts are to call two occupations related, learned from O*NET's lists of related occupations.

A network with one hidden layer beside a straight sum, over `Features`. It was fitted to the lists of the occupations
whose six-digit SOC code ends in an even digit, by a softmax over all others (listwise [1]_); it never looked at those
that end in an odd one. ``python -m training relatedness`` makes the file anew, and the file says of which data, by
their SHA-256.

References
----------
.. [1] Cao, Z., Qin, T., Liu, T.-Y., Tsai, M.-F., Li, H. (2007). Learning to Rank: From Pairwise Approach to Listwise
   Approach. ICML 2007, 129-136.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, softmax

from pathways.arrays import Floats
from pathways.relatedness.features import Features
from pathways.relatedness.sides import Side
from pathways.relatedness.views import Writings

PATH: Final = Path(__file__).with_name("network.npz")

BLOCK: Final = 64
"""Rows that are scored at once, for the sake of memory."""


DESCRIBED: Final = 400
"""Occupations with tasks from which on places in an order mean what they meant where the network learned: among 923."""


@dataclass(frozen=True)
class Network:
    """Weights, as they are in the file.

    Parameters
    ----------
    sides
        Names of the sides that it looks at, in order.
    pair, single, bias
        Of the hidden layer: features of a pair by units, features of one occupation by units, units.
    out, straight, straight_single
        Of the score: of the units, of the features of a pair, and of one occupation.
    curve
        Slope and offset from the logarithm of `shares` to the log-odds that experts list a pair.
    data
        Files that were learned from, each as ``SHA-256  name``.
    """

    sides: NDArray[np.str_]
    pair: Floats
    single: Floats
    bias: Floats
    out: Floats
    straight: Floats
    straight_single: Floats
    curve: Floats
    data: NDArray[np.str_]

    @classmethod
    def read(cls, path: Path = PATH) -> Self:
        """Return the network in a file."""
        with np.load(path, allow_pickle=False) as kept:
            return cls(**{field.name: kept[field.name] for field in fields(cls)})

    def write(self, path: Path = PATH) -> None:
        """Write the network into a file."""
        np.savez_compressed(path, **{field.name: getattr(self, field.name) for field in fields(self)})

    def scores(self, features: Features) -> Floats:
        """Return how likely each column is to be called related to its row: the higher, the likelier; no scale.

        Raises
        ------
        ValueError
            Where the features are of other sides than the network was fitted to.
        """
        if tuple(self.sides) != features.sides:
            message = f"the network was fitted to {self.sides.tolist()}, not to {list(features.sides)}; train it anew"
            raise ValueError(message)
        size = len(features.single)
        rows = [self._of_rows(features, slice(at, at + BLOCK)) for at in range(0, size, BLOCK)]
        return np.concatenate(rows) + features.single @ self.straight_single

    def likelihoods(self, sides: Iterable[Side]) -> Floats:
        """Return the probability that experts list the column for the row, 0 to 1; 0 on the diagonal."""
        features, (slope, offset) = Features.of(sides), self.curve
        chances = expit(slope * np.log(shares(self.scores(features)) + np.finfo(np.float32).tiny) + offset)
        np.fill_diagonal(chances, 0)
        return np.asarray(chances, dtype=np.float32)

    def _of_rows(self, features: Features, rows: slice) -> Floats:
        seen = features.rows(rows)
        hidden = np.tanh(seen @ self.pair + (features.single @ self.single + self.bias))
        return np.asarray(hidden @ self.out + seen @ self.straight, dtype=np.float32)


def shares(scores: Floats) -> Floats:
    """Return the softmax of each row over all others, 0 on the diagonal.

    Example
    -------
    e, 1 and 1 over their sum, 4.718:

    >>> shares(np.float32([[9, 1, 0, 0], [0] * 4, [0] * 4, [0] * 4]))[0].round(3).tolist()
    [0.0, 0.5759999752044678, 0.21199999749660492, 0.21199999749660492]
    """
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    return np.asarray(softmax(others, axis=1), dtype=np.float32)


def enough(writings: Writings) -> bool:
    """Return whether so many occupations are described that the network may be asked."""
    return sum(map(bool, writings.tasks)) >= DESCRIBED


@cache
def network() -> Network:
    """Return the network of the package."""
    return Network.read()
