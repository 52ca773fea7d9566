"""The shapes agree with the records, and every single rule finds what it is for."""

from collections import defaultdict
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oxrdflib import OxigraphStore
from pydantic import ValidationError
from rdflib import SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology import records
from ontology.namespaces import DCTERMS, LW, RDF, RDFS, SKOS, XSD
from ontology.records import Iri, RdfField, Record, RequirementType, SkillRequirement, Text, rdf_fields
from ontology.report import Severity
from ontology.shapes import findings
from ontology.suspects import suspects
from ontology.triples import from_graph, to_graph
from ontology.vocabulary import shapes

LWS = Namespace("https://w3id.org/ladderworks/shapes#")
RULES = shapes()
CONSTRAINTS = {
    SH.minCount,
    SH.maxCount,
    SH.datatype,
    SH.nodeKind,
    SH.minInclusive,
    SH.maxInclusive,
    SH.pattern,
    SH.uniqueLang,
    SH["in"],
}
ONLY_SHAPES = {LWS["missing-importance"], LWS["unknown-caution"], LWS["unknown-kind"]} | {
    LWS["unknown-decision-kind"],
    LWS["unknown-degree-of-support"],
    LWS["unknown-measured-property"],
    LWS["unknown-position"],
    LWS["unknown-requirement-type"],
    LWS["unknown-role"],
    LWS["unknown-status-of-publication"],
    LWS["unknown-teaching-level"],
    LWS["unknown-verdict"],
}
"""Rules that a published graph keeps and a record need not."""


# --- The same limits on both sides ------------------------------------------------


def rules_for(record: type[Record]) -> list[Node]:
    """Return the property shapes that judge a node with a record's classes."""
    nodes = [node for name in record.types for node in RULES.subjects(SH.targetClass, name)]
    return [rule for node in nodes for rule in RULES.objects(node, SH.property)]


def limits(record: type[Record], field: RdfField) -> dict[Node, Any]:
    """Return what a record asks of a field, in SHACL's words."""
    schema = record.model_json_schema()["properties"][field.name]
    schema = {key: value for form in schema.get("anyOf", [schema]) for key, value in form.items()}
    found: dict[Node, Any] = {SH.nodeKind: SH.IRI} if field.python is Iri else {}
    found |= {} if field.python is Iri else {SH.datatype: field.datatype or RDF.langString}
    if not field.many:
        found |= {SH.uniqueLang: True} if field.python is Text else {SH.maxCount: 1}
    if record.model_fields[field.name].is_required():
        found |= {SH.minCount: 1}
    found |= {SH.pattern: schema["pattern"]} if field.python is str and "pattern" in schema else {}
    names = {"minimum": SH.minInclusive, "maximum": SH.maxInclusive}
    return found | {names[key]: schema[key] for key in names if key in schema}


def test_the_shapes_ask_what_the_record_asks(record_class: type[Record]) -> None:
    asked: dict[Node | None, dict[Node, Any]] = defaultdict(dict)
    for rule in set(rules_for(record_class)) - ONLY_SHAPES:
        for constraint in CONSTRAINTS & set(RULES.predicates(rule)):
            value = RULES.value(rule, constraint)
            asked[RULES.value(rule, SH.path)][constraint] = value.toPython() if isinstance(value, Literal) else value

    fields = rdf_fields(record_class).values()
    assert {path: asked[path] for path in asked if path in {f.predicate for f in fields}} == {
        field.predicate: limits(record_class, field) for field in fields
    }


def test_every_rule_belongs_to_a_record() -> None:
    used = set(RULES.objects(None, SH.property))

    assert used
    assert used == set(RULES.subjects(RDF.type, SH.PropertyShape))


def test_the_suspects_are_found_by_every_constraint_that_there_is() -> None:
    said = {predicate for rule in RULES.subjects(SH.path) for predicate in RULES.predicates(rule)}

    assert said - CONSTRAINTS == {RDF.type, SH.path, SH.message, SH.description, SH.severity}


def test_every_rule_has_a_message_and_a_remedy() -> None:
    for rule in RULES.subjects(RDF.type, SH.PropertyShape):
        message, remedy = RULES.value(rule, SH.message, any=False), RULES.value(rule, SH.description, any=False)
        assert message
        assert not str(message).endswith(".")
        assert str(remedy).endswith(".")


# --- What is right passes ---------------------------------------------------------


def publishable(record: Record) -> Record:
    if isinstance(record, SkillRequirement) and record.importance is None:
        return record.model_copy(update={"relation": record.relation or Iri(RequirementType.OPTIONAL)})
    return record


def test_the_examples_pass(examples: list[Record]) -> None:
    assert findings(to_graph(examples)).summary() == "no findings"


