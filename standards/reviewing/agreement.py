"""Agreement: how far two reviewers give the same verdicts, beyond what chance alone would give.

References
----------
.. [1] J. Cohen (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20(1),
   37-46.
.. [2] J. L. Fleiss, J. Cohen, B. S. Everitt (1969). Large sample standard errors of kappa and weighted kappa.
   Psychological Bulletin 72(5), 323-327.
.. [3] J. R. Landis, G. G. Koch (1977). The measurement of observer agreement for categorical data. Biometrics 33(1),
   159-174.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import combinations
from math import sqrt
from typing import Final

from ontology.frozen import Frozen
from ontology.records import Review
from standards.reviewing.compared import Thing, compared, opinions
from standards.reviewing.reviewers import plain_name
from standards.reviewing.reviews import Reviews

NORMAL: Final = 1.959964
"""Standard deviations to either side that hold 95% of a normal distribution."""

LEAST_ERROR: Final = 1e-6
"""What is smaller is a rounding of zero."""

WORDS: Final = ((0.8, "almost perfect"), (0.6, "substantial"), (0.4, "moderate"), (0.2, "fair"), (0.0, "slight"))
"""What Landis and Koch [3]_ call a kappa above each bound; a negative one is poor."""

Judged = Sequence[tuple[Hashable, Hashable]]
"""What the first and what the second reviewer said of each thing that both judged."""


class Agreement(Frozen):
    """How far two reviewers agree.

    Parameters
    ----------
    pairs
        Suggestions that both judged, one by one, in the same wording, and outcomes that one of them found to match
        nothing and the other judged as well.
    same
        Those to which they gave the same verdict.
    kappa
        Cohen's, -1 to 1; ``None`` where it is undefined.
    low, high
        95% interval of kappa; ``None`` where it cannot be estimated.
    """

    first: str
    second: str
    pairs: int
    same: int
    kappa: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def words(self) -> str:
        """Say in plain words how far they agree."""
        if not self.pairs:
            return "no suggestion was judged by both"
        if self.kappa is None:
            return "undefined: both gave every suggestion the same verdict, so that chance explains it as well"
        return f"{strength(self.kappa)} agreement"


def strength(kappa: float) -> str:
    """Return what Landis and Koch [3]_ call a kappa.

    Example
    -------
    >>> strength(0.49), strength(0.81), strength(-0.1)
    ('moderate', 'almost perfect', 'poor')
    """
    if kappa == 0:
        return "slight"
    return next((word for bound, word in WORDS if kappa > bound), "poor")


def cohens_kappa(judged: Judged) -> float | None:
    """Return Cohen's kappa [1]_: the share of agreement beyond chance, (observed - expected) / (1 - expected).

    Returns
    -------
    float | None
        -1 to 1; 0 is what chance gives. ``None`` where nothing was judged, or both always said one and the same thing.

    Example
    -------
    Two who agree on 7 of 10, and would by chance on half:

    >>> round(cohens_kappa([("yes", "yes")] * 4 + [("no", "no")] * 3 + [("yes", "no")] * 2 + [("no", "yes")]), 2)
    0.4
    """
    observed, expected = _shares(judged)
    return None if expected == 1 else (observed - expected) / (1 - expected)


def interval(judged: Judged) -> tuple[float, float] | None:
    """Return the 95% interval of kappa by its large-sample standard error [2]_, cut to -1 and 1.

    Rough below some twenty suggestions. ``None`` where kappa is undefined, and where the two agree on everything or on
    nothing: the estimated error is then 0, which says nothing of what further suggestions would show.
    """
    kappa, error = cohens_kappa(judged), _standard_error(judged)
    if kappa is None or error is None or error < LEAST_ERROR:
        return None
    return max(-1.0, kappa - NORMAL * error), min(1.0, kappa + NORMAL * error)


def agreements(reviews: Reviews) -> list[Agreement]:
    """Return the agreement of each two reviewers, by name.

    Verdicts given in bulk are not counted. That nothing matches an outcome is one judgment of that outcome.
    """
    said = opinions(reviews)
    return [_agreement(one, other, said) for one, other in combinations(reviews.reviewers, 2)]


def _agreement(one: str, other: str, said: dict[str, dict[str, dict[Thing, Review]]]) -> Agreement:
    judged = compared(said.get(plain_name(one), {}), said.get(plain_name(other), {}))
    low, high = interval(judged) or (None, None)
    same = sum(one_said is other_said for one_said, other_said in judged)
    kappa = cohens_kappa(judged)
    return Agreement(first=one, second=other, pairs=len(judged), same=same, kappa=kappa, low=low, high=high)


def _shares(judged: Judged) -> tuple[float, float]:
    """Return the share of agreement, and what chance would give: 1 where nothing was judged."""
    total = len(judged)
    if not total:
        return 0.0, 1.0
    firsts, seconds = (Counter(said[place] for said in judged) for place in (0, 1))
    same = sum(one == other for one, other in judged)
    by_chance = sum(count * seconds[said] for said, count in firsts.items())
    return same / total, by_chance / total**2


def _standard_error(judged: Judged) -> float | None:
    """Return the standard error of kappa, formula 13 of [2]_; ``None`` where kappa is undefined."""
    observed, expected = _shares(judged)
    if expected == 1:
        return None
    total, cells = len(judged), Counter(judged)
    rows, columns = (Counter(said[place] for said in judged) for place in (0, 1))
    agreed = sum(
        count / total * ((1 - expected) - (rows[one] + columns[one]) / total * (1 - observed)) ** 2
        for (one, other), count in cells.items()
        if one == other
    )
    parted = sum(
        count / total * ((columns[one] + rows[other]) / total) ** 2
        for (one, other), count in cells.items()
        if one != other
    )
    rest = (observed * expected - 2 * expected + observed) ** 2
    variance = (agreed + (1 - observed) ** 2 * parted - rest) / (total * (1 - expected) ** 4)
    return sqrt(max(0.0, variance))
