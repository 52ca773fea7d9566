"""What a new release touches: mappings, reviews, occupations, ladders, courses, each with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import pytest

from ontology.namespaces import SEMAPV, SKOS
from ontology.records import (
    BY_HAND,
    Competency,
    Course,
    Credential,
    Iri,
    LearningOutcome,
    Mapping,
    Occupation,
    Partnership,
    Program,
    Record,
    Release,
    Review,
    SkillRequirement,
    Text,
    Verdict,
)
from ontology.store import KnowledgeBase
from ontology.triples import to_triples
from pathways.impact import Impact, impact_of
from standards.differences import compare
from standards.differences.reference import ReferenceKind
from standards.differences.touched import Why

Put = Callable[[str, Iterable[Record]], Release]
HERE = "http://localhost:8000/id"


def iri(*path: str) -> Iri:
    return Iri("/".join((HERE, *path)))


def skill(name: str, label: str) -> Competency:
    return Competency(iri=iri("std", name), label=Text(value=label))


def occupation(code: str, label: str) -> Occupation:
    return Occupation(iri=iri("onet", code), label=Text(value=label), notation=code)


def requirement(code: str, competency: str) -> SkillRequirement:
    return SkillRequirement(
        iri=iri("r", code, competency), occupation=iri("onet", code), competency=iri("std", competency), importance=3
    )


BEFORE = (
    skill("kept", "mend nets"),
    skill("safe", "weld pipes safely"),
    skill("gone", "bake rye bread"),
    skill("old", "file tax forms at the desk"),
    skill("still", "sew sails"),
)
AFTER = (
    skill("kept", "mend nets by hand"),
    skill("safe", "Weld pipes, safely"),
    skill("new", "file tax forms at the desk"),
    skill("still", "sew sails"),
)
WELDER = "51-4121.00"
ANGLER = "45-3031.00"


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as empty:
        yield empty


@pytest.fixture
def put(base: KnowledgeBase) -> Put:
    """Store a release of some records."""

    def store(name: str, records: Iterable[Record]) -> Release:
        source, _, version = name.partition("@")
        release = Release(
            iri=Iri("http://x/graph"),
            source=source,
            version=version,
            title=Text(value=name),
            imported=datetime(2026, 1, 1, tzinfo=UTC),
            tool="test",
        )
        lines = (f"{s.n3()} {p.n3()} {o.n3()} .\n" for record in records for s, p, o in to_triples(record))
        return base.replace(release, [], ["".join(lines).encode()])

    return store


@pytest.fixture
def impact(base: KnowledgeBase, put: Put) -> Callable[..., Impact]:
    """Return what stores some records beside two versions of a standard and says what the newer one touches."""

    def of(*beside: Record, proposed: bool = False) -> Impact:
        put("std@1", BEFORE)
        put("std@2", AFTER)
        put("panel@1", beside)
        return impact_of(base, compare(base, "std@1", "std@2"), proposed=proposed)

    return of


def mapping(competency: str) -> Mapping:
    return Mapping(
        iri=iri("mapping", competency),
        subject=iri("std", competency),
        predicate=Iri(SKOS.closeMatch),
        object=iri("theirs", "T1"),
        justification=Iri(SEMAPV.ManualMappingCuration),
        object_label="Theirs",
    )


def taught(competency: str) -> list[Record]:
    """Return a program with one outcome, that a person took to teach a competency."""
    outcome = LearningOutcome(iri=iri("outcome", "1"), statement=Text(value="Mend nets"), course=iri("course", "1"))
    review = Review(
        iri=iri("review", "1"),
        outcome=outcome.iri,
        competency=iri("std", competency),
        verdict=Iri(Verdict.ACCEPTED),
        program=iri("program", "1"),
        reviewer="A. Lee",
        at=datetime(2026, 5, 1, tzinfo=UTC),
        justification=BY_HAND,
        framework=iri("framework", "std"),
        version="1",
        release=Iri("http://x/graph"),
        statement="Mend nets",
        label="mend nets",
        digest="0" * 64,
    )
    course = Course(iri=iri("course", "1"), label=Text(value="Fishing Gear"), code="FI 101")
    program = Program(iri=iri("program", "1"), label=Text(value="Fisheries"), courses=(course.iri,))
    return [outcome, review, course, program]


def test_what_is_touched_is_told_with_its_reason_and_what_to_do(impact: Callable[..., Impact]) -> None:
    found = {one.touched.thing.label: one for one in impact().things}

    assert {label: one.touched.why for label, one in found.items()} == {
        "bake rye bread": Why.REMOVED,
        "file tax forms at the desk": Why.RECODED,
        "mend nets by hand": Why.REWORDED,
    }
    assert found["bake rye bread"].todo == "Nothing takes its place: take it out, or choose another"
    assert found["file tax forms at the desk"].todo == f"Point it to {HERE}/std/new"
    assert found["mend nets by hand"].touched.said == "label: mend nets {+by hand+}"


def test_nothing_that_is_stored_points_to_it(impact: Callable[..., Impact]) -> None:
    found = impact()
    assert found.is_empty
    assert [one.references for one in found.things] == [{}, {}, {}]


@pytest.mark.parametrize("competency", ["kept", "gone", "old"])
def test_mappings(impact: Callable[..., Impact], competency: str) -> None:
    (found,) = impact(mapping(competency)).references
    assert (found.kind, found.relation, found.subject.label, found.subject.code, found.releases) == (
        ReferenceKind.MAPPING,
        "skos:closeMatch",
        "Theirs",
        "T1",
        ("panel@1",),
    )


@pytest.mark.parametrize("competency", ["still", "safe"])
def test_what_is_the_same_or_only_tidied_up_is_not_touched(impact: Callable[..., Impact], competency: str) -> None:
    assert impact(mapping(competency), *taught(competency), requirement(WELDER, competency)).is_empty


def test_reviews_lead_to_courses(impact: Callable[..., Impact]) -> None:
    found = impact(*taught("kept"))
    (outcome,) = found.outcomes

    assert (outcome.outcome.program, outcome.outcome.course.code, outcome.standing) == (
        "Fisheries",
        "FI 101",
        "accepted by A. Lee",
    )
    assert [reference.kind for reference in found.references] == [ReferenceKind.REVIEW]


def test_a_verdict_that_was_taken_back_touches_nothing(impact: Callable[..., Impact]) -> None:
    outcome, review, *rest = taught("kept")
    undone = review.model_copy(update={"undone": datetime(2026, 6, 1, tzinfo=UTC)})
    assert impact(outcome, undone, *rest).is_empty


def test_outcomes_that_nobody_judged_are_named_by_what_is_proposed(impact: Callable[..., Impact]) -> None:
    outcome, _, *rest = taught("kept")
    assert impact(outcome, *rest).outcomes == ()

    (found,) = impact(outcome, *rest, proposed=True).outcomes
    assert (found.touched, found.standing) == (iri("std", "kept"), "proposed")
    assert found.confidence is not None
    assert 0.4 <= found.confidence <= 1


def test_credentials_and_other_items_that_name_it(impact: Callable[..., Impact]) -> None:
    card = Credential(iri=iri("credential", "1"), label=Text(value="Net card"), attests=(iri("std", "kept"),))
    own = Competency(iri=iri("panel", "1"), label=Text(value="Mend"), close_matches=(iri("std", "gone"),))
    found = impact(card, own).references

    assert [(one.kind.value, one.subject.label, one.subject.kind, one.relation) for one in found] == [
        ("link", "Mend", "skill", "skos:closeMatch"),
        ("link", "Net card", "credential", "ceterms:assesses"),
    ]


def test_ladders_whose_occupations_ask_for_it(impact: Callable[..., Impact]) -> None:
    panel = Partnership(
        iri=iri("partnership", "panel"),
        label=Text(value="Harbor Panel"),
        occupations=(iri("onet", WELDER), iri("onet", ANGLER)),
    )
    jobs = [occupation(WELDER, "Welders"), occupation(ANGLER, "Fishing Workers")]
    found = impact(panel, *jobs, requirement(ANGLER, "kept"), requirement(ANGLER, "old"), requirement(WELDER, "still"))
    (ladder,) = found.ladders

    assert (ladder.sector, ladder.label, ladder.size) == ("panel", "Harbor Panel", 2)
    assert [(one.occupation.label, one.competencies, one.itself) for one in ladder.occupations] == [
        ("Fishing Workers", 2, False)
    ]
    assert {(one.kind, one.relation) for one in found.references} == {(ReferenceKind.NEED, "rated")}


@pytest.mark.parametrize("outgoing", [True, False])
def test_ladders_are_touched_through_the_occupations_of_another_classification(
    impact: Callable[..., Impact], outgoing: bool
) -> None:
    theirs = Occupation(iri=iri("esco", "7212"), label=Text(value="Net maker"), essential_skills=(iri("std", "gone"),))
    ends = (theirs.iri, iri("onet", ANGLER))
    subject, other = ends if outgoing else ends[::-1]
    match = mapping("gone").model_copy(update={"subject": subject, "object": other})
    panel = Partnership(iri=iri("partnership", "p"), label=Text(value="Panel"), occupations=(iri("onet", ANGLER),))
    (ladder,) = impact(panel, occupation(ANGLER, "Fishing Workers"), theirs, match).ladders

    (one,) = ladder.occupations
    assert (one.occupation.label, one.through, one.competencies, one.itself) == (
        "Fishing Workers",
        ("Net maker",),
        1,
        False,
    )
