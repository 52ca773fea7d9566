"""Places on a ladder: how high its picture draws an occupation, and where one goes from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from ontology.records import Iri
from pathways.coverage.part import Part
from pathways.diagrams.apart import joined
from pathways.diagrams.rows import rows
from pathways.ladders.wording import LANES
from pathways.records.ladder import Direction, Ladder, Step


class LadderPlace(Part):
    """Where an occupation stands on a ladder.

    Parameters
    ----------
    ladder, title
        Address and title of the ladder.
    level
        The row of the picture in which it stands, from 1 at the bottom; 0 where no step leads to or from it, so that
        the picture shows it apart.
    levels
        How many rows the picture has.
    band
        Title of the lane around it: how much preparation its rungs take.
    next
        Labels of the rungs to which its steps lead up, in the order of the ladder; each stands on a higher level.
    sideways
        Labels of those to which its other steps lead: for much the same preparation and pay, or to no higher level.
    """

    ladder: Iri
    title: str
    level: Annotated[int, Field(ge=0)]
    levels: Annotated[int, Field(ge=0)]
    band: str = ""
    next: tuple[str, ...] = ()
    sideways: tuple[str, ...] = ()


def ladder_places(ladder: Ladder) -> Mapping[str, LadderPlace]:
    """Return the places of a ladder's rungs by the addresses of the occupations, as its picture shows them."""
    drawn = rows(joined(ladder))
    level: dict[str, int] = {rung.occupation: at for at, row in enumerate(drawn, start=1) for rung in row.rungs}
    upward = [step for step in ladder.steps if _rises(step, level)]
    others = [step for step in ladder.steps if not _rises(step, level)]
    return {
        rung.occupation: LadderPlace(
            ladder=ladder.iri,
            title=ladder.title,
            level=level.get(rung.occupation, 0),
            levels=len(drawn),
            band=LANES[rung.zone].title,
            next=_ends(ladder, rung.occupation, upward),
            sideways=_ends(ladder, rung.occupation, others),
        )
        for rung in ladder.rungs
    }


def _rises(step: Step, level: Mapping[str, int]) -> bool:
    """Whether a step leads up: to more preparation or pay, and to a higher place in the picture."""
    return step.direction is not Direction.LATERAL and level[step.start] < level[step.end]


def _ends(ladder: Ladder, start: str, steps: Iterable[Step]) -> tuple[str, ...]:
    """Return the labels of the rungs to which some steps lead from one rung, in the order of the ladder."""
    ends = {step.end for step in steps if step.start == start}
    return tuple(rung.label.value for rung in ladder.rungs if rung.occupation in ends)
