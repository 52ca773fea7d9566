"""SVG: the picture as a document that scales, links, and can be heard."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import cache
from typing import Final
from xml.etree import ElementTree as ET

from pathways.diagrams import canvas, cards, labels, lanes, legend, picture
from pathways.diagrams.apart import Apart
from pathways.diagrams.cards import Line, Tag
from pathways.diagrams.layout import Arrow, Box, Point
from pathways.diagrams.stylesheet import ROOT, stylesheet
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.records.ladder import Direction, Ladder, Step
from standards.preferred_language import ENGLISH

_PICTURE: Final = Box(0, 0, 0, 0)
"""What lines outside any box count from."""

LEGIBLE: Final = 2 / 3
"""Share of its size at which the smallest words of a picture are 8 pixels high."""

_STYLES: Final = (
    picture.HEADING,
    picture.LEAD,
    picture.CAPTION,
    lanes.TITLE,
    cards.TITLE,
    cards.PAY,
    cards.SMALL,
    cards.MARKS,
    cards.SHORT,
    cards.TAG,
    labels.GAP,
    labels.NEED,
    legend.KEY,
    legend.SHORT_KEY,
)


def to_svg(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return the picture of a ladder as SVG, the same for the same ladder.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    return draw(picture.picture(ladder), link)


def draw(drawn: picture.Picture, link: Address = occupation_address, least: float = 0.0) -> str:
    """Return a picture as SVG; cards are read and reached before steps, both in the order of climbing.

    Parameters
    ----------
    least
        Share of its size below which a page around it does not shrink it, for instance `LEGIBLE`; an image viewer must
        be free to.
    """
    root = _root(drawn, least * drawn.width)
    _rectangle(root, Box(0, 0, drawn.width, drawn.height), "page", 0)
    _texts(ET.SubElement(root, "g", {"aria-hidden": "true"}), drawn.header)
    _lanes(root, drawn.lanes)
    _apart(root, drawn.apart)
    _arrows(root, drawn.steps)
    _cards(root, drawn, link)
    _labels(root, drawn)
    _legend(root, drawn.legend)
    _texts(root, drawn.caption)
    return canvas.written(root)


@cache
def _css() -> str:
    return "\n" + stylesheet(_STYLES)


def _root(drawn: picture.Picture, least: float) -> ET.Element:
    ladder = drawn.ladder
    name = f"ladder-{uuid.uuid5(uuid.NAMESPACE_URL, ladder.iri).hex[:12]}"
    style = f"{_css()}.{ROOT}{{min-width:{canvas.number(least)}px}}\n" if least else _css()
    return canvas.blank(ROOT, (drawn.width, drawn.height), ladder.title, wording.summary(ladder), style, name)


def _lanes(root: ET.Element, bands: Sequence[lanes.Lane]) -> None:
    for lane in bands:
        group = ET.SubElement(root, "g", {"class": f"zone-{lane.zone}", "aria-hidden": "true"})
        _rectangle(group, lane.box, "lane", 10)
        stripe = Box(lane.box.x, lane.box.y, 7, lane.box.height)
        _rectangle(group, stripe, "stripe", 3.5)
        _texts(group, lane.lines)


def _apart(root: ET.Element, band: Apart | None) -> None:
    if band:
        group = ET.SubElement(root, "g", {"class": "apart", "aria-hidden": "true"})
        _rectangle(group, band.box, "lane", 10)
        _texts(group, band.lines)


def _arrows(root: ET.Element, steps: Sequence[picture.PlacedStep]) -> None:
    """Draw the arrows, those of the main route over the others."""
    layer = ET.SubElement(root, "g", {"aria-hidden": "true"})
    for placed in sorted(steps, key=lambda placed: placed.step.main):
        _arrow(layer, placed.arrow, _kinds(placed.step))


def _kinds(step: Step) -> str:
    """Return the classes that say how a step is drawn."""
    tradeoff = [legend.TRADE_OFF] if step.tradeoff else []
    return " ".join([step.direction.value, *tradeoff, *([legend.MAIN] if step.main else [])])


def _arrow(parent: ET.Element, arrow: Arrow, kinds: str) -> None:
    """Draw an arrow, that of the main route on a broad band."""
    main = legend.MAIN in kinds.split()
    group = ET.SubElement(parent, "g", {"class": kinds})
    start, *curves = arrow.points
    path = f"M{_pair(start)}C{' '.join(map(_pair, curves))}"
    if main:
        ET.SubElement(group, "path", {"class": "band", "d": path})
    ET.SubElement(group, "path", {"class": "arrow", "d": path})
    corners = " ".join(map(_pair, _triangle(curves[-1], arrow.tip, 8 if main else 5)))
    ET.SubElement(group, "polygon", {"class": "tip", "points": corners})


def _triangle(base: Point, tip: Point, half: float) -> tuple[Point, Point, Point]:
    """Return the corners of an arrow's head, from the middle of its base and its tip."""
    right, down = tip[0] - base[0], tip[1] - base[1]
    length = (right**2 + down**2) ** 0.5 or 1.0
    aside, below = -down / length * half, right / length * half
    return (base[0] + aside, base[1] + below), tip, (base[0] - aside, base[1] - below)


