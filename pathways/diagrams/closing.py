"""What graphs as text say beside rungs and steps: what a reader must know, and whom to name."""

from __future__ import annotations

from pathways.records.ladder import Ladder


def closing(ladder: Ladder) -> tuple[str, ...]:
    """Return the notes of a ladder, why it has no steps among them, and its sources with their attribution."""
    return (*ladder.notes, *(f"Source: {source.title}. {source.attribution}".strip() for source in ladder.sources))
