"""The picture of a ranking before any file format: a bubble with a name for each sector, by concentration and pay."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pathways.diagrams.metrics import Style
from pathways.diagrams.wrapping import wrap
from pathways.labor_market import wording
from pathways.labor_market.names import Label, Spot, labels
from pathways.labor_market.records import RankedSector, Ranking

WIDTH: Final = 1120.0
PLOT: Final = Spot(84, 0, WIDTH - 84 - 28, 640)
"""Left edge, top (from the header), width and height of what is plotted, in pixels."""

LARGEST: Final = 42.0
"""Radius of the bubble with the most jobs, in pixels."""

INSIDE: Final = 112.0
"""Pixels between the outermost bubbles and the sides of the plot, where there is room for their names."""

SMALLEST: Final = 2.5
"""Radius of what would hardly be seen, in pixels."""

MANY: Final = 16
"""Bubbles from which on all are drawn smaller, so that all together cover no more."""

DRAWN: Final = 24
"""Bubbles that still leave room for their names."""

EDGE: Final = 1.08
"""Room beyond the outermost values, as a factor."""

PAYS: Final = (*range(20_000, 60_000, 5_000), *range(60_000, 100_000, 10_000), *range(100_000, 320_000, 20_000))
"""US dollars at which a line may stand."""

QUOTIENTS: Final = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 8, 12, 20, 40)
"""Location quotients at which a line may stand."""

LINE: Final = 6.0
"""Pixels that a line takes, with a little room, which all are held against."""

APART: Final = 44.0
"""Pixels between two lines at the least."""

HEADING: Final = Style("heading", size=25, leading=32, weight=700)
LEAD: Final = Style("lead", size=14, leading=20)
CAPTION: Final = Style("caption", size=12.5, leading=18)
TICK: Final = Style("tick", size=13, leading=16)
AXIS: Final = Style("axis", size=14, leading=18, weight=600)
STYLES: Final = (HEADING, LEAD, CAPTION, TICK, AXIS)


@dataclass(frozen=True)
class Scale:
    """From a value to a place in pixels.

    Parameters
    ----------
    low, high
        The values at its ends; above 0 where it is logarithmic.
    start, end
        Their places.

    Example
    -------
    >>> Scale(0.5, 2, 0, 100, logarithmic=True)(1), Scale(0, 10, 100, 0)(2.5)
    (50.0, 75.0)
    """

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        low, high, at = (math.log(v) for v in (self.low, self.high, value)) if self.logarithmic else self._plain(value)
        return self.start + (at - low) / (high - low) * (self.end - self.start)

    def _plain(self, value: float) -> tuple[float, float, float]:
        return self.low, self.high, value


@dataclass(frozen=True)
class Bubble:
    """A sector as it is drawn; lengths in pixels."""

    sector: RankedSector
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Tick:
    """A line of the grid, with its words.

    Parameters
    ----------
    middle
        Whether it is what all others are held against: the nation's share, or the median of all work.
    """

    at: float
    text: str
    middle: bool = False


@dataclass(frozen=True)
class Chart:
    """Everything that is drawn, in pixels.

    Parameters
    ----------
    top
        Of the plot, below the header.
    header, footer
        Lines with their style, from the top.
    """

    ranking: Ranking
    height: float
    top: float
    header: tuple[tuple[str, Style], ...]
    footer: tuple[tuple[str, Style], ...]
    across: tuple[Tick, ...]
    upward: tuple[Tick, ...]
    bubbles: tuple[Bubble, ...]
    labels: tuple[Label, ...]


def chart(ranking: Ranking, *, bare: bool = False) -> Chart:
    """Return the picture of a ranking; of one in which nothing has a concentration and pay, only the words.

    Parameters
    ----------
    bare
        Without the title and the description, which stand above it on a page already.
    """
    said = [] if bare else [(ranking.title, HEADING), (ranking.description, LEAD)]
    header = _wrapped([*said, (f"{HOW} {PLACES}" if ranking.has_places else HOW, LEAD)])
    top = 28 + sum(style.leading for _, style in header) + 40
    drawn = [sector for sector in ranking.sectors if _is_known(sector)][:DRAWN]
    footer = _wrapped([(text, CAPTION) for text in _footer(ranking, drawn)])
    high = PLOT.height + 64 if drawn else 0.0
    height = top + high + sum(style.leading for _, style in footer) + 28
    if not drawn:
        return Chart(ranking, height, top, header, footer, (), (), (), ())
    across, upward = _scales(drawn, _middle(ranking), top)
    bubbles = _bubbles(drawn, across, upward)
    room = Spot(PLOT.left, top, PLOT.width, PLOT.height)
    placed = labels(
        [_name(bubble.sector, ranking) for bubble in bubbles],
        [(b.x, b.y, b.radius) for b in bubbles],
        room,
        [*_held_against(across, upward, _middle(ranking), top)],
    )
    return Chart(
        ranking, height, top, header, footer, _quotients(across), _pays(upward, _middle(ranking)), bubbles, placed
    )


HOW: Final = (
    "To the right: more common here than in the nation. Upward: better paid. The larger the area of a circle, the more "
    "jobs."
)
PLACES: Final = "The number before a name is its place."


def _is_known(sector: RankedSector) -> bool:
    return sector.place is not None and bool(sector.location_quotient) and sector.pay is not None


def _middle(ranking: Ranking) -> float | None:
    """Return the median pay of all work in the region, of several areas weighted by their jobs."""
    pairs = [(area.median_pay, area.jobs) for area in ranking.areas]
    if len(pairs) == 1:
        return pairs[0][0]
    known = [(pay, jobs) for pay, jobs in pairs if pay is not None and jobs]
    if len(known) < len(pairs):
        return None
    return sum(pay * jobs for pay, jobs in known) / sum(jobs for _, jobs in known)


def _scales(drawn: Sequence[RankedSector], middle: float | None, top: float) -> tuple[Scale, Scale]:
    """Return the scales of concentration and pay, with room for whole bubbles at the edges."""
    quotients = [sector.location_quotient or 1 for sector in drawn]
    pays = [sector.pay.median for sector in drawn if sector.pay] + ([middle] if middle else [])
    left, right = PLOT.left + INSIDE, PLOT.left + PLOT.width - INSIDE
    low, high = min(*quotients, 1 / EDGE), max(*quotients, EDGE)
    across = Scale(low, high, left, right, logarithmic=True)
    bottom = top + PLOT.height
    upward = Scale(min(pays) / EDGE, max(pays) * EDGE, bottom - LARGEST / 2, top + LARGEST / 2, logarithmic=True)
    return across, upward


def _bubbles(drawn: Sequence[RankedSector], across: Scale, upward: Scale) -> tuple[Bubble, ...]:
    """Return the bubbles, the largest first, so that the others are drawn over it."""
    most = max(sector.jobs for sector in drawn)
    largest = LARGEST * min(1.0, math.sqrt(MANY / len(drawn)))
    placed = [
        Bubble(
            sector,
            across(sector.location_quotient or 1),
            upward(sector.pay.median if sector.pay else 0),
            max(SMALLEST, largest * math.sqrt(sector.jobs / most)),
        )
        for sector in drawn
    ]
    return tuple(sorted(placed, key=lambda bubble: -bubble.radius))


def _quotients(across: Scale) -> tuple[Tick, ...]:
    """Return the lines of concentration, 1 always among them, no two too near each other."""
    nearest = sorted(QUOTIENTS, key=lambda value: abs(math.log(value)))
    kept = _apart(across, nearest, PLOT.left, PLOT.left + PLOT.width)
    return tuple(Tick(across(value), f"{value:g}", value == 1) for value in kept)


def _pays(upward: Scale, middle: float | None) -> tuple[Tick, ...]:
    """Return the lines of pay, and that of all work."""
    kept = _apart(upward, PAYS, min(upward.start, upward.end), max(upward.start, upward.end))
    lines = [Tick(upward(value), f"${value:,.0f}") for value in kept]
    return (*lines, Tick(upward(middle), f"all work here: ${middle:,.0f}", middle=True)) if middle else tuple(lines)


def _held_against(across: Scale, upward: Scale, middle: float | None, top: float) -> Iterator[Spot]:
    """Yield where the two lines are that all are held against, and their words: no name is to cover them."""
    yield Spot(across(1) - LINE / 2, top, LINE, PLOT.height)
    yield Spot(across(1), top, 106, 18)
    if middle:
        yield Spot(PLOT.left, upward(middle) - LINE / 2, PLOT.width, LINE)
        yield Spot(PLOT.left, upward(middle) - 20, 140, 18)


def _apart(scale: Scale, values: Sequence[float], least: float, most: float) -> list[float]:
    """Return the values between two places that are not too near to those before them, in their order of size."""
    kept: list[float] = []
    for value in values:
        at = scale(value)
        if least < at < most and all(abs(at - scale(other)) >= APART for other in kept):
            kept.append(value)
    return sorted(kept)


def _name(sector: RankedSector, ranking: Ranking) -> tuple[str, str]:
    """Return what stands beside a bubble: its place among others and its name, and its jobs."""
    place = f"{sector.place} " if ranking.has_places else ""
    return f"{place}{wording.short(sector.label)}", f"{sector.jobs:,.0f} jobs"


def _footer(ranking: Ranking, drawn: Sequence[RankedSector]) -> list[str]:
    """Return what is said below: what is not drawn, what the sectors share, and the sources."""
    left = [sector for sector in ranking.sectors if sector not in drawn]
    told = [_left(left, drawn)] if left else []
    told += [wording.OVERLAP] if any(sector.overlaps for sector in drawn) else []
    told += [wording.ESTIMATED]
    sources = "; ".join(source.title for source in ranking.sources)
    return [*told, f"Sources: {sources}. Computed by Ladderworks."]


def _left(left: Sequence[RankedSector], drawn: Sequence[RankedSector]) -> str:
    names = "; ".join(wording.short(sector.label) for sector in left[:DRAWN])
    more = f" and {len(left) - DRAWN} more" if len(left) > DRAWN else ""
    why = "there is no room, or" if len(drawn) == DRAWN else "for"
    return f"Not drawn, {why} concentration or pay is not known well enough: {names}{more}."


def _wrapped(texts: Sequence[tuple[str, Style]]) -> tuple[tuple[str, Style], ...]:
    """Return texts in lines that fit the picture."""
    return tuple((line, style) for text, style in texts for line in wrap(text, style, WIDTH - 56))
