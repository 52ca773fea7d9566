"""The columns of a firm's list: what they may be called, and what is to be said of those that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ontology.report import Finding, Severity
from standards.headers import advice, key, listed, strangers, unknown_headers
from standards.sheets import Names, Sheet

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


def known(names: Names) -> list[str]:
    """Return all that columns may be called."""
    return [name for of_field in names.values() for name in of_field]


def headless(file: str, sheet: Sheet, called: Names) -> Finding:
    """Return that no column holds skills."""
    names = [*called["statement"], *called["must"]]
    return Finding(
        code="missing-header",
        severity=Severity.ERROR,
        file=file,
        message=f"no column holds skills, under none of the names {listed(names)}; there are {listed(sheet.headers)}",
        remedy=advice(names, strangers(sheet.headers, known(called))),
    )


def undeclared(file: str, sheet: Sheet, columns: Mapping[str, str]) -> Iterator[Finding]:
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


def unread(file: str, sheet: Sheet, names: Names) -> Iterator[Finding]:
    """Yield the columns that nothing is taken from: notes, but warnings where one is misspelled."""
    for finding in unknown_headers(file, sheet.at, sheet.headers, known(names)):
        yield finding if finding.remedy else finding.model_copy(update={"severity": Severity.INFO})
