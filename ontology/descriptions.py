"""Descriptions: what the newest releases say of one thing, as triples and as facts to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from ontology.errors import NotFoundError
from ontology.namespaces import CEASN, CETERMS, DCTERMS, LW, RDF, SCHEMA, SKOS, short_name
from ontology.records import Iri, SkillRequirement, Text
from ontology.store import KnowledgeBase
from ontology.triples import from_graph

NAMES = (SKOS.prefLabel, CETERMS.name, DCTERMS.title, CEASN.competencyText)
"""Properties that hold a thing's name, the first one first."""

PARTS = (LW.SkillRequirement, LW.WageObservation)
"""Nodes that only say something of an occupation: they belong to its description."""


PLACES = SCHEMA.itemListElement
"""The property that only orders what others name; who reads sees the order itself."""

PROPERTY_NAMES = {SKOS.prefLabel: "title", SKOS.altLabel: "also called", SKOS.notation: "code", RDF.type: "kind"}
"""Names of properties whose own is no plain English."""


class Value(BaseModel):
    """One value of a property: words, or a thing with its name.

    Parameters
    ----------
    iri
        Of the thing; empty for words.
    named
        Whether the knowledge base has a name for the thing.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    language: str = ""
    iri: str = ""
    named: bool = False


class Fact(BaseModel):
    """A property of a thing with all of its values."""

    model_config = ConfigDict(frozen=True)

    predicate: Iri
    name: str
    values: tuple[Value, ...]


class Need(BaseModel):
    """A competency that an occupation needs.

    Parameters
    ----------
    importance, level
        As of `SkillRequirement`.
    """

    model_config = ConfigDict(frozen=True)

    competency: Value
    importance: float | None
    level: float | None


def describe(base: KnowledgeBase, iri: str) -> Graph:
    """Return what the newest releases say of a thing, with its requirements and wages.

    Raises
    ------
    NotFoundError
        Where they say nothing.
    """
    subject = URIRef(iri)
    found = Graph()
    for release in base.current():
        graph = base.graph(release)
        found += graph.triples((subject, None, None))
        for part in graph.subjects(LW.occupation, subject):
            if any((part, RDF.type, kind) in graph for kind in PARTS):
                found += graph.triples((part, None, None))
    if not len(found):
        message = f"nothing is known of {iri!r}"
        raise NotFoundError(message)
    return found


def facts(base: KnowledgeBase, graph: Graph, iri: str) -> tuple[Fact, ...]:
    """Return what a graph says of a thing in an order to read, the things it names with their own names."""
    said: dict[Node, list[Node]] = {}
    for predicate, value in graph.predicate_objects(URIRef(iri)):
        if predicate != PLACES:
            said.setdefault(predicate, []).append(value)
    things = {str(value) for values in said.values() for value in values if isinstance(value, URIRef)}
    named, places = names(base, things), _places(base, things)
    return tuple(
        Fact(
            predicate=Iri(str(predicate)),
            name=property_name(str(predicate)),
            values=_values(said[predicate], named, places),
        )
        for predicate in sorted(said, key=_property_order)
    )


def needs(base: KnowledgeBase, graph: Graph) -> tuple[Need, ...]:
    """Return the competencies that a description of an occupation asks for, the most important first."""
    nodes = graph.subjects(RDF.type, LW.SkillRequirement)
    asked = [from_graph(graph, SkillRequirement, str(node)) for node in nodes]
    named = names(base, (requirement.competency for requirement in asked))
    found = [
        Need(
            competency=_thing(requirement.competency, named),
            importance=requirement.importance,
            level=requirement.level,
        )
        for requirement in asked
    ]
    return tuple(sorted(found, key=lambda need: (-(need.importance or 0), need.competency.text, need.competency.iri)))


def names(base: KnowledgeBase, iris: Iterable[str]) -> dict[str, Text]:
    """Return the names of things by address, in English where they have one; what has none is left out."""
    graphs = [base.graph(release) for release in base.current()]
    found = {iri: _name(graphs, URIRef(iri)) for iri in sorted(set(iris))}
    return {iri: name for iri, name in found.items() if name}


def _name(graphs: Iterable[Graph], thing: URIRef) -> Text | None:
    for predicate in NAMES:
        labels = [label for graph in graphs for label in graph.objects(thing, predicate) if isinstance(label, Literal)]
        if labels:
            best = min(labels, key=lambda label: (not (label.language or "").startswith("en"), str(label)))
            return Text(value=str(best), language=(best.language or "und").lower())
    return None


def property_name(iri: str) -> str:
    """Return the name of a property as words.

    Example
    -------
    >>> property_name("http://www.w3.org/2004/02/skos/core#altLabel")
    'also called'
    """
    if (known := PROPERTY_NAMES.get(URIRef(iri))) is not None:
        return known
    local = re.split(r"[/#]", iri)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", local).lower()


def _property_order(predicate: Node) -> tuple[int, str]:
    """Return a key that puts the name of a thing first, and its other names behind."""
    place = next((at for at, name in enumerate(NAMES) if name == predicate), len(NAMES))
    return place, property_name(str(predicate))


def _places(base: KnowledgeBase, things: Iterable[str]) -> dict[str, int]:
    """Return the places in a list of those things that have one, from 1; the first of several."""
    graphs = [base.graph(release) for release in base.current()]
    return {
        thing: min(found)
        for thing in things
        if (
            found := [
                int(str(position))
                for graph in graphs
                for place in graph.subjects(SCHEMA.item, URIRef(thing))
                for position in graph.objects(place, SCHEMA.position)
            ]
        )
    }


def _values(terms: list[Node], named: dict[str, Text], places: dict[str, int]) -> tuple[Value, ...]:
    last = max(places.values(), default=0) + 1
    found = _each(terms, named)
    return tuple(sorted(found, key=lambda value: (places.get(value.iri, last), value.text.casefold(), value.iri)))


def _each(terms: list[Node], named: dict[str, Text]) -> Iterator[Value]:
    for term in terms:
        if isinstance(term, URIRef):
            yield _thing(str(term), named)
        else:
            yield Value(text=str(term), language=(term.language or "") if isinstance(term, Literal) else "")


def _thing(iri: str, named: dict[str, Text]) -> Value:
    """Return a thing under its name, or under its address where it has none."""
    name = named.get(iri)
    return (
        Value(text=name.value, language=name.language, iri=iri, named=True)
        if name
        else Value(text=short_name(iri), iri=iri)
    )
