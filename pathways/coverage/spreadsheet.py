"""The curriculum map as tables: the answer at a glance, suggestions to review, and coverage by competency."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from pathways.coverage.curriculum_map import OFTEN, CompetencyCoverage, CurriculumMap
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.proposal import Proposal, Standing
from pathways.coverage.teaching import Teaching
from pathways.coverage.wanted_sheet import wanted_sheet
from pathways.coverage.wording import (
    LETTERS,
    also_needs,
    answer,
    level_words,
    percent,
    reviewed,
    rung_words,
    standings,
    status_words,
    sureness,
)
from standards.workbook import Cell, Place, Table, literal, write_workbook

CONSIDER: Final = ("to_consider_1", "to_consider_2", "to_consider_3")
"""Of what comes nearest to an outcome that matches none; it counts nowhere unless the reviewer accepts it."""

COLUMNS: Final = (
    *("course_code", "outcome", "competency", "confidence", "decision", "change_to", "comment", "status", *CONSIDER),
    *("shared_words", "competency_code", "category", "course_title"),
    *("outcome_address", "competency_address", "to_consider_addresses"),
)
"""Of the suggestions; the reviewer fills ``decision``, ``change_to`` and ``comment``."""

WIDTHS: Final = (11, 55, 32, 11, 11, 28, 30, 26, 26, 26, 26, 24, 14, 24, 26, 20, 20, 20)

GAP: Final = "In no outcome"

NONE: Final = "No match"

DECISION: Final = COLUMNS.index("decision")

ON_SUGGESTION: Final = ("accept", "reject", "change")

GRID: Final = 60
"""Courses that have a column of their own in the workbook."""

COLORS: Final = {Standing.TAUGHT: "#B5DFC4", Standing.LIKELY: "#DCEFD9", Standing.POSSIBLE: "#F6ECC6"}
"""Backgrounds by standing; the words stand in the cells."""

ABSENT: Final = "#FBF1EE"


def to_csv(curriculum: CurriculumMap) -> str:
    """Return the suggestions as CSV (RFC 4180), then the gaps; no cell is a formula to a spreadsheet."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for row in (*(row for row, _ in _suggestions(curriculum)), *_gaps(curriculum)):
        writer.writerow([literal(cell) for cell in row])
    return table.getvalue()


def to_workbook(curriculum: CurriculumMap) -> bytes:
    """Return a workbook: the answer, the suggestions, the matrix, who teaches what, rungs, what nobody asks for."""
    unused = _unused(curriculum)
    tables = [
        _glance(curriculum),
        _without(_review(curriculum), unused),
        *([_without(_grid(curriculum), unused)] if len(curriculum.courses) <= GRID else []),
        _without(_teaching(curriculum), unused),
        *([_rungs(curriculum)] if curriculum.rungs else []),
        _unasked(curriculum),
    ]
    return write_workbook(f"{curriculum.label}: {curriculum.framework_label}", tables)


def _glance(curriculum: CurriculumMap) -> Table:
    """Return the sheet that answers what is asked for and not taught."""
    outcomes, unmatched = len(curriculum.outcomes), len(curriculum.unmatched)
    lead = (
        answer(curriculum),
        ", ".join(filter(None, (curriculum.label, curriculum.award, f"held against {curriculum.framework_label}"))),
        f"{len(curriculum.taught)} of {curriculum.size} competencies are in some outcome"
        f" ({standings(curriculum.taught) or 'none'}); {len(curriculum.once)} in one course only, "
        f"{len(curriculum.often)} in {OFTEN} courses or more",
        f"{unmatched} of {outcomes} outcomes match nothing",
        reviewed(curriculum),
        "“In no outcome” means that no learning outcome says it; colleges often teach more than their outcomes say.",
    )
    if curriculum.demand:
        wants = [*curriculum.missing, *curriculum.unsure]
        return wanted_sheet(
            wants, curriculum.demand, lead, {w.competency: curriculum.standing_of(w.competency) for w in wants}
        )
    rows: list[list[Cell]] = [[c.label, c.code, c.group] for c in curriculum.gaps]
    return Table("At a glance", ("Competency in no outcome", "Code", "Category"), rows, (44, 14, 30), lead=lead)


