"""The words for a ladder as a whole: what it shows, and what its numbers mean."""

from __future__ import annotations

from typing import Final

from pathways.amounts import count
from pathways.ladders.wording.marks import marks_meaning
from pathways.ladders.wording.pay import PAY, common_wage
from pathways.records.ladder import Ladder

EMPTY: Final = (
    "This ladder has no rungs: nothing in the knowledge base matches what was asked for. "
    "Try a wider sector, another start, or another region."
)


TO_LEARN: Final = (
    "“To learn” is the share of what the upper job asks that the lower one does not yet give, weighted by importance. "
    "It says nothing of the school behind a license or a degree."
)


BANDS: Final = "The bands are job zones: how much preparation a job takes in all, school and experience together."

ASKED: Final = "A card names the education that the middle half of those asked in the job said it requires."

TOLD: Final = "A card names the education that the partnership says a job takes."


NOTES: Final = 6
"""How many notes a picture shows; the text has them all."""


def caption(ladder: Ladder) -> tuple[str, ...]:
    """Return what a reader must know about the numbers: where they are from, and the ladder's own notes."""
    more = len(ladder.notes) - NOTES
    return (
        *measures(ladder),
        *(f"Note: {note}" for note in ladder.notes[:NOTES]),
        *((f"{count(more, 'more note')} in the text version.",) if more > 0 else ()),
        *(f"Source: {source.title}. {source.attribution}".strip() for source in ladder.sources),
    )


def measures(ladder: Ladder) -> tuple[str, ...]:
    """Return what pay, gap, bands and marks mean here."""
    place = common_wage(ladder)
    paid = (PAY.format(*place),) if place else ()
    learned = (TO_LEARN,) if any(step.gap is not None for step in ladder.steps) else ()
    taught = [rung for rung in ladder.rungs if rung.zone and rung.education]
    banded = (f"{BANDS} {ASKED if any(rung.schooling for rung in taught) else TOLD}",) if taught else ()
    meant = marks_meaning(ladder)
    return paid + learned + banded + ((meant,) if meant else ())


def summary(ladder: Ladder) -> str:
    """Return what a ladder shows, in a few sentences."""
    if not ladder.rungs:
        return EMPTY
    counted = any(f" and {number} step" in ladder.description for number in (len(ladder.steps), "no"))
    counts = "" if counted else f"{count(len(ladder.rungs), 'rung')} and {count(len(ladder.steps), 'step')}."
    return " ".join(part for part in (ladder.description, counts, _main_route(ladder)) if part)


def _main_route(ladder: Ladder) -> str:
    """Return the rungs of the best route in the order in which one climbs it."""
    labels = [str(ladder.rung(iri).label) for way in ladder.routes[:1] for iri in way]
    return f"Main route: {', then '.join(labels)}." if len(labels) > 1 else ""
