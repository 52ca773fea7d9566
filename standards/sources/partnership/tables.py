"""The tables of a partnership, read, and what must hold between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from ontology.report import Finding, Report, Severity
from standards.archives import DECLARATION, ArchivedFile
from standards.sources.occupation_codes import OccupationCodes
from standards.sources.partnership.columns import (
    APPRENTICESHIPS,
    COMPETENCIES,
    CREDENTIAL_COLUMNS,
    OCCUPATIONS,
    REQUIREMENTS,
    WAGES,
)
from standards.sources.partnership.declaration import base_name
from standards.sources.partnership.parts import Files
from standards.sources.partnership.wage_schedules import schedule_rules
from standards.sources.partnership.work_tasks import TASKS
from standards.sources.reading import Reading
from standards.tables import Column, Rule, Table, Verdict, known, unique

LIST: Final = " | "
"""What parts several values in one cell."""


@dataclass(frozen=True)
class Tables:
    """The panel's own tables; tasks, wages, credentials and apprenticeships may be missing."""

    occupations: Table
    competencies: Table
    requirements: Table
    tasks: Table | None
    wages: Table | None
    credentials: Table | None
    apprenticeships: Table | None


def read_tables(reading: Reading, files: Files, official: OccupationCodes, merges: Sequence[str] = ()) -> Tables:
    """Read and judge the panel's tables; a file that is declared and missing is an error.

    Parameters
    ----------
    merges
        Slugs of the partnerships that go on in this one.
    """
    _tell_presumed(reading, files)
    occupations = _own(reading, files, files.occupations, OCCUPATIONS, [unique("code")])
    occupations = _judged(reading, occupations, "code", official)
    occupations = reading.judge(occupations, official.misnamed("code", "title", occupations.frame))
    reading.add(official.finding(occupations.name, "code", occupations.frame["code"]))
    merging = [unique("id"), _other_than_itself(), _of_no_merged(merges)]
    competencies = _own(reading, files, files.competencies, COMPETENCIES, merging)
    paid = [unique("area_code", "soc_code", "period")]
    wages = _table(reading, files.wages, WAGES, paid, ignored=("occupation",)) if files.wages else None
    credentials = _credentials(reading, files, occupations, competencies)
    return Tables(
        occupations=occupations,
        competencies=competencies,
        requirements=_requirements(reading, files, occupations, competencies),
        tasks=_tasks(reading, files, occupations, competencies),
        wages=_judged(reading, wages, "soc_code", official) if wages else None,
        credentials=credentials,
        apprenticeships=_apprenticeships(reading, files, occupations, competencies, credentials),
    )


def _requirements(reading: Reading, files: Files, occupations: Table, competencies: Table) -> Table:
    """Read which occupation needs which competency."""
    rules = [unique("occupation", "competency")]
    if reading.can_judge_by(occupations):
        rules.append(known("occupation", occupations.frame["code"], files.occupations))
    if reading.can_judge_by(competencies):
        rules.append(known("competency", competencies.frame["id"], files.competencies))
    return _own(reading, files, files.requirements, REQUIREMENTS, rules)


def _credentials(reading: Reading, files: Files, occupations: Table, competencies: Table) -> Table | None:
    """Read the credentials, where there are any, and judge them by what they name."""
    if not files.credentials:
        return None
    rules = [unique("id")]
    for column in ("occupations", "required_for"):
        rules += _named_in(reading, column, occupations, "code", files.occupations)
    rules += _named_in(reading, "attests", competencies, "id", files.competencies)
    return _table(reading, files.credentials, CREDENTIAL_COLUMNS, rules)


def _tasks(reading: Reading, files: Files, occupations: Table, competencies: Table) -> Table | None:
    """Read what the people in the occupations do, where it is there, and judge it by what it names."""
    if not files.tasks:
        return None
    rules = [unique("id"), *_named_in(reading, "occupations", occupations, "code", files.occupations)]
    rules += _named_in(reading, "competencies", competencies, "id", files.competencies)
    if reading.can_judge_by(competencies):
        rules.append(known("function", competencies.frame["category"].drop_nulls(), files.competencies))
    return _table(reading, files.tasks, TASKS, rules)


def _apprenticeships(
    reading: Reading, files: Files, occupations: Table, competencies: Table, credentials: Table | None
) -> Table | None:
    """Read the apprenticeships, where there are any, and judge them by what they name."""
    if not files.apprenticeships:
        return None
    rules = [unique("id"), _agency_missing(), *schedule_rules("wage_steps")]
    rules += _named_in(reading, "occupation", occupations, "code", files.occupations)
    rules += _named_in(reading, "teaches", competencies, "id", files.competencies)
    if credentials is None:
        rules += [_undeclared("credential")]
    else:
        rules += _named_in(reading, "credential", credentials, "id", files.credentials)
    return _table(reading, files.apprenticeships, APPRENTICESHIPS, rules)


def _named_in(reading: Reading, column: str, table: Table, key: str, where: str) -> list[Rule]:
    """Return the rule that all that a column names is in another table, where one can judge by that."""
    return [_all_known(column, table.frame[key], where)] if reading.can_judge_by(table) else []


