"""What a program's outcomes were taken to mean, one a row."""

from __future__ import annotations

from collections.abc import Iterator

from api.console import table
from pathways.coverage import CurriculumMap, OutcomeMatch

COLUMNS = ("course", "statement", "best match", "confidence")

STATEMENT, MATCH = 60, 44
"""Characters of a cell on a terminal."""

SHOWN = 30
"""Rows on a terminal."""


def outcome_table(program: CurriculumMap, *, short: bool) -> str:
    """Return every outcome with its best match and how sure that is; for what is unmatched the nearest competency.

    Parameters
    ----------
    short
        Whether to cut rows and cells to what a terminal shows.
    """
    rows = list(_rows(program))
    if not short:
        return table([COLUMNS, *rows])
    shown = [(course, cut(said, STATEMENT), cut(match, MATCH), sure) for course, said, match, sure in rows[:SHOWN]]
    rest = [f"… and {len(rows) - SHOWN:,} more; -o FILE.html for all"] if len(rows) > SHOWN else []
    return "\n".join([table([COLUMNS, *shown]), *rest])


def cut(text: str, length: int) -> str:
    """Return a text in no more characters than a length.

    Example
    -------
    >>> cut("Apply lockout", 6), cut("Weld", 6)
    ('Apply…', 'Weld')
    """
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _rows(program: CurriculumMap) -> Iterator[tuple[str, str, str, str]]:
    for course in program.courses:
        for outcome in course.outcomes:
            yield course.code or course.label, outcome.statement, *_match(outcome)


def _match(outcome: OutcomeMatch) -> tuple[str, str]:
    """Return the best match and its confidence as a percentage."""
    best = next(iter(outcome.suggestions), outcome.nearest)
    if best is None:
        return "unmatched", ""
    label = best.label if outcome.suggestions else f"unmatched; nearest is {best.label}"
    return label, f"{best.certainty:.0%}"
