"""Grouping: which texts say the same, as groups in which everything is like everything, not a chain of likeness.

Groups are joined while the chance that what one holds says the same as what the other holds is high enough on average
(average linkage [1]_), with three constraints [2]_: nothing in a group may be unlike anything else in it; two texts of
one firm come together only if they are nearly identical, for the firm has made two of them; and groups that are
fixed are not joined with one another. Pairs of groups that are each other's nearest are joined in one round, which for
average linkage gives what joining one pair at a time would give, and a dozen rounds are enough for any number. What is
on another level (`Likeness.on_one_level`) has no chance, and so is never in one group.

References
----------
.. [1] Müllner, D. (2011). Modern hierarchical, agglomerative clustering algorithms. arXiv:1109.2378.
.. [2] Davidson, I., & Ravi, S. S. (2005). Agglomerative hierarchical clustering with constraints. PKDD 2005, 59-70.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from standards.harmonizing.likeness import VIEWS
from standards.harmonizing.sureness import Sureness
from standards.matching.embedding import Floats

ENOUGH: Final = 0.35
"""Chance on average from which two groups are joined."""

LEAST: Final = 0.15
"""Chance below which two texts are never in one group."""

FAINT: Final = 0.02
"""Chance below which neighbors are strangers from the beginning."""

NEARLY: Final = 0.75
"""Share of letters in common from which two texts of one firm are nearly identical."""


@dataclass
class Tie:
    """What is known of the chance that two groups say the same.

    Parameters
    ----------
    total, pairs, least
        Sum and number of the chances of pairs that are known, and the least of them.
    barred
        Whether the groups may not be joined.
    """

    total: float = 0.0
    pairs: int = 0
    least: float = 1.0
    barred: bool = False

    @property
    def mean(self) -> float:
        """The chance on average of what is known."""
        return self.total / self.pairs if self.pairs else 0.0

    def add(self, chance: float) -> None:
        """Count the chance of one more pair of texts."""
        self.total += chance
        self.pairs += 1
        self.least = min(self.least, chance)

    def with_other(self, other: Tie) -> Tie:
        """Return the tie to two groups that become one."""
        return Tie(
            self.total + other.total,
            self.pairs + other.pairs,
            min(self.least, other.least),
            self.barred or other.barred,
        )


@dataclass
class Groups:
    """Joins texts to groups.

    Parameters
    ----------
    sureness
        Of any pair of texts.
    members
        Texts of each group.
    fixed
        Groups that are not joined with one another.
    ties
        Of each group to others, both ways.
    """

    sureness: Sureness
    members: dict[int, list[int]]
    fixed: AbstractSet[int]
    ties: dict[int, dict[int, Tie]] = field(default_factory=dict)

    @classmethod
    def of(cls, sureness: Sureness, fixed: Sequence[Sequence[int]] = ()) -> Groups:
        """Return texts as groups that are tied to their neighbors: fixed groups, and every other text by itself.

        Parameters
        ----------
        fixed
            Texts of each group that stays together, none of them in two.
        """
        held = set(chain.from_iterable(fixed))
        starts = [*map(list, fixed), *([text] for text in range(len(sureness.firms)) if text not in held)]
        groups = cls(sureness, dict(enumerate(starts)), frozenset(range(len(fixed))))
        one, other = sureness.neighbors
        sure = sureness.of(one, other)
        good = sure >= FAINT
        groups._tie(one[good].tolist(), other[good].tolist(), sure[good].tolist())
        return groups

    def join(self) -> None:
        """Join all that may be joined."""
        while pairs := self._nearest_pairs():
            self._learn(pairs)
            for one, other in pairs:
                self._join_or_bar(one, other)

    @property
    def found(self) -> list[list[int]]:
        """The texts of each group: first of the fixed ones, as they were given."""
        return [self.members[group] for group in sorted(self.members)]

    def _tie(self, one: Sequence[int], other: Sequence[int], sure: Sequence[float]) -> None:
        group_of = {text: group for group, texts in self.members.items() for text in texts}
        for i, j, chance in zip(one, other, sure, strict=True):
            here, there = group_of[i], group_of[j]
            if here != there and not {here, there} <= self.fixed:
                tie = self.ties.setdefault(here, {}).setdefault(there, Tie())
                self.ties.setdefault(there, {})[here] = tie
                tie.add(chance)

    def _nearest_pairs(self) -> list[tuple[int, int]]:
        """Return the groups that are each other's nearest and alike enough by what is known."""
        nearest = {group: found for group, ties in self.ties.items() if (found := _nearest(ties)) is not None}
        return sorted((one, other) for one, other in nearest.items() if one < other and nearest.get(other) == one)

    def _learn(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Look at all pairs of texts in these pairs of groups; what was seen before is seen again."""
        unknown = [(one, other) for one, other in pairs if not self._is_known(one, other)]
        if not unknown:
            return
        texts = [list(product(self.members[one], self.members[other])) for one, other in unknown]
        flat = np.array(list(chain.from_iterable(texts)), dtype=np.int64)
        sure = iter(self.sureness.of(flat[:, 0], flat[:, 1]).tolist())
        for (one, other), between in zip(unknown, texts, strict=True):
            found = [next(sure) for _ in between]
            tie = self.ties[one][other]
            tie.total, tie.pairs, tie.least = sum(found), len(found), min(found)

    def _is_known(self, one: int, other: int) -> bool:
        return self.ties[one][other].pairs == len(self.members[one]) * len(self.members[other])

    def _join_or_bar(self, one: int, other: int) -> None:
        tie = self.ties[one][other]
        if tie.mean < ENOUGH:
            return
        if tie.least < LEAST or not self._allowed(one, other):
            tie.barred = True
            return
        self.members[one] += self.members.pop(other)
        theirs = self.ties.pop(other)
        own = self.ties[one]
        del own[other], theirs[one]
        for group, of_group in theirs.items():
            del self.ties[group][other]
            tie = own[group].with_other(of_group) if group in own else of_group
            tie.barred |= {one, group} <= self.fixed
            own[group] = self.ties[group][one] = tie

    def _allowed(self, one: int, other: int) -> bool:
        """Whether what one firm says in both groups is nearly identical."""
        firms = self.sureness.firms
        between = [(i, j) for i, j in product(self.members[one], self.members[other]) if firms[i] & firms[j]]
        if not between:
            return True
        pairs = np.array(between, dtype=np.int64)
        return bool(nearly_identical(self.sureness.seen(pairs[:, 0], pairs[:, 1])).all())


def nearly_identical(seen: Floats) -> NDArray[np.bool_]:
    """Return which pairs of texts differ in a few letters alone, given what is seen in them: pairs by views."""
    return np.asarray(seen[:, VIEWS.index("letters")] >= NEARLY)


def _nearest(ties: Mapping[int, Tie]) -> int | None:
    """Return the group that is most alike, the first of several, where any is alike enough."""
    good = ((-tie.mean, group) for group, tie in ties.items() if not tie.barred and tie.mean >= ENOUGH)
    return min(good, default=(0.0, None))[1]
