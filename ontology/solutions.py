"""Solutions: the rows that a SELECT finds, written for people and for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from rdflib.query import Result
from rdflib.term import Node

Solution = Sequence[Node | None]
"""A row; an unbound cell is ``None``."""


def solutions(result: Result) -> tuple[list[str], list[Solution]]:
    """Return the names of the variables and the rows of a SELECT."""
    names = [str(name) for name in result.vars or ()]
    return names, [[binding.get(name) for name in result.vars or ()] for binding in result.bindings]


def write_solutions(names: Sequence[str], rows: Sequence[Solution], form: str, widest: int | None = None) -> bytes:
    """Return rows in a form.

    Parameters
    ----------
    form
        ``tsv`` or ``csv`` as SPARQL 1.1 has them, else a table to read.
    widest
        Characters after which a cell of a table is cut; ``None`` cuts nothing.
    """
    writers = {"tsv": _tsv, "csv": _csv}
    written = writers[form](names, rows) if form in writers else _table(names, rows, widest)
    return written.encode()


def _tsv(names: Sequence[str], rows: Sequence[Solution]) -> str:
    """Return SPARQL 1.1's TSV: every term as in Turtle."""
    lines = [[f"?{name}" for name in names], *([term.n3() if term else "" for term in row] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def _csv(names: Sequence[str], rows: Sequence[Solution]) -> str:
    """Return SPARQL 1.1's CSV: every term as plain text."""
    written = io.StringIO()
    csv.writer(written).writerows([names, *([str(term or "") for term in row] for row in rows)])
    return written.getvalue()


def _table(names: Sequence[str], rows: Sequence[Solution], widest: int | None) -> str:
    cells = [names, *([_short(str(term or ""), widest) for term in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in cells
    )


def _short(text: str, widest: int | None) -> str:
    line = " ".join(text.split())
    return line if widest is None or len(line) <= widest else line[: widest - 1] + "…"
