"""The measures that partnerships report: what each counts, in which unit, and whether more of it is better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ontology.records import OutcomeMeasure


class Kind(StrEnum):
    """What sort of number a measure is."""

    PEOPLE = "share of people"
    """A number of people over the people of whom it is: 0 to 1."""
    WORK = "share of jobs"
    """A number of pieces of work over all of them: 0 to 1."""
    MEAN = "US dollars"
    """An average or a median over people."""
    COUNT = "number"
    """How many things."""

    @property
    def is_share(self) -> bool:
        """Whether it has a numerator and a denominator."""
        return self in (Kind.PEOPLE, Kind.WORK)


@dataclass(frozen=True)
class Measure:
    """A measure.

    Parameters
    ----------
    slug
        As files have it.
    unit
        In words.
    over
        What the denominator counts or, of what is no share, the people on whom it rests.
    better
        ``more`` or ``less``.
    after
        Who defines it, or something close to it.
    lowest, highest
        What a value can be.
    among
        The measure whose numerator this one's people are, so that showing how many they are would tell it.
    """

    concept: OutcomeMeasure
    label: str
    definition: str
    kind: Kind
    unit: str
    over: str
    better: str
    after: str
    lowest: float = 0.0
    highest: float = 1.0
    among: OutcomeMeasure | None = None

    @property
    def slug(self) -> str:
        """As files have it.

        Example
        -------
        >>> MEASURES[OutcomeMeasure.WAGE_GAIN].slug
        'wage-gain'
        """
        return self.concept.name.lower().replace("_", "-")


WIOA: Final = "WIOA sec. 116 and 20 CFR 677.155"
"""Who defines what the public workforce system reports."""

_ALL: Final = (
    Measure(
        OutcomeMeasure.TURNOVER,
        "Turnover",
        "Of those employed on the first day of the period, the share who had left by its last day.",
        Kind.PEOPLE,
        "share of people",
        "people employed on the first day",
        "less",
        "Close to the separations rate of BLS JOLTS, which counts every separation over employment and can pass 1",
    ),
    Measure(
        OutcomeMeasure.REWORK,
        "Rework",
        "Of the jobs finished in the period, the share that had to be done again, in whole or in part.",
        Kind.WORK,
        "share of jobs",
        "jobs finished",
        "less",
        "Rework as ISO 9000 has it: action on what does not conform so that it does",
    ),
    Measure(
        OutcomeMeasure.COMPLAINTS,
        "Complaints",
        "Of the jobs finished in the period, the share that a customer complained of.",
        Kind.WORK,
        "share of jobs",
        "jobs finished",
        "less",
        "Complaint as ISO 10002 has it: dissatisfaction expressed where an answer is expected",
    ),
    Measure(
        OutcomeMeasure.PLACEMENT,
        "Placement",
        "Of those who left the program in the period, the share employed in the second quarter after it.",
        Kind.PEOPLE,
        "share of people",
        "people who left the program",
        "more",
        f"Employment rate, second quarter after exit: {WIOA}",
    ),
    Measure(
        OutcomeMeasure.MEDIAN_EARNINGS,
        "Median earnings",
        "Median earnings in the second quarter after the program, of those employed in it.",
        Kind.MEAN,
        "US dollars a quarter",
        "people employed in that quarter",
        "more",
        f"Median earnings, second quarter after exit: {WIOA}",
        highest=250_000.0,
        among=OutcomeMeasure.PLACEMENT,
    ),
    Measure(
        OutcomeMeasure.WAGE_GAIN,
        "Wage gain",
        "Mean change of hourly pay from before to after, of those whose pay is known both times.",
        Kind.MEAN,
        "US dollars an hour",
        "people whose pay is known both times",
        "more",
        "Reported by sector partnerships to their states; no federal definition",
        lowest=-200.0,
        highest=200.0,
    ),
    Measure(
        OutcomeMeasure.CREDENTIAL_ATTAINMENT,
        "Credential attainment",
        "Of those in education or training who left in the period, the share with a recognized postsecondary "
        "credential during it or within a year.",
        Kind.PEOPLE,
        "share of people",
        "people in education or training who left",
        "more",
        f"Credential attainment: {WIOA}, without its conditions for secondary diplomas",
    ),
    Measure(
        OutcomeMeasure.CREDENTIALS_EARNED,
        "Credentials earned",
        "How many credentials were awarded in the period.",
        Kind.COUNT,
        "credentials",
        "people who earned one",
        "more",
        "A count, as partnerships report it; one person may earn several",
        highest=1_000_000.0,
    ),
    Measure(
        OutcomeMeasure.POVERTY_EXIT,
        "Poverty exit",
        "Of those whose household was below the federal poverty guideline when they began, the share at or above it at "
        "the end of the period.",
        Kind.PEOPLE,
        "share of people",
        "people below the guideline when they began",
        "more",
        "Poverty guidelines of the U.S. Department of Health and Human Services",
    ),
)

MEASURES: Final = {measure.concept: measure for measure in _ALL}
"""The measures by their concepts, in the order in which they are told."""

BY_SLUG: Final = {measure.slug: measure for measure in _ALL}
"""The measures as files name them."""
