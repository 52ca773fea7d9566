"""The gate lets a good standard pass and names what is wrong with another."""

import csv
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef

from ontology.integrity import rules
from ontology.namespaces import CEASN, CETERMS, DCTERMS, LW, OWL, RDF, RDFS, SKOS
from ontology.records import Iri, PublicationStatus, Release
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from standards.gate import gate, judge
from standards.gate.addresses import ALIKE, Item, likeness
from standards.imports import import_release
from standards.reviewing.wordings import plain_words

HAZARDS = URIRef("http://localhost:8000/id/power-generation/PG-SAF-01")


@pytest.fixture
def base(project: Path) -> Iterator[KnowledgeBase]:
    """A knowledge base with the embedded example."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        yield base


@pytest.fixture
def draft(base: KnowledgeBase) -> Release:
    return base.release("power-generation")


@pytest.fixture
def unreasoned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the reasoner out where it is not what a test is about: it takes a second each time."""
    monkeypatch.setattr("standards.gate.judging._contradictions", lambda *_: [])


def changed(base: KnowledgeBase, draft: Release, version: str, add: str = "", drop: URIRef | None = None) -> Release:
    """Publish a version of a draft with some more statements, and without all of one item."""
    graph = Graph() + base.graph(draft)
    if drop is not None:
        graph.remove((drop, None, None))
    graph.parse(data=add, format="turtle")
    status = Iri(PublicationStatus.PUBLISHED)
    release = draft.model_copy(update={"version": version, "status": status})
    return base.replace(release, [], [graph.serialize(format="nt", encoding="utf-8")])


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report}


# --- One graph --------------------------------------------------------------------


def test_the_example_passes(base: KnowledgeBase, draft: Release) -> None:
    assert gate(base, draft).summary() == "no findings"


def test_what_contradicts_itself_does_not_pass(base: KnowledgeBase, draft: Release) -> None:
    base.graph(draft).add((HAZARDS, RDF.type, CETERMS.Occupation))

    report = gate(base, draft)

    (finding,) = [finding for finding in report if finding.code == "inconsistent"]
    assert str(finding) == (
        f"error: {HAZARDS}: is ceasn:Competency and ceterms:Occupation, which exclude each other. "
        "Take one of the statements that clash away. [OWL 2 Direct Semantics, 2.5 Ontology Consistency]"
    )


def test_a_contradiction_that_nobody_can_point_at_does_not_pass(base: KnowledgeBase, draft: Release) -> None:
    base.graph(draft).parse(
        data=f"@prefix owl: <{OWL}> . <{HAZARDS}> a [ a owl:Class ; owl:complementOf owl:Thing ] .", format="turtle"
    )

    assert [(finding.code, finding.node) for finding in gate(base, draft)] == [("inconsistent", draft.iri)]


def test_a_class_that_can_have_no_members_does_not_pass(base: KnowledgeBase, draft: Release) -> None:
    both = URIRef("http://localhost:8000/id/power-generation/Both")
    for triple in ((RDF.type, OWL.Class), (RDFS.subClassOf, CETERMS.Occupation), (RDFS.subClassOf, LW.Region)):
        base.graph(draft).add((both, *triple))

    report = gate(base, draft)

    assert [(f.code, f.node, f.severity) for f in report] == [("unsatisfiable-class", str(both), Severity.ERROR)]


