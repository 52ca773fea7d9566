"""Programs in plain text: headings for courses, one outcome a line below them.

A heading is a line that begins with the code of a course (``ELEC 110 Circuit Theory``), with ``Course:``, or with the
marks ``#`` of Markdown. ``Program:``, ``College:`` and ``Credits:`` say the rest; so does a first heading of Markdown
that others follow at once, for the program. What stands above all headings belongs to a course named like the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from ontology.errors import RefusedError, UnreadableError
from ontology.identifiers import slug
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.cells import AS_UTF_8, NOT_UTF_8, SEARCHED
from standards.curricula.course_names import CourseName, course_name, names_course
from standards.curricula.lines import Line, to_table
from standards.curricula.listing import listing
from standards.markup import lines_of
from standards.tables import Table

_DECLARED: Final = re.compile(r"(?P<what>course|program|college|credits)\s*:\s*(?P<said>\S.*)", re.IGNORECASE)
_MARKDOWN: Final = re.compile(r"#{1,6}\s+(?P<said>.*?)\s*#*")
_RULE: Final = re.compile(r"[=\-_*]{3,}")
"""What underlines a heading, or parts a text."""

_ZEROS: Final = re.compile(rb"\0.?\0", re.DOTALL)
"""Bytes of zero that are no slip within a text: side by side, or at every other place."""

AHEAD: Final = 50
"""Lines among which the next statement is looked for."""

BEGINNING: Final = 10
"""Characters by which it is known there; a longer piece may go on in the next line."""

LONGEST_HEADING: Final = 200
"""Characters that a heading has at most."""

HEADERS: Final = {"outcome": "line", "code": "heading", "title": "heading"}


@dataclass
class Section:
    """A course with the lines below its heading, each with its number."""

    name: CourseName
    row: int
    lines: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class Outline:
    """What a text says of its program, and its sections."""

    sections: list[Section]
    program: str | None = None
    college: str | None = None


def read_plain_text(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read a text: one outcome a line, courses by their headings.

    Raises
    ------
    UnreadableError
        Where it is no text at all.
    RefusedError
        Where it is not in UTF-8 (or in UTF-16 with its mark), and bad rows are not to be left out.
    """
    text, findings = _text(file, skip_bad_rows)
    numbered = [(row, line.strip()) for row, line in enumerate(lines_of(text), 1)]
    outline = _outline([(row, line) for row, line in numbered if line and not _RULE.fullmatch(line)], file)
    lines = [line for section in outline.sections for line in _lines(section, outline)]
    rows = sum(max(1, len(section.lines)) for section in outline.sections)
    return to_table(file.name, lines, Report(findings), max(rows, len(lines)), HEADERS)


def _text(file: ArchivedFile, skip_bad_rows: bool) -> tuple[str, list[Finding]]:
    data = file.read()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), []
    if _ZEROS.search(data):
        message = f"{file.name} holds bytes that no text has; save it as plain text, CSV or a spreadsheet"
        raise UnreadableError(message)
    text = data.decode("utf-8-sig", errors="replace")
    findings = [*_not_utf8(file.name, text, skip_bad_rows)]
    if findings and not skip_bad_rows:
        raise RefusedError(Report(findings))
    return text.replace("\0", ""), [*findings, *_zeros(file.name, text)]


def _zeros(file: str, text: str) -> Iterator[Finding]:
    for row, line in enumerate(lines_of(text), 1):
        if "\0" in line:
            yield Finding(
                code="nul-byte",
                severity=Severity.WARNING,
                file=file,
                row=row,
                value=line[:80],
                message="holds a NUL byte, which was taken out",
                remedy="Look whether a letter is missing there",
            )


def _not_utf8(file: str, text: str, skip_bad_rows: bool) -> Iterator[Finding]:
    for row, line in enumerate(lines_of(text), 1):
        if "\ufffd" in line:
            yield Finding(
                code="encoding",
                severity=Severity.WARNING if skip_bad_rows else Severity.ERROR,
                file=file,
                row=row,
                value=line[:80],
                message=NOT_UTF_8,
                remedy=AS_UTF_8,
            )


def _outline(lines: Sequence[tuple[int, str]], file: ArchivedFile) -> Outline:
    """Return the sections of a text; the first is that of what stands above all headings."""
    outline = Outline([Section(CourseName(PurePath(file.plain_name).stem), 1)])
    outline.program = _title(lines)
    for row, line in lines[1:] if outline.program else lines:
        if said := _declaration(line):
            _declare(outline, said["what"].lower(), said["said"])
        elif name := _heading(line):
            outline.sections.append(Section(name, row))
        else:
            outline.sections[-1].lines.append((row, line))
    first, *others = outline.sections
    outline.sections = [first, *others] if first.lines or not others else others
    return outline


def _title(lines: Sequence[tuple[int, str]]) -> str | None:
    """Return the first heading of Markdown where it names no course and another heading follows, before any outcome."""
    said = [line for _, line in lines[:SEARCHED] if not _declaration(line)]
    if len(said) < 2 or lines[0][1] != said[0] or not _MARKDOWN.fullmatch(said[0]):
        return None
    name = _heading(said[0])
    return name.title if name and not name.code and _heading(said[1]) else None


def _declaration(line: str) -> re.Match[str] | None:
    """Return what a line declares of a program, or of the course above it."""
    said = _DECLARED.fullmatch(_unmarked(line))
    return said if said and said["what"].lower() != "course" else None


def _declare(outline: Outline, what: str, said: str) -> None:
    if what == "program":
        outline.program = said
    elif what == "college":
        outline.college = said
    else:
        section = outline.sections[-1]
        credit = course_name(f"x, {said if said.split()[1:] else said + ' credits'}").credits
        section.name = CourseName(section.name.title, section.name.code, credit or section.name.credits)


def _heading(line: str) -> CourseName | None:
    if len(line) > LONGEST_HEADING:
        return None
    said = _DECLARED.fullmatch(_unmarked(line))
    if said and said["what"].lower() == "course":
        return course_name(said["said"])
    if _MARKDOWN.fullmatch(line) or names_course(line):
        return course_name(_unmarked(line))
    return None


def _unmarked(line: str) -> str:
    marked = _MARKDOWN.fullmatch(line)
    return marked["said"] if marked else line


def _lines(section: Section, outline: Outline) -> Iterator[Line]:
    """Yield what a section states, each statement at the line where it begins."""
    name = section.name
    stated = listing("\n".join(text for _, text in section.lines)).statements
    rows = _rows(section, stated)
    for row, statement in zip(rows, stated, strict=True) if stated else [(section.row, None)]:
        yield Line(
            row=row,
            program=outline.program,
            college=outline.college,
            course=None if name.code else slug(name.title),
            code=name.code,
            title=name.title,
            credits=name.credits,
            outcome=statement,
        )


def _rows(section: Section, stated: Sequence[str]) -> list[int]:
    """Return the line in which each statement begins, or the one of the statement before it."""
    rows, at = [], 0
    for statement in stated:
        begins, end = statement[:BEGINNING], min(at + AHEAD, len(section.lines))
        at = next((i for i in range(at, end) if begins in section.lines[i][1]), at)
        rows.append(section.lines[at][0])
    return rows
