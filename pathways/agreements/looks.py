"""How a matrix looks: lines, and colors in light and dark; shapes carry as much as colors do."""

from __future__ import annotations

from functools import cache
from typing import Final

from pathways.agreements.layout import STYLES
from pathways.diagrams.canvas import rules
from pathways.diagrams.palette import Palette

ROOT: Final = "agreement-matrix"
"""The class of the whole picture; every rule begins with it, so that a page around it is left alone."""


@cache
def style() -> str:
    """Return the rules of the picture."""
    return rules(ROOT, STYLES, SHAPES, _colors)


SHAPES: Final = (
    ".line{stroke-width:1}",
    ".mark{stroke-width:1.8}",
    ".before .mark{fill-opacity:0;stroke-dasharray:3 2.4}",
)


def _colors(colors: Palette) -> tuple[str, ...]:
    good, bad = colors.entry, colors.tradeoff
    return (
        f".page{{fill:{colors.page}}}",
        f"text{{fill:{colors.ink}}}",
        f".quiet,.rejected .plain,.rejected .status{{fill:{colors.quiet}}}",
        f".shade{{fill:{colors.lanes[0]};fill-opacity:.6}}",
        f".band{{fill:{colors.lanes[3]}}}",
        f".line{{stroke:{colors.border};stroke-opacity:.45}}",
        f".dot{{fill:{colors.bridge}}}",
        f".circle,.hexagon{{fill:{good};stroke:{good}}}",
        f".square{{fill:{colors.link};stroke:{colors.link}}}",
        f".bar{{fill:{colors.page};stroke:{colors.quiet}}}",
        f".diamond,.octagon{{fill:{bad};stroke:{bad}}}",
        f".letter{{fill:{colors.page}}}",
        f".hollow,.before .letter{{fill:{colors.ink}}}",
        f".edge.agreed{{fill:{good}}}",
        f".edge.contested{{fill:{bad}}}",
        f".edge.accepted{{fill:{colors.link}}}",
        f".edge.proposed,.edge.rejected{{fill:{colors.border}}}",
    )
