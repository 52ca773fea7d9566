"""How long it takes to get ready for an occupation, in months.

O*NET asks those who do the work which category of education, experience and training it requires and publishes the
share of each answer. Here each category stands for the months in its middle, and an occupation for the mean over the
answers. Job zones are coarser: nursing assistants and licensed practical nurses share one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from pathways.arrays import Flags, Floats
from pathways.occupations.answers import Answers
from pathways.occupations.catalog import Occupations
from pathways.occupations.licenses import least_education

Vector = Floats

EDUCATION_MONTHS = (0, 0, 9, 12, 24, 48, 54, 72, 84, 96, 108, 120)
"""Full-time months after high school for O*NET's twelve categories of scale RL, from none to post-doctoral."""

EXPERIENCE_MONTHS = (0, 0.5, 2, 4.5, 9, 18, 36, 60, 84, 108, 120)
"""Middle of O*NET's eleven categories of scale RW; the last is open and counts as ten years."""

TRAINING_MONTHS = (0, 0.5, 2, 4.5, 9, 18, 36, 84, 120)
"""Middle of O*NET's nine categories of scales PT and OJ; the last is open and counts as ten years."""

MONTHS: Mapping[str, tuple[float, ...]] = {
    "RL": EDUCATION_MONTHS,
    "RW": EXPERIENCE_MONTHS,
    "PT": TRAINING_MONTHS,
    "OJ": TRAINING_MONTHS,
}

BACHELOR = 48
"""Months after high school that make a bachelor's degree, which counts toward every degree that is built on one."""

ZONE_EDUCATION: Mapping[int, float] = {0: 0, 1: 0, 2: 0, 3: 9, 4: BACHELOR, 5: 84}
ZONE_EXPERIENCE: Mapping[int, float] = {0: 0, 1: 0, 2: 6, 3: 18, 4: 36, 5: 60}
ZONE_TRAINING: Mapping[int, float] = {0: 0, 1: 1, 2: 6, 3: 12, 4: 12, 5: 12}
"""Months for a job zone of which no rating is loaded, after the wording of O*NET's Job Zone Reference.

Job zone 0 is an unknown one. Its 0 is what steps are compared with, and nobody is told it: `Preparation.said`.
"""

PARTS = ("education", "experience", "training")
"""What preparation consists of."""

USUAL = "usual education"

KEYWORDS = (
    ("high school", 0),
    ("none", 0),
    ("apprenticeship", 0),
    ("certificate", 9),
    ("some college", 12),
    ("associate", 24),
    ("bachelor", BACHELOR),
    ("master", 72),
    ("doctor", 108),
)
"""Words for what a partnership says is typical, the least first: "associate or bachelor" means associate."""

OR_EXPERIENCE = re.compile(r"\bor\b.*\bexperience\b", re.IGNORECASE)
"""Of an education that experience may stand in for, which is none that must be had, and no barrier."""

EDUCATION = (
    (6, "high school or less"),
    (10.5, "a certificate after high school"),
    (18, "some college"),
    (36, "an associate's degree"),
    (60, "a bachelor's degree"),
    (84, "a master's degree"),
    (np.inf, "a doctoral or professional degree"),
)
"""Words for months of education, by upper bound."""


@dataclass(frozen=True)
class Preparation:
    """Months by occupation.

    Parameters
    ----------
    education
        Full-time months after high school.
    experience
        Months of work in related occupations.
    training
        Months of training on the job or in the plant, whichever is longer.
    degree
        Months of the education that is usually required: as a partnership says, else the median answer: half say that
        much or less, and half that much or more. A mean would name a degree that nobody did.
    known
        Whether an answer, a partnership or a job zone says anything of each of `PARTS`, by occupation and part. What is
        not known stands at the months of job zone 0, with which steps are compared. ``None`` where all is known.
    """

    education: Vector
    experience: Vector
    training: Vector
    degree: Vector
    known: Flags | None = None

    @property
    def total(self) -> Vector:
        """Return all three, added up."""
        return np.asarray(self.education + self.experience + self.training, dtype=np.float32)

    def said(self, part: str, place: int) -> float:
        """Return the months of an occupation that may be told, NaN where they are not known.

        Parameters
        ----------
        part
            One of `PARTS`, or ``degree``, which is known where education is; ``total`` is where all parts are.

        Example
        -------
        >>> months, known = np.float32([48]), np.array([[True, False, True]])
        >>> ready = Preparation(months, np.float32([0]), np.float32([6]), months, known)
        >>> ready.said("degree", 0), ready.said("experience", 0), ready.said("total", 0)
        (48.0, nan, nan)
        """
        if self.known is not None and not self.known[place][_columns(part)].all():
            return float("nan")
        return float(getattr(self, part)[place])


