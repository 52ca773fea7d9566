"""Outlines of texts: which line begins a course, and what lines declare of a program or a course."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Final

from standards.archives import ArchivedFile
from standards.cells import SEARCHED
from standards.curricula.awards import in_title
from standards.curricula.course_names import CourseName, course_name, names_course
from standards.curricula.syllabus import Block, TextLine
from standards.curricula.syllabus_headings import Part, heading_of
from standards.curricula.titles import PROGRAM, Title

_DECLARED: Final = re.compile(
    r"(?P<what>course(?:\s+(?:number|code|no\.?|id|\#|title|name))?|(?:degree\s+)?program(?:\s+(?:name|title))?"
    r"|(?:college|institution)(?:\s+name)?|(?:course\s+)?credits?(?:\s+hours)?|units"
    r"|(?:quarter|semester|term)(?:\s+offered)?(?=\s*:\s*\S.{0,39}$))\s*:\s*(?P<said>\S.*)",
    re.IGNORECASE,
)
_TERMS: Final = ("quarter", "semester", "term")
_SYLLABUS: Final = re.compile(
    r"(?:course\s+)?syllabus(?:\s+(?:for|of))?\s*[:\-\u2013\u2014]?\s*(?P<said>\S.*)", re.IGNORECASE
)
"""What a heading may have before the code of its course."""

_NUMBER: Final = re.compile(r"(?P<number>\d{1,2}(?:\.\d+)?)(?!\.?\d|\s*(?:[\-\u2013\u2014/]\s*\d|(?:to|or)\b))")
"""A number that begins a value and is no range; hours of lecture and lab may follow."""

_MARKDOWN: Final = re.compile(r"#{1,6}\s+(?P<said>.*?)\s*#*")
LONGEST_HEADING: Final = 200
"""Characters that a heading has at most."""


@dataclass
class Section:
    """A course with the lines below its heading, each with its number."""

    name: CourseName
    row: int
    lines: list[TextLine] = field(default_factory=list)
    term: str | None = None
    level: int = 0
    """Of a heading in Markdown, from 1."""
    named: bool = True
    """Whether the text names it; otherwise it stands for what is above all headings."""


@dataclass
class Outline:
    """What a text says of its program, and its sections."""

    sections: list[Section]
    program: str | None = None
    award: str | None = None
    cip: str | None = None
    college: str | None = None
    unread: tuple[Block, ...] = ()
    """What stands above the first course and is not read."""
    guessed: list[Title] = field(default_factory=list)
    """What is taken as a name although no label says so."""
    strange_credits: list[TextLine] = field(default_factory=list)
    """What stands behind ``Credits:`` and is no number."""

    def call(self, said: str) -> str:
        """Call the program as a text says, without the award and the CIP code that are plain in it; return its name."""
        found = in_title(said)
        self.program, self.award, self.cip = found.name, found.award or None, found.cip or None
        return found.name


def outline_of(lines: Sequence[TextLine], file: ArchivedFile) -> Outline:
    """Return the sections of a text; the first is that of what stands above all headings."""
    outline = Outline([Section(CourseName(PurePath(file.plain_name).stem), 1, named=False)])
    if program := _title(lines):
        outline.guessed.append(Title(lines[0].row, PROGRAM, outline.call(program)))
    before = TextLine(0, "")
    for line in lines[1:] if outline.program else lines:
        if said := _declaration(line.text):
            _declare(outline, said["what"].lower(), said["said"], line.row)
        elif (name := _heading(line.text)) and not _is_needed(before, line):
            outline.sections.append(Section(name, line.row, level=_level(line.text)))
        else:
            outline.sections[-1].lines.append(line)
            before = line
    first, *others = outline.sections
    if len(others) == 1 and not first.named:
        _complete(others[0], first)
    outline.sections = [first, *others] if first.lines or first.named or not others else others
    return outline


def _complete(only: Section, above: Section) -> None:
    """Give the only course of a text the credits and the term that stand above it."""
    if only.name.credits is None:
        only.name = replace(only.name, credits=above.name.credits)
    only.term = only.term or above.term


def _level(line: str) -> int:
    return len(line) - len(line.lstrip("#"))


def _is_needed(before: TextLine, line: TextLine) -> bool:
    """Whether a line names a course only as what must come before: right below the heading that says so."""
    heading = heading_of(before.text)
    return not line.apart and before.row == line.row - 1 and heading is not None and heading.part is Part.PREREQUISITES


def _title(lines: Sequence[TextLine]) -> str | None:
    """Return the first heading of Markdown where it names no course and another heading follows, before any outcome."""
    said = [line.text for line in lines[:SEARCHED] if not _declaration(line.text)]
    if len(said) < 2 or lines[0].text != said[0] or not _MARKDOWN.fullmatch(said[0]):
        return None
    name = _heading(said[0])
    return name.title if name and not name.code and _heading(said[1]) else None


def _declaration(line: str) -> re.Match[str] | None:
    """Return what a line declares of a program, or of the course above it."""
    said = _DECLARED.fullmatch(_unmarked(line))
    return said if said and said["what"].lower() != "course" else None


def is_label(words: str) -> bool:
    """Whether words say what stands behind them: a part of a program or a course, or a heading that syllabi have.

    Example
    -------
    >>> is_label("Credits:"), is_label("Office hours"), is_label("Weld pipes")
    (True, True, False)
    """
    bare = words.rstrip(": ")
    return bool(bare) and bool(_DECLARED.fullmatch(f"{bare}: x") or heading_of(bare))


def _declare(outline: Outline, what: str, said: str, row: int) -> None:
    if "program" in what:
        outline.call(said)
    elif what.startswith(_TERMS):
        outline.sections[-1].term = said
    elif "college" in what or "institution" in what:
        outline.college = said
    elif "credit" in what or "unit" in what:
        section = outline.sections[-1]
        number = _NUMBER.match(said)
        if number:
            section.name = replace(section.name, credits=float(number["number"]))
        else:
            outline.strange_credits.append(TextLine(row, said))
    else:
        _name(outline, what, said, row)


def _name(outline: Outline, what: str, said: str, row: int) -> None:
    """Give a course its title or its code; a second one of a kind begins another course."""
    section, is_title = outline.sections[-1], "title" in what or "name" in what
    name = section.name if section.named else CourseName("", credits=section.name.credits)
    if name.title not in ("", name.code) if is_title else name.code:
        section, name = Section(CourseName(""), row), CourseName("")
        outline.sections.append(section)
    section.name = replace(name, title=said) if is_title else replace(name, title=name.title or said, code=said)
    section.named = True


def _heading(line: str) -> CourseName | None:
    if len(line) > LONGEST_HEADING:
        return None
    said = _DECLARED.fullmatch(_unmarked(line))
    if said and said["what"].lower() == "course":
        return course_name(said["said"])
    part = heading_of(line)
    titled = _SYLLABUS.fullmatch(_unmarked(line))
    if titled and names_course(titled["said"]):
        return course_name(titled["said"])
    if (_MARKDOWN.fullmatch(line) and part is None) or names_course(line):
        return course_name(_unmarked(line))
    return None


def _unmarked(line: str) -> str:
    marked = _MARKDOWN.fullmatch(line)
    return marked["said"] if marked else line
