"""Comparisons as tables: what no program teaches, then every competency with a column a program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from pathways.amounts import count
from pathways.coverage.answers import common, comparison_answer, foremost, without_jobs
from pathways.coverage.basis import comparison_basis
from pathways.coverage.comparison import ComparedCompetency, Comparison, ProgramTeaching
from pathways.coverage.disputes import MEANING, disputed_words, shade
from pathways.coverage.doubts import comparison_doubt
from pathways.coverage.level_wording import level_words, levels_legend
from pathways.coverage.narrowing import narrowed_to
from pathways.coverage.proposal import Standing
from pathways.coverage.sheets.areas import areas_sheet
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.sheets.wanted import NAME, NEAREST, Positions, near_words, wanted_sheet
from pathways.coverage.unmatched import may_teach, where_to_check, without_match
from pathways.coverage.wording import percent
from standards.workbook import Cell, Place, Table, literal, write_workbook

COLUMNS = (
    *(
        "competency_code",
        "competency",
        "category",
        "jobs_that_ask",
        "mean_importance",
        "program",
        "college",
        "standing",
    ),
    *("level", "confidence", "credits", "courses", "disputed", "competency_address", "program_address"),
)
"""Of CSV: a row for each competency and program, and one for a competency that none teaches.

``disputed`` is ``yes`` where reviewers disagree whether the program teaches it; also where it is not found there.
"""

READING = "Below how surely and how far a program teaches a competency stand the courses in which it does."

UNREVIEWED = (
    "A percentage is the confidence of a suggestion that no reviewer has accepted; only what a reviewer accepted is "
    "called taught."
)


def comparison_to_csv(comparison: Comparison) -> str:
    """Return a comparison as CSV (RFC 4180); no cell is a formula to a spreadsheet."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for competency in comparison.competencies:
        for row in _rows(competency, comparison):
            writer.writerow([literal(cell) for cell in row])
    return table.getvalue()


def _rows(competency: ComparedCompetency, comparison: Comparison) -> Iterator[list[Cell]]:
    start = [competency.code, competency.called, competency.group, *_asked(competency, comparison)]
    programs = {program.iri: program for program in comparison.programs}
    for teaching in competency.taught_in:
        program = programs[teaching.program]
        level = level_words(teaching.level, declared=teaching.declared)
        how: list[Cell] = [teaching.standing.value, level, teaching.confidence, teaching.credits]
        where: list[Cell] = ["; ".join(teaching.courses), "yes" if teaching.disputed else ""]
        yield [*start, program.label, program.college, *how, *where, competency.iri, program.iri]
    for program in (programs[iri] for iri in competency.disputed_in):
        absent: list[Cell] = [Standing.ABSENT.value, "", None, None, "", "yes"]
        yield [*start, program.label, program.college, *absent, competency.iri, program.iri]
    if not competency.taught_in and not competency.disputed_in:
        yield [*start, "", "", Standing.ABSENT.value, "", None, None, "", "", competency.iri, ""]


def _asked(competency: ComparedCompetency, comparison: Comparison) -> list[Cell]:
    """Return how many jobs ask and how important it is to them; blank where it is not known."""
    want = comparison.demand.by_competency.get(competency.iri) if comparison.demand else None
    if want is None:
        return [None, None]
    return [len(want.asks), None if want.importance is None else round(want.importance, 1)]


def comparison_to_workbook(comparison: Comparison) -> bytes:
    """Return a workbook: what no program teaches, the programs side by side, and the programs themselves."""
    areas = [areas_sheet(comparison.areas, comparison.contested)] if comparison.areas else []
    tables = [_glance(comparison), *areas, _side_by_side(comparison), _programs(comparison)]
    return write_workbook(f"{comparison.framework_label}: programs side by side", tables)


def _glance(comparison: Comparison) -> Table:
    lead, foot = tuple(filter(None, _lead(comparison))), tuple(filter(None, _foot(comparison)))
    if comparison.demand:
        wants = [*comparison.unmet, *comparison.unsure]
        standing: dict[str, Standing] = {want.competency: comparison.standing_of(want.competency) for want in wants}
        nearest = {str(c.iri): c.nearest for c in comparison.competencies}
        return wanted_sheet(
            wants, comparison.demand, lead, foot, Positions(standing, nearest, comparison.heads, comparison.contested)
        )
    if not comparison.whole:
        return Table(NAME, ("See the next sheet",), [], (44,), lead=lead, foot=foot)
    rows: list[list[Cell]] = [
        [
            disputed_words(c.called, disputed=c.iri in comparison.contested),
            *(c.code, c.group, near_words(c.nearest, comparison.heads)),
        ]
        for c in comparison.untaught
    ]
    columns = ("Competency found in no outcome of any", "Code", "Category", NEAREST)
    return Table(NAME, columns, rows, (44, 14, 30, 70), lead=lead, foot=foot, filtered=True, landscape=True)


