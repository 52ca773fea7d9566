"""The picture of a matrix before any file format: what stands where, on one tall sheet or on several of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from pathways.agreements import wording
from pathways.agreements.matrix import Line, Matrix, Seat
from pathways.diagrams.metrics import Style, width
from pathways.diagrams.wrapping import wrap

HEADING: Final = Style("heading", 25, 32, 700)
LEAD: Final = Style("lead", 14.5, 21)
QUIET: Final = Style("quiet", 12.5, 17)
PLAIN: Final = Style("plain", 13.5, 17)
NAME: Final = Style("name", 13, 15)
ROLE: Final = Style("role", 12.5, 16, 600)
STATUS: Final = Style("status", 13, 16, 600)
BAND: Final = Style("group", 14.5, 20, 700)
LETTER: Final = Style("letter", 13, 15, 700)
STYLES: Final = (HEADING, LEAD, QUIET, PLAIN, NAME, ROLE, STATUS, BAND, LETTER)

MARGIN: Final = 28.0
CODE: Final = 60.0
"""Least width of the column of codes, where there are any, in pixels."""
WORDS: Final = 430.0
"""Width of the statements."""
STANDS: Final = 210.0
"""Width of what is at the right of each row."""
NAMES: Final = 168.0
"""Longest line of the name of an organization, which runs upward."""
NARROW: Final = 50.0
"""Least width of a column, for the dot and the mark."""
APART: Final = 12.0
"""Room between firms, unions and colleges."""
INSIDE: Final = 9.0
"""Room above and below the words of a row."""
BAND_HEIGHT: Final = 34.0
LEGEND: Final = 42.0
FOLD: Final = 2**0.5
"""Height of a sheet of ISO paper, by its width."""


@dataclass(frozen=True)
class Column:
    """An organization's column: from its left edge, in pixels, with the lines of its name."""

    seat: Seat
    x: float
    width: float
    names: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where the mark stands."""
        return self.x + self.width / 2 + 7

    @property
    def dot(self) -> float:
        """Where the dot stands that says that the organization's own list has it."""
        return self.middle - 22


@dataclass(frozen=True)
class Block:
    """A category, or a row under it.

    Parameters
    ----------
    line
        ``None`` for the head of a category.
    texts
        Lines of the statement, or the category.
    """

    category: str
    line: Line | None
    texts: tuple[str, ...]
    height: float


@dataclass(frozen=True)
class Frame:
    """What all sheets of a matrix share."""

    matrix: Matrix

    @cached_property
    def code(self) -> float:
        """Width of the column of codes."""
        widest = max((width(line.code, PLAIN) for line in self.matrix.lines), default=0.0)
        return max(CODE, widest + 18) if widest else 0.0

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The organizations' columns; firms, unions and colleges stand apart."""
        found: list[Column] = []
        x, role = MARGIN + self.code + WORDS + 8, ""
        for seat in self.matrix.seats:
            names = wrap(seat.name, NAME, NAMES)
            wide = max(NARROW, len(names) * NAME.leading + 8)
            x += APART if role and seat.role != role else 0
            found.append(Column(seat, x, wide, names))
            x, role = x + wide, seat.role
        return tuple(found)

    @cached_property
    def right(self) -> float:
        """Where the columns end."""
        last = self.columns[-1] if self.columns else None
        return last.x + last.width if last else MARGIN + self.code + WORDS

    @cached_property
    def width(self) -> float:
        """Of the picture."""
        return max(self.right + 14 + STANDS + MARGIN, 1040.0)

    @cached_property
    def header(self) -> tuple[tuple[str, Style], ...]:
        """The lines above the table."""
        said = (self.matrix.stage, wording.stands(self.matrix), self.matrix.rule)
        return tuple(self._wrapped([(self.matrix.title, HEADING), *((text, LEAD) for text in said)]))

    @cached_property
    def footer(self) -> tuple[tuple[str, Style], ...]:
        """The lines below the table."""
        seen = wording.PRIVATE if self.matrix.private else wording.PUBLIC
        told = (seen, wording.in_words(self.matrix), *self.matrix.notes, wording.sources(self.matrix))
        return tuple(self._wrapped((text, QUIET) for text in told))

    def _wrapped(self, told: Sequence[tuple[str, Style]] | Iterator[tuple[str, Style]]) -> Iterator[tuple[str, Style]]:
        room = self.width - 2 * MARGIN
        yield from ((line, style) for text, style in told if text for line in wrap(text, style, room))

    @cached_property
    def top(self) -> float:
        """Where the names of the columns begin, below the legend."""
        return self.legend + LEGEND / 2

    @property
    def legend(self) -> float:
        """Where the middle of the legend is: before the marks that it explains."""
        return MARGIN + sum(style.leading for _, style in self.header) + 2 + LEGEND / 2

    @cached_property
    def body(self) -> float:
        """Where the rows begin."""
        return self.top + ROLE.leading + NAMES + 16

    @property
    def bottom(self) -> float:
        """Height of what stands below the rows."""
        return 24 + sum(style.leading for _, style in self.footer) + MARGIN

    def blocks(self) -> Iterator[Block]:
        """Yield categories and rows, from above."""
        for category, lines in self.matrix.groups:
            agreed = sum(line.status == "agreed" for line in lines)
            yield Block(category, None, (f"{category} · {agreed} of {len(lines)} agreed",), BAND_HEIGHT)
            for line in lines:
                texts = wrap(line.wording, PLAIN, WORDS - 8)
                rows = max(len(texts) * PLAIN.leading, 2 * STATUS.leading)
                yield Block(category, line, texts, rows + 2 * INSIDE)


@dataclass(frozen=True)
class Sheet:
    """A picture of some of the rows, under the same head.

    Parameters
    ----------
    number, of
        Which one, of how many.
    """

    frame: Frame
    blocks: tuple[Block, ...]
    number: int = 1
    of: int = 1

    @property
    def height(self) -> float:
        """Of the picture, in pixels."""
        return self.frame.body + WHOLE + sum(block.height for block in self.blocks) + self.frame.bottom


WHOLE: Final = 2 * STATUS.leading + 2 * INSIDE
"""Height of the row of the whole standard, in pixels."""


def tall(matrix: Matrix) -> Sheet:
    """Return a matrix as one picture, as tall as it must be."""
    frame = Frame(matrix)
    return Sheet(frame, tuple(frame.blocks()))


def sheets(matrix: Matrix) -> list[Sheet]:
    """Return a matrix as pictures of the proportions of paper, each with the head; a category goes on under its name.

    A row that no sheet has room for has one to itself.
    """
    frame = Frame(matrix)
    room = max(frame.width * FOLD - frame.body - WHOLE - frame.bottom, 6 * BAND_HEIGHT)
    pages: list[list[Block]] = [[]]
    head: Block | None = None
    for block in frame.blocks():
        needed = block.height + (0 if block.line else 2 * BAND_HEIGHT)
        if pages[-1] and sum(one.height for one in pages[-1]) + needed > room:
            pages.append([_continued(head)] if head and block.line else [])
        head = head if block.line else block
        pages[-1].append(block)
    return [Sheet(frame, tuple(page), number, len(pages)) for number, page in enumerate(pages, 1)]


def _continued(head: Block) -> Block:
    return replace(head, texts=(f"{head.category}, continued",))
