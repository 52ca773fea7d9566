"""What a graph says, thing by thing and property by property, as a document that can be measured.

Things without an address stand within what leads to them; of a text its language stands behind it, of another literal
its datatype.
"""

from __future__ import annotations

from typing import Any

from rdflib import BNode, Graph, Literal, Node, URIRef
from rdflib.namespace import RDF, XSD

from ontology.namespaces import short_name

Json = Any
Statements = dict[str, dict[str, Json]]
"""Objects with their properties, by the addresses of things."""


def statements(graph: Graph) -> Statements:
    """Return what a graph says of each thing that has an address."""
    things = sorted({str(one) for one in graph.subjects() if not isinstance(one, BNode)})
    return {iri: _said(graph, URIRef(iri), ()) for iri in things}


def class_of(said: dict[str, Json]) -> str:
    """Return the class of a thing, the first of several; nothing of a thing without one."""
    return next(iter(said.get(short_name(str(RDF.type)), ())), "")


def _said(graph: Graph, thing: Node, above: tuple[Node, ...]) -> dict[str, Json]:
    found: dict[str, list[Json]] = {}
    for predicate, value in graph.predicate_objects(thing):
        found.setdefault(short_name(str(predicate)), []).append(_value(graph, value, (*above, thing)))
    return {name: sorted(values, key=repr) for name, values in sorted(found.items())}


def _value(graph: Graph, value: Node, above: tuple[Node, ...]) -> Json:
    if isinstance(value, BNode):
        return "_:" if value in above else _said(graph, value, above)
    return _text(value) if isinstance(value, Literal) else short_name(str(value))


def _text(value: Literal) -> str:
    if value.language:
        return f"{value}@{value.language}"
    return str(value) if value.datatype in (None, XSD.string) else f"{value}^^{short_name(str(value.datatype))}"
