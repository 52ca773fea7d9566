"""The areas on a page: how much of each is found, and everything in it that is not, at a glance."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape
from typing import Final

from pathways.amounts import count
from pathways.coverage.areas import Area
from pathways.coverage.demand import Demand, Want
from pathways.coverage.demand_wording import LACKS_MOST, MANY_ASK, many_ask
from pathways.coverage.pages.markup import Link, folded, name
from pathways.coverage.pages.standings import bars, dispute_chip
from pathways.coverage.pages.tables import table
from pathways.coverage.proposal import Standing

SURE: Final = {Standing.TAUGHT: "accepted", Standing.LIKELY: "likely", Standing.POSSIBLE: "possibly"}
"""What stands beside a bar, in few words."""

NAMED: Final = 12
"""Missing competencies of an area that are named."""


def area_table(found: Sequence[Area], demand: Demand, link: Link, contested: Collection[str]) -> Iterator[str]:
    """Yield a row for each area with its bar and what is missing, folded; nothing where there are no areas.

    Parameters
    ----------
    contested
        What reviewers disagree on.
    """
    if found:
        missing = sum(len(area.missing) for area in found)
        holds = f"all {missing:,} that are missing, in {count(len(found), 'area')}" if missing else ""
        yield from folded("By area", _areas(found, demand, link, contested), holds)


def _areas(found: Sequence[Area], demand: Demand, link: Link, contested: Collection[str]) -> Iterator[str]:
    bold = any(many_ask(want, demand) for area in found for want in area.missing)
    yield f'<p class="words why">{LACKS_MOST}{f" {MANY_ASK}" if bold else ""}</p>'
    rows = [[escape(area.name), _found(area), _missing(area, demand, link, contested)] for area in found]
    yield from table(["Area", "In some outcome", "In no outcome"], rows, "By area", "cards areas")


def _found(area: Area) -> str:
    named = ((area.numbers[standing], word) for standing, word in SURE.items())
    said = ", ".join(f"{number:,} {word}" for number, word in named if number)
    return f"{bars(area.numbers)}{area.found:,} of {area.size:,} <small>{said}</small>"


def _missing(area: Area, demand: Demand, link: Link, contested: Collection[str]) -> str:
    if not area.missing:
        return "none"
    named = "; ".join(
        f"{_name(want, demand, link)}{dispute_chip(want.competency, contested)}" for want in area.missing[:NAMED]
    )
    rest = len(area.missing) - NAMED
    return f"{named}; and {rest:,} more" if rest > 0 else named


def _name(want: Want, demand: Demand, link: Link) -> str:
    label = name(want.competency, want.called, link)
    return f"<b>{label}</b>" if many_ask(want, demand) else label
