"""Syllabi: which lines below a course say what students will be able to do, and which say something else.

Where a text has a heading of outcomes, or a line that leads them in, only what stands below it is read, up to the next
heading. A text without one is read whole, but for parts that are known to be something else, such as ``Grading``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from standards.curricula.openings import without_opening
from standards.curricula.syllabus_headings import Heading, Part, heading_of, leads_outcomes
from standards.matching.bloom import VERBS

_ITEM: Final = re.compile(
    r"(?:[•·‣▪●*\-\u2013\u2014]|\(?(?:\d{1,2}|[a-z])[.)]|(?:C?SLO|CLO|LO|Outcome)\s*\#?\d)\s*", re.IGNORECASE
)
_CAPITALS: Final = re.compile(r"[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*")
_SECTION: Final = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s+\S")
HEADING_WORDS: Final = 8
"""Words that an unknown heading has at most."""


@dataclass(frozen=True)
class TextLine:
    """A line of a text.

    Parameters
    ----------
    row
        Its number.
    apart
        Whether a blank line stands above it.
    underlined
        Whether a rule stands below it.
    """

    row: int
    text: str
    apart: bool = False
    underlined: bool = False


@dataclass
class Block:
    """Lines below one heading; without one, below none or below the heading of a course.

    Parameters
    ----------
    row
        Number of the line with the heading; 0 without one.
    """

    heading: Heading | None
    lines: list[TextLine] = field(default_factory=list)
    row: int = 0


@dataclass(frozen=True)
class Syllabus:
    """What is below the heading of one course.

    Parameters
    ----------
    stated
        Lines with outcomes and what leads them in.
    left_out
        Blocks that are none.
    has_heading
        Whether a heading or a lead-in says where the outcomes are.
    """

    stated: tuple[TextLine, ...]
    left_out: tuple[Block, ...]
    has_heading: bool
    description: str = ""
    prerequisites: str = ""


def syllabus(lines: Sequence[TextLine]) -> Syllabus:
    """Return which lines of a course state outcomes.

    Example
    -------
    >>> texts = ("Instructor: Pat", "Outcomes", "Weld pipes", "Grading", "Exams 40%")
    >>> found = syllabus([TextLine(row, text) for row, text in enumerate(texts, 1)])
    >>> [line.text for line in found.stated], [block.heading.name for block in found.left_out]
    (['Weld pipes'], ['Instructor', 'Grading'])
    """
    blocks = [*_blocks(lines)]
    parts = [block.heading.part for block in blocks if block.heading]
    outcomes = next((part for part in (Part.OUTCOMES, Part.PROGRAM_OUTCOMES) if part in parts), None)
    stated = [block for block in blocks if (block.heading.part if block.heading else None) is outcomes]
    facts = {part: _text(blocks, part) for part in (Part.DESCRIPTION, Part.PREREQUISITES)}
    left_out = [b for b in blocks if b not in stated and b.lines and not (b.heading and b.heading.part in facts)]
    return Syllabus(
        tuple(line for block in stated for line in block.lines),
        tuple(left_out),
        outcomes is not None,
        facts[Part.DESCRIPTION],
        facts[Part.PREREQUISITES],
    )


def _blocks(lines: Sequence[TextLine]) -> Iterator[Block]:
    """Yield the blocks of a text; a label with its value behind it is a block of its own."""
    block, opening = Block(None), TextLine(0, "")
    for at, line in enumerate(lines):
        heading = heading_of(line.text)
        if heading is None and _opens(block) and leads_outcomes(line.text):
            yield block
            block, opening = Block(Heading(Part.OUTCOMES, line.text), [line], line.row), line
        elif heading and heading.said and heading.part is not Part.OUTCOMES:
            yield block
            yield Block(heading, [line], line.row)
            block = Block(Heading(Part.OTHER, heading.name) if not _opens(block) else None)
        elif heading:
            yield block
            rest = [TextLine(line.row, heading.said)] if heading.said else []
            block, opening = Block(heading, rest, line.row), line
        elif _ends(block, opening, lines[at:]):
            yield block
            block = Block(Heading(Part.OTHER, line.text), [line], line.row)
        else:
            block.lines.append(line)
    yield block


def _opens(block: Block) -> bool:
    """Whether a line that leads in outcomes begins them: not where they have begun."""
    return block.heading is None or block.heading.part not in (Part.OUTCOMES, Part.PROGRAM_OUTCOMES)


def _ends(block: Block, opening: TextLine, following: Sequence[TextLine]) -> bool:
    """Whether a line ends the outcomes: a heading like that above them, or a text behind their list."""
    if _opens(block) or not block.lines:
        return False
    line, *others = following
    if _ITEM.match(line.text) or leads_outcomes(line.text) or without_opening(line.text) != line.text:
        return False
    short = len(line.text.split()) <= HEADING_WORDS and not line.text.endswith((".", ";", ","))
    if short and any(_is(line) and _is(opening) for _is in (_in_capitals, _is_numbered, _is_underlined)):
        return True
    listed = len(block.lines) > 1 and bool(_ITEM.match(block.lines[-1].text) or _ITEM.match(block.lines[-2].text))
    below = next(iter(others), None)
    grouped = below is not None and not below.apart and bool(_ITEM.match(below.text)) and _begins_with_verb(below.text)
    return line.apart and listed and not grouped and not _begins_with_verb(line.text)


def _in_capitals(line: TextLine) -> bool:
    return bool(_CAPITALS.fullmatch(line.text))


def _is_numbered(line: TextLine) -> bool:
    return bool(_SECTION.match(line.text))


def _is_underlined(line: TextLine) -> bool:
    return line.underlined


def _begins_with_verb(text: str) -> bool:
    first = _ITEM.sub("", text, count=1).split()
    return bool(first) and first[0].casefold().strip(",:") in VERBS


def _text(blocks: Sequence[Block], part: Part) -> str:
    """Return what stands below a heading, or behind it, in one line."""
    found = [block for block in blocks if block.heading and block.heading.part is part]
    said = [block.heading.said for block in found if block.heading and block.heading.said]
    lines = [line.text for block in found if block.heading and not block.heading.said for line in block.lines]
    return " ".join((*said, *lines))