def _cards(root: ET.Element, drawn: picture.Picture, link: Address) -> None:
    layer = ET.SubElement(root, "g", {"role": "list", "aria-label": "Rungs, in the order in which one climbs them"})
    for placed in drawn.cards:
        rung, box = placed.card.rung, placed.box
        item = ET.SubElement(layer, "g", {"role": "listitem"})
        if rung.main:
            item.set("class", "main")
        anchor = _anchor(item, link(rung), wording.rung_sentence(rung, drawn.ladder))
        _rectangle(anchor, box, "card", 9)
        for tag in placed.card.tags:
            _tag(anchor, tag, box)
        _texts(anchor, placed.card.lines, box, rung.label.language)


def _anchor(item: ET.Element, target: str, heard: str) -> ET.Element:
    """Return what holds a card and is reached by the keyboard: a link, or an image where it leads nowhere."""
    if target:
        return ET.SubElement(item, "a", {"href": target, "aria-label": heard})
    group = ET.SubElement(item, "g", {"class": "rung", "role": "img", "tabindex": "0", "aria-label": heard})
    ET.SubElement(group, "title").text = heard
    return group


def _tag(anchor: ET.Element, tag: Tag, box: Box) -> None:
    group = ET.SubElement(anchor, "g", {"class": tag.kind})
    ground = Box(tag.x, cards.PADDING, tag.width, cards.TAG.leading)
    _rectangle(group, ground.moved(box.x, box.y), "ground", cards.TAG.leading / 2)
    _texts(group, (tag.line,), box)


def _labels(root: ET.Element, drawn: picture.Picture) -> None:
    layer = ET.SubElement(root, "g", {"role": "list", "aria-label": "Steps between the rungs"})
    for placed in drawn.steps:
        heard = wording.sentence(placed.step, drawn.ladder)
        item = ET.SubElement(layer, "g", {"role": "listitem", "aria-label": heard})
        item.set("class", _kinds(placed.step))
        if placed.box:
            _rectangle(item, placed.box, "label", 6)
            _texts(item, placed.label.lines, placed.box)


def _legend(root: ET.Element, samples: Sequence[legend.Sample]) -> None:
    layer = ET.SubElement(root, "g", {"aria-hidden": "true"})
    for sample in (sample for sample in samples if sample.kind not in legend.MARKS):
        start, end = (sample.x, sample.y), (sample.x + legend.ARROW, sample.y)
        base = (end[0] - 10, sample.y)
        of_its_own = sample.kind in {direction.value for direction in Direction}
        kinds = sample.kind if of_its_own else f"{Direction.ADVANCE.value} {sample.kind}"
        _arrow(layer, Arrow((start, start, base, base), end), kinds)
    _texts(layer, [sample.line for sample in samples])


def _rectangle(parent: ET.Element, box: Box, name: str, radius: float) -> None:
    canvas.rectangle(parent, name, box.x, box.y, box.width, box.height, radius)


def _texts(parent: ET.Element, lines: Sequence[Line], box: Box = _PICTURE, language: str = ENGLISH) -> None:
    """Write lines of text.

    Parameters
    ----------
    language
        Of the title of a card, which is in the words of a release; all else is in English.
    """
    for line in lines:
        place = {
            "x": canvas.number(box.x + line.x),
            "y": canvas.number(box.y + line.y),
            **canvas.kept_length(line.text, line.style),
        }
        if line.style is cards.TITLE and language != ENGLISH:
            place |= {"lang": language, "xml:lang": language}
        ET.SubElement(parent, "text", {"class": line.style.name, **place}).text = line.text


def _pair(point: Point) -> str:
    return f"{canvas.number(point[0])},{canvas.number(point[1])}"
