"""What came of comparing ways, before anything is explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pathways.amounts import count
from pathways.ladders.wording import place_name
from pathways.occupations.wages import Region
from pathways.routes.figures import ComparedWay
from pathways.routes.route import Mark


@dataclass(frozen=True)
class Compared:
    """The ways that were compared, and those of them that are shown.

    Parameters
    ----------
    ways
        All that were looked at.
    kept
        Those that no other beats.
    picked
        Those of them that are shown, with what each is the best in.
    drawn
        The main route of the ladder; ``None`` where there is no goal, or no way.
    notes
        What must be said of them.
    """

    ways: Sequence[ComparedWay]
    kept: Sequence[ComparedWay]
    picked: Mapping[ComparedWay, tuple[Mark, ...]]
    drawn: ComparedWay | None
    notes: Sequence[str]

    @property
    def shown(self) -> set[int]:
        """Return the places of the rungs of what is shown, and of the main route."""
        return {place for way in (*self.picked, *((self.drawn,) if self.drawn else ())) for place in way.places}


def described(found: Compared, region: Region | None, instead: str) -> str:
    """Return how many ways were compared, where to, how many are on the front, and how many of these are shown.

    Parameters
    ----------
    instead
        The nearest rung, where the ways lead to it and not to the goal.
    """
    looked, kept, shown = len(found.ways), len(found.kept), len(found.picked)
    pay = f" Pay and jobs: {place_name(region.label)}, {region.period}." if region else ""
    where = f" to {instead}, the nearest rung," if instead else ""
    if looked < 2:
        only = f"One way of sound steps{where or ','} and no other" if looked else "There is no way"
        return f"{only} to compare.{pay}"
    front = (
        f"Nothing beats {'one' if kept == 1 else f'{kept:,}'} of them" if kept < looked else "None of them is beaten"
    )
    rest = "" if shown == kept else f"; {shown} that differ are shown"
    return f"{count(looked, 'way')} of sound steps{where} were compared. {front}{rest}.{pay}"
