"""Sheets: the paper that a picture is printed on, with margins, and never so small that it cannot be read.

A picture goes on one letter sheet, upright or across as its shape asks. Where its words would be too small there, a
short one does: cards with title and pay, arrows without labels, all else in words on the pages behind. Where even that
is too large it goes on one tabloid sheet; else the whole picture on several, cut between lanes or rows of cards. What
is cut side by side overlaps by a card; a little smaller type is better than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from pathways.diagrams.cards import SHORT, SMALL, WIDTH, Line, stack
from pathways.diagrams.layout import Box, Size
from pathways.diagrams.metrics import Style
from pathways.diagrams.picture import Picture, picture
from pathways.ladders import wording
from pathways.records.ladder import Ladder

LETTER: Final = (612.0, 792.0)
TABLOID: Final = (792.0, 1224.0)
MARGIN: Final = 27.0
"""In points, like all lengths of a sheet: three eighths of an inch, which every printer leaves."""

TYPE: Final = 7.0
"""The smallest type that is still read with ease on paper, in points."""

LEGIBLE: Final = TYPE / SMALL.size
"""Points for each pixel of a picture at which its smallest words have that size."""

UNCUT: Final = 6.5 / SMALL.size
"""The same for words of 6.5 points: a picture that these keep in one piece from side to side is printed so small."""

SHORT_LEGIBLE: Final = 6.0 / SHORT.size
"""Points for each pixel of a short picture at which its smallest words have 6 points."""

BEHIND: Final = "What the numbers mean, what each step takes, notes and sources stand on the pages behind."

TITLE: Final = Style("sheet-title", size=16, leading=20, weight=700)
LEAD: Final = Style("sheet-lead", size=9.5, leading=13)
CAPTION: Final = Style("sheet-caption", size=TYPE, leading=9)
_GAP: Final = 8.0


@dataclass(frozen=True)
class Sheet:
    """One page: words, and a window on the picture.

    Parameters
    ----------
    lines
        In points from the corner of the sheet.
    window
        What is seen of the picture, in its pixels.
    x, y
        Where the window stands on the sheet.
    scale
        Points for each pixel.
    """

    width: float
    height: float
    lines: tuple[Line, ...]
    window: Box
    x: float
    y: float
    scale: float


@dataclass(frozen=True)
class _Paper:
    """A sheet's size with what it says above and below the picture."""

    width: float
    height: float
    header: tuple[Line, ...]
    caption: tuple[Line, ...]

    @property
    def room(self) -> Size:
        """How much of the sheet the picture may take."""
        words = sum(line.style.leading for line in (*self.header, *self.caption))
        return self.width - 2 * MARGIN, self.height - 2 * MARGIN - words - 2 * _GAP

    def scale(self, body: Box) -> float:
        """Return how large a whole picture is on one such sheet."""
        wide, high = self.room
        return min(wide / body.width, high / body.height, 1.0)

    def sheet(self, window: Box, scale: float, *, first: bool = True, last: bool = True, mark: str = "") -> Sheet:
        """Return a sheet with a window on the picture; the first says what it is, the last what to know."""
        top = MARGIN + sum(line.style.leading for line in self.header) + _GAP
        below = top + window.height * scale + _GAP
        caption = [Line(line.text, line.style, line.x, line.y + below) for line in self.caption] if last else []
        marked = stack([(mark, CAPTION)], MARGIN, MARGIN - CAPTION.leading, self.width) if mark else ()
        lines = (*marked, *(self.header if first else ()), *caption)
        left = (self.width - window.width * scale) / 2
        return Sheet(self.width, self.height, lines, window, left, top, scale)


def printed(ladder: Ladder) -> tuple[Picture, tuple[Sheet, ...]]:
    """Return the picture of a ladder that goes on paper, whole or short, and its sheets."""
    full = picture(ladder)
    found = sheets(full)
    if len(found) == 1 and {found[0].width, found[0].height} == {*LETTER}:
        return full, found
    short = picture(ladder, short=True)
    one = _of_short(short)
    return (short, (one,)) if one else (full, found)


def _of_short(drawn: Picture) -> Sheet | None:
    """Return the one sheet of a short picture, ``None`` where its words would be too small."""
    body = _body(drawn)
    for size in (LETTER, TABLOID):
        paper = max(_papers(drawn, size, BEHIND), key=lambda paper: paper.scale(body))
        if (scale := paper.scale(body)) >= SHORT_LEGIBLE:
            return paper.sheet(body, scale)
    return None


def sheets(drawn: Picture) -> tuple[Sheet, ...]:
    """Return the sheets that a picture is printed on, from its top left to its bottom right."""
    body = _body(drawn)
    for size in (LETTER, TABLOID):
        paper = max(_papers(drawn, size), key=lambda paper: paper.scale(body))
        scale = paper.scale(body)
        if scale >= LEGIBLE:
            return (paper.sheet(body, scale),)
    return _poster(drawn, body)


