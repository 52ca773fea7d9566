"""Rivals: what else in a firm's list might say the same as a text, and how far ahead of it a pair is.

How alike two statements are says little by itself: among lists that share words of a trade all are alike, among others
none. That of all that the other firm says nothing comes as near, and of all that this one says nothing comes as near
to the other, says much in either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from standards.harmonizing.texts import Integers
from standards.matching.embedding import Floats

FAR: Final = np.float32(8)
"""A lead that says as much as any longer one."""

USUAL: Final = -4.0
"""Odds, as a logarithm, of the next best in a whole list of a trade: the median over the lists of four real firms.

Where a short list has nothing as near, being far ahead of what it has says no more than being ahead of that.
"""


@dataclass(frozen=True)
class Rivals:
    """For texts and lists, the text of the list that is most like each, and how alike the next one is.

    Parameters
    ----------
    lists
        The number of the list that each text is in.
    keys
        What was compared: the text times the number of lists, plus the list; in order.
    nearest
        The text of the list that is most like it.
    first, second
        The odds of that text, and of the next: logarithms.
    """

    lists: Integers
    keys: Integers
    nearest: Integers
    first: Floats
    second: Floats

    @classmethod
    def of(cls, lists: Integers, neighbors: tuple[Integers, Integers], odds: Floats) -> Self:
        """Return them, given the odds of all neighbors: logarithms."""
        here, there = np.concatenate(neighbors), np.concatenate(neighbors[::-1])
        keys = here * _number(lists) + lists[there]
        both = np.concatenate([odds, odds])
        order = np.argsort(keys, kind="stable")
        keys, there, both = keys[order], there[order], both[order]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        counts = np.diff(starts, append=len(keys))
        first = _of_runs(np.maximum, both, starts)
        nearest = _of_runs(np.minimum, np.where(both == np.repeat(first, counts), there, len(lists)), starts)
        behind = np.where(there == np.repeat(nearest, counts), np.float32(USUAL), both)
        return cls(lists, keys[starts], nearest, first, _of_runs(np.maximum, behind, starts))

    def leads(self, one: Integers, other: Integers, odds: Floats) -> tuple[Floats, Floats]:
        """Return how far pairs are ahead of their rivals on either side: the lesser and the greater lead, -8 to 8."""
        leads = (np.clip(odds - self._best(*pair), -FAR, FAR) for pair in ((one, other), (other, one)))
        ahead, behind = leads
        return np.minimum(ahead, behind), np.maximum(ahead, behind)

    def _best(self, text: Integers, but: Integers) -> Floats:
        """Return the odds of each text with what is most like it in the list of another, without that one."""
        wanted = text * _number(self.lists) + self.lists[but]
        at = np.minimum(np.searchsorted(self.keys, wanted), max(len(self.keys) - 1, 0))
        if not len(self.keys):
            return np.full(len(text), USUAL, dtype=np.float32)
        best = np.where(self.nearest[at] == but, self.second[at], self.first[at])
        return np.where(self.keys[at] == wanted, np.maximum(best, USUAL), np.float32(USUAL))


def _of_runs(most: np.ufunc, values: NDArray[Any], starts: Integers) -> NDArray[Any]:
    """Return the most or least of each run of values."""
    return np.asarray(most.reduceat(values, starts) if len(starts) else values)


def _number(lists: Integers) -> int:
    return int(lists.max(initial=0)) + 1
