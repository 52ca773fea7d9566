"""Apprenticeships of a partnership, as records: the program, its entry requirements and its wage steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from ontology.identifiers import Identifiers
from ontology.records import Apprenticeship, EntryCondition, Iri, Record, Text, WageStep
from standards.sources.partnership.declaration import Declaration
from standards.sources.partnership.wage_schedules import percents

KIND = "apprenticeship"
"""Slug in the addresses."""


def apprenticeship_records(frame: pl.DataFrame, declared: Declaration, identifiers: Identifiers) -> Iterator[Record]:
    """Yield what each row of the table says.

    Parameters
    ----------
    frame
        Columns as of `APPRENTICESHIPS`.
    """
    names = {member.slug: member.name for member in declared.organizations}
    listed = frame.with_columns(percents("wage_steps"), _several("teaches"), _several("credential"))
    for row in listed.iter_rows(named=True):
        yield from _of_row(row, names, declared.slug, identifiers)


def _of_row(
    row: Mapping[str, Any], names: Mapping[str, str], source: str, identifiers: Identifiers
) -> Iterator[Record]:
    iri = Iri(identifiers.mint(KIND, row["id"]))
    entry = Iri(f"{iri}/entry") if row["entry_requirements"] else None
    steps = _wage_steps(iri, row["wage_steps"] or ())
    yield Apprenticeship(
        iri=iri,
        label=Text(value=row["name"]),
        code=row["id"],
        sponsor=names.get(row["sponsor"], row["sponsor"]),
        offered_by=Iri(identifiers.mint("organization", row["sponsor"])) if row["sponsor"] in names else None,
        occupations=(Iri(identifiers.mint("onet", row["occupation"])),),
        registered=row["registered"] == "yes",
        agency=row["agency"],
        job_hours=row["on_the_job_hours"],
        instruction_hours=row["related_instruction_hours"],
        months=row["term_months"],
        entry=entry,
        wage_steps=tuple(step.iri for step in steps),
        teaches=tuple(Iri(identifiers.mint(source, name)) for name in row["teaches"] or ()),
        awards=tuple(Iri(identifiers.mint("credential", name)) for name in row["credential"] or ()),
        page=Iri(row["url"]) if row["url"] else None,
    )
    if entry:
        yield EntryCondition(iri=entry, description=Text(value=row["entry_requirements"]))
    yield from steps


def _wage_steps(apprenticeship: Iri, shares: Sequence[float]) -> list[WageStep]:
    """Return the steps in which pay rises, in percent of a journey worker's."""
    return [
        WageStep(iri=Iri(f"{apprenticeship}/wage/{at}"), position=at, percent=percent)
        for at, percent in enumerate(shares, 1)
    ]


def _several(column: str) -> pl.Expr:
    """Return the names in a cell, as a list."""
    return pl.col(column).str.split("|").list.eval(pl.element().str.strip_chars())
