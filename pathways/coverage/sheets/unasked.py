"""Outcomes that nobody asks for as sheets: those that match nothing, and those that teach what no job asks for."""

from __future__ import annotations

from dataclasses import replace

from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.disputes import disputed_words
from pathways.coverage.proposal import Proposal
from pathways.coverage.sheets.suggestion import considered
from standards.reviewing import Status
from standards.workbook import Cell, Table


def unmatched_sheet(curriculum: CurriculumMap) -> Table:
    """Return the outcomes that match nothing, with what comes nearest."""
    rows: list[list[Cell]] = [
        [course.code, course.label, outcome.statement, *considered(outcome)]
        for course in curriculum.courses
        for outcome in course.outcomes
        if not outcome.suggestions
    ]
    columns = ("Course", "Title", "Outcome", "Nearest 1", "Nearest 2", "Nearest 3")
    widths = (13, 32, 56, 36, 36, 36)
    return Table("Outcomes that match nothing", columns, rows, widths, frozen=1, filtered=True, landscape=True)


def _standing(proposal: Proposal) -> str:
    return disputed_words(proposal.standing.word, disputed=proposal.status is Status.DISPUTED)


def unasked_sheet(curriculum: CurriculumMap) -> Table:
    """Return the outcomes that teach something that no job here asks for, a row for each competency they teach."""
    apart = {outcome.iri for outcome in curriculum.unasked}
    rows: list[list[Cell]] = [
        [course.code, course.label, outcome.statement, proposal.label, _standing(proposal), proposal.confidence]
        for course in curriculum.courses
        for outcome in course.outcomes
        if outcome.iri in apart
        for proposal in outcome.suggestions
    ]
    columns = ("Course", "Title", "Outcome", "Teaches, and no job asks for it", "Standing", "Confidence")
    widths = (13, 32, 56, 36, 16, 13)
    table = Table("Outcomes that no job asks for", columns, rows, widths, frozen=1, filtered=True, landscape=True)
    return replace(table, shares=(columns.index("Confidence"),))
