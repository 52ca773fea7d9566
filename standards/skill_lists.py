"""Firms' skill lists, in the shapes that firms keep them in.

Three shapes are told apart by their headers: a row a statement (and job), a matrix of statements and jobs, and a row a
job with bullet lists in its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import RequirementType
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.grades import graded, rated
from standards.headers import advice, key, listed, repeated_headers, strangers, unknown_headers
from standards.sheets import Heading, Names, Row, Sheet, bad_cell, find_headings, fitting, judge_sheets, read_sheet

NAMES: Final = {
    "job": ("Job title", "Job class", "Job", "Position", "Role", "Occupation"),
    "code": ("SOC code", "O*NET-SOC", "O*NET-SOC code", "SOC 2018", "SOC"),
    "statement": ("Skill", "Skill statement", "Statement", "Task", "Competency statement"),
    "name": ("Competency", "Skill name", "Competency name"),
    "area": ("Area", "Category", "Duty", "Skill area"),
    "note": ("Required knowledge", "Knowledge", "Description", "Notes"),
    "importance": ("How important", "Importance"),
    "level": ("Level", "Proficiency", "Proficiency level"),
    "must": ("Must have", "Required", "Required skills"),
    "nice": ("Good to have", "Nice to have", "Preferred", "Desired"),
    "pay": ("Annual pay", "Yearly pay", "Pay a year", "Annual wage", "Annual salary", "Salary"),
    "number": ("No.", "Number", "ID", "#"),
}
"""What the columns of a list may be called."""

SKILLS: Final = (("statement", "name", "must"),)
"""Fields that hold skills; a list has one of them."""

JOBS: Final = (("job",), ("code",))
"""Fields of the sheet that lists the jobs of a matrix."""

MARKS: Final = {"B": 2.0, "I": 4.0, "A": 5.0, "X": None}
"""Marks of a matrix as levels of 0 to 7: basic works with help, independent alone, advanced teaches; X is not rated."""

CODE: Final = re.compile(r"\d{2}-\d{4}(?:\.\d{2})?")
AMOUNT: Final = re.compile(r"\$?\s*((?=[\d,]*[1-9])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?=\d*[1-9])\d+(?:\.\d+)?)")
_BULLET: Final = re.compile(r"^\s*(?:[-*•·]|\d+[.)])\s+")


class ListedSkill(Frozen):
    """A firm asks for a skill, in its own words.

    Parameters
    ----------
    job
        The firm's own title of the position, empty where the list names none.
    code
        SOC or O*NET-SOC code that the firm gives the job.
    relation
        Whether the firm asks for it or would like it; ``None`` where it does not say.
    importance
        1 to 5.
    level
        0 to 7, as `SkillRequirement` has it.
    grade
        The firm's own word where it has words for levels.
    pay
        Of the job, in US dollars a year, where the list gives it.
    row
        In the file, as a spreadsheet shows it.
    """

    statement: str
    job: str = ""
    code: str = ""
    area: str = ""
    note: str = ""
    relation: RequirementType | None = None
    importance: Annotated[float | None, Field(ge=1, le=5)] = None
    level: Annotated[float | None, Field(ge=0, le=7)] = None
    grade: str = ""
    pay: Annotated[float | None, Field(gt=0)] = None
    row: int


@dataclass(frozen=True)
class SkillList:
    """What a firm's list says, and what could not be read.

    Parameters
    ----------
    rows
        Rows below the header, good and bad.
    code_header
        Of the column with the codes of the jobs, empty where there is none.
    """

    name: str
    skills: tuple[ListedSkill, ...]
    report: Report
    rows: int
    code_header: str = ""


def called(columns: Mapping[str, str]) -> Names:
    """Return what the columns of a list may be called, where somebody says what some of them are called.

    Example
    -------
    >>> names = called({"statement": "Notes"})
    >>> names["statement"], "Notes" in names["note"]
    (('Notes',), False)
    """
    taken = {key(header) for header in columns.values()}
    left = {field: tuple(name for name in names if key(name) not in taken) for field, names in NAMES.items()}
    return {**left, **{field: (header,) for field, header in columns.items()}}


def read_skill_list(file: ArchivedFile, columns: Mapping[str, str] | None = None) -> SkillList:
    """Read a firm's list from a CSV file or a spreadsheet; a bad cell is a finding and its row is left out.

    Parameters
    ----------
    columns
        What the columns of some fields of `NAMES` are called, where that is said.

    Raises
    ------
    UnreadableError
        Where it is no table at all.
    """
    names = called(columns or {})
    headings = find_headings(file, names)
    sheet = read_sheet(file, fitting(headings, SKILLS), names)
    report = Report(repeated_headers(file.name, sheet.at, sheet.headers, _known(names)))
    report.extend(_undeclared(file.name, sheet, columns or {}))
    if "must" in sheet.fields:
        skills = list(_bullets(file.name, sheet, report))
    elif not {"statement", "name"} & sheet.fields.keys():
        report.add(_headless(file.name, sheet, names))
        skills = []
    elif _has_rows(sheet):
        skills = list(_rows(file.name, sheet, report))
    else:
        jobs = _jobs(headings)
        headings = [heading for heading in headings if heading is not jobs]
        skills = list(_matrix(file.name, sheet, _codes(file, jobs, names), report))
    report.extend(_unchosen(file.name, headings))
    if "must" in sheet.fields or _has_rows(sheet):
        report.extend(_unread(file.name, sheet, names))
    header = sheet.fields.get("code", "")
    good = tuple(skill for skill in skills if not _miscoded(skill, file.name, header, report))
    return SkillList(file.name, good, report, len(sheet.rows), header)


def _has_rows(sheet: Sheet) -> bool:
    """Whether a list has a row a skill, and is no matrix of skills and jobs."""
    return bool({"statement", "name"} & sheet.fields.keys()) and ("job" in sheet.fields or not _marked(sheet))


def _rows(file: str, sheet: Sheet, report: Report) -> Iterator[ListedSkill]:
    """Yield the skills of a list with a row each; job, code and area may be merged over several rows."""
    worded = graded(sheet)
    for row, above in sheet.filled("job", "code", "area"):
        pay = _pay(file, sheet, row, report)
        statement = sheet.get(row, "statement") or sheet.get(row, "name")
        grades = rated(file, sheet, row, report, worded=worded)
        if not statement:
            column = sheet.fields.get("statement") or sheet.fields["name"]
            report.add(bad_cell(file, row.number, column, "", "is empty", "Write the skill"))
        elif grades is not None:
            note = sheet.get(row, "note")
            yield ListedSkill.model_validate(
                {**above, **grades, "statement": statement, "note": note, "pay": pay, "row": row.number}
            )


def _bullets(file: str, sheet: Sheet, report: Report) -> Iterator[ListedSkill]:
    """Yield the skills of a list with a row a job and several skills in a cell."""
    relations = {"must": RequirementType.ESSENTIAL, "nice": RequirementType.OPTIONAL}
    for row, above in sheet.filled("job", "code"):
        pay = _pay(file, sheet, row, report)
        for field, relation in relations.items():
            for line in sheet.get(row, field).splitlines():
                if statement := _BULLET.sub("", line).strip():
                    job, code = above["job"], above["code"]
                    yield ListedSkill(
                        statement=statement, job=job, code=code, relation=relation, pay=pay, row=row.number
                    )


def _pay(file: str, sheet: Sheet, row: Row, report: Report) -> float | None:
    """Return the yearly pay that a row gives its job; ``None``, and a finding, where it is no amount."""
    cell = sheet.get(row, "pay")
    if not cell:
        return None
    if found := AMOUNT.fullmatch(cell):
        return float(found[1].replace(",", ""))
    remedy = "Write US dollars a year, like 64,500"
    report.add(bad_cell(file, row.number, sheet.fields["pay"], cell, "is no yearly pay", remedy))
    return None


def _matrix(file: str, sheet: Sheet, codes: Mapping[str, str], report: Report) -> Iterator[ListedSkill]:
    """Yield the skills of a matrix with a column a job, which may have a code."""
    known = set(sheet.fields.values())
    for row, above in sheet.filled("area"):
        statement = sheet.get(row, "statement") or sheet.get(row, "name")
        for job in (header for header in sheet.headers if header not in known):
            mark = row.cells.get(job, "").upper()
            if mark in MARKS and statement:
                yield ListedSkill(
                    statement=statement,
                    job=job,
                    code=codes.get(job, ""),
                    area=above["area"],
                    relation=RequirementType.ESSENTIAL,
                    level=MARKS[mark],
                    row=row.number,
                )
            elif mark:
                remedy = f"Mark it {', '.join(MARKS)}, or leave it blank"
                report.add(bad_cell(file, row.number, job, mark, "is no mark of a skill", remedy))


def _marked(sheet: Sheet) -> bool:
    """Whether the columns that are not known hold marks, as those of a matrix do."""
    known = set(sheet.fields.values())
    cells = [cell for row in sheet.rows for header, cell in row.cells.items() if header not in known]
    return 2 * sum(cell.upper() in MARKS for cell in cells) > len(cells)


def _jobs(headings: Sequence[Heading]) -> Heading | None:
    """Return the heading of the sheet that lists the jobs of a matrix, and no skills."""
    listing = (heading for heading in headings if heading.met(JOBS) == len(JOBS) and not heading.met(SKILLS))
    return next(listing, None)


def _codes(file: ArchivedFile, jobs: Heading | None, names: Names) -> dict[str, str]:
    """Return the codes of the jobs, from the sheet that lists them."""
    sheet = read_sheet(file, jobs, names)
    return {sheet.get(row, "job"): sheet.get(row, "code") for row in sheet.rows}


def _miscoded(skill: ListedSkill, file: str, header: str, report: Report) -> bool:
    if not skill.code or CODE.fullmatch(skill.code):
        return False
    remedy = "Write it like 49-9041 or 49-9041.00"
    report.add(bad_cell(file, skill.row, header, skill.code, "is no SOC or O*NET-SOC code", remedy))
    return True


def _headless(file: str, sheet: Sheet, known: Names) -> Finding:
    names = [*known["statement"], *known["must"]]
    return Finding(
        code="missing-header",
        severity=Severity.ERROR,
        file=file,
        message=f"no column holds skills, under none of the names {listed(names)}; there are {listed(sheet.headers)}",
        remedy=advice(names, strangers(sheet.headers, _known(known))),
    )


def _unchosen(file: str, headings: Sequence[Heading]) -> Iterator[Finding]:
    """Yield which of several sheets is read, where one of them has skills."""
    chosen = fitting(headings, SKILLS)
    if chosen and chosen.met(SKILLS):
        yield from judge_sheets(file, headings, chosen, SKILLS)


def _undeclared(file: str, sheet: Sheet, columns: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the columns that are said to be there and are not."""
    for field, header in columns.items():
        if field not in sheet.fields:
            there = [name for name in sheet.headers if name]
            yield Finding(
                code="missing-header",
                severity=Severity.ERROR,
                file=file,
                row=sheet.at,
                column=header,
                message=f"{header!r} is to hold the field {field}, and there is none; there are {listed(there)}",
                remedy="Name a column of the file, or leave that out",
            )


def _unread(file: str, sheet: Sheet, names: Names) -> Iterator[Finding]:
    """Yield the columns that nothing is taken from: notes, but warnings where one is misspelled."""
    for finding in unknown_headers(file, sheet.at, sheet.headers, _known(names)):
        yield finding if finding.remedy else finding.model_copy(update={"severity": Severity.INFO})


def _known(names: Names) -> list[str]:
    return [name for of_field in names.values() for name in of_field]
