"""Alignment: a program's outcomes matched to a framework, statement by statement, then counted by competency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.records import CompetencyKind, Course, Iri, LearningOutcome
from ontology.store import KnowledgeBase
from pathways.coverage.curriculum_map import CompetencyCoverage, CourseMatch, CurriculumMap, OutcomeMatch, Teaching
from standards.curricula import Curriculum
from standards.frameworks import framework_title
from standards.indexes import framework_index
from standards.matching import UNMATCHED, Entry, Index, Suggestion
from standards.matching.terms import stems

MOST: Final = 3
"""Competencies that one outcome is taken to teach at most."""

CONSIDERED: Final = 3
"""Competencies that are shown for an outcome that matches none."""

SEARCHED: Final = 20
"""Competencies among which those are looked for."""

PRODUCTS: Final = frozenset((CompetencyKind.TECHNOLOGY, CompetencyKind.TOOL))
"""Kinds of things that are bought: an outcome means one only where it names it."""

BESIDE: Final = 0.5
"""Confidence that the second and third of them need."""

LISTED: Final = 500
"""Of a framework with more competencies than this, only those that are taught are listed."""


@dataclass(frozen=True)
class Target:
    """A framework to hold programs against.

    Parameters
    ----------
    name
        As it was asked for, for instance ``esco@1.1.0``.
    """

    name: str
    iri: Iri
    label: str
    index: Index

    @classmethod
    def of(cls, base: KnowledgeBase, name: str, folder: Path | None = None) -> Target:
        """Return a framework of a knowledge base, indexed.

        Parameters
        ----------
        folder
            Where the indexes of large frameworks are kept.

        Raises
        ------
        NotFoundError
            With the frameworks there are.
        """
        index = framework_index(base, name, folder)
        iri, label = framework_title(base, name)
        return cls(name, iri, label, index)


def align(curriculum: Curriculum, target: Target, threshold: float = UNMATCHED) -> CurriculumMap:
    """Return which competencies of a framework the courses of a program teach.

    Parameters
    ----------
    threshold
        Confidence from which an outcome counts, 0 to 1; below it, it is unmatched.
    """
    statements = [outcome.statement.value for outcome in curriculum.outcomes]
    found = target.index.match(statements, top=SEARCHED)
    entries = target.index.entries
    products = {entry.iri: entry for entry in entries if entry.kind in PRODUCTS}
    matches = {
        outcome.iri: _match(outcome, [*_meant(outcome, suggestions, products)], threshold)
        for outcome, suggestions in zip(curriculum.outcomes, found, strict=True)
    }
    courses = tuple(_course(course, curriculum, matches) for course in curriculum.courses)
    listed = _coverage(entries, _teachings(courses), complete=len(entries) <= LISTED)
    return CurriculumMap(
        program=curriculum.program.iri,
        label=curriculum.program.label.value,
        award=curriculum.program.award or "",
        framework=target.name,
        framework_iri=target.iri,
        framework_label=target.label,
        threshold=threshold,
        courses=courses,
        competencies=listed,
        size=len(entries),
    )


def _meant(
    outcome: LearningOutcome, suggestions: Iterable[Suggestion], products: Mapping[Iri, Entry]
) -> Iterator[Suggestion]:
    """Yield suggestions without products that the outcome does not name."""
    said = set(stems(outcome.statement.value))
    for suggestion in suggestions:
        product = products.get(suggestion.iri)
        if product is None or any(_names(said, name) for name in (product.label, *product.alt_labels)):
            yield suggestion


def _names(said: set[str], name: str) -> bool:
    """Whether all words of a name are among those that are said."""
    words = stems(name)
    return bool(words) and said.issuperset(words)


def _match(outcome: LearningOutcome, suggestions: Sequence[Suggestion], threshold: float) -> OutcomeMatch:
    least = [threshold, *[max(BESIDE, threshold)] * (MOST - 1)]
    good = tuple(s for s, enough in zip(suggestions, least, strict=False) if s.confidence >= enough)
    others = () if good else tuple(suggestions[:CONSIDERED])
    return OutcomeMatch(iri=outcome.iri, statement=outcome.statement.value, suggestions=good, considered=others)


def _course(course: Course, curriculum: Curriculum, matches: dict[Iri, OutcomeMatch]) -> CourseMatch:
    return CourseMatch(
        iri=course.iri,
        code=course.code or "",
        label=course.label.value,
        term=course.term or "",
        outcomes=tuple(matches[outcome.iri] for outcome in curriculum.outcomes_of(course)),
    )


def _teachings(courses: Iterable[CourseMatch]) -> dict[str, list[Teaching]]:
    """Return which courses teach each competency, in the order of the courses."""
    found: dict[str, list[Teaching]] = {}
    for course in courses:
        claims: dict[str, list[tuple[float, Iri]]] = {}
        for outcome in course.outcomes:
            for suggestion in outcome.suggestions:
                claims.setdefault(suggestion.iri, []).append((-suggestion.confidence, outcome.iri))
        for competency, said in claims.items():
            best = sorted(said)
            teaching = Teaching(course=course.iri, confidence=-best[0][0], outcomes=tuple(iri for _, iri in best))
            found.setdefault(competency, []).append(teaching)
    return found


def _coverage(
    entries: Iterable[Entry], teachings: dict[str, list[Teaching]], *, complete: bool
) -> tuple[CompetencyCoverage, ...]:
    listed = [entry for entry in entries if complete or entry.iri in teachings]
    groups = {group: place for place, group in enumerate(dict.fromkeys(entry.group for entry in listed))}
    listed.sort(key=lambda entry: groups[entry.group])
    return tuple(
        CompetencyCoverage(
            iri=entry.iri,
            code=entry.code,
            label=entry.label,
            group=entry.group,
            taught_by=tuple(teachings.get(entry.iri, ())),
        )
        for entry in listed
    )