def test_what_cannot_be_reasoned_over_does_not_pass(
    base: KnowledgeBase, draft: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ontology.reasoning.check.__kwdefaults__", {"memory": 1024, "seconds": 0.001})

    report = gate(base, draft)

    assert report.refused
    assert codes(report) == {"not-reasoned"}
    assert [finding.severity for finding in judge(base, draft)] == [Severity.UNKNOWN]


@pytest.mark.usefixtures("unreasoned")
def test_a_record_that_lacks_something_does_not_pass(base: KnowledgeBase, draft: Release) -> None:
    base.graph(draft).remove((HAZARDS, SKOS.prefLabel, None))

    assert [(f.code, f.rule) for f in gate(base, draft)] == [("missing-pref-label", "qSKOS, Unlabeled Concepts")]


@pytest.mark.usefixtures("unreasoned")
def test_what_has_no_license_does_not_pass(base: KnowledgeBase, draft: Release) -> None:
    base.graph(draft).remove((None, DCTERMS.license, None))

    report = gate(base, draft.model_copy(update={"license": None}))

    assert report.refused
    assert codes(report) == {"no-license", "release-without-license"}


# --- Across versions ----------------------------------------------------------------


@pytest.mark.usefixtures("unreasoned")
def test_the_same_under_the_same_address_passes(base: KnowledgeBase, draft: Release) -> None:
    changed(base, draft, "1.0")

    assert gate(base, draft).summary() == "no findings"


@pytest.mark.usefixtures("unreasoned")
@pytest.mark.parametrize("how", ["dropped", "deprecated"])
def test_an_address_that_was_given_up_is_not_used_again(base: KnowledgeBase, draft: Release, how: str) -> None:
    kept = f'<{HAZARDS}> <{OWL.deprecated}> true ; <{SKOS.prefLabel}> "Hazard Recognition"@en .'
    changed(base, draft, "1.0")
    changed(base, draft, "1.1", kept if how == "deprecated" else "", HAZARDS)
    graph = base.graph(draft)
    graph.set((HAZARDS, SKOS.prefLabel, Literal("Turbine Governor Tuning", "en")))
    graph.set((HAZARDS, CEASN.competencyText, Literal("Tune the governor of a turbine under load", "en")))

    (finding,) = [finding for finding in gate(base, draft) if finding.severity is Severity.ERROR]

    assert (finding.code, finding.node) == ("reused-address", str(HAZARDS))
    assert finding.value == "hazard recognition → turbine governor tuning"


@pytest.mark.usefixtures("unreasoned")
def test_what_was_given_up_may_come_back(base: KnowledgeBase, draft: Release) -> None:
    changed(base, draft, "1.0")
    changed(base, draft, "1.1", drop=HAZARDS)

    assert not gate(base, draft).refused


@pytest.mark.usefixtures("unreasoned")
def test_what_is_worded_quite_otherwise_is_worth_a_look(base: KnowledgeBase, draft: Release) -> None:
    published = changed(base, draft, "1.0")
    graph = base.graph(draft)
    graph.set((HAZARDS, SKOS.prefLabel, Literal("Turbine Governor Tuning", "en")))
    graph.set((HAZARDS, CEASN.competencyText, Literal("Tune the governor of a turbine under load", "en")))

    (finding,) = gate(base, draft)

    assert (finding.code, finding.severity) == ("another-wording", Severity.WARNING)
    assert gate(base, published).summary() == "no findings"


@pytest.mark.usefixtures("unreasoned")
def test_the_address_of_a_credential_is_not_used_again(base: KnowledgeBase, draft: Release) -> None:
    osha = URIRef("http://localhost:8000/id/credential/osha-10-general-industry")
    changed(base, draft, "1.0")
    changed(base, draft, "1.1", drop=osha)
    base.graph(draft).set((osha, CETERMS.name, Literal("Tankerman, Person in Charge", "en")))

    (finding,) = [finding for finding in gate(base, draft) if finding.severity is Severity.ERROR]

    assert (finding.code, finding.node) == ("reused-address", str(osha))


@pytest.mark.usefixtures("unreasoned")
@pytest.mark.parametrize("how", ["held", "dropped"])
def test_what_a_code_of_onet_stands_for_is_for_onet_to_say(base: KnowledgeBase, draft: Release, how: str) -> None:
    occupation = URIRef("http://localhost:8000/id/onet/49-9041.00")
    changed(base, draft, "1.0")
    changed(base, draft, "1.1", drop=occupation if how == "dropped" else None)
    base.graph(draft).set((occupation, SKOS.prefLabel, Literal("Tugboat Masters", "en")))

    (finding,) = gate(base, draft)

    assert (finding.code, finding.severity, finding.node) == ("another-wording", Severity.WARNING, str(occupation))


@pytest.mark.usefixtures("unreasoned")
def test_a_competency_that_became_an_occupation_is_another_thing(base: KnowledgeBase, draft: Release) -> None:
    changed(base, draft, "1.0")
    graph = base.graph(draft)
    graph.remove((HAZARDS, RDF.type, None))
    graph.add((HAZARDS, RDF.type, CETERMS.Occupation))

    assert "another-wording" in codes(gate(base, draft))


def test_different_competencies_are_less_alike_than_the_bound(project: Path) -> None:
    with (project / "examples/power-generation/competencies.csv").open() as file:
        items = [
            Item(
                frozenset((name, plain_words(row[name])) for name in ("label", "statement")), frozenset(), dropped=False
            )
            for row in csv.DictReader(file)
        ]
    pairs = [likeness(*pair) for pair in itertools.combinations(items, 2)]

    assert len(pairs) == 2701
    assert sum(found < ALIKE for found in pairs) / len(pairs) > 0.95


def test_likeness_is_that_of_sorted_words() -> None:
    """Of "pipes weld" and "weld steel" the words in order are "pipes weld", "steel weld": 2 x 6 of 20 letters stay."""
    one = Item(frozenset({("label", "weld pipes")}), frozenset(), dropped=False)
    other = Item(frozenset({("label", "weld steel")}), frozenset(), dropped=False)

    assert likeness(one, other) == pytest.approx(60)


# --- The page -----------------------------------------------------------------------


def test_the_page_lists_every_rule_with_its_source_and_remedy(project: Path) -> None:
    page = (project / "docs/reference/gate.md").read_text(encoding="utf-8")

    for rule in rules():
        grade = "error" if rule.severity is Severity.ERROR else "warning"
        assert (
            f"| `{rule.code}` | {grade} | {rule.message} | {rule.remedy} | [{rule.citation}]({rule.source}) |" in page
        )
    assert page.count("\n| `") == len(rules())


def test_the_page_names_the_rules_that_are_no_queries_and_so_not_held_against_pyshacl(project: Path) -> None:
    page = (project / "docs/reference/gate.md").read_text(encoding="utf-8")

    told = page.partition("Only those that no query")[2].partition("\n3. ")[0]
    assert re.findall(r"`([\w-]+)`", told) == [rule.code for rule in rules() if not rule.query]
