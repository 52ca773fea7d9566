"""The table of routes side by side: a row for each thing compared, a cell for each route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pathways.ladders.wording import place_name
from pathways.records.bridge import BridgeKind
from pathways.routes import wording
from pathways.routes.route import Comparison

BEST: Final = "Best in"
WAY: Final = "Way"
PART: Final = "of it "
"""How the name of a row begins that is a part of the one above."""


@dataclass(frozen=True)
class Row:
    """A row of the table: what is compared, and what each route has.

    Parameters
    ----------
    spread
        Whether the words in parentheses are about the number before them.
    """

    name: str
    cells: tuple[str, ...]
    spread: bool = False

    @property
    def kind(self) -> str:
        """Return which style a row has: ``best``, ``way``, ``part``, or none."""
        return {BEST: "best", WAY: "way"}.get(self.name, "part" if self.name.startswith(PART) else "")

    @property
    def title(self) -> str:
        """Return the name as it stands where the style says that it is a part."""
        return self.name.removeprefix(PART)

    def parts(self, cell: str) -> tuple[str, str]:
        """Return the number of a cell and what is said of it; all of it where the row has no spread.

        Example
        -------
        >>> Row("Time in all", (), spread=True).parts("4 years (2 years to 5 years); later")
        ('4 years', '2 years to 5 years; later')
        """
        if not self.spread:
            return cell, ""
        number, _, said = cell.partition(" (")
        return number, said.replace(")", "", 1)


def rows(comparison: Comparison) -> list[Row]:
    """Return the table of a comparison; a row that nothing fills is left out."""
    routes = comparison.routes
    made = [
        Row(BEST, tuple(", ".join(route.marks) for route in routes)),
        Row(WAY, tuple(wording.path(route, comparison) for route in routes)),
        Row("Time in all", tuple(wording.timed(route.totals.months) for route in routes), spread=True),
        Row(f"{PART}work before a step", tuple(_part(route.totals.work_months) for route in routes)),
        Row(f"{PART}school", tuple(wording.timed(route.totals.school_months) for route in routes), spread=True),
        Row(f"{PART}training on the job", tuple(_part(route.totals.training_months) for route in routes)),
        Row("To learn", tuple(wording.to_learn(route) for route in routes)),
        Row("Average pay over ten years", tuple(wording.average(route) for route in routes), spread=True),
        Row("If you stay instead", tuple(wording.staying(route, comparison) for route in routes), spread=True),
        Row("First raise", tuple(wording.first_raise(route, comparison) for route in routes)),
        Row("Pay at the end", tuple(wording.paid(route.totals.final_pay) for route in routes), spread=True),
        *_moved(comparison),
        Row("Jobs at the rarest rung", tuple(wording.jobs(route, comparison) for route in routes), spread=True),
        Row("Needs", tuple(wording.needs(route, comparison) for route in routes)),
        Row(
            "Earn while you learn",
            tuple(wording.bridged(route, comparison, BridgeKind.APPRENTICESHIP) for route in routes),
        ),
        Row("Programs", tuple(wording.bridged(route, comparison, BridgeKind.PROGRAM) for route in routes)),
        Row("Long steps", tuple(wording.long_steps(route, comparison) for route in routes)),
        Row("Gives up", tuple(wording.given_up(route, comparison) for route in routes)),
        Row("Tuition and fees", tuple(wording.tuition(route.totals.cost) for route in routes)),
    ]
    return [row for row in made if any(row.cells)]


def _part(months: float | None) -> str:
    return wording.UNKNOWN if months is None else wording.duration(months)


def _moved(comparison: Comparison) -> list[Row]:
    """Return the rows on moving for the last rung."""
    there = [route.totals.moved for route in comparison.routes]
    region = next((moved.region for moved in there if moved), "")
    if not region:
        return []
    place = place_name(region)
    final = tuple(wording.paid(moved.final_pay) if moved else "" for moved in there)
    average_ = tuple(wording.paid(moved.average_pay) if moved else "" for moved in there)
    return [
        Row(f"Pay at the end in {place}", final, spread=True),
        Row(f"Average pay, the last rung in {place}", average_, spread=True),
    ]
