"""One table of serializations; the same graph is the same bytes everywhere."""

import json
import os
import subprocess
import sys

import pyoxigraph as ox
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

from ontology.errors import UnsupportedError
from ontology.formats import FORMATS, JSON_LD, N_QUADS, N_TRIPLES, RDF_XML, TURTLE, Format, rdf_format, serialize
from ontology.namespaces import PREFIXES, XSD
from ontology.records import Iri, Record, Text, WageObservation, rdf_fields
from ontology.triples import from_graph, to_graph
from ontology.vocabulary import context, vocabulary

# rdflib itself still uses its old class where it parses JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

GRAPHS = [form for form in FORMATS if form != N_QUADS]


def plain(graph: Graph) -> Graph:
    """Return a graph without xsd:string, which RDF 1.1 takes for granted and rdflib does not."""
    result = Graph()
    for s, p, o in graph:
        implied = isinstance(o, Literal) and o.datatype == XSD.string
        result.add((s, p, Literal(str(o)) if implied else o))
    return result


def names(form: Format) -> str:
    return form.name


# --- The table ----------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS, ids=names)
def test_a_format_is_found_by_each_of_its_names(form: Format) -> None:
    assert [rdf_format(name) for name in (form.name, form.media_type, form.extension, form.name.upper())] == [form] * 4


@pytest.mark.parametrize("key", ["name", "media_type", "extension", "rdflib"])
def test_no_two_formats_share_a_name(key: str) -> None:
    assert len({getattr(form, key) for form in FORMATS}) == len(FORMATS)


def test_a_format_that_is_not_offered_is_answered_with_those_that_are() -> None:
    with pytest.raises(UnsupportedError, match=r"'text/n3' is not .* take one of: turtle, json-ld, rdf/xml"):
        rdf_format("text/n3")


@pytest.mark.parametrize("form", FORMATS, ids=names)
def test_oxigraph_knows_the_media_types_and_extensions(form: Format) -> None:
    known = ox.RdfFormat.from_media_type(form.media_type)

    assert known is not None
    assert known == ox.RdfFormat.from_extension(form.extension)


# --- Writing ------------------------------------------------------------------------


@pytest.mark.parametrize("form", GRAPHS, ids=names)
def test_what_is_written_can_be_read(form: Format, examples: list[Record]) -> None:
    graph = to_graph(examples) + vocabulary()

    back = Graph().parse(data=serialize(graph, form), format=form.media_type)

    assert isomorphic(plain(back), plain(graph))


@pytest.mark.parametrize("form", GRAPHS, ids=names)
def test_another_program_reads_the_same(form: Format, examples: list[Record]) -> None:
    graph = to_graph(examples)

    quads = ox.parse(serialize(graph, form), ox.RdfFormat.from_media_type(form.media_type))
    back = {f"{quad.triple}" for quad in quads}
    expected = {f"{quad.triple}" for quad in ox.parse(serialize(graph, N_TRIPLES), ox.RdfFormat.N_TRIPLES)}

    assert back == expected


def test_quads_name_their_graph(examples: list[Record]) -> None:
    graph = Graph(identifier="http://localhost:8000/graph/onet/29.3")
    graph += to_graph(examples)

    quads = list(ox.parse(serialize(graph, N_QUADS), ox.RdfFormat.N_QUADS))

    assert {quad.graph_name for quad in quads} == {ox.NamedNode("http://localhost:8000/graph/onet/29.3")}
    assert len(quads) == len(graph)


def test_quads_of_a_graph_without_a_name_are_triples(examples: list[Record]) -> None:
    graph = to_graph(examples)

    assert serialize(graph, N_QUADS) == serialize(graph, N_TRIPLES)


def test_lines_are_sorted_and_whole(examples: list[Record]) -> None:
    lines = serialize(to_graph(examples), N_TRIPLES).decode().split("\n")

    assert lines.pop() == ""
    assert lines == sorted(lines)
    assert {line[-2:] for line in lines} == {" ."}


@pytest.mark.parametrize("form", [TURTLE, RDF_XML, JSON_LD], ids=names)
def test_the_projects_prefixes_are_used(form: Format, examples: list[Record]) -> None:
    written = serialize(to_graph(examples), form).decode()

    assert str(PREFIXES["lw"]) in written
    assert "ns1" not in written


@pytest.mark.parametrize("form", FORMATS, ids=names)
def test_an_empty_graph_is_a_document(form: Format) -> None:
    assert len(list(ox.parse(serialize(Graph(), form), ox.RdfFormat.from_media_type(form.media_type)))) == 0


