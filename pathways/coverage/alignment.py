"""Alignment: a program's outcomes matched to a framework, statement by statement, then counted by competency."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from ontology.records import Iri, LearningOutcome, TeachingLevel
from pathways.coverage.credit import credit_share
from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.demand import Demand
from pathways.coverage.ladder_places import ladder_places
from pathways.coverage.namesakes import kinds_of_namesakes
from pathways.coverage.nearest import NearMiss, near_misses
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.products import PRODUCTS, is_named
from pathways.coverage.proposal import Standing
from pathways.coverage.reach import NOWHERE, RungReach, reach
from pathways.coverage.reviewed import Meanings, Outlook, meanings
from pathways.coverage.sequence import Order, order_of
from pathways.coverage.target import Target
from pathways.coverage.teaching import Teaching, teachings
from pathways.records.ladder import Ladder
from standards.curricula import Curriculum, as_one_course
from standards.matching import UNMATCHED, Entry, Suggestion
from standards.matching.bloom import bloom_level
from standards.matching.prior import of_field
from standards.reviewing import Reviews

SEARCHED: Final = 20
"""Competencies among which those of an outcome are looked for."""

LISTED: Final = 500
"""Of a framework with more competencies than this, only those that are taught are listed."""

OWN_LISTED: Final = 5000
"""The same of a list of one's own: whoever made it means all of it, and a page of more is too much to open."""

UNREVIEWED: Final = Reviews()


def align(
    curriculum: Curriculum,
    target: Target,
    threshold: float = UNMATCHED,
    reviews: Reviews = UNREVIEWED,
    demand: Demand | None = None,
    ladder: Ladder | None = None,
    college: str = "",
) -> CurriculumMap:
    """Return which competencies of a framework the courses of a program are taken to teach.

    Parameters
    ----------
    threshold
        Confidence from which an outcome counts, 0 to 1; below it, it is unmatched. What a reviewer accepted counts
        whatever its confidence; what a reviewer rejected does not.
    reviews
        Of the program, against this framework.
    demand
        What firms ask for of the framework.
    ladder
        Of those who ask, on which their jobs have places.
    college
        Name of who offers the program; empty where it is not known.
    """
    curriculum, versions = as_one_course(curriculum, lambda outcome: bool(reviews.of_outcome(outcome)))
    entries = {entry.iri: entry for entry in target.index.entries}
    suggested = _suggested(curriculum, target, entries)
    order = order_of(curriculum.courses)
    found = _meanings(curriculum, suggested, entries, threshold, reviews)
    courses = tuple(_courses(curriculum, versions, order, found))
    taught = teachings(courses, order.before)
    expected = _expected(entries, target, demand)
    near = near_misses(curriculum.program.iri, courses, suggested) if expected else {}
    listed = _coverage(_grouped(entries.values(), taught, target), taught, near, expected)
    return CurriculumMap(
        program=curriculum.program.iri,
        label=curriculum.program.label.value,
        award=curriculum.program.award or "",
        college=college,
        framework=target.name,
        framework_iri=target.iri,
        framework_label=target.label,
        framework_version=target.version,
        framework_language=target.language,
        threshold=threshold,
        ordered_by=order.by,
        courses=courses,
        competencies=listed,
        size=len(entries),
        demand=demand,
        rungs=_rungs(demand, listed, ladder),
        to_import=target.own.to_import if target.own else "",
    )


def _suggested(
    curriculum: Curriculum, target: Target, entries: Mapping[Iri, Entry]
) -> dict[Iri, tuple[Suggestion, ...]]:
    """Return what the matcher says of each outcome."""
    products = {iri: entry for iri, entry in entries.items() if entry.kind in PRODUCTS}
    found = target.index.match([outcome.statement.value for outcome in curriculum.outcomes], top=SEARCHED)
    pairs = zip(curriculum.outcomes, of_field(found, len(target.index.labels.texts)), strict=True)
    return {outcome.iri: tuple(_meant(outcome, suggestions, products)) for outcome, suggestions in pairs}


def _meanings(
    curriculum: Curriculum,
    suggested: Mapping[Iri, Sequence[Suggestion]],
    entries: Mapping[Iri, Entry],
    threshold: float,
    reviews: Reviews,
) -> dict[Iri, Meanings]:
    """Return what each outcome may mean."""
    found = {}
    for outcome in curriculum.outcomes:
        outlook = Outlook(
            outcome=outcome.iri,
            statement=outcome.statement.value,
            suggestions=suggested[outcome.iri],
            states=reviews.of_outcome(outcome.iri),
        )
        found[outcome.iri] = meanings(outlook, entries, threshold)
    return found