def _review(curriculum: CurriculumMap) -> Table:
    columns = [column.replace("_", " ").capitalize() for column in COLUMNS]
    found = list(_suggestions(curriculum))
    colors: dict[Place, str] = {}
    choices: dict[Place, Sequence[str]] = {}
    for row, (_, proposal) in enumerate(found):
        colors[row, COLUMNS.index("confidence")] = COLORS[proposal.standing] if proposal else ABSENT
        choices[row, DECISION] = ON_SUGGESTION if proposal else _numbers(found[row][0])
    shares = (COLUMNS.index("confidence"),)
    table = Table(
        "Outcomes to review", columns, [row for row, _ in found], WIDTHS, frozen=2, filtered=True, shares=shares
    )
    return replace(table, colors=colors, choices=choices, landscape=True)


def _numbers(row: Sequence[Cell]) -> tuple[str, ...]:
    """Return what can be decided on an outcome that matches nothing: one of those to consider, or another."""
    offered = sum(bool(row[COLUMNS.index(column)]) for column in CONSIDER)
    return (*map(str, range(1, offered + 1)), *(("reject",) if offered else ()), "change")


def _unused(curriculum: CurriculumMap) -> set[str]:
    """Return the headers of what no competency of the framework has."""
    codes = {"Code", "Competency code"} if not any(c.code for c in curriculum.competencies) else set()
    groups = {"Category"} if not any(c.group for c in curriculum.competencies) else set()
    spent = {"Credits"} if all(c.credits is None for c in curriculum.competencies) else set()
    return codes | groups | spent


def _without(table: Table, headers: set[str]) -> Table:
    """Return a table without some columns."""
    kept = [place for place, column in enumerate(table.columns) if column not in headers]
    moved = {old: new for new, old in enumerate(kept)}
    return replace(
        table,
        columns=[table.columns[at] for at in kept],
        rows=[[row[at] for at in kept] for row in table.rows],
        widths=[table.widths[at] for at in kept],
        shares=[moved[at] for at in table.shares if at in moved],
        colors={(row, moved[at]): color for (row, at), color in table.colors.items() if at in moved},
        choices={(row, moved[at]): offered for (row, at), offered in table.choices.items() if at in moved},
    )


def _suggestions(curriculum: CurriculumMap) -> Iterator[tuple[list[Cell], Proposal | None]]:
    """Yield a row for each suggestion and each rejection, and one for an outcome without any that counts."""
    for course in curriculum.courses:
        for outcome in course.outcomes:
            for proposal in outcome.suggestions:
                yield _row(course, outcome, proposal, curriculum.by_iri[proposal.iri]), proposal
            if not outcome.suggestions:
                yield _cells(course, outcome, NONE, _unmatched(outcome)), None


def _row(course: CourseMatch, outcome: OutcomeMatch, proposal: Proposal, competency: CompetencyCoverage) -> list[Cell]:
    found: dict[str, Cell] = {
        "confidence": proposal.confidence,
        "status": status_words(proposal),
        "shared_words": " ".join(proposal.common),
        "competency_code": competency.code,
        "category": competency.group,
        "competency_address": proposal.iri,
    }
    return _cells(course, outcome, proposal.label, found)


def _unmatched(outcome: OutcomeMatch) -> dict[str, Cell]:
    return {
        "status": _refused(outcome),
        **dict(zip(CONSIDER, _considered(outcome), strict=True)),
        "to_consider_addresses": " ".join(proposal.iri for proposal in outcome.considered),
    }


def _cells(course: CourseMatch, outcome: OutcomeMatch, competency: str, found: Mapping[str, Cell]) -> list[Cell]:
    """Return a row in the order of the columns; what is not found stays blank."""
    known: dict[str, Cell] = {
        "course_code": course.code,
        "course_title": course.label,
        "outcome": outcome.statement,
        "competency": competency,
        "outcome_address": outcome.iri,
        **found,
    }
    return [known.get(column, "") for column in COLUMNS]


def _refused(outcome: OutcomeMatch) -> str:
    """Return what reviewers rejected for an outcome."""
    return "; ".join(f"{proposal.label}: {status_words(proposal)}" for proposal in outcome.rejected)


def _considered(outcome: OutcomeMatch) -> list[Cell]:
    """Return cells with what comes nearest and its confidence, blank where there is no more."""
    said = [f"{s.label} ({percent(s.certainty)}, not counted)" for s in outcome.considered[: len(CONSIDER)]]
    return [*said, *[""] * (len(CONSIDER) - len(said))]


def _gaps(curriculum: CurriculumMap) -> Iterator[list[Cell]]:
    for competency in curriculum.gaps:
        gap: dict[str, Cell] = {
            "course_code": "",
            "course_title": GAP,
            "competency": competency.label,
            "competency_code": competency.code,
            "category": competency.group,
            "competency_address": competency.iri,
        }
        yield [gap.get(column, "") for column in COLUMNS]


