"""The vocabulary defines what the project uses, and nothing else."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology import records
from ontology.namespaces import LW, OWL, RDF, RDFS, SKOS, XSD
from ontology.records import Iri, RdfField, Record, Text, rdf_fields
from ontology.vocabulary import vocabulary

KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual, OWL.Ontology}
BUILT_IN = (str(OWL), str(RDF), str(RDFS), str(XSD))
ENUMS = [
    thing
    for name in records.__all__
    if isinstance(thing := getattr(records, name), type) and issubclass(thing, StrEnum)
]


@pytest.fixture(scope="module")
def terms() -> Graph:
    return vocabulary()


@pytest.fixture(scope="module")
def own(terms: Graph) -> set[URIRef]:
    """Our own terms that the vocabulary defines."""
    return {s for s in terms.subjects() if isinstance(s, URIRef) and s in LW}


def uses(own: set[URIRef], record: type[Record]) -> list[RdfField]:
    return [field for field in rdf_fields(record).values() if field.predicate in own]


def kinds(terms: Graph, term: Node) -> set[Node]:
    return set(terms.objects(term, RDF.type)) & KINDS


def test_it_defines_what_the_code_names_and_nothing_else(project: Path, own: set[URIRef]) -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for package in ("ontology", "standards", "pathways", "api")
        for path in (project / package).rglob("*.py")
    )
    named = {a or b for a, b in re.findall(r'\bLW(?:\.(\w+)|\["(\w+)"\])', code)}
    enums = {enum.__name__ for enum in ENUMS}

    assert {term.removeprefix(LW) for term in own} == named | enums


def test_every_property_and_class_of_a_record_is_declared_as_one_kind(terms: Graph, record_class: type[Record]) -> None:
    used = [*record_class.types, *(field.predicate for field in rdf_fields(record_class).values())]

    assert [term for term in used if not str(term).startswith(BUILT_IN) and len(kinds(terms, term)) != 1] == []


def test_addresses_are_objects_and_literals_data(terms: Graph, record_class: type[Record]) -> None:
    for field in rdf_fields(record_class).values():
        wrong = OWL.DatatypeProperty if field.python is Iri else OWL.ObjectProperty
        assert (field.predicate, RDF.type, wrong) not in terms


def test_ranges_are_the_datatypes_of_the_fields(terms: Graph, own: set[URIRef], record_class: type[Record]) -> None:
    for field in uses(own, record_class):
        if field.python is not Iri:
            expected = RDF.langString if field.python is Text else field.datatype
            assert terms.value(field.predicate, RDFS.range) == expected, field.predicate


def test_what_a_field_holds_once_is_functional(terms: Graph, own: set[URIRef], record_class: type[Record]) -> None:
    for field in uses(own, record_class):
        functional = (field.predicate, RDF.type, OWL.FunctionalProperty) in terms
        assert functional == (not field.many and field.python is not Text), field.predicate


def test_domains_hold_for_the_records(terms: Graph, own: set[URIRef], record_class: type[Record]) -> None:
    classes = {above for name in record_class.types for above in terms.transitive_objects(name, RDFS.subClassOf)}
    for field in uses(own, record_class):
        domain = terms.value(field.predicate, RDFS.domain)
        union = terms.value(domain, OWL.unionOf)
        allowed = set(Collection(terms, union)) if union else {domain or record_class.types[0]}
        assert allowed & classes, field.predicate


def test_every_term_has_one_label_and_its_own_definition(terms: Graph, own: set[URIRef]) -> None:
    definitions = [terms.value(term, SKOS.definition, any=False) for term in own]
    words = [*definitions, *(terms.value(term, RDFS.label, any=False) for term in own)]

    assert {word.language if isinstance(word, Literal) else None for word in words} == {"en"}
    assert len(set(definitions)) == len(own)


@pytest.mark.parametrize("enum", ENUMS)
def test_concepts_are_the_members_of_the_enumerations(terms: Graph, enum: type[StrEnum]) -> None:
    assert {str(concept) for concept in terms.subjects(RDF.type, LW[enum.__name__])} == {*enum}


def test_it_is_owl_dl_by_itself(terms: Graph) -> None:
    """Whatever it refers to is declared in it, once, and nothing is imported."""
    places = (RDFS.subClassOf, RDFS.domain, RDFS.range, RDFS.subPropertyOf, OWL.inverseOf, OWL.disjointWith)
    referred = {o for p in places for o in terms.objects(None, p)} | set(terms.predicates())
    names = {term for term in referred if isinstance(term, URIRef) and not str(term).startswith(BUILT_IN)}

    assert [term for term in names if len(kinds(terms, term)) != 1] == []
    assert [s for s in set(terms.subjects(RDF.type)) if len(kinds(terms, s)) > 1] == []
    assert (None, OWL.imports, None) not in terms


def test_the_page_explains_every_term_in_the_same_words(project: Path, terms: Graph, own: set[URIRef]) -> None:
    page = (project / "docs/vocabulary.md").read_text(encoding="utf-8")
    rows = {f"| `lw:{term.removeprefix(LW)}` | {terms.value(term, SKOS.definition)} |" for term in own}

    assert rows == {line for line in page.splitlines() if line.startswith("| `lw:")}
