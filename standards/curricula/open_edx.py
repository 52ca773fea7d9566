"""Outcomes of Open edX, as its taxonomies of tags have them: CSV or JSON.

An entry has an ``id`` and a ``value``; ``parent_id`` names the entry above it. The platform writes the external id of a
tag as its ``id``, and ignores every other field, such as the ``comments`` of its template; so do we. JSON has the same
in a list ``tags``. An entry with others below it is a group. A group whose name begins with the code of a course is
that course, and all entries below it are its outcomes; else the nearest group is the course. An entry with none above
it or below it belongs to a course named like the file.

References
----------
Open edX, ``openedx_tagging``: import and export of tags, and its templates for both forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.curricula.hierarchy import Group, Groups, course_of
from standards.curricula.lines import to_table
from standards.curricula.platforms import PlatformOutcome, platform_lines
from standards.json_documents import Json, looks_like_json, read_documents
from standards.sheets import find_headings, fitting, read_sheet
from standards.tables import Table

FIELDS: Final = ("id", "value", "parent_id")
NAMES: Final = {field: (field,) for field in FIELDS}
REQUIRED: Final = (("id",), ("value",), ("parent_id",))
TAGS: Final = "tags"
HEADERS: Final = {"outcome": "value", "code": "id", "title": "value"}


@dataclass(frozen=True)
class Tag:
    """An entry of a taxonomy, at its row of a table or its place in a list."""

    row: int
    id: str
    value: str
    parent: str = ""


def is_open_edx(file: ArchivedFile) -> bool:
    """Whether a file is a taxonomy: a table with ``id``, ``value`` and ``parent_id``, or JSON with ``tags``."""
    if looks_like_json(file):
        return _in_json(file) is not None
    chosen = fitting(find_headings(file, NAMES), REQUIRED)
    return chosen is not None and chosen.met(REQUIRED) == len(REQUIRED)


def read_open_edx(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read a taxonomy: its groups are courses, what stands in them outcomes.

    Raises
    ------
    UnreadableError
        Where the file is neither a table nor JSON.
    """
    entries = (_in_json(file) or []) if looks_like_json(file) else _in_table(file)
    findings = [*_faults(file.name, entries, skip_bad_rows)]
    tags = {tag.id: tag for tag in reversed(entries) if tag.id and tag.value}
    tags = {tag.id: tag for tag in entries if tags.get(tag.id) is tag}
    above = {tag.parent for tag in tags.values()}
    groups = {tag.id: Group(tag.id, tag.value, (tag.parent,) if tag.parent else ()) for tag in tags.values()}
    outcomes = [
        PlatformOutcome(tag.row, tag.id, tag.value, (tag.parent,) if tag.parent else (), code=tag.id)
        for tag in tags.values()
        if tag.id not in above or _below_course(tag, groups)
    ]
    lines = platform_lines(outcomes, groups, Group("outcomes", PurePath(file.plain_name).stem))
    return to_table(file.name, lines, Report(findings), len(entries), HEADERS)


def _below_course(tag: Tag, groups: Groups) -> bool:
    course = course_of(tag.parent, groups)
    return course is not None and course.stands_for_course and not groups[tag.id].stands_for_course


def _in_table(file: ArchivedFile) -> list[Tag]:
    sheet = read_sheet(file, fitting(find_headings(file, NAMES), REQUIRED), NAMES)
    return [Tag(row.number, *(sheet.get(row, field) for field in ("id", "value", "parent_id"))) for row in sheet.rows]


def _in_json(file: ArchivedFile) -> list[Tag] | None:
    (document, *_) = [*read_documents(file), None]
    entries = document.get(TAGS) if isinstance(document, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return None
    return [
        Tag(row, *(_text(entry.get(field)) for field in ("id", "value", "parent_id")))
        for row, entry in enumerate(entries, 1)
    ]


def _text(value: Json) -> str:
    return str(value).strip() if isinstance(value, str | int) else ""


def _faults(file: str, entries: list[Tag], skip_bad_rows: bool) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for tag in entries:
        lacks = next((field for field, said in (("id", tag.id), ("value", tag.value)) if not said), "")
        if lacks:
            yield _finding(file, tag.row, lacks, ("empty-cell", "is empty", "Fill it, as Open edX asks"), skip_bad_rows)
        elif (at := first.setdefault(tag.id, tag.row)) != tag.row:
            message = f"is the id of entry {at} already"
            yield _finding(
                file, tag.row, "id", ("duplicate-key", message, "Give each entry an id of its own"), skip_bad_rows
            )
    known = {tag.id: tag.parent for tag in entries}
    for tag in entries:
        if _is_circular(tag, known):
            said = ("circular-group", f"{tag.id!r} stands below itself", "Correct its parent_id")
            yield _finding(file, tag.row, "parent_id", said, False)
        elif tag.parent and tag.parent not in known:
            message = f"{tag.parent!r} is the id of no entry; the outcome stands in no course but the file's own"
            said = ("unknown-group", message, "Correct it")
            yield _finding(file, tag.row, "parent_id", said, None)


def _is_circular(tag: Tag, parents: Mapping[str, str]) -> bool:
    seen, at = {tag.id}, tag.parent
    while at and at not in seen:
        seen.add(at)
        at = parents.get(at, "")
    return at == tag.id and bool(at)


def _finding(file: str, row: int, column: str, said: tuple[str, str, str], skip_bad_rows: bool | None) -> Finding:
    """Return an error, or a warning where the row is left out (``True``) or stays (``None``)."""
    code, message, remedy = said
    return Finding(
        code=code,
        severity=Severity.ERROR if skip_bad_rows is False else Severity.WARNING,
        file=file,
        row=row,
        column=column,
        message=message + ("; the row is left out" if skip_bad_rows else ""),
        remedy=remedy,
    )
