"""Lanes: how much preparation the rungs of a job zone take, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Lane:
    """How much preparation the rungs of a job zone take, in words."""

    title: str
    meaning: str


LANES: Final = (
    Lane("Preparation not known", "The sources do not say"),
    Lane("Little or no preparation", "Days to a few months of training on the job"),
    Lane("Some preparation", "High school, then a few months to a year of training"),
    Lane("Medium preparation", "Usually an apprenticeship, certificate or associate degree"),
    Lane("Considerable preparation", "Usually a bachelor\N{RIGHT SINGLE QUOTATION MARK}s degree"),
    Lane("Extensive preparation", "Usually graduate school and long experience"),
)
"""By job zone; the first is for rungs whose zone is unknown."""
