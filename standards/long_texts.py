"""Texts that are too long to be read: one bound for documents, graphs, cells and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from ontology.errors import RefusedError
from ontology.report import Finding, Report, Severity, excerpt

LONGEST: Final = 1_000_000
"""Characters of one text."""

REMEDY: Final = "Shorten it, or keep it elsewhere and give its address"


def refuse_long(frame: pl.DataFrame, file: str) -> None:
    """Refuse a table with a cell that is too long.

    Parameters
    ----------
    frame
        Strings in columns ``0``, ``1``, …, and ``row``: its number as a spreadsheet shows it, from 1.

    Raises
    ------
    RefusedError
        With the row and the number of the column of each.
    """
    report = Report(_long(frame, file))
    if report.refused:
        raise RefusedError(report)


def _long(frame: pl.DataFrame, file: str) -> Iterator[Finding]:
    for name in (name for name, kind in frame.schema.items() if kind == pl.String):
        if (frame.select(pl.col(name).str.len_bytes().max()).item() or 0) <= LONGEST:  # known at a glance
            continue
        for row, text in frame.filter(pl.col(name).str.len_chars() > LONGEST).select("row", name).iter_rows():
            yield Finding(
                code="too-long",
                severity=Severity.ERROR,
                file=file,
                row=row,
                column=f"column {int(name) + 1}",
                value=excerpt(text),
                message=f"a text of {len(text):,} characters, where at most {LONGEST:,} are read",
                remedy=REMEDY,
            )
