"""Cards: what a picture says of one rung, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pathways.diagrams.metrics import Style, width
from pathways.diagrams.wrapping import wrap
from pathways.ladders import wording
from pathways.records.ladder import Ladder, Rung

WIDTH: Final = 226.0
SHORT_WIDTH: Final = 176.0
PADDING: Final = 14.0
_SHORT_PADDING: Final = 9.0
_INNER: Final = WIDTH - 2 * PADDING
_GAP: Final = 6.0

TITLE: Final = Style("name", size=15.5, leading=19, weight=600)
PAY: Final = Style("pay", size=15.5, leading=20, weight=700)
SMALL: Final = Style("small", size=12, leading=16)
MARKS: Final = Style("marks", size=12, leading=16, weight=600)
TAG: Final = Style("tag", size=12, leading=20, weight=600)
SHORT: Final = Style("short", size=15, leading=19, weight=600)
"""All that stands on a short card besides its title: no words are smaller there."""
_TAG_PADDING: Final = 8.0
_END: Final = {True: "off-ramp", False: "dead-end"}
"""Kinds of tags of rungs that lead no further, by whether one can stay there."""


@dataclass(frozen=True)
class Line:
    """One line of text; ``x`` and ``y`` (of the baseline) count from the corner of what holds it, in pixels."""

    text: str
    style: Style
    x: float
    y: float


@dataclass(frozen=True)
class Tag:
    """A word on a colored ground, which begins at ``x``: entry, main-route, off-ramp, dead-end or way-in."""

    kind: str
    line: Line
    x: float
    width: float


@dataclass(frozen=True)
class Card:
    """A rung as it is drawn, in pixels from its own corner."""

    rung: Rung
    tags: tuple[Tag, ...]
    lines: tuple[Line, ...]
    height: float
    width: float = WIDTH


def card(rung: Rung, ladder: Ladder, *, apart: bool = False) -> Card:
    """Return the card of a rung, as high as its text.

    Parameters
    ----------
    apart
        Whether it stands in no lane: then the card itself says how much preparation the rung takes, and no tag
        promises a way; but whoever stands there finds it.
    """
    tags = _tags(rung, here_only=apart)
    top = PADDING + (TAG.leading + _GAP if tags else 0)
    lines: list[Line] = []
    for group in _groups(rung, ladder, wording.LANES[rung.zone].title if apart else ""):
        stacked = stack(group, PADDING, top, _INNER)
        lines.extend(stacked)
        top += sum(line.style.leading for line in stacked) + (_GAP if stacked else 0)
    return Card(rung, tags, tuple(lines), top - _GAP + PADDING)


def short_card(rung: Rung) -> Card:
    """Return the card of a rung on a page that has room for few words: its place on the way, title and pay."""
    marks = (
        wording.rung_mark(rung),
        "Main route" if rung.main else "",
        wording.NO_WAY_IN if rung.no_way_in else "",
        wording.end_mark(rung),
    )
    texts = [
        (", ".join(filter(None, marks)), SHORT),
        (str(rung.label), TITLE),
        (wording.pay(rung.wage), SHORT),
    ]
    said = [(text, style) for text, style in texts if text]
    lines = stack(said, _SHORT_PADDING, _SHORT_PADDING, SHORT_WIDTH - 2 * _SHORT_PADDING)
    return Card(rung, (), lines, sum(line.style.leading for line in lines) + 2 * _SHORT_PADDING, SHORT_WIDTH)


def stack(texts: list[tuple[str, Style]], left: float, top: float, room: float) -> tuple[Line, ...]:
    """Return texts wrapped and set one under the other."""
    lines = []
    for text, style in texts:
        for part in wrap(text, style, room):
            # A line's letters stand in the middle of its leading.
            lines.append(Line(part, style, left, top + style.leading / 2 + style.size * 0.36))
            top += style.leading
    return tuple(lines)


def _groups(rung: Rung, ladder: Ladder, lane: str) -> tuple[list[tuple[str, Style]], ...]:
    return (
        [(str(rung.label), TITLE)],
        [
            (wording.pay(rung.wage), PAY),
            (wording.pay_range(rung.wage), SMALL),
            (wording.elsewhere(rung, ladder), SMALL),
        ],
        [(lane, SMALL), (wording.capital(wording.usually(rung.education)), SMALL)],
        [(wording.marks(rung), MARKS)],
        [(text, SMALL) for text in wording.earning(rung)],
    )


def _tags(rung: Rung, *, here_only: bool) -> tuple[Tag, ...]:
    """Return the tags of a rung, or only the one that says that one stands there."""
    marks = (
        (rung.start or (rung.entry and not here_only), "entry", wording.rung_mark(rung)),
        (rung.main and not here_only, "main-route", "Main route"),
        (rung.no_way_in and not here_only, "way-in", wording.NO_WAY_IN),
        (bool(rung.off_ramp or rung.dead_end) and not here_only, _END[bool(rung.off_ramp)], wording.end_mark(rung)),
    )
    tags: list[Tag] = []
    left = PADDING
    for marked, kind, text in marks:
        if marked:
            wide = width(text, TAG) + 2 * _TAG_PADDING
            (line,) = stack([(text, TAG)], left + _TAG_PADDING, PADDING, wide)
            tags.append(Tag(kind, line, left, wide))
            left += wide + _GAP
    return tuple(tags)
