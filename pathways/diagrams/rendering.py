"""Rendering: the picture as PNG and PDF, by a typesetter that needs nothing of the machine it runs on."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from importlib.resources import files
from typing import Any, Final, Literal

from ontology.errors import InputError
from pathways.diagrams.digest import digest
from pathways.diagrams.layout import Box
from pathways.diagrams.picture import Picture, picture
from pathways.diagrams.sheets import Sheet, printed, whole
from pathways.diagrams.svg import draw
from pathways.diagrams.typesetting import typeset
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.ladders.blocks import Block, Heading, Items, Run
from pathways.records.ladder import Ladder

_LARGEST: Final = 8.0
_PIXELS: Final = 5_000_000
"""Of a PNG for screens and slides; a file of so many stays below half a megabyte."""


def to_png(ladder: Ladder, link: Address = occupation_address, scale: float | None = None) -> bytes:
    """Return the picture of a ladder as PNG.

    Parameters
    ----------
    link
        Says where a rung leads; a PNG has no links, so it matters only to those who call every format alike.
    scale
        Pixels of the PNG for each pixel of the SVG, above 0 and at most 8; where none is given 2, less for a large
        picture, and at least 1.
    """
    drawn = picture(ladder)
    scale = _fitting(drawn) if scale is None else scale
    if not 0 < scale <= _LARGEST:
        message = f"scale {scale:g} is not above 0 and at most {_LARGEST:g}; 2 suits screens, 4 print"
        raise InputError(message)
    return _typeset("png", {**_picture(drawn, link), "sheets": [_sheet(whole(drawn), drawn, link)]}, 72 * scale)


def _fitting(drawn: Picture) -> float:
    """Return the scale at which a picture is sharp and yet no larger than a slide needs."""
    return min(2.0, max(1.0, math.sqrt(_PIXELS / (drawn.width * drawn.height))))


def to_pdf(ladder: Ladder, link: Address = occupation_address) -> bytes:
    """Return a ladder as PDF (PDF/UA-1): the picture on a sheet that printers have, then the ladder in few words.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    drawn, paper = printed(ladder)
    blocks = [_block(block) for block in digest(ladder, link)]
    pages = [_sheet(sheet, drawn, link) for sheet in paper]
    # The sheets set title and caption themselves.
    body = replace(drawn, header=(), caption=())
    return _typeset("pdf", {**_picture(body, link), "sheets": pages, "blocks": blocks})


def _picture(drawn: Picture, link: Address) -> dict[str, Any]:
    """Return what the typesetter must know of a picture."""
    return {
        "svg": draw(drawn, link),
        "width": drawn.width,
        "height": drawn.height,
        "title": drawn.ladder.title,
        "alt": wording.summary(drawn.ladder),
        "blocks": [],
    }


def _sheet(sheet: Sheet, drawn: Picture, link: Address) -> dict[str, Any]:
    """Return what the typesetter must know of a sheet; all lengths in points, those of the window from its corner."""
    window, scale = sheet.window, sheet.scale
    return {
        "width": sheet.width,
        "height": sheet.height,
        "lines": [
            {"x": line.x, "y": line.y, "text": line.text, "size": line.style.size, "weight": line.style.weight}
            for line in sheet.lines
        ],
        "window": _scaled(window, scale),
        "x": sheet.x,
        "y": sheet.y,
        "scale": scale,
        "links": [
            {**_scaled(placed.box.moved(-window.x, -window.y), scale), "href": link(placed.card.rung)}
            for placed in drawn.cards
            if window.holds(placed.box) and link(placed.card.rung)
        ],
    }


def _scaled(box: Box, scale: float) -> dict[str, float]:
    return {name: length * scale for name, length in asdict(box).items()}


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"level": block.level, "runs": _runs(block.runs)}
    if isinstance(block, Items):
        return {"items": [_runs(item) for item in block.items]}
    return {"runs": _runs(block.runs)}


def _runs(runs: Sequence[Run]) -> list[dict[str, Any]]:
    return [asdict(run) for run in runs]


def _typeset(form: Literal["png", "pdf"], content: Mapping[str, Any], pixels: float | None = None) -> bytes:
    return typeset((files("pathways.diagrams") / "ladder.typ").read_bytes(), form, content, pixels)
