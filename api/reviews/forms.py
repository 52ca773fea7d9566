"""The forms in which the state of a review is written: a table, a record, and the reviews as linked data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from ontology.formats import TURTLE, serialize
from ontology.triples import to_graph
from standards.reviewing import Line, Reviews, ReviewState
from standards.workbook import Cell, literal

FORMS: Final = ("csv", "json", "ttl")
"""Extensions; the first is that of standard output."""

COLUMNS: Final = (
    *("kind", "course", "outcome", "competency", "confidence", "status"),
    *("reviewer", "verdict", "given", "date", "other_competency", "comment"),
    *("why", "outcome_address", "competency_address"),
)


def write_state(state: ReviewState, reviews: Reviews, form: str) -> bytes:
    """Return the state of a review; as Turtle, every review there is, those that no longer count too."""
    if form == "json":
        return (state.model_dump_json(indent=2) + "\n").encode()
    return serialize(to_graph(reviews.kept), TURTLE) if form == "ttl" else _csv(state)


def _csv(state: ReviewState) -> bytes:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows([literal(cell) for cell in row] for line in state.lines for row in _rows(line))
    return table.getvalue().encode()


def _rows(line: Line) -> Iterator[list[Cell]]:
    """Yield a row for each reviewer, or one without where nobody has judged."""
    start: list[Cell] = [line.kind, line.course, line.statement, line.label, line.confidence, line.status]
    end: list[Cell] = [line.why, line.outcome, line.competency]
    for said in line.said:
        how = "by hand" if said.by_hand else "in bulk"
        yield [*start, said.reviewer, said.verdict, how, said.at.isoformat(), said.other, said.comment, *end]
    if not line.said:
        yield [*start, *[""] * 6, *end]
