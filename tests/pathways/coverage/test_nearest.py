"""The outcome that comes nearest to what no outcome is taken to teach."""

from datetime import UTC, datetime

from ontology.records import Iri
from pathways.coverage.nearest import NEAR, near_misses
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.proposal import Proposal
from standards.matching import Suggestion
from standards.matching.suggestion import Evidence
from standards.reviewing import Judgment, Status

NOTHING = Evidence(**dict.fromkeys(Evidence.model_fields, 0.0))
PROGRAM, WELD = Iri("http://x/program"), Iri("http://x/weld")
SAID = Judgment(review=Iri("http://x/r"), verdict=Status.UNMATCHED, reviewer="Ann", at=datetime(2026, 1, 1, tzinfo=UTC))
FIRST, SECOND = Iri("http://x/first"), Iri("http://x/second")


def suggested(confidence: float) -> tuple[Suggestion, ...]:
    return (Suggestion(iri=WELD, label="Weld", confidence=confidence, matched="Weld", evidence=NOTHING),)


def course(*outcomes: OutcomeMatch) -> list[CourseMatch]:
    return [CourseMatch(iri=Iri("http://x/course"), code="WLD 1", label="Welding", outcomes=outcomes)]


def test_the_outcome_with_the_highest_confidence_is_the_nearest() -> None:
    courses = course(OutcomeMatch(iri=FIRST, statement="Read prints"), OutcomeMatch(iri=SECOND, statement="Join metal"))
    (found,) = near_misses(PROGRAM, courses, {FIRST: suggested(0.2), SECOND: suggested(0.3)}).values()

    assert (found.program, found.outcome, found.course) == (PROGRAM, SECOND, "WLD 1")
    assert (found.statement, found.confidence) == ("Join metal", 0.3)


def test_what_is_hardly_like_it_is_not_near() -> None:
    courses = course(OutcomeMatch(iri=FIRST, statement="Read prints"))

    assert near_misses(PROGRAM, courses, {FIRST: suggested(NEAR - 0.01)}) == {}
    assert near_misses(PROGRAM, courses, {FIRST: suggested(NEAR)}).keys() == {WELD}


def test_what_a_reviewer_rejected_is_not_near() -> None:
    rejected = OutcomeMatch(iri=FIRST, statement="Read prints", rejected=(Proposal(iri=WELD, label="Weld"),))
    nothing = OutcomeMatch(iri=SECOND, statement="Join metal", unmatched=(SAID,))

    assert near_misses(PROGRAM, course(rejected, nothing), {FIRST: suggested(0.3), SECOND: suggested(0.3)}) == {}