@settings(max_examples=10)
@given(data=st.data())
def test_whatever_a_record_accepts_passes(data: st.DataObject) -> None:
    classes = [getattr(records, name) for name in records.__all__]
    drawn = [
        publishable(data.draw(st.from_type(record))).model_copy(update={"iri": Iri(f"http://x/{number}")})
        for number, record in enumerate(classes)
        if isinstance(record, type) and issubclass(record, Record) and record is not Record
    ]

    assert findings(to_graph(drawn)).summary() == "no findings"


def test_nothing_of_the_examples_is_suspected(examples: list[Record]) -> None:
    assert suspects(to_graph(examples), RULES) == set()


# --- What is wrong is found -------------------------------------------------------


class Breach(NamedTuple):
    """One rule broken in one way on one node."""

    record: str
    rule: str
    constraint: str

    @property
    def node(self) -> URIRef:
        return URIRef("http://x/" + "/".join(self))


def breaches() -> list[Breach]:
    return [
        Breach(str(node).rpartition("#")[2], str(rule).rpartition("#")[2], str(constraint).rpartition("#")[2])
        for node, rule in sorted(RULES.subject_objects(SH.property), key=str)
        for constraint in sorted(CONSTRAINTS & set(RULES.predicates(rule)))
    ]


def wrong_values(rule: Node, constraint: str) -> list[Node]:
    """Return values that break one constraint of a rule."""
    if constraint == "maxCount":
        return [right_value(rule, 1), right_value(rule, 2)]
    if constraint in ("minInclusive", "maxInclusive"):
        beyond = {"minInclusive": -1, "maxInclusive": 1}[constraint] + int(str(RULES.value(rule, SH[constraint])))
        return [Literal(str(beyond), datatype=str(RULES.value(rule, SH.datatype)))]
    table: dict[str, list[Node]] = {
        "minCount": [],
        "datatype": [Literal(1.5, datatype=XSD.double)],
        "nodeKind": [Literal("not an address")],
        "pattern": [Literal("xyz", datatype=XSD.string)],
        "uniqueLang": [Literal("one", "en"), Literal("two", "en")],
        "in": [URIRef("http://x/unheard-of")],
    }
    return table[constraint]


