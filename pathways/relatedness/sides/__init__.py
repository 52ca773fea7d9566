"""The sides from which occupations are compared, to learn from: many, where the views told to people are few."""

from __future__ import annotations

from pathways.relatedness.sides.reading import sides_of
from pathways.relatedness.sides.side import Side

__all__ = ["Side", "sides_of"]
