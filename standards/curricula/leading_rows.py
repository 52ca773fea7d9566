"""Leading rows: what stands alone in a cell and leads in the outcomes of the rows below, and is none itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import polars as pl

from ontology.report import Finding, Report, Severity
from standards.curricula.syllabus_headings import leads_outcomes
from standards.tables import Table

NO_STATEMENT: Final = "no-statement"
"""Code of the finding of what is no outcome."""

LONGEST: Final = 120
"""Characters of a lead-in at most; what is longer says more than that outcomes follow."""


def without_leads(table: Table) -> Table:
    """Return the lines of a program without what leads in the rows below, such as ``Students will be able to:``."""
    frame = table.frame
    alone = frame.filter(pl.col("outcome").is_not_null() & pl.col("outcome_key").is_null())
    rows = {row: said for row, said in alone.select("row", "outcome").iter_rows() if is_lead(said)}
    if not rows:
        return table
    leads = pl.col("row").is_in(list(rows)) & pl.col("outcome").is_in(list(rows.values()))
    found = [no_statement(table, row, said) for row, said in rows.items()]
    stated = frame.with_columns(pl.when(~leads).then(pl.col("outcome")).alias("outcome"))
    return replace(table, frame=stated, report=Report([*table.report, *found]))


def is_lead(text: str) -> bool:
    """Whether a cell only leads outcomes in; a single word may be an outcome.

    Example
    -------
    >>> is_lead("Upon completion of this course the student will:"), is_lead("Learning outcomes")
    (True, True)
    >>> is_lead("Explain the causes of:"), is_lead("Students will weld pipes")
    (False, False)
    """
    line = text.strip()
    worded = " " in line or line.endswith(":")
    return worded and len(line) <= LONGEST and "\n" not in line and leads_outcomes(line)


def no_statement(table: Table, row: int, text: str) -> Finding:
    """Return the finding that something in a cell of outcomes is none."""
    return Finding(
        code=NO_STATEMENT,
        severity=Severity.INFO,
        file=table.name,
        row=row,
        column=table.headers.get("outcome", "outcome"),
        value=text,
        message="leads in others, or says that there is nothing; it is no outcome of its own",
    )
