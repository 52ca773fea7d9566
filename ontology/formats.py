"""The serializations of RDF: one table that writing and content negotiation share."""

from __future__ import annotations

import re
from collections.abc import Generator
from io import BytesIO
from operator import attrgetter
from typing import Any, Final

from pydantic import BaseModel, ConfigDict
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import to_canonical_graph
from rdflib.plugins.serializers.rdfxml import XMLSerializer
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Node

from ontology.forms import choose
from ontology.json_ld import to_json_ld
from ontology.namespaces import PREFIXES, XSD
from ontology.xml_text import well_formed


class Format(BaseModel):
    """A serialization of RDF.

    Parameters
    ----------
    name
        As people call it.
    media_type
        As HTTP calls it.
    extension
        Of its files, without the dot.
    rdflib
        As rdflib calls it.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    media_type: str
    extension: str
    rdflib: str


TURTLE: Final = Format(name="turtle", media_type="text/turtle", extension="ttl", rdflib="turtle")
JSON_LD: Final = Format(name="json-ld", media_type="application/ld+json", extension="jsonld", rdflib="json-ld")
RDF_XML: Final = Format(name="rdf/xml", media_type="application/rdf+xml", extension="rdf", rdflib="xml")
N_TRIPLES: Final = Format(name="n-triples", media_type="application/n-triples", extension="nt", rdflib="nt")
N_QUADS: Final = Format(name="n-quads", media_type="application/n-quads", extension="nq", rdflib="nquads")

FORMATS: Final = (TURTLE, JSON_LD, RDF_XML, N_TRIPLES, N_QUADS)
"""All of them, the one that people read best first."""

NUMBERS: Final = {XSD.decimal, XSD.double, XSD.float}

TEXT: Final = f"^^{XSD.string.n3()} .".encode()
"""How a line of N-Triples ends whose object says that it is text."""

PLAIN: Final = re.compile(r"[+-]?\d*\.\d+")
"""A decimal that Turtle writes without quotes."""


def rdf_format(name: str) -> Format:
    """Return a format by its name, its media type or its file extension.

    Raises
    ------
    UnsupportedError
        With the names of those that there are.

    Example
    -------
    >>> rdf_format("ttl").media_type
    'text/turtle'
    """
    return choose(FORMATS, name, "RDF graphs", called=attrgetter("name"))


def serialize(graph: Graph, form: Format = TURTLE) -> bytes:
    """Return a graph in a format, byte for byte the same for the same triples, as UTF-8.

    In N-Quads, a graph that has an address stands under it.

    Raises
    ------
    UnsupportedError
        Where RDF/XML cannot say it.
    """
    graph = _named(graph)
    if form == JSON_LD:
        return to_json_ld(graph)
    if form in (N_TRIPLES, N_QUADS):
        return _lines(graph, form)
    writer = _Turtle if form == TURTLE else XMLSerializer
    written = BytesIO()
    writer(_prefixed(graph)).serialize(written, encoding="utf-8")
    if form == TURTLE:
        return written.getvalue()
    return well_formed(written.getvalue(), (other.extension for other in FORMATS if other != form))


def _named(graph: Graph) -> Graph:
    """Return a graph whose blank nodes have names that follow from what is said of them."""
    if not any(isinstance(term, BNode) for s, _, o in graph for term in (s, o)):
        return graph
    canonical = Graph(identifier=graph.identifier)
    canonical += to_canonical_graph(graph)
    return canonical


def _lines(graph: Graph, form: Format) -> bytes:
    written = graph.serialize(format="nt", encoding="utf-8")
    lines = sorted(_untyped(line) for line in written.split(b"\n") if line)
    if form == N_QUADS and isinstance(graph.identifier, URIRef):
        end = f"{graph.identifier.n3()} .".encode()
        lines = [line.removesuffix(b".") + end for line in lines]
    return b"".join(line + b"\n" for line in lines)


def _untyped(line: bytes) -> bytes:
    """Return a line without the type that text has unsaid, as canonical N-Triples are written."""
    text = line.removesuffix(TEXT)
    return line if text == line else text + b" ."


class _Ordered(Graph):
    """A graph that always yields its triples in the same order; rdflib writes what it meets first."""

    def triples(self, triple: Any) -> Generator[Any, None, None]:  # noqa: ANN401 - rdflib has three
        """Yield what matches, in order."""
        yield from sorted(super().triples(triple), key=str)


class _Turtle(TurtleSerializer):
    """rdflib's Turtle, without its rewriting of numbers (2 of type decimal would become 2.0), text without its type."""

    def label(self, node: Node, position: int) -> str:
        if isinstance(node, Literal) and node.datatype == XSD.string:
            return str(super().label(Literal(str(node)), position))
        if isinstance(node, Literal) and node.datatype in NUMBERS and not PLAIN.fullmatch(node):
            return node.n3(self.store.namespace_manager)
        return str(super().label(node, position))


def _prefixed(graph: Graph) -> Graph:
    """Return an ordered copy with the project's prefixes, the others numbered in order."""
    copy = _Ordered(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        copy.bind(prefix, namespace)
    copy += graph
    for predicate in copy.predicates():
        copy.compute_qname(str(predicate))
    return copy
