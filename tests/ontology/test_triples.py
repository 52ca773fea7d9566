"""Records become triples and come back."""

import difflib
import os
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oxrdflib import OxigraphStore
from pydantic import ValidationError
from rdflib import Graph, Literal, URIRef

from ontology.errors import NotFoundError
from ontology.namespaces import LW, SKOS, XSD
from ontology.records import Iri, Occupation, Record, SkillRequirement, Text, WageObservation, rdf_fields
from ontology.triples import from_graph, lexical, to_graph, to_triples


def contents(record: Record) -> dict[str, object]:
    """What a record says; RDF keeps no order among the values of one property."""
    values = {name: getattr(record, name) for name in rdf_fields(type(record))}
    return {name: set(value) if isinstance(value, tuple) else value for name, value in values.items()}


@settings(max_examples=20)
@given(data=st.data())
def test_every_record_survives_the_round_trip(record_class: type[Record], data: st.DataObject) -> None:
    record = data.draw(st.from_type(record_class))

    back = from_graph(to_graph([record]), record_class, record.iri)

    assert contents(back) == contents(record)
    assert back.iri == record.iri


def test_every_record_survives_oxigraph(examples: list[Record]) -> None:
    graph = Graph(store=OxigraphStore())
    graph += to_graph(examples)

    assert [contents(from_graph(graph, type(record), record.iri)) for record in examples] == [
        contents(record) for record in examples
    ]


def test_there_is_an_example_of_every_record_class(examples: list[Record], record_class: type[Record]) -> None:
    assert record_class in {type(record) for record in examples}


def test_every_golden_file_is_described(project: Path) -> None:
    golden = project / "tests/golden"
    names = {path.relative_to(golden).as_posix() for path in golden.rglob("*") if path.is_file()} - {"README.md"}
    readme = (golden / "README.md").read_text(encoding="utf-8")

    described = re.findall(r"^\| `([^`]+)` \|", readme, re.MULTILINE)

    assert {name for name in names if not any(fnmatch(name, path) for path in described)} == set()
    assert {path for path in described if not any(fnmatch(name, path) for name in names)} == set()


def test_triples_are_those_of_the_golden_file(examples: list[Record], project: Path) -> None:
    written = to_graph(examples).serialize(format="nt", encoding="utf-8").decode()
    found = sorted(line for line in written.split("\n") if line)
    path = project / "tests/golden/records.nt"
    if "LADDERWORKS_WRITE_GOLDEN" in os.environ:
        path.write_text("\n".join(found) + "\n", encoding="utf-8")
    golden = path.read_text(encoding="utf-8").rstrip("\n").split("\n")

    assert list(difflib.unified_diff(golden, found, "golden", "found", lineterm="", n=0)) == []


def test_a_record_has_all_its_classes(examples: list[Record]) -> None:
    for record in examples:
        stated = [o for _, p, o in to_triples(record) if str(p).endswith("#type")]
        assert stated[: len(record.types)] == list(record.types)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (4.0, "4"),
        (4.5, "4.5"),
        (1e21, "1000000000000000000000"),
        (1e-7, "0.0000001"),
        (-0.5, "-0.5"),
        (100.0, "100"),
        (0.0, "0"),
        (True, "true"),
        (7, "7"),
        ("7.0", "7.0"),
    ],
)
def test_numbers_are_written_without_exponent(value: float | str, written: str) -> None:
    assert lexical(value) == written


def test_importance_is_a_decimal() -> None:
    record = SkillRequirement(
        iri=Iri("http://x/1"), occupation=Iri("http://x/2"), competency=Iri("http://x/3"), importance=4.0
    )

    assert (URIRef("http://x/1"), LW.importance, Literal("4", datatype=XSD.decimal)) in to_graph([record])


def labels(*labels: Literal) -> Graph:
    graph = Graph()
    for label in labels:
        graph.add((URIRef("http://x/1"), SKOS.prefLabel, label))
    return graph


@pytest.mark.parametrize(("language", "label"), [("en", "nurse"), ("fr", "infirmière"), ("pl", "Krankenschwester")])
def test_one_label_is_taken_in_the_language_asked_for(language: str, label: str) -> None:
    graph = labels(Literal("nurse", "en"), Literal("Krankenschwester", "de"), Literal("infirmière", "fr"))

    assert str(from_graph(graph, Occupation, "http://x/1", language).label) == label


def test_a_label_without_language_is_of_an_unknown_one() -> None:
    assert from_graph(labels(Literal("nurse")), Occupation, "http://x/1").label == Text(value="nurse", language="und")


def test_what_a_record_does_not_have_is_left_alone() -> None:
    graph = labels(Literal("nurse", "en"))
    graph.add((URIRef("http://x/1"), URIRef("http://elsewhere/p"), Literal("x")))

    assert from_graph(graph, Occupation, "http://x/1").label == Text(value="nurse")


def test_an_unknown_address_is_named() -> None:
    with pytest.raises(NotFoundError, match="nothing is known of http://x/9"):
        from_graph(Graph(), WageObservation, "http://x/9")


def test_a_number_out_of_range_is_refused() -> None:
    graph = labels(Literal("nurse", "en"))
    graph.add((URIRef("http://x/1"), LW.jobZone, Literal(6)))

    with pytest.raises(ValidationError, match="job_zone"):
        from_graph(graph, Occupation, "http://x/1")
