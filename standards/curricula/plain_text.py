"""Programs in plain text: headings for courses, one outcome a line below them.

A heading is a line that begins with the code of a course (``ELEC 110 Circuit Theory``), with ``Course:``, or with the
marks ``#`` of Markdown. ``Program:``, ``College:``, ``Course title:`` and such say the rest; so does a first heading of
Markdown that others follow at once, for the program. What stands above all headings belongs to a course named like the
file. Below the heading of a course, `syllabus` tells outcomes from grading, policies and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ontology.identifiers import slug
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.curricula.administration import administrative, is_administrative
from standards.curricula.course_names import CourseName
from standards.curricula.lines import Line, to_table
from standards.curricula.listing import is_empty, listing
from standards.curricula.outline import Outline, Section, outline_of
from standards.curricula.syllabus import Block, Syllabus, TextLine, syllabus
from standards.curricula.text_file import read_text
from standards.curricula.titles import COLLEGE, PROGRAM, Title, said, titles
from standards.curricula.unread_lines import unread_lines
from standards.curricula.wordless import is_wordless, wordless
from standards.markup import lines_of
from standards.tables import Table

_RULE: Final = re.compile(r"[=\-_*]{3,}")
"""What underlines a heading, or parts a text."""

AHEAD: Final = 50
"""Lines among which the next statement is looked for."""

BEGINNING: Final = 10
"""Characters by which it is known there; a longer piece may go on in the next line."""

PREFACE: Final = 8
"""Lines at the top of a text among which the name of the college is looked for."""

HEADERS: Final = {"outcome": "line", "code": "heading", "title": "heading"}


def read_plain_text(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read a text: one outcome a line, courses by their headings.

    Raises
    ------
    UnreadableError
        Where it is no text at all.
    RefusedError
        Where it is not in UTF-8 (or in UTF-16 with its mark), and bad rows are not to be left out.
    """
    text, findings = read_text(file, skip_bad_rows=skip_bad_rows)
    return of_lines(file, [*_text_lines(text)], findings)


def of_lines(file: ArchivedFile, filled: Sequence[TextLine], findings: Sequence[Finding] = ()) -> Table:
    """Return what the filled lines of a text say of a program.

    Parameters
    ----------
    findings
        What was found in the file before.
    """
    found = [*findings]
    if not filled:
        return to_table(file.name, (), Report(found), 0, HEADERS)
    outline = outline_of(filled, file)
    read = [syllabus(section.lines) for section in outline.sections]
    _take_college(outline, read)
    _leave_preface(outline, read)
    _call_after_course(outline, read)
    lines = [line for pair in zip(outline.sections, read, strict=True) for line in _lines(*pair, outline)]
    names = {PROGRAM: outline.program, COLLEGE: outline.college}
    found += said(file.name, (title for title in outline.guessed if names[title.what] == title.name))
    found += [*_credits(file.name, outline), *unread_lines(file.name, outline, read, filled)]
    stated = (line for each in read for line in each.stated if is_wordless(line.text))
    found += [wordless(file.name, line.row, HEADERS["outcome"], line.text) for line in stated]
    run = (line for each in read for line in each.stated if is_administrative(line.text))
    found += [administrative(file.name, line.row, HEADERS["outcome"], line.text) for line in run]
    rows = sum(max(1, len(section.lines)) for section in outline.sections)
    return to_table(file.name, lines, Report(found), max(rows, len(lines)), HEADERS)


def _call_after_course(outline: Outline, read: Sequence[Syllabus]) -> None:
    """Call a program that nothing names after the course, where it is the only one and the text names it."""
    if outline.program or len(outline.sections) != 1 or not outline.sections[0].named:
        return
    name = _with_title(outline.sections[0].name, read[0])
    outline.program = name.title if name.code in (None, name.title) else f"{name.code} {name.title}"


