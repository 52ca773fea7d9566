"""How wide text is, from the typeface itself."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import Final

import typst

from pathways.diagrams.fonts import FAMILY, fonts


@dataclass(frozen=True)
class Style:
    """How a line of text is set.

    Parameters
    ----------
    name
        Its class in the SVG.
    size, leading
        Of the letters, and from one line to the next, in pixels.
    weight
        400 (regular), 600 (strong) or 700 (bold).
    """

    name: str
    size: float
    leading: float
    weight: int = 400


WEIGHTS: Final = (400, 600, 700)
_LATIN: Final = "".join(chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180)))
_SOURCE: Final = f"""
#set text(font: "{FAMILY}", size: 1000pt)
#let wide(letter, weight) = measure(text(weight: weight, letter)).width.pt()
#context [#metadata(
  json(bytes(sys.inputs.letters)).map(letter => {WEIGHTS}.map(weight => wide(letter, weight)))
) <widths>]
"""

_advances: dict[str, tuple[float, ...]] = {}


def width(text: str, style: Style) -> float:
    """Return how wide a text is in a style, in pixels; never less than what a browser draws with our typeface.

    Example
    -------
    >>> plain = Style("plain", size=10, leading=12)
    >>> width("00", plain)
    12.0
    """
    _learn(text)
    column = WEIGHTS.index(style.weight)
    return sum(_advances[letter][column] for letter in text) * style.size / 1000


def _learn(text: str) -> None:
    """Measure the letters of a text that were not met before."""
    if _advances.keys() >= set(text):
        return
    unknown = sorted(set(text + _LATIN) - _advances.keys())
    _advances.update(zip(unknown, _measured(unknown), strict=True))


def _measured(letters: list[str]) -> list[tuple[float, ...]]:
    # A space alone measures nothing, a no-break space what it should.
    asked = json.dumps([letter.replace(" ", "\N{NO-BREAK SPACE}") for letter in letters])
    answer = typst.query(
        _SOURCE.encode(),
        "<widths>",
        field="value",
        one=True,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"letters": asked},
    )
    rows: list[list[float]] = json.loads(answer)
    return [_at_least(letter, row) for letter, row in zip(letters, rows, strict=True)]


def _at_least(letter: str, row: list[float]) -> tuple[float, ...]:
    """Return the widths, with room for the square shapes of scripts that our typeface lacks."""
    square = unicodedata.east_asian_width(letter) in "WF"
    return tuple(max(value, 1000.0 if square else 0.0) for value in row)
