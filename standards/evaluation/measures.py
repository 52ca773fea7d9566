"""What a list of suggestions is worth to someone who knows the right answers: MRR, RP@K and R@K.

An answer is a set of concepts any of which is right: one concept where an address or a code names it, and all that go
by a label where a label does. What was found is a list of concepts, best first.

References
----------
.. [1] Voorhees, E. M. (1999). The TREC-8 Question Answering Track Report. TREC-8, 77-82. (Reciprocal rank.)
.. [2] Chalkidis, I., Fergadiotis, M., Malakasiotis, P., Androutsopoulos, I. (2019). Large-Scale Multi-Label Text
   Classification on EU Legislation. ACL, 6314-6322. (RP@K, which a perfect list always brings to 1.)
.. [3] Manning, C. D., Raghavan, P., Schütze, H. (2008). Introduction to Information Retrieval, chapter 8. (Recall.)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, TypeAlias

Answers: TypeAlias = Collection[frozenset[str]]
"""The right answers to one text, each a set of concepts any of which will do."""

PRECISION_AT: Final = 5
RECALL_AT: Final = 10
DEPTH: Final = 100
"""How many suggestions are looked at for the first right one; later ones count as not found."""


def met(found: Collection[str], answers: Answers) -> int:
    """Return how many of the answers are among what was found."""
    return sum(not answer.isdisjoint(found) for answer in answers)


def reciprocal_rank(found: Sequence[str], answers: Answers) -> float:
    """Return 1 / rank of the first right concept, or 0 where there is none [1]_. Its mean over texts is the MRR.

    Example
    -------
    >>> reciprocal_rank(["weld", "solder", "rig"], [frozenset({"rig"}), frozenset({"solder"})])
    0.5
    """
    right = frozenset().union(*answers)
    return next((1 / rank for rank, concept in enumerate(found, start=1) if concept in right), 0.0)


def r_precision(found: Sequence[str], answers: Answers, k: int = PRECISION_AT) -> float:
    """Return RP@K: the answers among the first k, over the most that can be there, ``min(k, answers)`` [2]_.

    Example
    -------
    One of two answers is among the first five:

    >>> r_precision(["weld", "solder", "rig"], [frozenset({"rig"}), frozenset({"hoist"})])
    0.5
    """
    return met(found[:k], answers) / min(k, len(answers))


def recall(found: Sequence[str], answers: Answers, k: int = RECALL_AT) -> float:
    """Return R@K: the answers among the first k, over all answers [3]_.

    Example
    -------
    >>> recall(["weld", "solder", "rig"], [frozenset({"rig"}), frozenset({"weld"}), frozenset({"hoist"})], k=2)
    0.3333333333333333
    """
    return met(found[:k], answers) / len(answers)
