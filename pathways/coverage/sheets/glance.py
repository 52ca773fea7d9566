"""The first sheet of a workbook: the answer, what it rests on, and what is asked for and not taught."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.amounts import count
from pathways.coverage.answers import answer, foremost, without_jobs
from pathways.coverage.basis import how_sure, reviewed
from pathways.coverage.curriculum_map import OFTEN, CurriculumMap
from pathways.coverage.disputes import MEANING, disputed_words, shade
from pathways.coverage.doubts import doubt
from pathways.coverage.narrowing import may_narrow, narrowed_to
from pathways.coverage.proposal import Standing
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.sheets.cuts import cut_words
from pathways.coverage.sheets.wanted import NAME, NEAREST, Positions, near_words, wanted_sheet
from pathways.coverage.unmatched import may_teach, without_match
from standards.workbook import Cell, Table


def glance_sheet(curriculum: CurriculumMap) -> Table:
    """Return the sheet: what is asked for; else what no outcome says, of a large framework what is found by group."""
    lead, foot = tuple(filter(None, _lead(curriculum))), tuple(filter(None, _foot(curriculum)))
    if curriculum.demand:
        listed = {want.competency for want in (*curriculum.missing, *curriculum.unsure)}
        others = (want for want in curriculum.disputes if want.competency not in listed)
        wants = [*curriculum.missing, *curriculum.unsure, *others]
        standing: dict[str, Standing] = {want.competency: curriculum.standing_of(want.competency) for want in wants}
        nearest = {str(c.iri): c.nearest for c in curriculum.competencies}
        return wanted_sheet(
            wants, curriculum.demand, lead, foot, Positions(standing, nearest, disputed=curriculum.contested)
        )
    if not curriculum.whole:
        return _reached(curriculum, lead, foot)
    rows: list[list[Cell]] = [
        [disputed_words(c.called, disputed=curriculum.in_dispute(c)), c.code, c.group, near_words(c.nearest, {})]
        for c in curriculum.gaps
    ]
    columns = ("Competency found in no outcome", "Code", "Category", NEAREST)
    return Table(NAME, columns, rows, (44, 14, 30, 70), lead=lead, foot=foot, filtered=True, landscape=True)


def _lead(curriculum: CurriculumMap) -> Iterator[str]:
    """Yield what stands above the table: the answer, and on what it rests."""
    yield answer(curriculum)
    yield doubt(curriculum)
    yield foremost(curriculum.missing, curriculum.demand, curriculum.contested) if curriculum.demand else ""
    check = f"{said} (their sheet is in this workbook)." if (said := may_teach(curriculum)) else ""
    yield f"{without_match(curriculum)} {check}".strip()
    about = (curriculum.label, curriculum.college, curriculum.award)
    yield ", ".join(filter(None, (*about, f"held against {curriculum.framework_label}")))
    yield f"{said[:1].upper()}{said[1:]}" if (said := narrowed_to(curriculum.demand)) else ""
    found = len(curriculum.found)
    named = count(curriculum.scope, "competency", "competencies")
    often = f", {len(curriculum.often):,} in {OFTEN} courses or more" if curriculum.often else ""
    once = f"{len(curriculum.once):,} in one course only"
    yield f"In some outcome: {found:,} of {named} ({how_sure(curriculum.found) or 'none'}); {once}{often}"
    yield reviewed(curriculum)


def _foot(curriculum: CurriculumMap) -> Iterator[str]:
    """Yield what stands below the table: how to read it, and what it cannot show."""
    yield (
        "Unconfirmed: suggested by machine, accepted by no reviewer. Found in no outcome: neither a machine nor a "
        "reviewer found one that says it; colleges often teach more than their outcomes say."
    )
    yield MEANING if curriculum.disputed else ""
    yield without_jobs(curriculum)
    yield may_narrow(curriculum).replace("`", "")
    yield cut_words(curriculum)


def _reached(curriculum: CurriculumMap, lead: tuple[str, ...], foot: tuple[str, ...]) -> Table:
    found = [(group, c) for group, competencies in curriculum.groups.items() for c in competencies]
    disputed = [curriculum.in_dispute(c) for _, c in found]
    rows: list[list[Cell]] = [
        [group, c.called, disputed_words(c.standing.value, disputed=dispute), len(c.taught_by)]
        for (group, c), dispute in zip(found, disputed, strict=True)
    ]
    columns = ("Group", "Competency that is found", "Standing", "Courses")
    colors = {(row, 2): COLORS[shade(c.standing, disputed=disputed[row])] for row, (_, c) in enumerate(found)}
    return Table(NAME, columns, rows, (44, 44, 16, 11), lead=lead, foot=foot, filtered=True, colors=colors)