def _text_lines(text: str) -> Iterator[TextLine]:
    """Yield the filled lines of a text, each with what is around it."""
    lines = [line.strip() for line in lines_of(text)]
    around = zip(["", *lines], lines, [*lines[1:], ""], strict=False)
    for row, (above, line, below) in enumerate(around, 1):
        if line and not _RULE.fullmatch(line):
            yield TextLine(row, line, not above, bool(_RULE.fullmatch(below)))


def _leave_preface(outline: Outline, read: list[Syllabus]) -> None:
    """Take nothing from above the first course where a heading says where its outcomes are."""
    top, *below = outline.sections
    if top.level and below and not top.name.code and all(section.level > top.level for section in below):
        if not outline.program:
            outline.guessed.append(Title(top.row, PROGRAM, outline.call(top.name.title)))
        top.named = False
    if top.named:
        return
    first, *others = read
    if not first.has_heading and any(each.has_heading for each in others):
        read[0] = Syllabus((), (Block(None, top.lines),) if top.lines else (), has_heading=False)
    _take_college(outline, read)
    if not read[0].stated and others:
        outline.unread, read[0:1], outline.sections[0:1] = read[0].left_out, [], []


def _take_college(outline: Outline, read: list[Syllabus]) -> None:
    """Take the college from the lines at the top that are not read; the one that names it then counts as read."""
    first, name = read[0], outline.sections[0].name
    if outline.college or not first.left_out:
        return
    if outline.sections[0].named and (first.left_out[0].heading or name.title == name.code):
        return
    top, *others = first.left_out
    lines = [(line.row, line.text) for line in top.lines if line.row <= PREFACE]
    title = next((title for title in titles(lines) if title.what == COLLEGE), None)
    if title:
        outline.college = title.name
        outline.guessed.append(title)
        rest = [line for line in top.lines if line.row != title.row]
        read[0] = replace(first, left_out=(*([replace(top, lines=rest)] if rest else []), *others))


def _lines(section: Section, read: Syllabus, outline: Outline) -> Iterator[Line]:
    """Yield what a section states, each statement at the line where it begins."""
    name = _with_title(section.name, read)
    stated = listing("\n".join(line.text for line in read.stated)).statements
    rows = _rows(read.stated, stated)
    for row, statement in zip(rows, stated, strict=True) if stated else [(section.row, None)]:
        yield Line(
            row=row,
            program=outline.program,
            award=outline.award,
            cip=outline.cip,
            college=outline.college,
            term=section.term,
            course=None if name.code else slug(name.title),
            code=name.code,
            title=name.title,
            credits=name.credits,
            description=read.description or None,
            prerequisites=None if is_empty(read.prerequisites) else read.prerequisites,
            outcome=statement,
        )


def _with_title(name: CourseName, read: Syllabus) -> CourseName:
    """Return the name of a course with its title out of the line right below its code, where a heading comes later."""
    block = read.left_out[0] if read.has_heading and read.left_out else None
    if name.title != name.code or block is None or block.heading or block.lines[0].apart:
        return name
    return replace(name, title=block.lines[0].text)


def _rows(lines: Sequence[TextLine], stated: Sequence[str]) -> list[int]:
    """Return the line in which each statement begins, or the one of the statement before it."""
    rows, at = [], 0
    for statement in stated:
        begins, end = statement[1:BEGINNING], min(at + AHEAD, len(lines))
        at = next((i for i in range(at, end) if begins in lines[i].text), at)
        rows.append(lines[at].row)
    return rows


def _credits(file: str, outline: Outline) -> Iterator[Finding]:
    """Yield the credits that a label announces and that are no number."""
    for line in outline.strange_credits:
        yield Finding(
            code="strange-credits",
            severity=Severity.WARNING,
            file=file,
            row=line.row,
            column="credits",
            value=line.text[:80],
            message="is no number of credits; none is taken from this line",
            remedy="Write one number, such as 'Credits: 5'",
        )