def _lead(comparison: Comparison) -> Iterator[str]:
    yield comparison_answer(comparison)
    yield comparison_doubt(comparison)
    yield foremost(comparison.unmet, comparison.demand, comparison.contested) if comparison.demand else ""
    check = f"{said} ({where_to_check(comparison)})." if (said := may_teach(comparison)) else ""
    yield f"{without_match(comparison)} {check}".strip()
    few = f", {said}" if (said := narrowed_to(comparison.demand)) else ""
    held = f"{count(len(comparison.programs), 'program')}, held against {comparison.framework_label}{few}."
    yield " ".join(filter(None, (held, common(comparison), comparison_basis(comparison))))


def _foot(comparison: Comparison) -> Iterator[str]:
    yield UNREVIEWED
    if comparison.disputed:
        yield MEANING
    yield "“Not found” means that neither a machine nor a reviewer found an outcome that says it: look at the nearest."
    yield without_jobs(comparison)


def _side_by_side(comparison: Comparison) -> Table:
    columns = ("Category", "Code", "Competency", "Jobs that ask", "Mean importance (1-5)", "Found in programs")
    rows: list[list[Cell]] = []
    colors: dict[Place, str] = {}
    for row, competency in enumerate(comparison.competencies):
        taught = {teaching.program: teaching for teaching in competency.taught_in}
        start: list[Cell] = [competency.group, competency.code, competency.called, *_asked(competency, comparison)]
        cells = [
            _cell(taught.get(program.iri), program.iri in competency.disputed_in) for program in comparison.programs
        ]
        rows.append([*start, len(taught), *cells])
        for at, program in enumerate(comparison.programs, start=len(columns)):
            colors[row, at] = COLORS[_shade(taught.get(program.iri))]
    widths = (40, 13, 34, 10, 13, 12, *[34] * len(comparison.programs))
    names = (*columns, *(comparison.called[program.iri] for program in comparison.programs))
    levels = levels_legend(declared=comparison.declares_levels, inferred=comparison.infers_levels)
    foot = [READING, levels, UNREVIEWED, *([MEANING] if comparison.disputed else [])]
    table = Table("Side by side", names, rows, widths, foot=foot, frozen=3, filtered=True)
    decimals = {columns.index("Mean importance (1-5)"): 1}
    return replace(table, decimals=decimals, colors=colors, landscape=True)


def _shade(teaching: ProgramTeaching | None) -> Standing:
    return shade(teaching.standing, disputed=teaching.disputed) if teaching else Standing.ABSENT


def _cell(teaching: ProgramTeaching | None, disputed: bool) -> Cell:
    """Return how surely and how far a program teaches something, and on a line below in which courses."""
    if teaching is None:
        return disputed_words(Standing.ABSENT.value, disputed=disputed)
    sure = "" if teaching.standing is Standing.TAUGHT else f" {percent(teaching.confidence)}"
    standing = disputed_words(f"{teaching.standing.value}{sure}", disputed=teaching.disputed)
    words = (standing, level_words(teaching.level, declared=teaching.declared))
    return f"{', '.join(filter(None, words))}\n{', '.join(teaching.courses)}"


def _programs(comparison: Comparison) -> Table:
    rows: list[list[Cell]] = [
        [
            *(program.label, program.award, program.college, program.taught, program.taught - program.accepted),
            *(len(comparison.only(program.iri)), program.outcomes, program.unmatched, program.iri),
        ]
        for program in comparison.programs
    ]
    columns = ("Program", "Award", "College", "Competencies found", "Of them unconfirmed", "In this program only")
    names = (*columns, "Outcomes", "Outcomes that match nothing", "Address")
    table = Table("Programs", names, rows, (40, 30, 36, 14, 14, 14, 12, 14, 60), filtered=True)
    return replace(table, plain=(names.index("Address"),), landscape=True, printed=names.index("Address"))
