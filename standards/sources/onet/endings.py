"""Endings: whether a table goes on to its end, or was cut off between two rows, where nothing else would show it.

O*NET sorts its tables by occupation, rates every occupation on the same elements, and describes the same occupations in
all tables. A table that stops earlier than the others, or in the middle of an occupation, is cut short.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import polars as pl

from ontology.report import Finding, Severity
from standards.sources.onet.download import OCCUPATION
from standards.sources.onet.ratings import RATINGS, REQUIREMENTS
from standards.tables import Table

RATED = frozenset((*REQUIREMENTS, *RATINGS))
"""Tables with about as many rows for each occupation."""

SAME_END = RATED | {"Job Zones", "Task Statements"}
"""Tables whose last occupation is the same; that of others is in the same major group, or in a later one."""

MAJOR = 2
"""Characters of a code that name its major group."""


def endings(tables: Iterable[Table]) -> Iterator[Finding]:
    """Yield an error for each table that seems to be cut short; a warning where bad rows are skipped."""
    sorted_ones = [table for table in tables if _is_sorted(table)]
    ends = {table.name: str(table.frame["occupation"][-1]) for table in sorted_ones}
    last = max(((end, name) for name, end in ends.items() if _stem(name) in SAME_END), default=("", ""))
    for table in sorted_ones:
        end = ends[table.name]
        reached = end >= last[0] if _stem(table.name) in SAME_END else end[:MAJOR] >= last[0][:MAJOR]
        if not reached:
            yield _cut(table, f"is the last occupation here; {last[1]} goes on to {last[0]}")
        elif few := _too_few(table):
            yield _cut(table, few)


def _is_sorted(table: Table) -> bool:
    return table.kept > 0 and "occupation" in table.frame.columns and table.frame["occupation"].is_sorted()


def _stem(name: str) -> str:
    return Path(name).stem


def _too_few(table: Table) -> str:
    """Return what is wrong where the last occupation has fewer rows than any other, else nothing."""
    if _stem(table.name) not in RATED:
        return ""
    *others, last = table.frame.group_by("occupation", maintain_order=True).len()["len"]
    if not others or last >= min(others):
        return ""
    return f"is the last occupation and has {last} of its rows; every other one has at least {min(others)}"


def _cut(table: Table, message: str) -> Finding:
    row, end = table.frame.select(pl.col("row").last(), pl.col("occupation").last()).row(0)
    return Finding(
        code="cut-short",
        severity=Severity.WARNING if table.skip_bad_rows else Severity.ERROR,
        file=table.name,
        row=row,
        column=table.headers.get("occupation", OCCUPATION.header),
        value=end,
        message=message,
        remedy="The file seems to be cut short: download it again, or take it as it is with --skip-bad-rows",
    )
