"""Rungs on a page: how much of what each occupation asks a graduate brings, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from ontology.records import printed
from pathways.coverage.pages.markup import Link, bar, counted
from pathways.coverage.pages.tables import table
from pathways.coverage.reach import NEAR, PARTLY, Distance, RungReach
from pathways.coverage.rung_wording import (
    ONLY_INTRODUCED,
    also_needs,
    next_words,
    place_words,
    reached_words,
    rung_words,
)
from pathways.coverage.wording import percent, unconfirmed_words

NEAREST: Final = 4
"""Jobs that are in sight even where none is within reach; the others open on demand."""

FEWEST: Final = 3
"""Jobs that are worth folding up."""

LACKS: Final = 5
"""Missing competencies that are named; the others are counted and open on demand."""

ABOUT: Final = (
    "The share is of the essential competencies of the job, the important ones weighing more.{} "
    "From {} a rung is called within reach, from {} partly covered. It is about competencies alone: experience, "
    "licenses and degrees come on top. What is lacking stands in the order of its importance to the job."
)

DOUBTFUL: Final = (
    "Most outcomes of this program match nothing here, so what follows rests on the few that do. Until somebody has "
    "reviewed them, take no figure below for what a graduate brings."
)

UNCONFIRMED: Final = (
    " It counts suggestions that no reviewer has accepted; beside it stands how many of the competencies in it are "
    "unconfirmed in this way."
)
"""What is said of shares where they count such suggestions."""

ON_LADDER: Final = (
    "The places are on the ladder <strong>{}</strong>. Its levels are counted from the bottom of its picture: whoever "
    "stands higher there has the higher level. Job zones follow each other, and inside a job zone a rung stands above "
    "those that lead up to it. “Next” are the rungs to which a step leads up, “sideways” those to which one leads for "
    "much the same preparation and pay."
)

NO_LADDER: Final = (
    "No ladder is drawn of those who ask, so there is no place on one: a job says its job zone where it is known, from "
    "1, little preparation, to 5, a great deal."
)


def rungs(found: Sequence[RungReach], link: Link, *, leveled: bool = False, doubtful: bool = False) -> Iterator[str]:
    """Yield which rungs are within reach, then all of them, the nearest first; the far ones are folded up.

    Parameters
    ----------
    leveled
        Whether the college declares how far its courses go, so that there is something to say of it.
    doubtful
        Whether the program may be of another field, so that the shares rest on few of its outcomes.
    """
    if doubtful:
        yield f'<p class="words note"><strong>Read with care.</strong> {DOUBTFUL}</p>'
    yield f'<p class="answer">{escape(reached_words(found))}</p>'
    near = max(NEAREST, sum(rung.distance is Distance.NEAR for rung in found))
    near = len(found) if len(found) - near < FEWEST else near
    yield from _rungs(found[:near], link, leveled=leveled, doubtful=doubtful)
    if rest := found[near:]:
        yield f'<details class="how"><summary>The other {len(rest)} jobs</summary>'
        yield from _rungs(rest, link, leveled=leveled, doubtful=doubtful)
        yield "</details>"
    unsure = UNCONFIRMED if any(rung.unconfirmed for rung in found) else ""
    about = ABOUT.format(unsure, percent(NEAR), percent(PARTLY))
    yield counted(about, ONLY_INTRODUCED if leveled else "", _places(found, link))


def _rungs(found: Sequence[RungReach], link: Link, *, leveled: bool, doubtful: bool) -> Iterator[str]:
    on_ladder = any(rung.place for rung in found)
    places = ["Place on the ladder"] if on_ladder else []
    columns = [
        "Occupation",
        *places,
        "Covered",
        "Still lacks, with its importance of 1 to 5",
        *(["Only introduced"] if leveled else []),
        "Also needs",
    ]
    rows = (_row(rung, link, on_ladder=on_ladder, leveled=leveled, doubtful=doubtful) for rung in found)
    yield from table(columns, rows, "Jobs that a graduate can reach", "cards")


def _places(found: Sequence[RungReach], link: Link) -> str:
    """Return on which ladder the rungs are, or that they are on none."""
    place = next((rung.place for rung in found if rung.place), None)
    if place is None:
        return NO_LADDER
    href, title = link(place.ladder), escape(place.title)
    return ON_LADDER.format(f'<a href="{escape(href)}">{title}</a>' if href else title)


def _row(rung: RungReach, link: Link, *, on_ladder: bool, leveled: bool, doubtful: bool) -> list[str]:
    href = link(rung.job.iri)
    label = escape(printed(rung.job.label))
    title = f'<a href="{escape(href)}">{label}</a>' if href else label
    facts = filter(None, (f"job zone {rung.job.zone}" if rung.job.zone else "", "entry rung" if rung.job.entry else ""))
    leads = next_words(rung.place) if rung.place else ""
    above = f" <small>{escape(leads)}</small>" if leads else ""
    # What is accepted is worth a number of its own only where it is not all: the words behind say the rest.
    accepted = f", {percent(rung.accepted)} accepted" if rung.accepted and rung.unconfirmed else ""
    words = f"{percent(rung.share)}{accepted}: {rung_words(rung, doubtful=doubtful)}"
    return [
        f"{title} <small>{', '.join(facts)}</small>",
        *([f"{place_words(rung)}{above}"] if on_ladder else []),
        f"{bar(rung.share, words)} <small>{unconfirmed_words(rung.covered, rung.unconfirmed)}</small>",
        _lacks(rung),
        *([f"{len(rung.introduced)} of {rung.asked}"] if leveled else []),
        escape(also_needs(rung.job)),
    ]


def _lacks(rung: RungReach) -> str:
    """Return what is missing: the first ones in sight, the others behind their number."""
    if not rung.lacks:
        return "nothing"
    named = [
        escape(lack.label) + (f" <small>{lack.importance:.1f}</small>" if lack.importance else "")
        for lack in rung.lacks
    ]
    rest = len(named) - LACKS
    if rest <= 0:
        return ", ".join(named)
    more = f"<details><summary>{rest} more</summary>{', '.join(named[LACKS:])}</details>"
    return f"{', '.join(named[:LACKS])}{more}"
