"""Finding the figures of a trace that show a text, as it stands on a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pathways.traces.records import Figure

OFF_RAMP: Final = ("off-ramp", "enough to stay")
"""A badge on a card, and the figure that it rests on."""

_DASHES: Final = str.maketrans({"\u2013": "-", "\u2014": "-", "\u2011": "-", "\u00a0": " "})
_BETWEEN: Final = re.compile(r"(?<=[\d%])\s+to\s+(?=[$\d])")
_NUMBERED: Final = re.compile(r"(\$?\d[\d,.]*%?)(?:-(\$?\d[\d,.]*%?))?\s*(?:of full pay)?(.*)")


def showing(figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """Yield the figures that show a text, or are called by it.

    Upper and lower case, and kinds of dashes, are the same; a number is met by the whole of it. What a picture puts
    beside a number is looked for as a part: of ``4% to learn`` the figure that is called so and shows the number, and
    of ``50% to 90% of full pay`` those that show both.

    Example
    -------
    >>> from pathways.traces.records import Basis
    >>> made = [Figure(name=name, shown=shown, basis=Basis.COMPUTED, how="")
    ...     for name, shown in (("to learn", "34%"), ("to learn", "4%"), ("pay", "$4,500"), ("steps", "50%, 70%, 90%"))]
    >>> [[figure.shown for figure in showing(made, text)] for text in ("4% to learn", "4%", "To Learn", "50% to 90%")]
    [['4%'], ['4%'], ['34%', '4%'], ['50%, 70%, 90%']]
    """
    wanted = _plain(text.strip())
    wanted = OFF_RAMP[1] if wanted == OFF_RAMP[0] else wanted
    found = [figure for figure in figures if _holds(_plain(f"{figure.key}\n{figure.shown}"), wanted)]
    yield from found or (figure for figure in figures if _parted(figure, wanted))


def _plain(text: str) -> str:
    return _BETWEEN.sub("-", text.translate(_DASHES).casefold())


def _holds(text: str, wanted: str) -> bool:
    """Return whether a text holds another one, and does not go on with the number that it begins or ends with."""
    before = r"(?<![\d.,])" if wanted[:1].isdigit() else ""
    after = r"(?![\d%]|[.,]\d)" if wanted[-1:].isdigit() else ""
    return bool(wanted) and bool(re.search(f"{before}{re.escape(wanted)}{after}", text))


def _parted(figure: Figure, wanted: str) -> bool:
    """Return whether a figure shows the number that a text begins with, and is called by the rest or says it."""
    parts = _NUMBERED.fullmatch(wanted)
    if not parts:
        return False
    *ends, said = parts.groups()
    shown = _plain(figure.shown)
    return all(_holds(shown, end) for end in ends if end) and said in _plain(f"{figure.name} {figure.shown}")
