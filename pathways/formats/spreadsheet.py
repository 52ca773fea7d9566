"""The steps of a ladder as a table (CSV), a row for each."""

from __future__ import annotations

import csv
import io
from typing import Final

from pathways.formats.credential_types import credential_type
from pathways.ladders import wording
from pathways.ladders.account import Address, occupation_address
from pathways.ladders.reading import climbed
from pathways.records.bridge import BridgeKind
from pathways.records.ladder import Basis, Evidence, Ladder, Rung, Step
from standards.workbook import Cell, literal

COLUMNS: Final = (
    "from_code",
    "from",
    "from_zone",
    "from_low_pay",
    "from_median_pay",
    "from_high_pay",
    "from_marks",
    "from_jobs",
    "from_pay_region",
    "to_code",
    "to",
    "to_zone",
    "to_low_pay",
    "to_median_pay",
    "to_high_pay",
    "to_marks",
    "to_jobs",
    "direction",
    "main_route",
    "gap",
    "relatedness",
    "support",
    "views",
    "pay_change",
    "pay_change_region",
    "pay_given_up",
    "pay_given_up_at_first",
    "long_step",
    "education",
    "school_months",
    "experience_months",
    "training_months",
    "begins_anew",
    "needs",
    "needed_types",
    "skills_to_learn",
    "levels",
    "taught_in",
    "attested_by",
    "bridges",
    "apprenticeships",
    "apprentice_hours",
    "apprentice_pay_from",
    "apprentice_pay_to",
    "pay_region",
    "pay_period",
    "pay_source",
    "ratings_source",
    "why_drawn",
    *(basis.value for basis in Basis),
    "notes",
    "to_address",
)


def to_csv(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return the steps of a ladder as CSV (RFC 4180); no cell is a formula to a spreadsheet.

    Of a ladder without steps, its rungs, and in the notes why no step leads from them.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    rows = [_cells(step, ladder, link) for step in climbed(ladder).steps] or _without_steps(ladder)
    writer.writerows([literal(cell) for cell in row] for row in rows)
    return table.getvalue()


def _cells(step: Step, ladder: Ladder, link: Address) -> list[Cell]:
    """Return the cells of a step, in the order of the columns."""
    start, end = ladder.rung(step.start), ladder.rung(step.end)
    courses = dict.fromkeys(str(course.label) for gain in step.gains for course in gain.taught_by)
    credentials = dict.fromkeys(str(credential.label) for gain in step.gains for credential in gain.attested_by)
    return [
        *_beginning(start),
        *_rung(end),
        step.direction.value,
        "yes" if step.main else "no",
        step.gap,
        step.relatedness,
        step.support,
        "; ".join(map(_seen, step.evidence)),
        step.wage_change,
        _compared(step, start),
        step.tradeoff.amount if step.tradeoff else None,
        step.learning_pay.amount if step.learning_pay else None,
        "yes" if step.long else "no",
        step.preparation.education,
        step.preparation.school_months,
        step.preparation.experience_months,
        step.preparation.training_months,
        step.preparation.anew,
        "; ".join(wording.needs(step)),
        "; ".join(credential_type(step, need).rpartition("/")[2] for need in wording.needs(step)),
        "; ".join(str(gain.label) for gain in step.gains),
        "; ".join(map(wording.levels, step.gains)),
        "; ".join(courses),
        "; ".join(credentials),
        "; ".join(str(bridge.label) for bridge in step.bridges),
        *_apprenticeships(step),
        end.wage.region if end.wage else "",
        end.wage.period if end.wage else "",
        end.wage.source if end.wage else "",
        "; ".join(dict.fromkeys(gain.source for gain in step.gains)),
        wording.why(step),
        *("; ".join(step.basis.parts(basis)) for basis in Basis),
        " ".join(step.notes),
        link(end),
    ]


def _without_steps(ladder: Ladder) -> list[list[Cell]]:
    """Return a row for each rung of a ladder without steps, one where it has none; all say why."""
    why = {"notes": " ".join((ladder.description, *ladder.notes))}
    known = [dict(zip(COLUMNS, _beginning(rung), strict=False)) for rung in ladder.rungs] or [{}]
    return [[{**row, **why}.get(column) for column in COLUMNS] for row in known]


def _beginning(rung: Rung) -> list[Cell]:
    """Return what is said of the rung from which a step leads."""
    return [*_rung(rung), rung.wage.region if rung.wage else ""]


def _compared(step: Step, start: Rung) -> str:
    """Return the region whose medians a change of pay compares."""
    own = start.wage.region if start.wage else ""
    return "" if step.wage_change is None else step.wage_region or own


def _apprenticeships(step: Step) -> list[Cell]:
    """Return titles of the apprenticeships of a step, and of the first its hours at work and its yearly pay."""
    found = [bridge for bridge in step.bridges if bridge.kind is BridgeKind.APPRENTICESHIP]
    first = found[0] if found else None
    wages = first.wages if first else None
    return [
        "; ".join(str(bridge.label) for bridge in found),
        first.job_hours if first else None,
        wages.low if wages else None,
        wages.high if wages else None,
    ]


def _seen(evidence: Evidence) -> str:
    beside = "" if evidence.counted else " (not counted)"
    return f"{evidence.view}: {evidence.similarity:g}, rank {evidence.rank}{beside}"


def _rung(rung: Rung) -> list[Cell]:
    pay = (rung.wage.low, rung.wage.median, rung.wage.high) if rung.wage else (None, None, None)
    marks = "; ".join(mark.value for mark in rung.marks)
    return [rung.code, rung.label.value, rung.zone or None, *pay, marks, rung.employed]
