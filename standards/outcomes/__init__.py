"""Outcomes: measures, observations that may be shown, and what changed with a standard."""

from standards.outcomes.effect import Difference, Effect, Side
from standards.outcomes.intervals import Estimate, difference, share
from standards.outcomes.measures import BY_SLUG, MEASURES, Kind, Measure
from standards.outcomes.outcomes import Adopter, Outcomes, outcomes
from standards.outcomes.pooling import Pooled
from standards.outcomes.suppression import FEW, FEWEST, Limits
from standards.outcomes.table import Shown, measured

__all__ = [
    "BY_SLUG",
    "FEW",
    "FEWEST",
    "MEASURES",
    "Adopter",
    "Difference",
    "Effect",
    "Estimate",
    "Kind",
    "Limits",
    "Measure",
    "Outcomes",
    "Pooled",
    "Shown",
    "Side",
    "difference",
    "measured",
    "outcomes",
    "share",
]
