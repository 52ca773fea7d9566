"""The serializations of RDF: one table that writing and content negotiation share."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, JsonValue
from rdflib import BNode, Graph, URIRef
from rdflib.compare import to_canonical_graph

from ontology.errors import UnsupportedError
from ontology.namespaces import PREFIXES
from ontology.vocabulary import context


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
    for known in FORMATS:
        if name.lower() in (known.name, known.media_type, known.extension):
            return known
    names = ", ".join(known.name for known in FORMATS)
    message = f"{name!r} is not a serialization of RDF that is offered; take one of: {names}"
    raise UnsupportedError(message)


def serialize(graph: Graph, form: Format = TURTLE) -> bytes:
    """Return a graph in a format, byte for byte the same for the same triples, as UTF-8.

    In N-Quads, a graph that has an address stands under it.
    """
    graph = _named(graph)
    if form == JSON_LD:
        return _json_ld(graph)
    if form in (N_TRIPLES, N_QUADS):
        return _lines(graph, form)
    return _prefixed(graph).serialize(format=form.rdflib, encoding="utf-8")


def _named(graph: Graph) -> Graph:
    """Return a graph whose blank nodes have names that follow from what is said of them."""
    if not any(isinstance(term, BNode) for s, _, o in graph for term in (s, o)):
        return graph
    canonical = Graph(identifier=graph.identifier)
    canonical += to_canonical_graph(graph)
    return canonical


def _lines(graph: Graph, form: Format) -> bytes:
    written = graph.serialize(format="nt", encoding="utf-8")
    lines = sorted(line for line in written.split(b"\n") if line)
    if form == N_QUADS and isinstance(graph.identifier, URIRef):
        end = f"{graph.identifier.n3()} .".encode()
        lines = [line.removesuffix(b".") + end for line in lines]
    return b"".join(line + b"\n" for line in lines)


class _Ordered(Graph):
    """A graph that always yields its triples in the same order; rdflib writes what it meets first."""

    def triples(self, triple: Any) -> Generator[Any, None, None]:  # noqa: ANN401 - rdflib has three
        """Yield what matches, in order."""
        yield from sorted(super().triples(triple), key=str)


def _prefixed(graph: Graph) -> Graph:
    """Return an ordered copy with the project's prefixes, the others numbered in order."""
    copy = _Ordered(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        copy.bind(prefix, namespace)
    copy += graph
    for predicate in copy.predicates():
        copy.compute_qname(str(predicate))
    return copy


def _json_ld(graph: Graph) -> bytes:
    ours = json.loads(context())
    written = graph.serialize(format=JSON_LD.rdflib, context=ours["@context"], encoding="utf-8")
    document = _ordered({**json.loads(written), **ours})
    text = json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False)
    return text.encode() + b"\n"


def _ordered(value: JsonValue, key: str = "") -> JsonValue:
    """Return a JSON-LD value with everything sorted whose order says nothing."""
    if isinstance(value, dict):
        return {name: _ordered(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        inner = [_ordered(item) for item in value]
        return inner if key == "@list" else sorted(inner, key=_sort_key)
    return value


def _sort_key(value: JsonValue) -> str:
    return json.dumps(value, sort_keys=True)
