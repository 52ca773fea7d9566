"""Grouping: which texts say the same, as groups in which everything is like everything, not a chain of likeness.

Groups are joined while the chance that what one holds says the same as what the other holds is high enough on average
(average linkage [1]_), with three constraints [2]_: nothing in a group may be unlike anything else in it; two texts of
one firm come together only if they are nearly identical, for the firm has made two of them; and groups that are
fixed are not joined with one another. Pairs of groups that are each other's nearest are joined in one round, which for
average linkage gives what joining one pair at a time would give. What is on another level (`Likeness.on_one_level`)
has no chance, and so is never in one group.

Two groups are compared text by text as long as neither holds more than `MANY` texts; of one that holds more, as many
stand for it. So thousands of texts that are nearly identical cost each no more than `MANY` looks for each join.

References
----------
.. [1] Müllner, D. (2011). Modern hierarchical, agglomerative clustering algorithms. arXiv:1109.2378.
.. [2] Davidson, I., & Ravi, S. S. (2005). Agglomerative hierarchical clustering with constraints. PKDD 2005, 59-70.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise, product
from typing import Final

import numpy as np

from standards.harmonizing.sample import sample
from standards.harmonizing.sureness import Sureness
from standards.harmonizing.texts import Integers
from standards.harmonizing.ties import Ties

ENOUGH: Final = 0.35
"""Chance on average from which two groups are joined."""

LEAST: Final = 0.15
"""Chance below which two texts are never in one group."""

FAINT: Final = 0.02
"""Chance below which neighbors are strangers from the beginning."""

NEARLY: Final = 0.75
"""Share of letters in common from which two texts of one firm are nearly identical."""


class Groups:
    """Joins texts to groups.

    Parameters
    ----------
    sureness
        Of any pair of texts.
    fixed
        Texts of each group that stays together, none of them in two; every other text is a group by itself.
    """

    def __init__(self, sureness: Sureness, fixed: Sequence[Sequence[int]] = ()) -> None:
        self._sureness = sureness
        self._fixed: AbstractSet[int] = frozenset(range(len(fixed)))
        held = set(chain.from_iterable(fixed))
        starts = [*map(list, fixed), *([text] for text in range(len(sureness.firms)) if text not in held)]
        self._members = dict(enumerate(starts))
        self._said_by = {group: _by_firm(sureness.firms, texts) for group, texts in self._members.items()}
        self._ties = Ties.of(self._neighbors(), ENOUGH)

    @property
    def found(self) -> list[list[int]]:
        """The texts of each group: first of the fixed ones, as they were given."""
        return [self._members[group] for group in sorted(self._members)]

    def join(self) -> None:
        """Join all that may be joined."""
        while pairs := self._ties.nearest_pairs():
            self._learn(pairs)
            for one, other in pairs:
                self._join_or_bar(one, other)

    def _neighbors(self) -> Iterator[tuple[int, int, float]]:
        """Yield the groups of texts that are neighbors and not strangers, with the chance."""
        group_of = {text: group for group, texts in self._members.items() for text in texts}
        sure = self._sureness.of_neighbors
        good = sure >= FAINT
        one, other = (side[good].tolist() for side in self._sureness.neighbors)
        for i, j, chance in zip(one, other, sure[good].tolist(), strict=True):
            here, there = group_of[i], group_of[j]
            if here != there and not {here, there} <= self._fixed:
                yield here, there, chance

    def _learn(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Look at all pairs of texts in these pairs of groups; what was seen before is seen again."""
        unknown = [pair for pair in pairs if self._ties.between(*pair).pairs < self._size(*pair)]
        if not unknown:
            return
        between = [self._between(*pair) for pair in unknown]
        one, other = (np.concatenate(side) for side in zip(*between, strict=True))
        ends = np.cumsum([0, *(len(side) for side, _ in between)]).tolist()
        sure = self._sureness.of(one, other).tolist()
        for pair, (start, end) in zip(unknown, pairwise(ends), strict=True):
            self._set(pair, sure[start:end])

    def _between(self, one: int, other: int) -> tuple[Integers, Integers]:
        """Return the pairs of texts of which one is in one group and the other in the other, or that stand for them."""
        here, there = (np.array(sample(self._members[group]), dtype=np.int64) for group in (one, other))
        return np.repeat(here, len(there)), np.tile(there, len(here))

    def _set(self, pair: tuple[int, int], found: Sequence[float]) -> None:
        """Know the tie of a pair of groups by the chances of pairs of their texts, which stand for all."""
        tie, size = self._ties.between(*pair), self._size(*pair)
        tie.total, tie.pairs, tie.least = sum(found) * (size / len(found)), size, min(found)
        self._ties.change(*pair)

    def _size(self, one: int, other: int) -> int:
        return len(self._members[one]) * len(self._members[other])

    def _join_or_bar(self, one: int, other: int) -> None:
        tie = self._ties.between(one, other)
        if tie.mean < ENOUGH:
            return
        if tie.least < LEAST or not self._allowed(one, other):
            tie.barred = True
            self._ties.change(one, other)
            return
        self._members[one] += self._members.pop(other)
        for firm, texts in self._said_by.pop(other).items():
            self._said_by[one].setdefault(firm, []).extend(texts)
        self._ties.join(one, other, self._fixed)

    def _allowed(self, one: int, other: int) -> bool:
        """Whether what one firm says in both groups is nearly identical."""
        own, theirs = self._said_by[one], self._said_by[other]
        both = own.keys() & theirs.keys()
        pairs = {pair for firm in both for pair in product(sample(own[firm]), sample(theirs[firm]))}
        if not pairs:
            return True
        here, there = np.array([*pairs], dtype=np.int64).T
        return bool((self._sureness.letters(here, there) >= NEARLY).all())


def _by_firm(firms: Sequence[AbstractSet[Hashable]], texts: Iterable[int]) -> dict[Hashable, list[int]]:
    """Return the texts of a group by the firms that say them."""
    found: dict[Hashable, list[int]] = {}
    for text in texts:
        for firm in firms[text]:
            found.setdefault(firm, []).append(text)
    return found
