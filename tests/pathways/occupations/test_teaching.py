from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from ontology.namespaces import SEMAPV, SKOS
from ontology.records import (
    BY_HAND,
    IN_BULK,
    Course,
    Credential,
    Iri,
    LearningOutcome,
    Mapping,
    Program,
    Record,
    Release,
    Review,
    Text,
    Verdict,
)
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.ladders.transitions import transition
from pathways.occupations.teaching import read_teaching

WELD, READ = (f"http://localhost:8000/id/onet/2.{n}" for n in (0, 1))
Add = Callable[[KnowledgeBase, str, list[Record]], Release]


def course(name: str, teaches: str) -> Course:
    return Course(iri=Iri(f"http://x/{name}"), label=Text(value=name), teaches=(Iri(teaches),))


def mapped(
    outcome: str, competency: str, predicate: str = SKOS.closeMatch, by: str = SEMAPV.ManualMappingCuration
) -> Mapping:
    return Mapping(
        iri=Iri(f"{outcome}/mapping"),
        subject=Iri(outcome),
        predicate=Iri(predicate),
        object=Iri(competency),
        justification=Iri(by),
    )


def test_a_course_teaches_what_it_names_and_what_its_outcomes_are_mapped_to(
    plant_base: KnowledgeBase, add: Add
) -> None:
    add(
        plant_base,
        "college",
        [
            course("Welding", WELD),
            course("Drawings", "http://x/outcome"),
            course("Related", "http://x/other"),
            course("Cooking", "http://x/nothing"),
            course("Guessed", "http://x/suggested"),
            mapped("http://x/suggested", READ, by=SEMAPV.SemanticSimilarityThresholdMatching),
            mapped("http://x/outcome", READ),
            mapped("http://x/other", READ, SKOS.relatedMatch),
        ],
    )
    teaching = read_teaching(plant_base, [WELD, READ])
    assert {iri: [c.label.value for c in found] for iri, found in teaching.taught_by.items()} == {
        WELD: ["Welding"],
        READ: ["Drawings"],
    }


def reviewed(name: str, verdict: Verdict, **facts: object) -> list[Record]:
    """Return a course whose one outcome was judged to teach reading, and the review."""
    outcome = LearningOutcome(
        iri=Iri(f"http://x/{name}-outcome"), statement=Text(value=name), course=Iri(f"http://x/{name}")
    )
    review = Review.model_validate(
        {
            "iri": f"http://x/{name}-review",
            "outcome": outcome.iri,
            "competency": READ,
            "verdict": str(verdict),
            "program": "http://x/program",
            "reviewer": "Dana",
            "at": datetime(2026, 1, 1, tzinfo=UTC),
            "justification": BY_HAND,
            "framework": "http://localhost:8000/id/framework/none",
            "version": "1",
            "release": "http://x/release",
            "statement": name,
            "label": "read drawings",
            "digest": "0" * 64,
            **facts,
        }
    )
    return [course(name, outcome.iri), outcome, review]


def test_a_course_teaches_what_a_reviewer_looked_at_and_accepted(plant_base: KnowledgeBase, add: Add) -> None:
    judged = [
        *reviewed("Accepted", Verdict.ACCEPTED),
        *reviewed("Rejected", Verdict.REJECTED),
        *reviewed("Unseen", Verdict.ACCEPTED, justification=IN_BULK),
        *reviewed("Changed", Verdict.CHANGED, instead=WELD),
    ]
    courses = tuple(record.iri for record in judged if isinstance(record, Course))
    add(plant_base, "college", [Program(iri=Iri("http://x/program"), label=Text(value="P"), courses=courses), *judged])
    teaching = read_teaching(plant_base, [WELD, READ])

    assert {iri: [c.label.value for c in found] for iri, found in teaching.taught_by.items()} == {
        WELD: ["Changed"],
        READ: ["Accepted"],
    }


def test_a_step_names_where_its_gains_are_taught_and_attested(plant_base: KnowledgeBase, add: Add) -> None:
    badge = Credential(iri=Iri("http://x/badge"), label=Text(value="Welder's Badge"), attests=(Iri(WELD),))
    add(plant_base, "college", [course("Welding", WELD), badge])
    plants = compute_snapshot(plant_base)
    gain = transition(plants, plants.find("Plant Helpers"), plants.find("Plant Mechanics")).gains[0]
    assert gain.competency == WELD
    assert [course.label.value for course in gain.taught_by] == ["Welding"]
    assert [credential.label.value for credential in gain.attested_by] == ["Welder's Badge"]