def _columns(part: str) -> list[int]:
    """Return the places in `PARTS` that some months rest on."""
    wanted = {"degree": ("education",), "total": PARTS}.get(part, (part,))
    return [PARTS.index(name) for name in wanted]


def expected_months(scale: str, shares: Mapping[int, float]) -> float:
    """Return the mean of a scale's months over the shares of its answers.

    Parameters
    ----------
    scale
        ``RL``, ``RW``, ``PT`` or ``OJ``.
    shares
        Percent of those asked, by category from 1.

    Example
    -------
    >>> expected_months("RL", {2: 50.0, 6: 50.0})
    24.0
    """
    total = sum(shares.values())
    if total <= 0:
        return float("nan")
    months = MONTHS[scale]
    return sum(months[category - 1] * share for category, share in shares.items()) / total


def usual_category(shares: Mapping[int, float], part: float = 0.5) -> int:
    """Return the median answer: the least category that half of those asked, or another part, do not exceed.

    The most frequent answer may be that of a few: 36% say a bachelor's degree, and all others say less.

    Example
    -------
    >>> usual_category({2: 30.0, 5: 34.0, 6: 36.0}), usual_category({5: 50.0, 6: 50.0})
    (5, 5)
    """
    enough = part * sum(shares.values())
    reached = accumulate(shares[category] for category in sorted(shares))
    return next(category for category, sum_ in zip(sorted(shares), reached, strict=True) if sum_ >= enough)


def fill_from_zones(months: Vector, zones: NDArray[np.int8], fallback: Mapping[int, float]) -> Vector:
    """Return months with gaps filled by the median of those known in the same job zone.

    Parameters
    ----------
    fallback
        Months by job zone where nothing in the zone is known; 0 is an unknown zone.
    """
    filled = months.astype(np.float32)
    for zone in range(6):
        inside = zones == zone
        known = inside & ~np.isnan(months)
        filled[inside & np.isnan(months)] = np.median(months[known]) if known.any() else fallback[zone]
    return filled


def education_months(words: str) -> float:
    """Return the months of education that some words ask for, NaN where they say nothing of it.

    Example
    -------
    >>> education_months("Associate or bachelor's degree")
    24.0
    """
    said = words.casefold()
    if OR_EXPERIENCE.search(said):
        return 0.0
    return next((float(months) for keyword, months in KEYWORDS if keyword in said), float("nan"))


def education_words(months: float) -> str:
    """Return what a number of months of education amounts to.

    Example
    -------
    >>> education_words(47)
    "a bachelor's degree"
    """
    return "" if np.isnan(months) else next(words for bound, words in EDUCATION if months < bound)


def preparation_of(answers: Answers, occupations: Occupations) -> Preparation:
    """Return preparation by the answers on education, training and experience; a partnership's months come first."""
    months = {scale: np.full(len(occupations), np.nan, dtype=np.float32) for scale in (*MONTHS, USUAL)}
    for (place, scale), shares in answers.items():
        months[scale][place] = expected_months(scale, shares)
        if scale == "RL":
            months[USUAL][place] = EDUCATION_MONTHS[usual_category(shares) - 1]
    zones = np.array([occupation.zone for occupation in occupations], dtype=np.int8)
    said = np.array([o.training_months if o.training_months is not None else np.nan for o in occupations])
    trained = np.where(np.isnan(said), np.fmax(months["PT"], months["OJ"]), said)
    told = (_said(occupations, months["RL"]), months["RW"], trained)
    education, experience, training = (
        fill_from_zones(values, zones, fallback)
        for values, fallback in zip(told, (ZONE_EDUCATION, ZONE_EXPERIENCE, ZONE_TRAINING), strict=True)
    )
    degree = fill_from_zones(_said(occupations, months[USUAL]), zones, ZONE_EDUCATION)
    education, degree = (_licensed(occupations, schooled, asked=told[0]) for schooled in (education, degree))
    known = np.array([~np.isnan(values) | (zones > 0) for values in told]).T
    return Preparation(education, experience, training, degree, known)


def _said(occupations: Occupations, months: Vector) -> Vector:
    """Return months of education, a partnership's words before the ratings."""
    said = np.array([education_months(occupation.education) for occupation in occupations], dtype=np.float32)
    return np.where(np.isnan(said), months, said).astype(np.float32)


def _licensed(occupations: Occupations, months: Vector, asked: Vector) -> Vector:
    """Return months of education, no fewer than a license takes where nobody was asked what is required.

    Parameters
    ----------
    asked
        As answered, NaN where nobody was.
    """
    least = [education_months(least_education(occupation.code)) for occupation in occupations]
    placed = np.array([occupation.zone > 0 for occupation in occupations], dtype=bool)
    return np.where(np.isnan(asked) & placed, np.fmax(months, least), months).astype(np.float32)
