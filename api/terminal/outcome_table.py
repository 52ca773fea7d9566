"""What a program's outcomes may mean, a suggestion a row."""

from __future__ import annotations

from collections.abc import Iterator

from api.terminal.console import tabbed, table
from pathways.coverage import CurriculumMap, OutcomeMatch, Proposal
from pathways.coverage.nearest import NEAR
from pathways.coverage.wording import percent, status_words, unmatched_words
from standards.reviewing import Status

COLUMNS = ("course", "statement", "may mean", "how sure")

STATEMENT, MATCH = 60, 40
"""Characters of a cell on a terminal."""

LINE = 500
"""Characters of a statement elsewhere; the forms that `-o` writes have all of it."""

SHOWN = 30
"""Rows on a terminal."""


def outcome_table(program: CurriculumMap, *, short: bool) -> str:
    """Return every outcome with all that it may mean and how sure that is; for what is unmatched the nearest.

    Parameters
    ----------
    short
        Whether to cut rows and cells to what a terminal shows, in columns. Otherwise every row is there, with tabs
        between its cells: what reads it needs no blanks, and one long statement does not lengthen every other row.
    """
    rows = list(_rows(program))
    if not short:
        lines = [(course, cut(said, LINE), match, sure) for course, said, match, sure in rows]
        return tabbed([COLUMNS, *lines])
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
    """Yield the rows; course and statement stand in the first row of each outcome only."""
    for course in program.courses:
        for outcome in course.outcomes:
            first = (course.name, outcome.statement)
            for match, sure in _matches(outcome):
                yield *first, match, sure
                first = ("", "")


def _matches(outcome: OutcomeMatch) -> Iterator[tuple[str, str]]:
    """Yield what an outcome may mean and how sure that is."""
    for proposal in outcome.suggestions:
        yield proposal.label, _sureness(proposal)
    for proposal in outcome.waiting:
        yield proposal.label, f"not counted, {proposal.status.value}"
    if outcome.unmatched:
        yield "no match", unmatched_words(outcome)
    elif not outcome.suggestions and not outcome.waiting:
        near = next((one for one in outcome.considered if one.certainty >= NEAR), None)
        yield "no match", f"nearest: {near.label}, {percent(near.certainty)}" if near else "nothing near"


def _sureness(proposal: Proposal) -> str:
    """Return a confidence with its word, or who accepted it."""
    if proposal.settled:
        return status_words(proposal)
    doubt = "" if proposal.status is Status.PROPOSED else f", {proposal.status.value}"
    return f"{percent(proposal.certainty)} {proposal.standing.word}{doubt}"
