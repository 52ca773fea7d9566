"""The style sheet inside the SVG: light, dark, and print."""

from __future__ import annotations

from typing import Final

from pathways.diagrams.fonts import STACK
from pathways.diagrams.metrics import Style
from pathways.diagrams.palette import DARK, LIGHT, Palette

ROOT: Final = "ladder"
"""The class of the whole picture; every rule begins with it, so that a page around it is left alone."""

_SHAPES: Final = """
.page{stroke:none}
.lane{stroke:none}
.card{stroke-width:1.25}
.main .card{stroke-width:3.5}
.arrow{fill:none;stroke-width:1.8}
.tip{stroke:none}
.lateral .arrow{stroke-dasharray:5 5}
.bridge .arrow{stroke-dasharray:14 4 3 4;stroke-width:2.2}
.tradeoff .arrow{stroke-dasharray:.1 6;stroke-linecap:round;stroke-width:3}
.main .arrow{stroke-width:3}
.apart .lane{stroke-width:1.25;stroke-dasharray:6 5}
.band{fill:none;stroke-width:12;stroke-linecap:round}
.label{stroke:none}
.bridge .label{stroke-width:1.5}
.tradeoff .label{stroke-width:1.5;stroke-dasharray:4 3}
a{cursor:pointer;text-decoration:none}
a:hover .name,a:focus .name{text-decoration:underline}
a:focus,.rung:focus{outline:none}
a:focus .card,.rung:focus .card{stroke-width:5}
"""


def stylesheet(styles: tuple[Style, ...]) -> str:
    """Return the rules for a picture that sets text in some styles."""
    dark = _scoped(_colors(DARK))
    return (
        f".{ROOT}{{font-family:{STACK}}}\n"
        + _scoped("\n".join(_text(style) for style in styles))
        + _scoped(_SHAPES)
        + _scoped(_colors(LIGHT))
        + f"@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n"
    )


def _text(style: Style) -> str:
    return f".{style.name}{{font-size:{style.size:g}px;font-weight:{style.weight}}}"


def _scoped(rules: str) -> str:
    """Return rules with every selector below the picture's own class."""
    lines = []
    for rule in filter(None, rules.split("\n")):
        selectors, body = rule.split("{", 1)
        scoped = ",".join(f".{ROOT} {selector}" for selector in selectors.split(","))
        lines.append(f"{scoped}{{{body}\n")
    return "".join(lines)


def _colors(colors: Palette) -> str:
    lanes = "\n".join(
        f".zone-{zone} .lane{{fill:{ground}}}\n.zone-{zone} .stripe{{fill:{stripe}}}"
        for zone, (ground, stripe) in enumerate(zip(colors.lanes, colors.stripes, strict=True))
    )
    return f"""
.page{{fill:{colors.page}}}
text{{fill:{colors.ink}}}
.small,.lead,.caption{{fill:{colors.quiet}}}
{lanes}
.card{{fill:{colors.card};stroke:{colors.border}}}
.main .card{{stroke:{colors.main}}}
a:focus .card,.rung:focus .card{{stroke:{colors.link}}}
.entry rect{{fill:{colors.entry}}}
.entry text{{fill:{colors.on_entry}}}
.main-route rect{{fill:{colors.main}}}
.main-route text{{fill:{colors.on_main}}}
.off-ramp rect{{fill:{colors.card};stroke:{colors.entry};stroke-width:1.5}}
.off-ramp text{{fill:{colors.entry}}}
.way-in rect{{fill:{colors.card};stroke:{colors.border};stroke-dasharray:4 3}}
.dead-end rect{{fill:{colors.card};stroke:{colors.dead_end}}}
.dead-end text{{fill:{colors.dead_end}}}
.arrow{{stroke:{colors.line}}}
.tip{{fill:{colors.line}}}
.bridge .arrow{{stroke:{colors.bridge}}}
.bridge .tip{{fill:{colors.bridge}}}
.band{{stroke:{colors.band}}}
.main .arrow{{stroke:{colors.main}}}
.main .tip{{fill:{colors.main}}}
.tradeoff .arrow{{stroke:{colors.tradeoff}}}
.tradeoff .tip{{fill:{colors.tradeoff}}}
.apart .lane{{fill:{colors.page};stroke:{colors.border}}}
.label{{fill:{colors.label}}}
.bridge .label{{fill:{colors.bridge_ground};stroke:{colors.bridge}}}
.tradeoff .label{{fill:{colors.tradeoff_ground};stroke:{colors.tradeoff}}}
"""
