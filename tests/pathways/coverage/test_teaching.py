"""Who teaches what: how surely, how far, and with which credits; numbers worked by hand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.identifiers import Identifiers
from ontology.records import Iri, TeachingLevel
from pathways.coverage import CourseMatch, OutcomeMatch, Proposal, Standing, Target, align, coverage_format
from pathways.coverage.credit import credit_share
from pathways.coverage.teaching import teachings
from standards.archives import ArchivedFile
from standards.curricula import read_program
from standards.matching.bloom import BloomLevel
from standards.reviewing import Status

WELD, READ = Iri("http://x/s/weld"), Iri("http://x/s/read")


def proposal(iri: Iri, confidence: float, status: Status = Status.PROPOSED) -> Proposal:
    return Proposal(iri=iri, label=iri.rsplit("/", 1)[-1], confidence=confidence, status=status)


def course(number: int, *outcomes: tuple[Proposal, ...], credits_: float | None = None, bloom: int = 3) -> CourseMatch:
    share = credit_share(credits_, len(outcomes)) if outcomes else None
    return CourseMatch(
        iri=Iri(f"http://x/c/{number}"),
        code=f"W {number}",
        label="Welding",
        credits=credits_,
        place=number,
        outcomes=tuple(
            OutcomeMatch(
                iri=Iri(f"http://x/o/{number}-{place}"),
                statement="Weld",
                suggestions=suggestions,
                bloom=BloomLevel(bloom),
                credits=share,
            )
            for place, suggestions in enumerate(outcomes)
        ),
    )


def test_credits_are_shared_over_outcomes_and_then_over_competencies() -> None:
    # 6 credits over 3 outcomes are 2 each; the second outcome gives 1 to either competency.
    one = course(1, (proposal(WELD, 0.9),), (proposal(WELD, 0.7), proposal(READ, 0.6)), (), credits_=6)
    found = teachings([one])

    assert found[WELD][0].credits == pytest.approx(3)
    assert found[READ][0].credits == pytest.approx(1)


def test_a_course_without_credits_has_none_to_give() -> None:
    assert teachings([course(1, (proposal(WELD, 0.9),))])[WELD][0].credits is None


def test_the_best_outcome_stands_for_the_course() -> None:
    (found,) = teachings([course(1, (proposal(WELD, 0.5),), (proposal(WELD, 0.9),))])[WELD]

    assert found.confidence == 0.9
    assert found.standing is Standing.LIKELY
    assert found.outcomes == ("http://x/o/1-1", "http://x/o/1-0")


def test_what_a_person_accepted_is_certain() -> None:
    (found,) = teachings([course(1, (proposal(WELD, 0.3, Status.ACCEPTED),), (proposal(WELD, 0.9),))])[WELD]

    assert (found.confidence, found.standing) == (1.0, Standing.TAUGHT)
    assert found.outcomes[0] == "http://x/o/1-0"


def test_levels_follow_the_order_that_the_college_gives_and_no_other() -> None:
    first, last = course(1, (proposal(WELD, 0.9),)), course(2, (proposal(WELD, 0.9),))
    found = teachings([last, first], {last.iri: frozenset([first.iri])})[WELD]

    assert [teaching.level for teaching in found] == [TeachingLevel.MASTERED, TeachingLevel.INTRODUCED]
    assert not any(teaching.declared for teaching in found)
    assert [teaching.level for teaching in teachings([last, first])[WELD]] == [None, None]


@given(
    st.lists(
        st.tuples(
            st.floats(0, 20),
            st.lists(st.sets(st.sampled_from([WELD, READ, Iri("http://x/s/cut")])), min_size=1, max_size=4),
        ),
        max_size=4,
    )
)
def test_no_credit_is_lost_or_made(courses: list[tuple[float, list[set[Iri]]]]) -> None:
    made = [
        course(number, *(tuple(proposal(iri, 0.9) for iri in sorted(said)) for said in outcomes), credits_=credits_)
        for number, (credits_, outcomes) in enumerate(courses)
    ]
    given_ = sum(teaching.credits or 0 for found in teachings(made).values() for teaching in found)
    left = sum(outcome.credits or 0 for one in made for outcome in one.outcomes if not outcome.suggestions)

    assert given_ + left == pytest.approx(sum(credits_ for credits_, _ in courses))


def test_versions_of_a_course_count_as_one(target: Target) -> None:
    entry = {"code": "M 1", "title": "Safety", "learning_objectives": ["Lock and tag equipment before work"]}
    listed = [{**entry, "clu_id": str(at)} for at in range(5)]
    catalog = read_program(ArchivedFile("catalog.json", "", json.dumps(listed).encode), Identifiers())

    found = align(catalog, target)
    page = coverage_format("html").write(found).decode()

    assert [(course.name, len(course.outcomes)) for course in found.courses] == [("M 1 (5 versions)", 1)]
    assert not found.often
    assert [(c.label, len(c.taught_by)) for c in found.once] == [("Lockout/Tagout", 1)]
    assert "Safety <small>5 versions</small>" in page
