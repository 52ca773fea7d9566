"""Ties: how likely groups say the same as others, and which are each other's nearest, while groups are joined."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import heapify, heappop, heappush


@dataclass(slots=True)
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


class Ties:
    """The ties of groups, both ways.

    Each group has a queue of those that are likely enough, the likeliest first. What is out of date in a queue stays
    there until it comes first; so a change costs the logarithm of the queue, and not a look at all ties.

    Parameters
    ----------
    enough
        Chance on average from which groups are likely enough.
    """

    def __init__(self, enough: float) -> None:
        self._enough = enough
        self._of: dict[int, dict[int, Tie]] = {}
        self._queues: dict[int, list[tuple[float, int]]] = {}
        self._nearest: dict[int, int | None] = {}
        self._changed: set[int] = set()

    @classmethod
    def of(cls, chances: Iterable[tuple[int, int, float]], enough: float) -> Ties:
        """Return the ties of groups, given pairs of them, each with the chance of one pair of their texts."""
        ties = cls(enough)
        for one, other, chance in chances:
            tie = ties._of.setdefault(one, {}).setdefault(other, Tie())
            ties._of.setdefault(other, {})[one] = tie
            tie.add(chance)
        for group, others in ties._of.items():
            queue = [(-tie.mean, other) for other, tie in others.items() if tie.mean >= enough]
            heapify(queue)
            ties._queues[group] = queue
        ties._changed.update(ties._of)
        return ties

    def between(self, one: int, other: int) -> Tie:
        """Return the tie of two groups that have one."""
        return self._of[one][other]

    def nearest_pairs(self) -> list[tuple[int, int]]:
        """Return the groups that are each other's nearest since something changed of either; all of them at first.

        Whoever asks joins them, bars them or learns that they are less alike, each of which is a change.
        """
        changed, self._changed = self._changed, set()
        self._nearest.update((group, self._first(group)) for group in changed)
        pairs = ((group, self._nearest[group]) for group in changed)
        good = {(group, other) for group, other in pairs if other is not None and self._nearest.get(other) == group}
        return sorted({(min(pair), max(pair)) for pair in good})

    def change(self, one: int, other: int) -> None:
        """Put two groups in the queues anew, after their tie has changed."""
        tie = self._of[one][other]
        self._changed.update((one, other))
        if tie.mean >= self._enough and not tie.barred:
            heappush(self._queues[one], (-tie.mean, other))
            heappush(self._queues[other], (-tie.mean, one))

    def join(self, one: int, other: int, fixed: AbstractSet[int]) -> None:
        """Give a group the ties of another that it takes in; fixed groups may not be joined with one another."""
        theirs, own = self._of.pop(other), self._of[one]
        del own[other], theirs[one], self._queues[other], self._nearest[other]
        for group, of_group in theirs.items():
            del self._of[group][other]
            tie = own[group].with_other(of_group) if group in own else of_group
            tie.barred |= {one, group} <= fixed
            own[group] = self._of[group][one] = tie
            self.change(one, group)
        self._changed.add(one)
        self._changed.discard(other)

    def _first(self, group: int) -> int | None:
        """Return the group that is most alike, the first of several, where any is alike enough."""
        ties, queue = self._of[group], self._queues[group]
        while queue:
            mean, other = queue[0]
            tie = ties.get(other)
            if tie is not None and not tie.barred and -tie.mean == mean:
                return other
            heappop(queue)
        return None
