"""Places on a ladder: which of its rungs an occupation is, and where one climbs from there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from ontology.records import Iri
from pathways.coverage.part import Part
from pathways.ladder import Ladder


class LadderPlace(Part):
    """Where an occupation stands on a ladder.

    Parameters
    ----------
    ladder, title
        Address and title of the ladder.
    rung
        Its number, from 1 at the bottom: by job zone, then preparation, then pay, as the ladder has its rungs.
    rungs
        How many the ladder has.
    next
        Labels of the rungs to which its steps lead, in the order of the ladder; empty where it ends here.
    """

    ladder: Iri
    title: str
    rung: Annotated[int, Field(ge=1)]
    rungs: Annotated[int, Field(ge=1)]
    next: tuple[str, ...] = ()


def ladder_places(ladder: Ladder) -> Mapping[str, LadderPlace]:
    """Return the places of a ladder's rungs by the addresses of the occupations."""
    leads: dict[str, set[str]] = {}
    for step in ladder.steps:
        leads.setdefault(step.start, set()).add(step.end)
    return {
        rung.occupation: LadderPlace(
            ladder=ladder.iri,
            title=ladder.title,
            rung=number,
            rungs=len(ladder.rungs),
            next=tuple(r.label.value for r in ladder.rungs if r.occupation in leads.get(rung.occupation, ())),
        )
        for number, rung in enumerate(ladder.rungs, start=1)
    }
