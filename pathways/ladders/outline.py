"""The outline: what every text of a ladder has in the same order, however much it says of each part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from pathways.ladders import wording
from pathways.ladders.blocks import Block, Heading, Items, Paragraph, Run
from pathways.records.ladder import Ladder, Rung

Rungs = Callable[[Rung], Iterable[Block]]
Lanes = Callable[[wording.Lane], Iterable[Block]]


def outline(ladder: Ladder, lane: Lanes, rung: Rungs) -> Iterator[Block]:
    """Yield the title of a ladder, what it shows, and its rungs in their order, lane by lane.

    Parameters
    ----------
    lane
        Says what opens a lane; a lane to which one comes back is called continued.
    rung
        Says what there is to say of a rung and of the steps from it.
    """
    yield Heading(1, (Run(ladder.title),))
    yield Paragraph((Run(" ".join((*_why_none(ladder), wording.summary(ladder)))),))
    told: set[int] = set()
    for zone, rungs in groupby(ladder.rungs, key=lambda rung: rung.zone):
        found = wording.LANES[zone]
        yield from lane(replace(found, title=f"{found.title}, continued") if zone in told else found)
        told.add(zone)
        for one in rungs:
            yield from rung(one)


def closing(ladder: Ladder, *of_the_text: str) -> Iterator[Block]:
    """Yield what a reader must know, and who is to be named.

    Parameters
    ----------
    of_the_text
        What must be known of this text, not of its ladder.
    """
    notes = (*wording.measures(ladder), *of_the_text, *ladder.notes[len(_why_none(ladder)) :])
    sources = [f"{source.title}. {source.attribution}".strip() for source in ladder.sources]
    for title, items in (("What to know", notes), ("Sources", sources)):
        if items:
            yield Heading(2, (Run(title),))
            yield Items(tuple((Run(item),) for item in items))


def _why_none(ladder: Ladder) -> tuple[str, ...]:
    """Return why no step leads from a start, and what to ask instead: the first note of a ladder that has none."""
    asked = any(rung.start for rung in ladder.rungs) and not ladder.steps
    return ladder.notes[:1] if asked else ()
