"""Outcomes, one observation a row: standing alone, or as a file of a partnership's folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import polars as pl

from ontology.errors import InputError
from ontology.identifiers import Identifiers, slug
from ontology.records import Iri, OutcomeObservation, Release
from standards.archives import Archive, ArchivedFile
from standards.curricula import program_slug
from standards.encoding import encoded
from standards.outcomes.judging import KEY, pair_problems, row_problems, rules_of
from standards.outcomes.measures import BY_SLUG
from standards.outcomes.periods import first_day, last_day
from standards.outcomes.subjects import Subjects
from standards.sources.own import OUTCOMES, own_source
from standards.sources.publication import FIRST, new_release
from standards.sources.reading import Reading
from standards.sources.source import Delivery
from standards.tables import Column, Kind, Table

COLUMNS: Final = (
    Column("measure", "measure", values=tuple(BY_SLUG)),
    Column("organization", "organization"),
    Column("program", "program", required=False),
    Column("group", "group", required=False),
    Column("comparison", "comparison", required=False, values=("yes", "no")),
    Column("standard", "standard", required=False),
    Column("from", "from", kind=Kind.PERIOD, example="2025-01"),
    Column("to", "to", kind=Kind.PERIOD, example="2025-12"),
    Column("numerator", "numerator", kind=Kind.INTEGER, required=False, lowest=0),
    Column("denominator", "denominator", kind=Kind.INTEGER, required=False, lowest=1),
    Column("value", "value", kind=Kind.DECIMAL, required=False, thousands=True),
    Column("people", "people", kind=Kind.INTEGER, required=False, lowest=0),
    Column("source", "source"),
    Column("url", "url", kind=Kind.ADDRESS, required=False),
    Column("reported", "reported", kind=Kind.DATE),
)


def read_outcomes(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    subjects: Subjects | None = None,
    today: date | None = None,
) -> Delivery:
    """Read observations from one file; its name is that of the release. See `Reader` for what else is taken and raised.

    Parameters
    ----------
    subjects
        What an observation can be of, and the standards that there are.
    today
        No period ends after it; the current day where nothing is said.
    """
    archive = Archive(paths)
    files = list(archive)
    if len(files) != 1:
        message = f"{', '.join(map(str, paths))} holds {len(files)} files; name one"
        raise InputError(message)
    source = source_of(program_slug(files[0].plain_name))
    reading = Reading(archive, identifiers, source, skip_bad_rows)
    known = subjects or Subjects()
    table = outcome_table(reading, files[0], known, today)
    release = outcome_release(identifiers, source, version, files[0].name)
    return reading.deliver(release, (encoded(outcome_records(table, known, identifiers)) for _ in (0,)))


def source_of(name: str) -> str:
    """Return the source of the outcomes of a partnership, or of a file.

    Example
    -------
    >>> source_of("cascade-power"), source_of("outcomes")
    ('outcomes-cascade-power', 'outcomes')
    """
    return OUTCOMES if name == OUTCOMES else own_source(OUTCOMES, name)


def outcome_release(identifiers: Identifiers, source: str, version: str | None, of: str) -> Release:
    """Return the release that observations are; the name of a file or of a partnership stands in its title."""
    release = new_release(identifiers, source, version or FIRST, f"Outcomes {of}", language="en")
    return release.model_copy(update={"reader": OUTCOMES})


def outcome_table(reading: Reading, file: ArchivedFile, subjects: Subjects, today: date | None = None) -> Table:
    """Read and judge the observations of a file, cell by cell, row by row, then beside each other."""
    table = reading.table(file, COLUMNS)
    named = [own or subjects.standard_of(of) for own, of in table.frame.select("standard", "organization").iter_rows()]
    table = replace(table, frame=table.frame.with_columns(pl.Series("standard", named, pl.String)))
    day = today or datetime.now(UTC).date()
    rows = list(table.frame.iter_rows(named=True))
    table = reading.judge(table, rules_of([list(row_problems(row, subjects, day)) for row in rows]))
    return reading.judge(table, rules_of(pair_problems(list(table.frame.iter_rows(named=True)), subjects)))


def outcome_records(table: Table, subjects: Subjects, identifiers: Identifiers) -> Iterator[OutcomeObservation]:
    """Yield the observations of a table that was judged."""
    for row in table.frame.iter_rows(named=True):
        yield _observation(row, subjects, identifiers)


def _observation(row: dict[str, Any], subjects: Subjects, identifiers: Identifiers) -> OutcomeObservation:
    measure = BY_SLUG[row["measure"]]
    key = [slug(str(row[column])) for column in KEY if row[column]]
    value = row["numerator"] / row["denominator"] if measure.kind.is_share else row["value"]
    people = row["people"] if row["people"] is not None else row["denominator"]
    return OutcomeObservation(
        iri=Iri(identifiers.mint("outcome", *key)),
        measure=Iri(measure.concept),
        of=subjects.of(row["organization"], row["program"]),
        standard=subjects.standards[row["standard"]],
        group=row["group"],
        comparison=row["comparison"] == "yes",
        start=first_day(row["from"]),
        end=last_day(row["to"]),
        value=round(value, 6),
        numerator=row["numerator"],
        denominator=row["denominator"],
        people=people,
        source=row["source"],
        reported=row["reported"],
        page=Iri(row["url"]) if row["url"] else None,
    )
