"""Suggestions as rows: what each outcome may mean, for a reviewer to decide on, and what no outcome says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.proposal import Proposal
from pathways.coverage.wording import percent, status_words, unmatched_words
from standards.matching import Evidence
from standards.reviewing import Kind
from standards.workbook import Cell

CONSIDER: Final = ("to_consider_1", "to_consider_2", "to_consider_3")
"""Of what comes nearest to an outcome that matches none; it counts nowhere unless the reviewer accepts it."""

VIEWS: Final = tuple(Evidence.model_fields)
"""What each view sees, 0 to 1."""

COLUMNS: Final = (
    *("course_code", "outcome", "competency", "confidence", "decision", "change_to", "comment", "status", *CONSIDER),
    *("competency_code", "category", "course_title"),
    *("shared_words", "matched", "part", *VIEWS),
    *("outcome_address", "competency_address", "to_consider_addresses"),
)
"""Of the suggestions; the reviewer fills ``decision``, ``change_to`` and ``comment``.

From ``shared_words`` on stands why each is suggested: the words in common, the name that matched, the part of the
outcome that means it, and what each view sees; then the addresses, which say what a decision is about.
"""

KIND: Final = "kind"
"""Column of CSV, which has gaps as well: what a row is of, as `Kind` has it."""

GAP: Final = "in no outcome"

NONE: Final = "No match"


def suggestions(curriculum: CurriculumMap) -> Iterator[tuple[list[Cell], Proposal | None]]:
    """Yield a row for each suggestion and what waits for a decision, and one for an outcome that matches nothing."""
    for course in curriculum.courses:
        for outcome in course.outcomes:
            for proposal in (*outcome.suggestions, *outcome.waiting):
                yield _row(course, outcome, proposal, curriculum.by_iri.get(proposal.iri)), proposal
            if not outcome.suggestions and not outcome.waiting:
                yield _cells(course, outcome, NONE, _unmatched(outcome)), None


def _row(
    course: CourseMatch, outcome: OutcomeMatch, proposal: Proposal, competency: CompetencyCoverage | None
) -> list[Cell]:
    found: dict[str, Cell] = {
        "confidence": proposal.confidence,
        "status": status_words(proposal),
        "shared_words": " ".join(proposal.common),
        "matched": proposal.matched,
        "part": proposal.part,
        **dict(proposal.evidence or ()),
        "competency_code": competency.code if competency else "",
        "category": competency.group if competency else "",
        "competency_address": proposal.iri,
    }
    return _cells(course, outcome, proposal.label, found)


def _unmatched(outcome: OutcomeMatch) -> dict[str, Cell]:
    return {
        "status": "; ".join(filter(None, (unmatched_words(outcome), _refused(outcome)))),
        **dict(zip(CONSIDER, considered(outcome), strict=True)),
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
    """Return what reviewers rejected for an outcome, together what has the same words."""
    said: dict[str, list[str]] = {}
    for proposal in outcome.rejected:
        said.setdefault(status_words(proposal), []).append(proposal.label)
    return "; ".join(f"{', '.join(labels)}: {words}" for words, labels in said.items())


def considered(outcome: OutcomeMatch) -> list[Cell]:
    """Return cells with what comes nearest and its confidence, blank where there is no more."""
    said = [f"{s.label} ({percent(s.certainty)}, not counted)" for s in outcome.considered[: len(CONSIDER)]]
    return [*said, *[""] * (len(CONSIDER) - len(said))]


def kind(proposal: Proposal | None) -> Kind:
    """Return what the row of a suggestion is of, or that of an outcome which matches nothing."""
    return proposal.kind if proposal else Kind.OUTCOME


def gaps(curriculum: CurriculumMap) -> Iterator[list[Cell]]:
    """Yield a row for each competency that no outcome says, as far as the map lists them."""
    for competency in curriculum.gaps:
        gap: dict[str, Cell] = {
            "status": GAP,
            "competency": competency.label,
            "competency_code": competency.code,
            "category": competency.group,
            "competency_address": competency.iri,
        }
        yield [gap.get(column, "") for column in COLUMNS]