PROGRAM = """
import sys
from rdflib import BNode, Graph, URIRef
from ontology.formats import FORMATS, serialize
from ontology.vocabulary import vocabulary
graph = vocabulary()
for number in range(9):
    graph.add((BNode(), URIRef(f"http://unknown{number}.org/p"), URIRef(f"http://elsewhere{number}.org/o")))
for form in FORMATS:
    sys.stdout.buffer.write(serialize(graph, form))
"""


def test_the_bytes_are_the_same_in_every_process() -> None:
    written = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(written) == 1


def test_the_order_of_triples_does_not_matter(examples: list[Record]) -> None:
    forward, backward = to_graph(examples), to_graph(reversed(examples))

    assert [serialize(forward, form) for form in FORMATS] == [serialize(backward, form) for form in FORMATS]


@given(data=st.data())
@settings(max_examples=10)
@pytest.mark.parametrize("form", [TURTLE, RDF_XML, N_TRIPLES], ids=names)
def test_numbers_are_written_as_they_are(form: Format, data: st.DataObject) -> None:
    wage = data.draw(st.from_type(WageObservation))
    numbers = Graph()
    for s, p, o in to_graph([wage]):
        if isinstance(o, Literal) and o.datatype == XSD.decimal:
            numbers.add((s, p, o))
    assume(len(numbers))

    assert set(Graph().parse(data=serialize(numbers, form), format=form.media_type)) == set(numbers)


def test_text_is_written_without_its_type() -> None:
    said = Graph()
    said.add((URIRef("https://x.example/a"), URIRef("https://x.example/b"), Literal('"^^<x> .', datatype=XSD.string)))

    assert serialize(said, N_TRIPLES) == b'<https://x.example/a> <https://x.example/b> "\\"^^<x> ." .\n'
    assert b"string" not in serialize(said, TURTLE)


# --- JSON-LD ------------------------------------------------------------------------


def test_every_field_and_class_has_a_term_of_the_right_form(record_class: type[Record]) -> None:
    terms = json.loads(context())["@context"]
    expanded = {expand(term): term for term in terms.values() if isinstance(term, dict)}
    classes = {expand({"@id": term}) for term in terms.values() if isinstance(term, str) and ":" in term}

    assert {str(name) for name in record_class.types} <= classes
    for field in rdf_fields(record_class).values():
        term = expanded[str(field.predicate)]
        if field.python is Iri:
            assert term["@type"] == "@id"
        elif field.python is Text:
            assert term.get("@container", "@language") == "@language"
            assert "@type" not in term


def expand(term: dict[str, str]) -> str:
    prefix, _, local = term["@id"].partition(":")
    return f"{PREFIXES[prefix]}{local}" if prefix in PREFIXES else term["@id"]


def test_the_prefixes_of_the_context_are_the_projects() -> None:
    terms = json.loads(context())["@context"]

    assert {name: terms.get(name) for name in PREFIXES} == {name: str(space) for name, space in PREFIXES.items()}


@settings(max_examples=10)
@given(data=st.data())
def test_every_record_survives_json_ld(record_class: type[Record], data: st.DataObject) -> None:
    record = data.draw(st.from_type(record_class))
    graph = to_graph([record])

    back = Graph().parse(data=serialize(graph, JSON_LD), format="json-ld")

    assert set(plain(back)) == set(plain(graph))
    assert from_graph(back, record_class, record.iri).iri == record.iri


def test_json_ld_reads_well(examples: list[Record]) -> None:
    wage = next(example for example in examples if type(example).__name__ == "WageObservation")

    written = json.loads(serialize(to_graph([wage]), JSON_LD))
    del written["@context"]

    assert written == {
        "id": "http://localhost:8000/id/oews/1",
        "type": "WageObservation",
        "occupation": "http://localhost:8000/id/onet/29-1141.00",
        "region": "http://localhost:8000/id/fips/53",
        "temporal": "2024-05",
        "employment": "65430",
        "hourlyMedian": "52.31",
        "annual90": "141360",
    }


def test_a_list_keeps_its_order() -> None:
    graph = Graph().parse(data="<http://x/a> <http://x/p> ( 3 1 2 ) .", format="turtle")

    back = Graph().parse(data=serialize(graph, JSON_LD), format="json-ld")

    assert isomorphic(back, graph)
