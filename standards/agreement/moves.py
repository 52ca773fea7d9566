"""Moves of jobs and occupations as somebody had them in view."""

from __future__ import annotations

from standards.agreement.statement import Statement, digest
from standards.agreement.told import work_code


def moves_seen(one: Statement) -> str:
    """Return the digest of all that moves of a statement, the same in every installation; empty where nothing does."""
    moves = sorted([work_code(move.moved_from), work_code(move.moved_to)] for move in one.moves)
    return digest(moves) if moves else ""
