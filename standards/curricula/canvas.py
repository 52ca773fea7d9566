"""Outcomes of Canvas, as its outcome export and import has them: ``outcomes.csv``.

A row is an outcome or a group (``object_type``), known by its ``vendor_guid``; ``parent_guids`` names the groups that
hold it, parted by spaces. A group with a ``course_id``, or whose title begins with the code of a course, is a course;
else the nearest group is. The description of an outcome is its statement and its title its code; without a
description the title is the statement. What is about marks stays unread: ``calculation_method``, ``calculation_int``,
``mastery_points`` and the ``ratings`` in the last columns.

References
----------
Instructure, "Outcomes CSV Format", Canvas LMS developer documentation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Final

from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.curricula.hierarchy import Group
from standards.curricula.lines import to_table
from standards.curricula.platforms import PlatformOutcome, platform_lines
from standards.markup import without_controls, without_tags
from standards.sheets import Row, Sheet, find_headings, fitting, read_sheet
from standards.tables import Table

FIELDS: Final = (
    *("vendor_guid", "object_type", "title", "description", "display_name", "friendly_description", "parent_guids"),
    *("workflow_state", "course_id"),
)
NAMES: Final = {field: (field,) for field in FIELDS}
REQUIRED: Final = (("vendor_guid",), ("object_type",), ("title",))
HEADERS: Final = {"outcome": "description", "code": "title", "title": "title"}
GROUP: Final = "group"
OUTCOME: Final = "outcome"
DELETED: Final = "deleted"


def is_canvas(file: ArchivedFile) -> bool:
    """Whether a table has the columns that Canvas asks for."""
    chosen = fitting(find_headings(file, NAMES), REQUIRED)
    return chosen is not None and chosen.met(REQUIRED) == len(REQUIRED)


def read_canvas(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read the outcomes of Canvas, each in the courses that hold it; what is deleted there is not taken.

    Raises
    ------
    UnreadableError
        Where the file is no table.
    """
    sheet = read_sheet(file, fitting(find_headings(file, NAMES), REQUIRED), NAMES)
    findings: list[Finding] = []
    good = [row for row in sheet.rows if _is_good(file.name, sheet, row, findings, skip_bad_rows)]
    groups = {group.key: group for row in good if (group := _group(sheet, row))}
    outcomes = [outcome for row in good if (outcome := _outcome(sheet, row))]
    findings += _strays(file.name, outcomes, groups)
    root = Group("outcomes", PurePath(file.plain_name).stem)
    lines = platform_lines(outcomes, groups, root)
    return to_table(file.name, lines, Report(findings), len(sheet.rows), HEADERS)


def _is_good(file: str, sheet: Sheet, row: Row, findings: list[Finding], skip_bad_rows: bool) -> bool:
    """Whether a row can be taken; otherwise why not is among the findings."""
    found = next(_faults(sheet, row, skip_bad_rows), None) or _of_deleted(sheet, row)
    if found:
        findings.append(found.model_copy(update={"file": file, "row": row.number}))
    return found is None


def _faults(sheet: Sheet, row: Row, skip_bad_rows: bool) -> Iterator[Finding]:
    wrong = Severity.WARNING if skip_bad_rows else Severity.ERROR
    out = "; the row is left out" if skip_bad_rows else ""
    kind = sheet.get(row, "object_type").lower()
    if kind not in (GROUP, OUTCOME):
        yield Finding(
            code="unknown-value",
            severity=wrong,
            column="object_type",
            value=kind,
            message=f"is neither outcome nor group{out}",
            remedy="Write one of the two",
        )
    if not sheet.get(row, "vendor_guid"):
        message = f"is empty, and other rows cannot refer to this one{out}"
        remedy = "Export it from Canvas again"
        yield Finding(code="empty-cell", severity=wrong, column="vendor_guid", message=message, remedy=remedy)
    if not (sheet.get(row, "title") or sheet.get(row, "description")):
        yield Finding(
            code="empty-cell",
            severity=Severity.WARNING,
            column="title",
            message="is empty, as is the description; no outcome is read from this row",
            remedy="Write what students can do, or take the row out",
        )


def _of_deleted(sheet: Sheet, row: Row) -> Finding | None:
    if sheet.get(row, "workflow_state").lower() != DELETED:
        return None
    message = "is deleted in Canvas, and not taken"
    title = sheet.get(row, "title")
    return Finding(code="deleted", severity=Severity.INFO, column="workflow_state", value=title, message=message)


def _group(sheet: Sheet, row: Row) -> Group | None:
    if sheet.get(row, "object_type").lower() != GROUP:
        return None
    return Group(
        sheet.get(row, "vendor_guid"),
        _plain(sheet.get(row, "title")),
        tuple(sheet.get(row, "parent_guids").split()),
        _plain(sheet.get(row, "description")) or None,
        bool(sheet.get(row, "course_id")),
    )


def _outcome(sheet: Sheet, row: Row) -> PlatformOutcome | None:
    if sheet.get(row, "object_type").lower() != OUTCOME:
        return None
    title, description = _plain(sheet.get(row, "title")), sheet.get(row, "description")
    return PlatformOutcome(
        row.number,
        sheet.get(row, "vendor_guid"),
        description or title,
        tuple(sheet.get(row, "parent_guids").split()),
        title if description else sheet.get(row, "display_name") or None,
    )


def _strays(file: str, outcomes: list[PlatformOutcome], groups: Mapping[str, Group]) -> Iterator[Finding]:
    """Yield the outcomes whose groups are not there, and those that have the name of another."""
    first: dict[str, int] = {}
    for outcome in outcomes:
        lacking = [parent for parent in outcome.parents if parent not in groups]
        if lacking and len(lacking) == len(outcome.parents):
            message = "names no group that is taken from this file; the outcome stands in no course but the file's own"
            remedy = "Export the groups with it, or take the row out"
            yield _warning(file, outcome.row, "parent_guids", "unknown-group", " ".join(lacking), message, remedy)
        if (at := first.setdefault(outcome.key, outcome.row)) != outcome.row:
            message = f"names the outcome in row {at}, too; that one is taken"
            yield _warning(
                file, outcome.row, "vendor_guid", "duplicate-key", outcome.key, message, "Give it a name of its own"
            )


def _warning(file: str, row: int, column: str, code: str, value: str, message: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        file=file,
        row=row,
        column=column,
        value=value,
        message=message,
        remedy=remedy,
    )


def _plain(text: str) -> str:
    return " ".join(without_tags(without_controls(text)).split())
