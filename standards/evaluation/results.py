"""What an evaluation comes to: figures with intervals, by data, unit, method and measure."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ontology.frozen import Frozen
from standards.evaluation.annotated import Unit

Share = Annotated[float, Field(ge=0, le=1)]


class Measure(StrEnum):
    """What is measured; each is 0 to 1, and each but the errors and shares is better the higher it is."""

    RP5 = "RP@5"
    """Right answers among the first five suggestions, of at most five."""
    MRR = "MRR"
    """Mean of 1 / rank of the first right suggestion."""
    R10 = "R@10"
    """Right answers among the first ten suggestions, of all."""
    ECE = "ECE"
    """Expected calibration error of the first suggestion, over ten bins of equal width; lower is better."""
    UNMATCHED = "unmatched"
    """Share of the texts whose first suggestion is below the threshold."""
    MISSED = "unmatched with an answer"
    """The same among texts that have an answer; lower is better."""
    HONEST = "unmatched without an answer"
    """The same among texts that have none: recall of "unmatched"."""
    PRECISION = "precision of unmatched"
    """Share of the unmatched texts that have no answer."""
    RIGHT = "right of matched"
    """Share of the other texts whose first suggestion is right."""


RANKING = (Measure.RP5, Measure.MRR, Measure.R10)
"""Measures of what is found; methods are compared by them."""

UNMATCHING = (Measure.MISSED, Measure.HONEST, Measure.PRECISION, Measure.RIGHT)
"""Measures of how honest "unmatched" is."""


class SetFacts(Frozen):
    """How many texts a set has.

    Parameters
    ----------
    unit
        ``None`` of all sets together.
    answered, unanswered
        With a right concept, and with none.
    lost
        Left out, because the framework lacks all of their concepts.
    """

    name: str
    unit: Unit | None
    texts: int
    answered: int
    unanswered: int
    lost: int


class Score(Frozen):
    """One figure with the interval that holds it in 95 of 100 draws.

    Parameters
    ----------
    unit
        ``None`` of all sets together.
    against
        The method that this one is compared with: the figure is then the difference, this one less that one.
    low, high
        ``None`` where no draw gives a figure.
    """

    data: str
    unit: Unit | None
    method: str
    measure: Measure
    against: str = ""
    value: float
    low: float | None
    high: float | None

    @property
    def holds(self) -> bool:
        """Whether a difference is more than chance: its interval leaves out 0."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


class Bin(Frozen):
    """Suggestions of like confidence: how many, how sure on average, and what share was right."""

    low: Share
    high: Share
    suggestions: int
    confidence: Share
    right: Share


class Reliability(Frozen):
    """How far confidences are from the shares that are right.

    Parameters
    ----------
    suggestions
        ``first``, or ``first five`` of each text.
    bins_by
        ``width``, or ``mass``.
    texts
        ``all``, or ``answered``: only those that have an answer.
    error
        The expected calibration error.
    by_chance
        The error that as many texts would show in the mean if every confidence were exactly right.
    chance_low, chance_high
        Between which that error would be in 95 of 100 cases.
    bins
        Those that hold anything, from the lowest.
    """

    data: str
    unit: Unit | None
    method: str
    suggestions: str
    bins_by: str
    texts: str
    error: Share
    by_chance: Share
    chance_low: Share
    chance_high: Share
    bins: tuple[Bin, ...]

    @property
    def headline(self) -> bool:
        """Whether this is the one that `Measure.ECE` stands for."""
        return (self.suggestions, self.bins_by, self.texts) == ("first", "width", "all")


class Speed(Frozen):
    """How fast a method is.

    Parameters
    ----------
    index
        Seconds from the concepts of the framework until it can answer, loading its model included.
    statements
        A second, five suggestions each, once its caches are warm.
    """

    method: str
    index: float
    statements: float


class Evaluation(Frozen):
    """Everything that was measured in one run.

    Parameters
    ----------
    framework
        Its title.
    threshold
        Confidence below which a text is called unmatched.
    sets
        Where there are several, the last one is all of them together.
    cores
        That the speeds were measured on.
    speeds
        The only part that differs from run to run on one machine.
    """

    framework: str
    concepts: int
    labels: int
    samples: int
    seed: int
    threshold: float
    methods: tuple[str, ...]
    sets: tuple[SetFacts, ...]
    scores: tuple[Score, ...]
    reliability: tuple[Reliability, ...]
    cores: int
    speeds: tuple[Speed, ...]

    def score(self, of: SetFacts, method: str, measure: Measure, against: str = "") -> Score | None:
        """Return one figure, or ``None`` where the method has none."""
        wanted = (of.name, of.unit, method, measure, against)
        return next((s for s in self.scores if (s.data, s.unit, s.method, s.measure, s.against) == wanted), None)

    def calibration(self, of: SetFacts) -> list[Reliability]:
        """Return the reliability of the confidences on one set."""
        return [each for each in self.reliability if (each.data, each.unit) == (of.name, of.unit)]
