"""Sureness: how likely it is that two sayings say the same, given all lists that they are from.

Being ahead of all rivals says much where there are many of them. In a short list it says little: of *clean the fryer*
and *clean the floor* each is what comes nearest to the other. So how sure one can be has a limit, which the likeness
of the pair itself and the length of the lists tell.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from standards.harmonizing.likeness import Likeness, chance
from standards.harmonizing.overlap import before, overlap
from standards.harmonizing.rivals import Rivals
from standards.harmonizing.texts import Integers
from standards.matching.embedding import Floats

SHORT: Final = 24
"""Statements up to which a list's length makes no difference to how sure one can be: none was seen from 6 to 24."""


class Weights(BaseModel):
    """What counts; each sum is the logarithm of the odds that two texts say the same.

    Parameters
    ----------
    bias, likeness, lesser, greater
        Of texts of two firms: the odds of their likeness, and the lesser and the greater lead over its `Rivals`; what
        the overlap of the lists says is added.
    most_bias, most_likeness, most_length
        What that sum is at most: the odds of the likeness, and the logarithm of the statements of the longer list.
    own_bias, own_likeness
        Of two texts of one firm, which has made two of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: float
    likeness: float
    lesser: float
    greater: float
    most_bias: float
    most_likeness: float
    most_length: float
    own_bias: float
    own_likeness: float

    def across(self, odds: Floats, leads: tuple[Floats, Floats]) -> Floats:
        """Return the odds of texts of two firms, without what the overlap says."""
        lesser, greater = leads
        total = self.bias + self.likeness * odds + self.lesser * lesser + self.greater * greater
        return np.asarray(total, dtype=np.float32)

    def most(self, odds: Floats, longer: Integers) -> Floats:
        """Return what the odds of texts of two firms are at most, given how many statements the longer list has."""
        lengths = np.log(np.maximum(longer, SHORT))
        total = self.most_bias + self.most_likeness * odds + self.most_length * lengths
        return np.asarray(total, dtype=np.float32)

    def within(self, odds: Floats) -> Floats:
        """Return the odds of two texts of one firm."""
        return np.asarray(self.own_bias + self.own_likeness * odds, dtype=np.float32)


class Sureness:
    """Says how likely it is that texts say the same.

    Parameters
    ----------
    firms
        Which firms say each text; a text of several is in the list of the first of them.
    neighbors
        Pairs of texts that may say the same.
    """

    def __init__(
        self,
        likeness: Likeness,
        firms: Sequence[AbstractSet[Hashable]],
        neighbors: tuple[Integers, Integers],
        weights: Weights,
    ) -> None:
        self.likeness = likeness
        self.neighbors = neighbors
        self.firms = firms
        self._weights = weights

    def of(self, one: Integers, other: Integers) -> Floats:
        """Return the chance that texts say the same as others, pair by pair, 0 to 1; either may come first.

        It is 0 where numbers or ranks differ, or one denies something, however alike the words are.
        """
        return self._given(one, other, self.likeness.odds(one, other))

    @cached_property
    def of_neighbors(self) -> Floats:
        """The chance that neighbors say the same, pair by pair, 0 to 1."""
        return self._given(*self.neighbors, self.odds)

    def letters(self, one: Integers, other: Integers) -> Floats:
        """Return the share of letters that pairs of texts have in common, 0 to 1."""
        return self.likeness.letters(one, other)

    def _given(self, one: Integers, other: Integers, odds: Floats) -> Floats:
        """Return the chances of pairs, given the odds of their likeness."""
        longer = self._longer(one, other)
        across = self._across(one, other, odds) + before(self.overlap, longer)
        across = np.minimum(across, self._weights.most(odds, longer))
        alone = self.lists[one] == self.lists[other]
        found = chance(np.where(alone, self._weights.within(odds), across))
        return np.where(self.likeness.on_one_level(one, other), found, np.float32(0))

    @cached_property
    def lists(self) -> Integers:
        """The number of the list that each text is in."""
        number = {firm: at for at, firm in enumerate(sorted(set().union(*self.firms), key=str))}
        return np.array([min(number[firm] for firm in firms) for firms in self.firms], dtype=np.int64)

    @cached_property
    def overlap(self) -> float:
        """How much of what the shorter of two lists says the other one says too, 0 to 1."""
        one, other = self.neighbors
        across = self.lists[one] != self.lists[other]
        one, other, odds = one[across], other[across], self.odds[across]
        longer = self._longer(one, other)
        return overlap(self._across(one, other, odds), longer, self._possible, self._weights.most(odds, longer))

    @cached_property
    def rivals(self) -> Rivals:
        """What is most like each text in each list."""
        return Rivals.of(self.lists, self.neighbors, self.odds)

    def _across(self, one: Integers, other: Integers, odds: Floats) -> Floats:
        return self._weights.across(odds, self.rivals.leads(one, other, odds))

    def _longer(self, one: Integers, other: Integers) -> Integers:
        return np.maximum(self._sizes[self.lists[one]], self._sizes[self.lists[other]])

    @cached_property
    def odds(self) -> Floats:
        """The likeness of neighbors, as the logarithm of the odds."""
        return self.likeness.odds(*self.neighbors)

    @cached_property
    def _sizes(self) -> NDArray[np.int64]:
        return np.bincount(self.lists)

    @property
    def _possible(self) -> int:
        """How many pairs could be the same: the statements of the shorter list of each two."""
        sizes = np.sort(self._sizes)
        return int((sizes * np.arange(len(sizes) - 1, -1, -1)).sum())
