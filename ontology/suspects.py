"""Suspects: the nodes of a graph that may break a shape.

pyshacl weighs some eight thousand triples a second, and nearly all that it weighs is right. Each shape of a record
looks at one node and its own triples only, so one pass over the graph tells which nodes keep every rule beyond doubt.
The others are for pyshacl to judge: a suspect may be right, but whatever is wrong is a suspect.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import SH, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.namespaces import RDF, RDFS, XSD

LONGEST: Final = 10_000_000
"""Bytes of one statement that its parser takes; it refuses some more."""

Described = dict[Node, dict[Node, list[Node]]]
"""Nodes, with what each says by property."""


@dataclass(frozen=True)
class Limits:
    """What one property shape asks of the values of its properties; ``None`` asks nothing.

    Parameters
    ----------
    paths
        Properties whose values count together.
    least, most
        How many values.
    addresses
        Whether each value is an address.
    among
        What each value is one of.
    """

    paths: tuple[Node, ...]
    least: int
    most: float
    datatype: Node | None
    addresses: bool
    minimum: float | None
    maximum: float | None
    pattern: re.Pattern[str] | None
    one_a_language: bool
    among: frozenset[Node] | None

    def keeps(self, said: Mapping[Node, Sequence[Node]]) -> bool:
        """Return whether what a node says keeps within these limits beyond doubt."""
        values = [value for path in self.paths for value in said.get(path, ())]
        if not self.least <= len(values) <= self.most:
            return False
        if self.one_a_language and len({_language(value) for value in values}) < len(values):
            return False
        return all(map(self._fits, values))

    def _fits(self, value: Node) -> bool:
        if self.among is not None and value not in self.among:
            return False
        if self.addresses and not isinstance(value, URIRef):
            return False
        if self.datatype is not None and not _is_of(value, self.datatype):
            return False
        if self.pattern and not self.pattern.search(str(value)):
            return False
        return self._within(value)

    def _within(self, value: Node) -> bool:
        if self.minimum is None and self.maximum is None:
            return True
        number = float(str(value))  # of its datatype, so it is one
        return (self.minimum is None or number >= self.minimum) and (self.maximum is None or number <= self.maximum)


Asked = dict[Node, dict[Node | None, list[Limits]]]
"""By class: what is asked of what its instances say by a property, and with ``None`` what they have to say."""


def suspects(graph: Graph, shapes: Graph) -> set[Node]:
    """Return the nodes of a graph that may break a shape; every node that does is one of them."""
    asked = _asked(shapes, graph)
    described = _described(graph, shapes)
    return {node for node, said in described.items() if not all(limits.keeps(said) for limits in _due(asked, said))}


def _due(asked: Asked, said: Mapping[Node, Sequence[Node]]) -> Iterator[Limits]:
    """Yield what is asked of a node: what every instance of its classes has to have, and what goes for what it says."""
    for name in set(said.get(RDF.type, ())):
        if limits := asked.get(name):
            for path in (None, *said):
                yield from limits.get(path, ())


class _Terms(dict[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, Node]):
    """The terms of a graph as rdflib has them; what comes again is made once."""

    def __missing__(self, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
        made = self[term] = _term(term)
        return made


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        return Literal(term.value, lang=term.language, datatype=None if term.language else term.datatype.value)
    assert isinstance(term, ox.BlankNode)
    return BNode(term.value)


def _described(graph: Graph, shapes: Graph) -> Described:
    """Return what each node of a graph says."""
    described: Described = defaultdict(dict)
    for subject, predicate, value in _triples(graph, shapes):
        described[subject].setdefault(predicate, []).append(value)
    return described


def _triples(graph: Graph, shapes: Graph) -> Iterator[tuple[Node, Node, Node]]:
    """Yield the triples of a graph; of a stored one in the very terms of the shapes, which are compared at once."""
    if not isinstance(graph.store, OxigraphStore):
        yield from graph
        return
    terms = _Terms((ox.NamedNode(str(term)), term) for term in shapes.all_nodes() if isinstance(term, URIRef))
    written = graph.serialize(format="ox-nt", encoding="utf-8")
    if len(max(written.splitlines(), key=len, default=b"")) > LONGEST:
        yield from graph
        return
    for quad in ox.parse(written, ox.RdfFormat.N_TRIPLES, lenient=True):
        yield terms[quad.subject], terms[quad.predicate], terms[quad.object]


def _asked(shapes: Graph, graph: Graph) -> Asked:
    """Return what is asked of the instances of each class, those below it in the graph among them."""
    asked: Asked = defaultdict(lambda: defaultdict(list))
    for shape, name in shapes.subject_objects(SH.targetClass):
        limits = [_limits(shapes, rule) for rule in shapes.objects(shape, SH.property)]
        places = [(path, one) for one in limits for path in ([None] if one.least else one.paths)]
        for below in filter(None, {name, *graph.transitive_subjects(RDFS.subClassOf, name)}):
            for path, one in places:
                asked[below][path].append(one)
    return asked


def _limits(shapes: Graph, rule: Node) -> Limits:
    least, most = shapes.value(rule, SH.minCount), shapes.value(rule, SH.maxCount)
    pattern, among = shapes.value(rule, SH.pattern), shapes.value(rule, SH["in"])
    return Limits(
        paths=tuple(paths(shapes, rule)),
        least=int(str(least)) if least else 0,
        most=int(str(most)) if most else float("inf"),
        datatype=shapes.value(rule, SH.datatype),
        addresses=(rule, SH.nodeKind, SH.IRI) in shapes,
        minimum=_number(shapes.value(rule, SH.minInclusive)),
        maximum=_number(shapes.value(rule, SH.maxInclusive)),
        pattern=re.compile(str(pattern)) if pattern else None,
        one_a_language=(rule, SH.uniqueLang, None) in shapes,
        among=frozenset(Collection(shapes, among)) if among else None,
    )


def paths(shapes: Graph, rule: Node) -> list[Node]:
    """Return the properties that a property shape is about: one, or several that stand for each other."""
    path = shapes.value(rule, SH.path)
    several = shapes.value(path, SH.alternativePath)
    return list(Collection(shapes, several)) if several else [] if path is None else [path]


def _number(value: Node | None) -> float | None:
    return None if value is None else float(str(value))


def _language(value: Node) -> str | None:
    return value.language.lower() if isinstance(value, Literal) and value.language else None


@lru_cache(maxsize=4096)  # most numbers of a standard are a few that come again and again
def _is_of(value: Node, datatype: Node) -> bool:
    """Return whether a value is a literal of a datatype, and well formed."""
    if not isinstance(value, Literal):
        return False
    if value.language:
        return datatype == RDF.langString
    formed = not value.ill_typed and (value.value is not None or datatype == XSD.gYearMonth)  # no such type in Python
    return (value.datatype or XSD.string) == datatype and formed