def whole(drawn: Picture) -> Sheet:
    """Return a sheet of the size of a picture, a point for each pixel."""
    return Sheet(drawn.width, drawn.height, (), Box(0, 0, drawn.width, drawn.height), 0, 0, 1)


def _papers(drawn: Picture, size: Size, beneath: str = "") -> Iterator[_Paper]:
    """Yield a paper upright and across.

    Parameters
    ----------
    beneath
        What stands beneath the picture; all that must be known where it is empty.
    """
    ladder = drawn.ladder
    told = beneath or " ".join(wording.caption(ladder))
    for wide, high in (size, size[::-1]):
        room = wide - 2 * MARGIN
        sentence = ladder.description if ladder.rungs else wording.EMPTY
        header = stack([(ladder.title, TITLE), (sentence, LEAD)], MARGIN, MARGIN, room)
        caption = stack([(told, CAPTION)], MARGIN, 0, room)
        yield _Paper(wide, high, header, caption)


def _body(drawn: Picture) -> Box:
    """Return what is printed of a picture: lanes, what stands apart, and legend; the words are set anew."""
    boxes = [lane.box for lane in drawn.lanes] + ([drawn.apart.box] if drawn.apart else [])
    if not boxes:
        return Box(0, 0, drawn.width, 1)
    left, right = boxes[0].x, boxes[0].x + boxes[0].width
    top = min(box.y for box in boxes)
    ends = [box.y + box.height for box in boxes] + [sample.y + sample.line.style.leading / 2 for sample in drawn.legend]
    return Box(left - 1, top - 1, right - left + 2, max(ends) - top + 2)


def _poster(drawn: Picture, body: Box) -> tuple[Sheet, ...]:
    """Return several sheets: the fewest cuts from top to bottom, then the larger type, then the fewest sheets."""
    plans = [
        (paper, _columns(body, paper.room[0] / scale), _rows(drawn, body, paper.room[1] / scale), scale)
        for scale in (LEGIBLE, UNCUT)
        for size in (LETTER, TABLOID)
        for paper in _papers(drawn, size)
    ]
    paper, columns, rows, scale = min(plans, key=lambda plan: (len(plan[1]), -plan[3], len(plan[1]) * len(plan[2])))
    windows = [Box(x, y, wide, high) for y, high in rows for x, wide in columns]
    return tuple(
        paper.sheet(
            window,
            scale,
            first=at == 0,
            last=at == len(windows) - 1,
            mark=f"{drawn.ladder.title}: sheet {at + 1} of {len(windows)}",
        )
        for at, window in enumerate(windows)
    )


def _columns(body: Box, room: float) -> list[tuple[float, float]]:
    """Return where each window begins and how wide it is; neighbors share the width of a card."""
    count = max(1, ceil((body.width - WIDTH) / (room - WIDTH)))
    wide = (body.width + (count - 1) * WIDTH) / count
    return [(body.x + at * (wide - WIDTH), wide) for at in range(count)]


def _rows(drawn: Picture, body: Box, room: float) -> list[tuple[float, float]]:
    """Return where each window begins and how high it is, cut where no card and if possible no label is.

    A cut goes between two lanes where that takes no further sheet.
    """
    cards = [placed.box for placed in drawn.cards]
    all_ = [*cards, *(placed.box for placed in drawn.steps if placed.box)]
    top, bottom = body.y, body.y + body.height
    found = []
    while bottom - top > room:
        earliest = bottom - (ceil((bottom - top) / room) - 1) * room
        end = top + room
        border = _between(drawn, max(earliest, top + room / 2), end, all_)
        cut = border or _free(top, end, all_) or _free(top, end, cards) or end
        found.append((top, cut - top))
        top = cut
    return [*found, (top, bottom - top)]


def _between(drawn: Picture, earliest: float, end: float, boxes: Sequence[Box]) -> float | None:
    """Return the lowest border of a lane between two heights that runs through no box."""
    bands = [*(lane.box for lane in drawn.lanes), *([drawn.apart.box] if drawn.apart else [])]
    borders = sorted((band.y - 2 for band in bands), reverse=True)
    return next((cut for cut in borders if earliest <= cut <= end and not _runs_through(cut, boxes)), None)


def _free(top: float, end: float, boxes: Sequence[Box]) -> float | None:
    """Return the lowest height up to an end, in the lower half, that runs through no box."""
    heights = [end, *sorted((box.y - 4 for box in boxes if box.y - 4 < end), reverse=True)]
    clear = (cut for cut in heights if not _runs_through(cut, boxes))
    return next((cut for cut in clear if cut > (top + end) / 2), None)


def _runs_through(cut: float, boxes: Sequence[Box]) -> bool:
    return any(box.y - 2 < cut < box.y + box.height + 2 for box in boxes)
