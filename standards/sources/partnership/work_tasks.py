"""Tasks of the occupations of a partnership, and the critical work functions that they are a part of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from ontology.identifiers import Identifiers
from ontology.records import Iri, Record, Text, WorkTask
from standards.sources.partnership.declaration import Declaration
from standards.tables import Column
from standards.work_functions import function_address, work_functions

TASK: Final = "task"
"""Stands in their addresses."""

TASKS: Final = (
    Column("id", "id"),
    Column("occupations", "occupations"),
    Column("function", "function"),
    Column("statement", "statement"),
    Column("critical", "critical", required=False, values=("yes", "no")),
    Column("competencies", "competencies", required=False),
    Column("source", "source", required=False),
)


def task_records(
    tasks: pl.DataFrame, competencies: pl.DataFrame, declared: Declaration, identifiers: Identifiers
) -> Iterator[Record]:
    """Yield the tasks, and the functions that they are a part of, with the competencies of each.

    Parameters
    ----------
    tasks
        Columns as of `TASKS`.
    competencies
        With the columns ``id`` and ``category``.
    """
    named = set(tasks["function"])
    categorized = competencies.select("category", "id").drop_nulls().iter_rows()
    own = [
        (Text(value=category), Iri(identifiers.mint(declared.slug, code)))
        for category, code in categorized
        if category in named
    ]
    yield from work_functions(identifiers, declared.slug, own)
    for row in tasks.iter_rows(named=True):
        yield _task(row, declared.slug, identifiers)


def _task(row: dict[str, str | None], source: str, identifiers: Identifiers) -> WorkTask:
    return WorkTask(
        iri=Iri(identifiers.mint(source, TASK, str(row["id"]))),
        label=Text(value=str(row["statement"])),
        notation=row["id"],
        occupations=_all(identifiers, "onet", row["occupations"]),
        functions=(function_address(identifiers, source, str(row["function"])),),
        critical=row["critical"] == "yes" if row["critical"] else None,
        competencies=_all(identifiers, source, row["competencies"]),
        source=row["source"],
    )


def _all(identifiers: Identifiers, source: str, cell: str | None) -> tuple[Iri, ...]:
    """Return the addresses of the codes in a cell."""
    codes = dict.fromkeys(part.strip() for part in (cell or "").split("|"))
    return tuple(Iri(identifiers.mint(source, code)) for code in codes if code)
