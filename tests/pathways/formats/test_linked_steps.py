"""What a ladder says in JSON it says in Turtle too: read back, the facts of rungs and steps are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from ontology.namespaces import CETERMS, LW
from ontology.records import (
    Competency,
    ComponentCondition,
    Course,
    Credential,
    Earnings,
    Iri,
    Jurisdiction,
    SkillGain,
)
from ontology.records import Evidence as Seen
from ontology.shapes import findings
from ontology.triples import from_graph
from pathways.formats.credential_types import named_type
from pathways.formats.linked_data import to_turtle
from pathways.formats.linked_steps import LinkedStep
from pathways.ladders import wording
from pathways.records.ladder import (
    Basis,
    Evidence,
    Gain,
    Ladder,
    Preparation,
    Reference,
    Rung,
    Step,
    StepBasis,
    TradeOff,
    Wage,
)

GOLDEN = Path(__file__).parents[2] / "golden" / "ladders"
LADDERS = {
    name: Ladder.model_validate_json((GOLDEN / f"{name}.json").read_text())
    for name in ("nursing", "power-generation", "example")
}


@pytest.fixture(scope="module", params=LADDERS)
def told(request: pytest.FixtureRequest) -> tuple[Ladder, Graph]:
    """A ladder, and what its Turtle says."""
    ladder = LADDERS[request.param]
    return ladder, Graph().parse(data=to_turtle(ladder), format="turtle")


def test_the_golden_ladders_have_all_kinds_of_evidence() -> None:
    steps = [step for ladder in LADDERS.values() for step in ladder.steps]

    assert any(step.evidence for step in steps)
    assert any(gain.taught_by for step in steps for gain in step.gains)
    assert any(gain.attested_by for step in steps for gain in step.gains)
    assert any(step.preparation.training_months for step in steps)
    assert any(step.tradeoff for step in steps)
    assert any(step.learning_pay for step in steps)
    assert any(bridge.credential_type for step in steps for bridge in step.bridges)


def test_steps_read_back_from_turtle_are_those_of_the_ladder(told: tuple[Ladder, Graph]) -> None:
    ladder, graph = told
    for step in ladder.steps:
        way = from_graph(graph, ComponentCondition, LinkedStep(step, ladder).condition)
        assert (way.direction, way.gap, way.relatedness) == (step.direction.value, step.gap, step.relatedness)
        assert (way.wage_change, way.wage_region or "") == (step.wage_change, step.wage_region)
        assert (way.support, bool(way.main), bool(way.long)) == (step.support, step.main, step.long)
        assert (_given_up(way), _at_first(way)) == (step.tradeoff, step.learning_pay)
        assert _basis(way) == step.basis
        assert way.rationale
        assert way.rationale.value == wording.why(step)
        assert sorted(note.value for note in way.notes) == sorted(step.notes)
        assert _preparation(way, step) == step.preparation
        assert _evidence(graph, way) == sorted(step.evidence, key=lambda one: one.view)
        assert _gains(graph, way) == sorted(map(_ordered, step.gains), key=lambda one: one.competency)


def test_credentials_read_back_attest_what_they_attest_on_some_step(told: tuple[Ladder, Graph]) -> None:
    ladder, graph = told
    gains = [gain for step in ladder.steps for gain in step.gains]
    named = {(one.iri, one.label, gain.competency) for gain in gains for one in gain.attested_by}
    there = {
        (from_graph(graph, Credential, str(one)), str(what)) for one, what in graph.subject_objects(CETERMS.assesses)
    }
    assert {(one.iri, one.label, what) for one, what in there} == named


def test_pay_read_back_has_its_spread_its_region_its_period_and_its_source(told: tuple[Ladder, Graph]) -> None:
    ladder, graph = told
    for rung in ladder.rungs:
        assert _wage(graph, rung) == rung.wage


def test_every_shape_holds(told: tuple[Ladder, Graph]) -> None:
    assert findings(told[1]).summary() == "no findings"


def test_credentials_asked_for_have_their_class(told: tuple[Ladder, Graph]) -> None:
    ladder, graph = told
    for step in ladder.steps:
        stated = {bridge.iri: bridge.credential_type for bridge in step.bridges if bridge.credential_type}
        for one in LinkedStep(step, ladder).credentials:
            assert graph.value(URIRef(one.iri), CETERMS.credentialType) == URIRef(one.credential_type)
            if one.stands_for in stated:
                assert one.credential_type == stated[one.stands_for]
            elif step.preparation.license == one.label.value:
                assert one.credential_type == str(CETERMS.License)


def test_bridging_credentials_and_programs_have_a_name(told: tuple[Ladder, Graph]) -> None:
    ladder, graph = told
    for step in ladder.steps:
        for bridge in step.bridges:
            if bridge.iri:
                assert str(graph.value(URIRef(bridge.iri), CETERMS.name)) == bridge.label.value
                assert (URIRef(LinkedStep(step, ladder).condition), LW.bridgedBy, URIRef(bridge.iri)) in graph


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("state medical license", "License"),
        ("usually an associate's degree", "AssociateDegree"),
        ("usually a doctoral degree", "DoctoralDegree"),
        ("usually a professional degree", "ProfessionalDoctorate"),
        ("usually a certificate after a bachelor's degree", "Certificate"),
        ("state water operator certification", "Certification"),
        ("another apprenticeship", "ApprenticeshipCertificate"),
        ("another degree (Nursing)", "Degree"),
        ("usually some college", "Credential"),
    ],
)
def test_a_credential_known_by_its_name_has_the_class_that_its_words_mean(name: str, kind: str) -> None:
    assert named_type(name) == str(CETERMS[kind])


def _given_up(way: ComponentCondition) -> TradeOff | None:
    return TradeOff(amount=way.pay_given_up, share=-(way.wage_change or 0)) if way.pay_given_up else None


def _at_first(way: ComponentCondition) -> TradeOff | None:
    return TradeOff(amount=way.learning_pay, share=way.learning_share or 0) if way.learning_pay else None


def _basis(way: ComponentCondition) -> StepBasis:
    told = {Basis.ASSERTED: way.asserted, Basis.INFERRED: way.inferred, Basis.COMPUTED: way.computed}
    return StepBasis.model_validate({name: basis for basis, names in told.items() for name in names})


def _preparation(way: ComponentCondition, step: Step) -> Preparation:
    """Return what a condition says of preparation; job zones stand with the occupations."""
    return step.preparation.model_copy(
        update={
            "education": way.education.value if way.education else "",
            "school_months": way.school_months,
            "experience_months": way.experience_months,
            "training_months": way.training_months,
            "license": way.license.value if way.license else "",
            "anew": way.anew.value if way.anew else "",
        }
    )


def _evidence(graph: Graph, way: ComponentCondition) -> list[Evidence]:
    found = (from_graph(graph, Seen, iri).model_dump(exclude={"iri"}) for iri in way.evidence)
    return sorted((Evidence(**one) for one in found), key=lambda one: one.view)


def _gains(graph: Graph, way: ComponentCondition) -> list[Gain]:
    return sorted((_gain(graph, iri) for iri in way.gains), key=lambda one: one.competency)


def _gain(graph: Graph, iri: str) -> Gain:
    stated = from_graph(graph, SkillGain, iri)
    competency = from_graph(graph, Competency, stated.competency)
    subject = URIRef(stated.competency)
    courses = (from_graph(graph, Course, str(one)) for one in graph.subjects(CETERMS.teaches, subject))
    return _ordered(
        Gain(
            **stated.model_dump(exclude={"iri"}),
            label=competency.label,
            kind=Iri(competency.kind),
            taught_by=tuple(Reference(iri=one.iri, label=one.label) for one in courses),
        )
    )


def _ordered(gain: Gain) -> Gain:
    """Return a gain with its courses in the order of their addresses, for a graph keeps none; no credentials.

    That a credential attests a competency is said of the two, and not of the step.
    """
    courses = tuple(sorted(gain.taught_by, key=lambda one: one.iri))
    return gain.model_copy(update={"taught_by": courses, "attested_by": ()})


def _wage(graph: Graph, rung: Rung) -> Wage | None:
    (job,) = graph.subjects(CETERMS.proxyFor, URIRef(rung.occupation))
    earnings = graph.value(job, LW.earnings)
    if earnings is None:
        return None
    paid = from_graph(graph, Earnings, str(earnings))
    region = from_graph(graph, Jurisdiction, paid.jurisdiction or "").description.value
    said = paid.model_dump(include={"low", "median", "high", "period", "source"})
    return Wage(region=region, instead_of=paid.instead_of or "", **said)
