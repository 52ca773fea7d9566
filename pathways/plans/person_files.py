"""A person's record from a file: a table, a text or CV, a badge, or the record itself as JSON.

What a finding shows of a file goes to whoever gave it, and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from ontology.errors import MissingFileError, RefusedError, UnreadableError
from ontology.report import Finding, Report, Severity
from pathways.plans.badges import is_badge
from pathways.plans.person import LONGEST_TEXT, HeldCredential, Job, Person, Skill
from pathways.plans.wrong_values import wrong_values
from standards.archives import ArchivedFile, only_file
from standards.binary import NO_TEXT, is_binary
from standards.cells import SPREADSHEETS, TABBED
from standards.headers import advice, listed, strangers
from standards.sheets import Row, Sheet, bad_cell, find_headings, fitting, read_sheet

NAMES: Final = {
    "kind": ("Kind", "Type", "What"),
    "name": ("Name", "Item", "What I have", "Statement", "Description", "Label"),
    "skill": ("Skill", "Skills", "Competency", "Competencies", "Skill name", "I can"),
    "job": ("Job", "Job title", "Occupation", "Position", "Role", "Title"),
    "credential": ("Credential", "Credentials", "Certificate", "Certification", "License", "Course", "Award"),
    "level": ("Level", "Proficiency", "Proficiency level"),
    "hours": ("Hours", "Hours worked", "Experience hours"),
    "start": ("From", "Start", "Start date", "Since", "Earned", "Date", "Issued"),
    "end": ("To", "End", "End date", "Until", "Expires", "Valid until", "Expiration date"),
}
"""What the columns may be called."""

REQUIRED: Final = (("name", "skill", "job", "credential"),)

KINDS: Final = {
    **dict.fromkeys(("skill", "competency", "knowledge", "ability", "task", ""), "skill"),
    **dict.fromkeys(("job", "occupation", "position", "role", "work"), "job"),
    **dict.fromkeys(
        ("credential", "certificate", "certification", "license", "course", "badge", "degree"), "credential"
    ),
}
"""What a row is, by what stands in its column 'Kind'."""

TABLES: Final = (".csv", *(ending for ending in TABBED if ending != ".txt"), *SPREADSHEETS)


def read_person(path: Path) -> tuple[Person, Report]:
    """Read a record; what of it cannot be used is a finding.

    Raises
    ------
    MissingFileError
        Where there is no such file.
    UnreadableError
        Where it is of none of these forms.
    RefusedError
        Where nothing in it can be used.
    """
    if not path.is_file():
        message = f"there is no file {path}; name a table (CSV), a text, or a badge (JSON) with what you have"
        raise MissingFileError(message)
    file, report = only_file(path, "the record"), Report()
    person = _read(file, report)
    if person.empty:
        if not report.refused:
            report.add(_nothing(file.name))
        raise RefusedError(report)
    return person, report


def _read(file: ArchivedFile, report: Report) -> Person:
    name = file.plain_name.lower()
    if name.endswith(TABLES):
        return _of_table(file, report)
    text = _text(file)
    if name.endswith((".json", ".jsonld")):
        return of_json(text, file.name)
    if name.endswith((".jwt", ".jws")):
        return Person(badges=(text.strip(),))
    if len(text) > LONGEST_TEXT:
        report.add(_long(file.name, len(text)))
    return Person(text=text[:LONGEST_TEXT])


def of_json(text: str, name: str) -> Person:
    """Return the record that a JSON document is: a badge, a list of badges, or a record.

    Raises
    ------
    UnreadableError
        Where it is none of these.

    Example
    -------
    >>> of_json('{"skills": ["Welding", {"name": "Rigging", "level": 3}]}', "me.json").skills[1].level
    3.0
    """
    try:
        document: Any = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"{name} is no JSON (line {error.lineno}, column {error.colno}: {error.msg}); export it again"
        raise UnreadableError(message) from error
    except RecursionError as error:
        message = f"{name} is nested too deep to be a record or a badge; export it again"
        raise UnreadableError(message) from error
    if is_badge(document):
        return Person(badges=(document,))
    if isinstance(document, list) and document and all(map(is_badge, document)):
        return Person(badges=tuple(document[:100]))
    return _of_record(document, name)


def _of_record(document: object, name: str) -> Person:
    try:
        return Person.model_validate(document)
    except ValidationError as error:
        found = wrong_values(document, error.errors(include_url=False), "record")
        message = f"{name} is neither an Open Badge nor a record:\n" + "\n".join(f"- {one}" for one in found)
        raise UnreadableError(message) from error


def _of_table(file: ArchivedFile, report: Report) -> Person:
    chosen = fitting(find_headings(file, NAMES), REQUIRED)
    sheet = read_sheet(file, chosen, NAMES)
    if chosen is None or not chosen.met(REQUIRED):
        report.add(_headless(file.name, sheet))
        return Person()
    found: dict[str, list[Any]] = {"skill": [], "job": [], "credential": []}
    for row in sheet.rows:
        for kind, name in _named(file.name, sheet, row, report):
            found[kind].append(_item(kind, name, file.name, sheet, row, report))
    return Person(skills=tuple(found["skill"]), jobs=tuple(found["job"]), credentials=tuple(found["credential"]))


def _named(file: str, sheet: Sheet, row: Row, report: Report) -> Iterator[tuple[str, str]]:
    """Yield what a row names: what its column 'Kind' says, or what the column is called that it stands in."""
    said = sheet.get(row, "kind").strip().casefold()
    if (name := sheet.get(row, "name")) and said not in KINDS:
        remedy = "Write skill, job or credential"
        cell, message = sheet.get(row, "kind"), "is no kind; it is read as a skill"
        report.add(bad_cell(file, row.number, sheet.fields["kind"], cell, message, remedy))
    if name:
        yield KINDS.get(said, "skill"), name[:5000]
    for kind in ("skill", "job", "credential"):
        if name := sheet.get(row, kind):
            yield kind, name[:5000]


def _item(kind: str, name: str, file: str, sheet: Sheet, row: Row, report: Report) -> Skill | Job | HeldCredential:
    if kind == "skill":
        return Skill(name=name, level=_number(file, sheet, row, "level", report, most=7), row=row.number)
    start, end = (_date(file, sheet, row, field, report) for field in ("start", "end"))
    if kind == "job":
        hours = _number(file, sheet, row, "hours", report, most=200_000)
        return Job(name=name, start=start, end=end, hours=hours, row=row.number)
    return HeldCredential(name=name, earned=start, expires=end, row=row.number)


def _number(file: str, sheet: Sheet, row: Row, field: str, report: Report, *, most: float) -> float | None:
    cell = sheet.get(row, field).strip()
    try:
        number = float(cell) if cell else None
    except ValueError:
        number = -1.0
    if number is None or 0 <= number <= most:
        return number
    said = f"is no number from 0 to {most:,g}; it is read as not said"
    report.add(bad_cell(file, row.number, sheet.fields[field], cell, said, "Write a number, or leave it blank"))
    return None


def _date(file: str, sheet: Sheet, row: Row, field: str, report: Report) -> date | None:
    """Return a day; of a year or a month the first one."""
    cell = sheet.get(row, field).strip()
    parts = cell[:10].split("-")
    try:
        numbers = [int(part) for part in parts] if cell else []
        return date(*[*numbers, 1, 1][:3]) if numbers else None
    except (ValueError, TypeError):
        if cell.casefold() not in ("now", "today", "present"):
            remedy = "Write it like 2024-05-31, 2024-05 or 2024"
            message = "is no date that can be read; it is read as not said"
            report.add(bad_cell(file, row.number, sheet.fields[field], cell, message, remedy))
        return None


def _text(file: ArchivedFile) -> str:
    data = file.read()
    if is_binary(data) or data[:4] == b"%PDF":
        message = f"{file.name} {NO_TEXT}: save a CV as plain text (.txt), a list as CSV"
        raise UnreadableError(message)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file.name} is no UTF-8 text (byte {error.start}); save it as UTF-8"
        raise UnreadableError(message) from error


def _headless(file: str, sheet: Sheet) -> Finding:
    known = [name for names in NAMES.values() for name in names]
    wanted = [names[0] for field, names in NAMES.items() if field in REQUIRED[0]]
    return Finding(
        code="missing-header",
        severity=Severity.ERROR,
        file=file,
        row=sheet.at,
        message=f"no column says what you have; there are {listed(sheet.headers)}",
        remedy=advice(wanted, strangers(sheet.headers, known)),
    )


def _long(file: str, length: int) -> Finding:
    return Finding(
        code="long-text",
        severity=Severity.WARNING,
        file=file,
        message=f"has {length:,} characters; read up to {LONGEST_TEXT:,}",
        remedy="Keep what says what you can do",
    )


def _nothing(file: str) -> Finding:
    return Finding(
        code="empty-record",
        severity=Severity.ERROR,
        file=file,
        message="says nothing of what you have",
        remedy="Write a skill, a job or a credential a line, or a table with the columns Kind and Name",
    )