def _meant(
    outcome: LearningOutcome, suggestions: Iterable[Suggestion], products: Mapping[Iri, Entry]
) -> Iterator[Suggestion]:
    """Yield suggestions without products that the outcome does not name."""
    for suggestion in suggestions:
        product = products.get(suggestion.iri)
        if product is None or is_named(product, outcome.statement.value):
            yield suggestion


def _courses(
    curriculum: Curriculum, versions: Mapping[Iri, int], order: Order, found: Mapping[Iri, Meanings]
) -> Iterator[CourseMatch]:
    for course in curriculum.courses:
        outcomes = curriculum.outcomes_of(course)
        share = credit_share(course.credits, len(outcomes)) if outcomes else None
        yield CourseMatch(
            iri=course.iri,
            code=course.code or "",
            label=course.label.value,
            term=course.term or "",
            credits=course.credits,
            place=order.places[course.iri],
            versions=versions[course.iri],
            outcomes=tuple(_outcome(outcome, found[outcome.iri], share) for outcome in outcomes),
        )


def _outcome(outcome: LearningOutcome, found: Meanings, share: float | None) -> OutcomeMatch:
    return OutcomeMatch(
        iri=outcome.iri,
        statement=outcome.statement.value,
        suggestions=found.counted,
        waiting=found.waiting,
        considered=found.considered,
        rejected=found.rejected,
        unmatched=found.unmatched,
        bloom=bloom_level(outcome.statement.value),
        level=TeachingLevel(outcome.level) if outcome.level else None,
        language=outcome.statement.language,
        credits=share,
    )


def _expected(entries: Mapping[Iri, Entry], target: Target, demand: Demand | None) -> frozenset[str]:
    """Return the competencies that are listed whether they are taught or not: all, or what named jobs ask for.

    None where there are too many of them to list.
    """
    found = demand.by_competency if demand and demand.of_named_jobs else entries
    return frozenset(found if len(found) <= (OWN_LISTED if target.own else LISTED) else ())


def _grouped(entries: Iterable[Entry], taught: Mapping[Iri, tuple[Teaching, ...]], target: Target) -> list[Entry]:
    """Return the competencies, those that are taught under a heading of the hierarchy where they name no category."""
    known = list(entries)
    headings = target.headings([entry.iri for entry in known if entry.iri in taught and not entry.group])
    return [
        entry.model_copy(update={"group": headings[entry.iri]}) if entry.iri in headings else entry for entry in known
    ]


def _coverage(
    entries: Collection[Entry],
    taught: Mapping[Iri, tuple[Teaching, ...]],
    near: Mapping[Iri, NearMiss],
    expected: Collection[str],
) -> tuple[CompetencyCoverage, ...]:
    """Return what is expected and what is taught, each with the courses that teach it."""
    listed = [entry for entry in entries if entry.iri in expected or entry.iri in taught]
    groups = {group: place for place, group in enumerate(dict.fromkeys(entry.group for entry in listed))}
    # A whole framework keeps its own order within each group; of a few out of thousands nobody knows it.
    kinds = kinds_of_namesakes(entries)
    listed.sort(key=lambda entry: (groups[entry.group], "" if expected else entry.label.casefold()))
    return tuple(
        CompetencyCoverage(
            iri=entry.iri,
            code=entry.code,
            label=entry.label,
            kind=kinds.get(entry.iri, ""),
            group=entry.group,
            taught_by=taught.get(entry.iri, ()),
            nearest=None if entry.iri in taught else near.get(entry.iri),
        )
        for entry in listed
    )


def _rungs(
    demand: Demand | None, competencies: Sequence[CompetencyCoverage], ladder: Ladder | None
) -> tuple[RungReach, ...]:
    """Return how near the rungs are, where it is known what they ask."""
    if demand is None:
        return ()
    taught = [competency for competency in competencies if competency.taught_by]
    standings: dict[str, Standing] = {competency.iri: competency.standing for competency in taught}
    introduced = {str(competency.iri) for competency in taught if competency.only_introduced}
    places = ladder_places(ladder) if ladder else NOWHERE
    return reach(demand, standings, introduced, places)