def _grid(curriculum: CurriculumMap) -> Table:
    """Return the matrix: a row a competency, a column a course; I, R, M and how sure it is."""
    columns = (
        "Category",
        "Code",
        "Competency",
        "Standing",
        "Courses",
        "Credits",
        *(c.name for c in curriculum.in_order),
    )
    rows: list[list[Cell]] = []
    colors: dict[Place, str] = {}
    for row, competency in enumerate(curriculum.competencies):
        by_course = {teaching.course: teaching for teaching in competency.taught_by}
        cells = [by_course.get(course.iri) for course in curriculum.in_order]
        known = _rounded(competency.credits)
        start: list[Cell] = [competency.group, competency.code, competency.label, competency.standing.value]
        rows.append([*start, len(by_course), known, *(_cell(cell) for cell in cells)])
        colors[row, 3] = COLORS.get(competency.standing, ABSENT)
        colors.update({(row, 6 + at): COLORS[cell.standing] for at, cell in enumerate(cells) if cell})
    widths = (26, 12, 36, 14, 9, 9, *[11] * len(curriculum.in_order))
    table = Table("Competencies by course", columns, rows, widths, frozen=3, filtered=True)
    return replace(table, colors=colors, landscape=True)


def _cell(teaching: Teaching | None) -> Cell:
    """Return level and sureness: ``M accepted``, ``I 98%``; a star where the college declares the level."""
    return f"{LETTERS[teaching.level]}{'*' if teaching.declared else ''} {sureness(teaching)}" if teaching else None


def _rounded(credits_: float | None) -> float | None:
    return None if credits_ is None else round(credits_, 2)


def _teaching(curriculum: CurriculumMap) -> Table:
    """Return who teaches what: a row for each competency and course."""
    known = {course.iri: course for course in curriculum.courses}
    said = {outcome.iri: outcome.statement for outcome in curriculum.outcomes}
    columns = ("Category", "Code", "Competency", "Course", "Title", "Term", "Level", "Bloom", "Standing", "Confidence")
    rows: list[list[Cell]] = []
    for competency in curriculum.taught:
        for teaching in competency.taught_by:
            course = known[teaching.course]
            what: list[Cell] = [
                competency.group,
                competency.code,
                competency.label,
                course.code,
                course.label,
                course.term,
            ]
            bloom = teaching.bloom.word if teaching.bloom else ""
            how: list[Cell] = [level_words(teaching), bloom, teaching.standing.value, teaching.confidence]
            statements = "\n".join(said[iri] for iri in teaching.outcomes)
            rows.append([*what, *how, _rounded(teaching.credits), statements])
    colors = {(row, 8): COLORS[Standing(str(cells[8]))] for row, cells in enumerate(rows)}
    widths = (26, 12, 34, 12, 30, 12, 20, 12, 16, 11, 9, 60)
    table = Table("Who teaches what", (*columns, "Credits", "Outcomes"), rows, widths, frozen=3, filtered=True)
    return replace(table, shares=(9,), colors=colors, landscape=True)


def _rungs(curriculum: CurriculumMap) -> Table:
    """Return how much of what each job asks a graduate brings, and what is missing."""
    columns = ("Code", "Occupation", "Job zone", "Covered", "Of it accepted", "How near", "Lacks", "Only introduced")
    rows: list[list[Cell]] = [
        [
            *(rung.job.code, rung.job.label, rung.job.zone or None, rung.share, rung.accepted, rung_words(rung)),
            "; ".join(f"{one.label} ({one.importance:.1f})" if one.importance else one.label for one in rung.lacks),
            "; ".join(rung.introduced),
            also_needs(rung.job),
        ]
        for rung in curriculum.rungs
    ]
    widths = (12, 40, 9, 9, 9, 24, 70, 50, 40)
    table = Table("Jobs a graduate can reach", (*columns, "Also needs"), rows, widths, frozen=2, filtered=True)
    return replace(table, shares=(3, 4), landscape=True)


def _unasked(curriculum: CurriculumMap) -> Table:
    """Return the outcomes that match nothing, with what comes nearest."""
    rows: list[list[Cell]] = [
        [course.code, course.label, outcome.statement, *_considered(outcome)]
        for course in curriculum.courses
        for outcome in course.outcomes
        if not outcome.suggestions
    ]
    columns = ("Course", "Title", "Outcome", "Nearest 1", "Nearest 2", "Nearest 3")
    return Table("Not asked for", columns, rows, (12, 30, 60, 34, 34, 34), frozen=1, filtered=True, landscape=True)
