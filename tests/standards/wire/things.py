"""What documents of every format say of each thing, field by field: to hold those of one format against another.

What a thing says by standing in a document, that it belongs to this, counts as a field of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rdflib import BNode, Graph, Node
from rdflib.namespace import RDF

from ontology.namespaces import short_name

Json = Any
Fields = dict[str, set[str]]
Things = dict[str, Fields]
"""The values of each field, as texts, by the address of the thing."""

LEFT_OUT = {"@context", "@id", "@type", "id", "uri", "type", "skills"}
"""Names that are the same everywhere, say what follows, or hold things of their own."""

EXTENSIONS = "extensions"

WITHIN = ("CFItem in its CFDocument", "skill in its collection")
"""What a thing says by standing in a document."""

BELONGING = (*WITHIN, "ceasn:isPartOf", "skos:inScheme")
"""Fields that say that a thing belongs to another."""


def things(kind: str, content: bytes) -> Things:
    """Return what a document says."""
    if kind == "skos":
        return _of_graph(content)
    document = json.loads(content)
    return {"case": _of_case, "ctdl": _of_ctdl, "rsd": _of_rsd, "badges": _of_badges}[kind](document)


def _of_case(document: Json) -> Things:
    head = document["CFDocument"]
    within = {WITHIN[0]: {head["uri"]}}
    found = {one["uri"]: {**_fields("CFItem", one), **within} for one in document.get("CFItems", ())}
    found[head["uri"]] = _fields("CFDocument", head)
    own = {one["identifier"]: one["uri"] for one in (head, *document.get("CFItems", ()))}

    def end_of(link: dict[str, Json]) -> str:
        """Return where a link leads: to what has its identifier, where that is in the package."""
        return str(own.get(link.get("identifier"), link["uri"]))

    for one in document.get("CFAssociations", ()):
        fields = found.setdefault(end_of(one["originNodeURI"]), {})
        end = {end_of(one["destinationNodeURI"])}
        fields.setdefault(f"CFAssociation {one['associationType']}", set()).update(end)
    return found


def _of_ctdl(document: Json) -> Things:
    return {one["@id"]: _fields("", one) for one in document["@graph"]}


def _of_rsd(document: Json) -> Things:
    skills = document if isinstance(document, list) else document["skills"]
    found = {one["id"]: _fields("skill", one) for one in skills}
    if isinstance(document, list):
        return found
    within = {WITHIN[1]: {document["id"]}}
    return {iri: {**of, **within} for iri, of in found.items()} | {document["id"]: _fields("collection", document)}


def _of_badges(document: Json) -> Things:
    listed = document.get("@graph", [document]) if isinstance(document, dict) else document
    return {one["id"].removesuffix("#achievement"): _fields("achievement", one) for one in listed}


def _of_graph(content: bytes) -> Things:
    graph = Graph().parse(data=content, format="turtle")
    found: Things = defaultdict(dict)
    for subject, predicate, value in graph:
        if not isinstance(subject, BNode) and predicate != RDF.type:
            found[str(subject)].setdefault(short_name(str(predicate)), set()).update(_values(graph, value))
    return found


def _values(graph: Graph, value: Node) -> Iterator[str]:
    if not isinstance(value, BNode):
        yield str(value)
        return
    for inner in graph.objects(value):
        yield from _values(graph, inner)


def _fields(kind: str, said: dict[str, Json]) -> Fields:
    named = {name: set(_leaves(value)) for name, value in said.items() if name not in LEFT_OUT}
    return {
        name if name == EXTENSIONS else f"{kind} {name}".strip(): values for name, values in named.items() if values
    }


def _leaves(value: Json) -> Iterator[str]:
    """Yield the texts and numbers within a value, without the classes of what stands there."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("@type", "@language", "type"):
                yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif value is not None and value != "":
        yield str(value)
