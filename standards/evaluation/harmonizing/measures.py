"""Measures of groupings: whether what was put together belongs together, and the other way around.

References
----------
.. [1] Bagga, A., & Baldwin, B. (1998). Algorithms for scoring coreference chains. LREC workshop on linguistic
   coreference, 563-566.
.. [2] Amigó, E., Gonzalo, J., Artiles, J., & Verdejo, F. (2009). A comparison of extrinsic clustering evaluation
   metrics based on formal constraints. Information Retrieval 12, 461-486.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from ontology.frozen import Frozen


class Scores(Frozen):
    """Precision, recall and their harmonic mean, 0 to 1; ``None`` where nothing is there to be measured."""

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean.

        Example
        -------
        >>> Scores(precision=1.0, recall=0.5).f1
        0.6666666666666666
        """
        if self.precision is None or self.recall is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pairwise(found: Sequence[bool], right: Sequence[bool]) -> Scores:
    """Return how many of the pairs that were put together belong together, and the other way around.

    Example
    -------
    >>> pairwise([True, True, False, False], [True, False, True, False])
    Scores(precision=0.5, recall=0.5)
    """
    both = sum(one and other for one, other in zip(found, right, strict=True))
    return Scores(precision=_share(both, sum(found)), recall=_share(both, sum(right)))


def b_cubed(pairs: Sequence[tuple[Hashable, Hashable]], found: Sequence[bool], right: Sequence[bool]) -> Scores:
    """Return B-cubed [1]_ over the pairs that were judged: of each thing, itself and those it was judged with.

    A thing's precision is the share of what it was put together with that belongs with it, itself included; its
    recall the share of what belongs with it that it was put together with. Both are means over the things.

    Example
    -------
    >>> b_cubed([("a", "b"), ("a", "c")], [True, True], [True, False])
    Scores(precision=0.7222222222222222, recall=1.0)
    """
    together: dict[Hashable, list[tuple[bool, bool]]] = defaultdict(list)
    for (one, other), put, belongs in zip(pairs, found, right, strict=True):
        together[one].append((put, belongs))
        together[other].append((put, belongs))
    shares = [_of_thing(judged) for judged in together.values()]
    precisions, recalls = [one for one, _ in shares], [other for _, other in shares]
    return Scores(precision=_share(sum(precisions), len(shares)), recall=_share(sum(recalls), len(shares)))


def _of_thing(judged: Sequence[tuple[bool, bool]]) -> tuple[float, float]:
    both = 1 + sum(put and belongs for put, belongs in judged)
    return both / (1 + sum(put for put, _ in judged)), both / (1 + sum(belongs for _, belongs in judged))


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