def right_value(rule: Node, number: int) -> Node:
    """Return one of the values that a rule accepts, if it were the only one."""
    if (rule, SH.datatype, None) not in RULES:
        return URIRef(f"http://x/{number}")
    datatype = URIRef(str(RULES.value(rule, SH.datatype)))
    words = {
        XSD.boolean: ["", "true", "false"],
        XSD.date: ["", "2024-01-01", "2025-01-01"],
        XSD.dateTime: ["", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"],
        XSD.gYearMonth: ["", "2024-01", "2025-01"],
    }
    if RULES.value(rule, SH.pattern):
        return Literal(str(number) * 64, datatype=datatype)
    return Literal(words.get(datatype, ["", "1", "2"])[number], datatype=datatype)


def broken(breach: Breach, examples: list[Record]) -> Graph:
    """Return an example with one rule broken."""
    record = next(example for example in examples if type(example).__name__ == breach.record)
    graph = to_graph([record.model_copy(update={"iri": Iri(breach.node)})])
    path = RULES.value(LWS[breach.rule], SH.path)
    several = RULES.value(path, SH.alternativePath)
    for predicate in Collection(RULES, several) if several else [path]:
        graph.remove((breach.node, predicate, None))
    for value in wrong_values(LWS[breach.rule], breach.constraint):
        graph.add((breach.node, path or RDF.nil, value))
    return graph


@pytest.fixture(scope="module")
def found(examples: list[Record]) -> dict[str, dict[str, Severity]]:
    """What is found in all the broken examples together, by node."""
    graph = Graph()
    for breach in breaches():
        graph += broken(breach, examples)
    result: dict[str, dict[str, Severity]] = defaultdict(dict)
    for finding in findings(graph):
        result[finding.node][finding.code] = finding.severity
    return result


@pytest.mark.parametrize("breach", breaches(), ids="-".join)
def test_each_broken_rule_is_found_and_no_other(breach: Breach, found: dict[str, dict[str, Severity]]) -> None:
    warned = breach.rule.startswith("unknown-")
    seen = {code for code, severity in found[str(breach.node)].items() if warned or severity is Severity.ERROR}

    assert seen == {breach.rule}
    assert found[str(breach.node)][breach.rule] is (Severity.WARNING if warned else Severity.ERROR)


RECORD_RULES = [
    breach
    for breach in breaches()
    if LWS[breach.rule] not in ONLY_SHAPES
    and breach.constraint in ("minCount", "minInclusive", "maxInclusive", "pattern")
]


@pytest.mark.parametrize("breach", RECORD_RULES, ids="-".join)
def test_the_record_refuses_it_too(breach: Breach, examples: list[Record]) -> None:
    record: type[Record] = getattr(records, breach.record)

    with pytest.raises(ValidationError):
        from_graph(broken(breach, examples), record, breach.node)


# --- What a finding says ------------------------------------------------------------


def test_a_finding_has_place_value_and_remedy() -> None:
    record = SkillRequirement(
        iri=Iri("http://x/1"), occupation=Iri("http://x/2"), competency=Iri("http://x/3"), importance=4
    )
    graph = to_graph([record])
    graph.set((URIRef("http://x/1"), LW.importance, Literal("9", datatype=XSD.decimal)))

    (finding,) = findings(graph)

    assert str(finding) == (
        "error: http://x/1, lw:importance: importance is not one number from 1 to 5 ('9'). "
        "Write one number from 1 to 5 (xsd:decimal). [Ladderworks, what every record holds]"
    )
    assert finding.code == "invalid-importance"


def test_a_requirement_needs_an_importance_or_a_type() -> None:
    record = SkillRequirement(
        iri=Iri("http://x/1"), occupation=Iri("http://x/2"), competency=Iri("http://x/3"), level=4
    )

    (finding,) = findings(to_graph([record]))

    assert (finding.code, finding.path) == ("missing-importance", "lw:importance|lw:requirementType")


def test_a_kind_of_ones_own_is_a_warning() -> None:
    record = records.Competency(iri=Iri("http://x/1"), label=Text(value="x"), kind=Iri("http://x/attitude"))

    report = findings(to_graph([record]))

    assert [finding.code for finding in report] == ["unknown-kind"]
    assert not report.refused


def test_the_vocabulary_does_not_add_classes_to_the_data() -> None:
    """A partnership is an org:Organization by the vocabulary, yet needs no role."""
    partnership = records.Partnership(iri=Iri("http://x/1"), label=Text(value="x"))

    assert findings(to_graph([partnership])).summary() == "no findings"


def test_two_labels_in_one_language_are_one_too_many() -> None:
    graph = to_graph([records.Concept(iri=Iri("http://x/1"), label=Text(value="a"))])
    graph.add((URIRef("http://x/1"), SKOS.prefLabel, Literal("b", "en")))
    graph.add((URIRef("http://x/1"), SKOS.prefLabel, Literal("c", "fr")))

    assert [(finding.code, finding.rule) for finding in findings(graph)] == [
        ("invalid-pref-label", "SKOS Reference, S14")
    ]


def test_blank_nodes_that_lead_to_one_another_are_each_judged_once() -> None:
    """An engine that spells each out with all that it leads to would take the twelfth power of their number."""
    graph, nodes = Graph(), [BNode() for _ in range(40)]
    for node in nodes:
        graph.add((node, RDF.type, SKOS.Concept))
        for other in nodes:
            graph.add((node, SKOS.broader, other))

    report = findings(graph)

    assert {finding.node for finding in report if finding.code == "missing-pref-label"} == set(map(str, nodes))


def test_what_is_below_a_class_in_the_graph_keeps_its_rules() -> None:
    graph = Graph()
    graph.add((URIRef("http://x/Trade"), RDFS.subClassOf, SKOS.Concept))
    graph.add((URIRef("http://x/1"), RDF.type, URIRef("http://x/Trade")))

    assert [finding.code for finding in findings(graph)] == ["missing-pref-label"]


def test_the_graph_is_left_as_it_was() -> None:
    graph = to_graph([records.Concept(iri=Iri("http://x/1"), label=Text(value="a"))])
    before = set(graph)

    findings(graph)

    assert set(graph) == before


def test_a_stored_graph_has_the_same_suspects(examples: list[Record]) -> None:
    graph = to_graph(examples)
    for item in list(graph.subjects(SKOS.prefLabel)):
        graph.set((item, SKOS.prefLabel, Literal("in no language")))
    graph.add((BNode("nameless"), RDF.type, LW.SkillRequirement))
    stored = Graph(OxigraphStore(), identifier=URIRef("http://example.org/graph"))
    stored += graph

    assert suspects(stored, RULES) == suspects(graph, RULES) >= {BNode("nameless"), *graph.subjects(SKOS.prefLabel)}


def test_a_statement_too_long_for_a_parser_is_read_otherwise(
    examples: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = Graph(OxigraphStore(), identifier=URIRef("http://x/graph"))
    stored += to_graph(examples)
    stored.add((URIRef("http://x/1"), RDF.type, SKOS.Concept))
    told = suspects(stored, RULES)
    monkeypatch.setattr("ontology.suspects.LONGEST", 10)

    assert suspects(stored, RULES) == told == {URIRef("http://x/1")}


def test_findings_come_in_the_same_order() -> None:
    graph = Graph()
    for node in ("http://x/2", "http://x/1"):
        graph.add((URIRef(node), RDF.type, LW.WageObservation))
        graph.add((URIRef(node), DCTERMS.temporal, Literal("2024", datatype=XSD.string)))

    assert [(finding.node[-1], finding.code) for finding in findings(graph)] == [
        ("1", "missing-occupation"),
        ("1", "missing-region"),
        ("2", "missing-occupation"),
        ("2", "missing-region"),
    ]
