"""The steps of a ladder as a table (CSV), a row for each."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pathways.formats.credential_types import credential_type
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.ladders.reading import climbed
from pathways.records.bridge import Bridge, BridgeKind
from pathways.records.ladder import Basis, Evidence, Ladder, Rung, Step
from standards.workbook import Cell, literal


@dataclass(frozen=True)
class Row:
    """A step with the rungs that it joins, and where the upper one leads."""

    step: Step
    start: Rung
    end: Rung
    address: str

    @property
    def apprenticeships(self) -> list[Bridge]:
        """Those among the bridges of the step; hours and pay are of the first."""
        return [bridge for bridge in self.step.bridges if bridge.kind is BridgeKind.APPRENTICESHIP]


def _listed(words: Iterable[object]) -> str:
    return "; ".join(map(str, words))


def _of_wage(rung: Rung, field: str) -> Cell:
    """Return what is said of the pay of a rung, nothing where none is known."""
    return getattr(rung.wage, field) if rung.wage else None


def _compared(row: Row) -> Cell:
    """Return the region whose medians a change of pay compares."""
    if row.step.wage_change is None:
        return None
    return row.step.wage_region or _of_wage(row.start, "region")


def _seen(evidence: Evidence) -> str:
    beside = "" if evidence.counted else " (not counted)"
    return f"{evidence.view}: {evidence.similarity:g}, rank {evidence.rank}{beside}"


def _yes(what: bool) -> Cell:
    return "yes" if what else "no"


def _taught(row: Row) -> str:
    return _listed(dict.fromkeys(course.label for gain in row.step.gains for course in gain.taught_by))


def _attested(row: Row) -> str:
    return _listed(dict.fromkeys(credential.label for gain in row.step.gains for credential in gain.attested_by))


def _apprentice(row: Row, says: Callable[[Bridge], Cell]) -> Cell:
    """Return what the first apprenticeship of a step says."""
    return next(map(says, row.apprenticeships), None)


def _of_basis(basis: Basis) -> Callable[[Row], Cell]:
    return lambda row: _listed(row.step.basis.parts(basis))


OF_RUNG: Final[Mapping[str, Callable[[Rung], Cell]]] = {
    "{}_code": lambda rung: rung.code,
    "{}": lambda rung: rung.label.value,
    "{}_zone": lambda rung: rung.zone or None,
    "{}_low_pay": lambda rung: _of_wage(rung, "low"),
    "{}_median_pay": lambda rung: _of_wage(rung, "median"),
    "{}_high_pay": lambda rung: _of_wage(rung, "high"),
    "{}_marks": lambda rung: _listed(mark.value for mark in rung.marks),
    "{}_jobs": lambda rung: rung.employed,
}
"""What is said of each end of a step, with the end for ``{}``."""

OF_START: Final[Mapping[str, Callable[[Rung], Cell]]] = {
    **{name.format("from"): cell for name, cell in OF_RUNG.items()},
    "from_pay_region": lambda rung: _of_wage(rung, "region"),
}
OF_END: Final = {name.format("to"): cell for name, cell in OF_RUNG.items()}

OF_STEP: Final[Mapping[str, Callable[[Row], Cell]]] = {
    "direction": lambda row: row.step.direction.value,
    "main_route": lambda row: _yes(row.step.main),
    "gap": lambda row: row.step.gap,
    "relatedness": lambda row: row.step.relatedness,
    "support": lambda row: row.step.support,
    "views": lambda row: _listed(map(_seen, row.step.evidence)),
    "pay_change": lambda row: row.step.wage_change,
    "pay_change_region": _compared,
    "pay_given_up": lambda row: row.step.tradeoff.amount if row.step.tradeoff else None,
    "pay_given_up_at_first": lambda row: row.step.learning_pay.amount if row.step.learning_pay else None,
    "long_step": lambda row: _yes(row.step.long),
    "education": lambda row: row.step.preparation.education,
    "school_months": lambda row: row.step.preparation.school_months,
    "experience_months": lambda row: row.step.preparation.experience_months,
    "training_months": lambda row: row.step.preparation.training_months,
    "begins_anew": lambda row: row.step.preparation.anew,
    "needs": lambda row: _listed(wording.needs(row.step)),
    "needed_types": lambda row: _listed(
        credential_type(row.step, need).rpartition("/")[2] for need in wording.needs(row.step)
    ),
    "skills_to_learn": lambda row: _listed(gain.label for gain in row.step.gains),
    "levels": lambda row: _listed(map(wording.levels, row.step.gains)),
    "taught_in": _taught,
    "attested_by": _attested,
    "bridges": lambda row: _listed(bridge.label for bridge in row.step.bridges),
    "apprenticeships": lambda row: _listed(bridge.label for bridge in row.apprenticeships),
    "apprentice_hours": lambda row: _apprentice(row, lambda first: first.job_hours),
    "apprentice_pay_from": lambda row: _apprentice(row, lambda first: first.wages.low if first.wages else None),
    "apprentice_pay_to": lambda row: _apprentice(row, lambda first: first.wages.high if first.wages else None),
    "pay_region": lambda row: _of_wage(row.end, "region"),
    "pay_period": lambda row: _of_wage(row.end, "period"),
    "pay_source": lambda row: _of_wage(row.end, "source"),
    "ratings_source": lambda row: _listed(dict.fromkeys(gain.source for gain in row.step.gains)),
    "why_drawn": lambda row: wording.why(row.step),
    **{basis.value: _of_basis(basis) for basis in Basis},
    "notes": lambda row: " ".join(row.step.notes),
    "to_address": lambda row: row.address,
}

COLUMNS: Final = (*OF_START, *OF_END, *OF_STEP)


def to_csv(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return the steps of a ladder as CSV (RFC 4180); no cell is a formula to a spreadsheet.

    Of a ladder without steps, its rungs, and in the notes why no step leads from them.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    rows = [_cells(step, ladder, link) for step in climbed(ladder).steps] or _without_steps(ladder)
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows([literal(row.get(column)) for column in COLUMNS] for row in rows)
    return table.getvalue()


def _cells(step: Step, ladder: Ladder, link: Address) -> dict[str, Cell]:
    """Return the cells of a step by column."""
    start, end = ladder.rung(step.start), ladder.rung(step.end)
    row = Row(step, start, end, link(end))
    return {
        **{name: cell(start) for name, cell in OF_START.items()},
        **{name: cell(end) for name, cell in OF_END.items()},
        **{name: cell(row) for name, cell in OF_STEP.items()},
    }


def _without_steps(ladder: Ladder) -> list[dict[str, Cell]]:
    """Return a row for each rung of a ladder without steps, one where it has none; all say why."""
    why: dict[str, Cell] = {"notes": " ".join((ladder.description, *ladder.notes))}
    known = [{name: cell(rung) for name, cell in OF_START.items()} for rung in ladder.rungs]
    return [{**row, **why} for row in known or [{}]]
