"""The figures of one method on one set of texts, and of the same draws of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from standards.evaluation.annotated import AnnotatedSet
from standards.evaluation.bootstrap import Bootstrap, interval, ratio
from standards.evaluation.calibration import by_chance, calibration_error, equal_mass, equal_width, gaps
from standards.evaluation.measures import r_precision, recall, reciprocal_rank
from standards.evaluation.methods import Ranked
from standards.evaluation.results import RANKING, Bin, Measure, Reliability, Score

Floats = NDArray[np.float64]

FIRST_FIVE: Final = 5
CHANCE_SAMPLES: Final = 1000
"""Draws for what a calibration error would be by chance."""

RANKED: Final[Mapping[Measure, Callable[..., float]]] = {
    Measure.RP5: r_precision,
    Measure.MRR: reciprocal_rank,
    Measure.R10: recall,
}


@dataclass(frozen=True)
class Figure:
    """A figure, and what it comes to in each draw of the texts."""

    value: float
    draws: Floats

    def less(self, other: Figure) -> Figure:
        """Return the difference, draw by draw."""
        return Figure(self.value - other.value, self.draws - other.draws)


@dataclass(frozen=True)
class Said:
    """Confidences of suggestions, and whether each is right (1 or 0): texts by suggestions; nan where there is none."""

    confidences: Floats
    right: Floats


class Scoring:
    """Scores what one method found for the texts of a set.

    Parameters
    ----------
    found
        For each text of the set.
    threshold
        Confidence below which a text is called unmatched.
    """

    def __init__(
        self, texts: AnnotatedSet, method: str, found: Sequence[Ranked], bootstrap: Bootstrap, threshold: float
    ) -> None:
        self.set = texts
        self.method = method
        self.found = found
        self.bootstrap = bootstrap
        self.threshold = threshold
        self.answered = np.array([float(bool(text.answers)) for text in texts.texts])

    @cached_property
    def figures(self) -> dict[Measure, Figure]:
        """The figures of all measures that the method has; one that no text tells anything about is left out."""
        found = {measure: self._mean(above, below) for measure, (above, below) in self._ratios().items()}
        if self.probable:
            found[Measure.ECE] = self._calibration()
        return {measure: figure for measure, figure in found.items() if not np.isnan(figure.value)}

    @cached_property
    def probable(self) -> bool:
        """Whether the method says probabilities."""
        return any(ranked.confidences for ranked in self.found)

    def scores(self) -> Iterator[Score]:
        """Yield every figure with its interval."""
        yield from (self._score(measure, figure) for measure, figure in self.figures.items())

    def differences(self, other: Scoring) -> Iterator[Score]:
        """Yield how far this method is ahead of another, with paired intervals."""
        for measure in RANKING:
            if measure in self.figures and measure in other.figures:
                yield self._score(measure, self.figures[measure].less(other.figures[measure]), other.method)

    def reliability(self) -> Iterator[Reliability]:
        """Yield the calibration of the first and of the first five suggestions, over both kinds of bins."""
        if self.probable:
            first, five = self._said(1), self._said(FIRST_FIVE)
            yield self._reliability(first, "first", "width", "all")
            yield self._reliability(first, "first", "mass", "all")
            yield self._reliability(first, "first", "width", "answered")
            yield self._reliability(five, "first five", "width", "all")
            yield self._reliability(five, "first five", "mass", "all")

    def _score(self, measure: Measure, figure: Figure, against: str = "") -> Score:
        low, high = interval(figure.draws) or (None, None)
        return Score(
            data=self.set.name,
            unit=self.set.unit,
            method=self.method,
            measure=measure,
            against=against,
            value=_rounded(figure.value),
            low=None if low is None else _rounded(low),
            high=None if high is None else _rounded(high),
        )

    def _ratios(self) -> dict[Measure, tuple[Floats, Floats]]:
        """Return what each measure is the ratio of, text by text."""
        answered = self.answered
        ratios = {measure: (self._each(value), answered) for measure, value in RANKED.items()}
        if not self.probable:
            return ratios
        first = self._said(1)
        unmatched = (np.nan_to_num(first.confidences[:, 0]) < self.threshold).astype(np.float64)
        return ratios | {
            Measure.UNMATCHED: (unmatched, np.ones_like(answered)),
            Measure.MISSED: (unmatched * answered, answered),
            Measure.HONEST: (unmatched * (1 - answered), 1 - answered),
            Measure.PRECISION: (unmatched * (1 - answered), unmatched),
            Measure.RIGHT: ((1 - unmatched) * np.nan_to_num(first.right[:, 0]), 1 - unmatched),
        }

    def _each(self, value: Callable[..., float]) -> Floats:
        """Return a measure for each text, 0 for one without an answer."""
        return np.array(
            [
                value(ranked.concepts, text.answers) if text.answers else 0.0
                for ranked, text in zip(self.found, self.set.texts, strict=True)
            ]
        )

    def _mean(self, above: Floats, below: Floats) -> Figure:
        sums = self.bootstrap.sums(np.column_stack([above, below]))
        return Figure(float(ratio(above.sum(), below.sum())), ratio(sums[:, 0], sums[:, 1]))

    def _calibration(self) -> Figure:
        """Return the headline error: of the first suggestion, over bins of equal width."""
        first = self._said(1)
        there = ~np.isnan(first.confidences[:, 0])
        confidences, right = np.nan_to_num(first.confidences[:, 0]), np.nan_to_num(first.right[:, 0])
        columns = gaps(confidences, right, equal_width(confidences)) * there[:, None]
        sums = self.bootstrap.sums(np.column_stack([columns, there]))
        draws = ratio(np.abs(sums[:, :-1]).sum(axis=1), sums[:, -1])
        return Figure(calibration_error(confidences[there], right[there], equal_width(confidences[there])), draws)

    def _said(self, top: int) -> Said:
        """Return confidence and truth of the first suggestions of each text."""
        confidences = np.full((len(self.found), top), np.nan)
        right = np.full((len(self.found), top), np.nan)
        for row, (ranked, text) in enumerate(zip(self.found, self.set.texts, strict=True)):
            true = frozenset().union(*text.answers)
            confidences[row, : len(ranked.confidences)] = ranked.confidences[:top]
            right[row, : len(ranked.concepts)] = [float(concept in true) for concept in ranked.concepts[:top]]
        return Said(confidences, right)

    def _reliability(self, said: Said, suggestions: str, bins_by: str, texts: str) -> Reliability:
        kept = ~np.isnan(said.confidences)
        if texts == "answered":
            kept &= self.answered[:, None] > 0
        confidences, right = said.confidences[kept], said.right[kept]
        bins = equal_width(confidences) if bins_by == "width" else equal_mass(confidences)
        chance = by_chance(confidences, bins, CHANCE_SAMPLES, self.bootstrap.seed)
        low, high = interval(chance) or (0.0, 0.0)
        return Reliability(
            data=self.set.name,
            unit=self.set.unit,
            method=self.method,
            suggestions=suggestions,
            bins_by=bins_by,
            texts=texts,
            error=_rounded(np.nan_to_num(calibration_error(confidences, right, bins))),
            by_chance=_rounded(chance.mean()),
            chance_low=_rounded(low),
            chance_high=_rounded(high),
            bins=tuple(_bin(confidences[bins == b], right[bins == b]) for b in np.unique(bins)),
        )


def _bin(confidences: Floats, right: Floats) -> Bin:
    return Bin(
        low=_rounded(confidences.min()),
        high=_rounded(confidences.max()),
        suggestions=len(confidences),
        confidence=_rounded(confidences.mean()),
        right=_rounded(right.mean()),
    )


def _rounded(value: float) -> float:
    return round(float(value), 4)