def _agency_missing() -> Rule:
    bad = (pl.col("registered") == "yes") & pl.col("agency").is_null()
    message, remedy = "is empty, and the apprenticeship is registered", "Write with whom; the row is kept"
    return Rule("missing-agency", "agency", bad, message, remedy, Verdict.KEEP)


def _undeclared(column: str) -> Rule:
    message, remedy = "names a credential, and no file of credentials is declared", "Declare one under [files]"
    return Rule("unknown-code", column, pl.col(column).is_not_null(), message, remedy)


def _table(
    reading: Reading, name: str, columns: Sequence[Column], rules: Sequence[Rule], ignored: Sequence[str] = ()
) -> Table:
    file = declared_file(reading, name, columns)
    return file if isinstance(file, Table) else reading.table(file, columns, rules, ignored=ignored)


def _own(reading: Reading, files: Files, name: str, columns: Sequence[Column], rules: Sequence[Rule]) -> Table:
    """Read a table of the standard itself; one that is neither declared nor there is empty."""
    if name in _absent(reading, files):
        return reading.judge(Table.nothing(base_name(name), columns), [])
    return _table(reading, name, columns, rules)


def _absent(reading: Reading, files: Files) -> list[str]:
    """Return the names of the standard's own tables that are neither declared nor there."""
    return sorted(name for name in files.presumed if reading.archive.find(base_name(name)) is None)


def _tell_presumed(reading: Reading, files: Files) -> None:
    """Say which tables the standard does not have yet."""
    if names := _absent(reading, files):
        finding = Finding(
            code="no-table-yet",
            severity=Severity.INFO,
            file=DECLARATION,
            column="files",
            value=", ".join(names),
            message="the standard has no such table of its own yet, and begins with what the firms' lists say",
            remedy=f"Compare these: `ladderworks harmonize --standard {reading.source}`, or add the tables",
        )
        reading.add([finding])


def _judged(reading: Reading, table: Table, column: str, official: OccupationCodes) -> Table:
    """Judge a column of codes by those that there are."""
    return reading.judge(table, official.rules(column, table.frame[column]))


def declared_file(reading: Reading, name: str, columns: Sequence[Column] = ()) -> ArchivedFile | Table:
    """Return a file that the declaration names; where it is missing, an empty table that says so."""
    file = reading.archive.find(base_name(name))
    if file is not None:
        return file
    missing = Report([missing_file(name)])
    return reading.judge(replace(Table.nothing(base_name(name), columns), report=missing), [])


def split(column: str) -> pl.Expr:
    """Return the values in a cell as a list."""
    return pl.col(column).str.split(LIST.strip()).list.eval(pl.element().str.strip_chars())


def names(column: str) -> pl.Expr:
    """Return the names in a cell as a list: semicolons part them as well, and each is there once.

    Example
    -------
    >>> cells = pl.DataFrame({"name": ["chain fall; chain block | Chain fall", "come-along;", None]})
    >>> cells.select(names("name"))["name"].to_list()
    [['chain fall', 'chain block', 'Chain fall'], ['come-along'], None]
    """
    parts = pl.col(column).str.replace_all(";", LIST.strip(), literal=True).str.split(LIST.strip())
    stripped = parts.list.eval(pl.element().str.strip_chars())
    return stripped.list.eval(pl.element().filter(pl.element() != "")).list.unique(maintain_order=True)


def missing_file(name: str) -> Finding:
    """Return the finding that a file is declared and not there."""
    return Finding(
        code="missing-file",
        severity=Severity.ERROR,
        file=name,
        message="is named in partnership.toml and is not there",
        remedy="Add it, or take it out of the declaration",
    )


def _other_than_itself() -> Rule:
    """Return the rule that a competency takes the place of others."""
    itself = split("replaces").list.contains(pl.col("id"))
    remedy = "Leave it out: an id that is kept needs no successor"
    return Rule("replaced-by-itself", "replaces", itself, "is the competency's own id", remedy, cited=pl.col("id"))


def _of_no_merged(merges: Sequence[str]) -> Rule:
    """Return the rule that what a competency replaces elsewhere is of a partnership that merged into this one."""
    strange = split("replaces").list.eval(
        pl.element().filter(
            pl.element().str.contains("/", literal=True) & pl.element().str.split("/").list.first().is_in(merges).not_()
        )
    )
    remedy = "Name the partnership in merges in partnership.toml, or correct the slug before the /"
    cited = strange.list.join(LIST).alias("replaces")
    message = "is of no partnership that merges into this one"
    return Rule("unknown-partnership", "replaces", strange.list.len() > 0, message, remedy, cited=cited)


def _all_known(column: str, codes: pl.Series, where: str) -> Rule:
    strange = split(column).list.eval(pl.element().filter(pl.element().is_in(codes.unique().implode()).not_()))
    cited = strange.list.join(LIST).alias(column)
    return Rule("unknown-code", column, strange.list.len() > 0, f"is not in {where}", "Correct it", cited=cited)
