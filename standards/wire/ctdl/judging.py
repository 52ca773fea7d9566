"""Whether a graph keeps to the schema of CTDL: known classes and properties, each where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ontology.records import Release
from ontology.report import Finding, Severity, excerpt
from ontology.store import KnowledgeBase
from standards.wire.ctdl.structure import structure
from standards.wire.ctdl.terms import terms

JUDGED: Final = ("ceasn", "ceterms")
"""Prefixes of the vocabularies whose whole schema is known here."""

ANYTHING: Final = frozenset({"rdfs:Resource", "rdf:Property", "rdfs:Class", "skos:Concept", "xsd:anyURI"})
"""Ranges that say nothing of what a resource is, as far as CTDL's documents tell."""

ALSO: Final = {"xsd:duration": "schema:Duration", "xsd:date": "schema:Date"}
"""Datatypes that the schema calls otherwise in places."""

Row = tuple[str, ...]


def misplaced(base: KnowledgeBase, release: Release, file: str) -> Iterator[Finding]:
    """Yield what a graph says beside the schema of CTDL, each kind of departure once, with how often.

    Of a resource without a class nothing can be told.
    """
    graph = _Judged(base, release)
    for one in graph.departures():
        node, value = graph.first(one.where)
        yield _finding(file, one, node, value)


class Departure(NamedTuple):
    """What a graph says beside the schema.

    Parameters
    ----------
    code
        Of the finding.
    path
        The property or class.
    times
        How often it is said.
    where
        In SPARQL, that ``?s`` says it, of ``?o`` where it is a property.
    message, remedy
        What is wrong, and what to do.
    """

    code: str
    path: str
    times: int
    where: str
    message: str
    remedy: str


class _Judged:
    """A stored graph, held against the schema."""

    def __init__(self, base: KnowledgeBase, release: Release) -> None:
        self._base, self._graphs = base, [release.iri]
        self._schema, self._known = structure(), terms().properties

    def departures(self) -> Iterator[Departure]:
        """Yield what is said beside the schema, classes before properties, and these before where they stand."""
        yield from self._classes_without_address()
        yield from self._unknown_classes()
        yield from self._unknown_properties()
        yield from self._strange_subjects()
        yield from self._strange_literals()
        yield from self._strange_ends()

    def first(self, where: str) -> tuple[str, str]:
        """Return the first thing by address that says something, and what it says.

        A thing without an address is empty and comes after all others; a value without one is ``[]``.
        """
        asked = '(IF(isIRI(?s), STR(?s), "") AS ?thing) (IF(isBlank(?o), "[]", ?o) AS ?value)'
        query = f"SELECT {asked} {{ {where} }} ORDER BY DESC(isIRI(?s)) ?thing ?value LIMIT 1"
        return next(((thing, value) for thing, value in self._rows(query)), ("", ""))

    def _classes_without_address(self) -> Iterator[Departure]:
        """Yield that there are classes that are texts or blank nodes: nothing more can be told of them."""
        where = "?s a ?o FILTER(!isIRI(?o))"
        if number := self._number("*", where):
            message, remedy = "a class that is no address", "Write the address of a class; in JSON, under @type"
            yield Departure("no-address", "rdf:type", number, where, message, remedy)

    def _unknown_classes(self) -> Iterator[Departure]:
        """Yield the classes that there are not."""
        query = "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c FILTER(isIRI(?c)) } GROUP BY ?c ORDER BY ?c"
        for iri, number in self._rows(query):
            name, where = _short(iri), f"?s a <{iri}>"
            if _judged(name) and name not in self._schema.classes:
                yield Departure("unknown-class", name, int(number), where, "no class of CTDL", "Write a class of CTDL")

    def _unknown_properties(self) -> Iterator[Departure]:
        """Yield the properties that there are not."""
        for iri, number in self._rows("SELECT ?p (COUNT(?s) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"):
            name, where = _short(iri), f"?s <{iri}> ?o"
            if _judged(name) and name not in self._schema.ranges and name not in self._known:
                message, remedy = "no property of CTDL", "Write a property of CTDL"
                yield Departure("unknown-property", name, int(number), where, message, remedy)

    def _strange_subjects(self) -> Iterator[Departure]:
        """Yield the properties of things that are of no class that may have them."""
        for kind, iri in self._rows("SELECT DISTINCT ?c ?p { ?s a ?c ; ?p ?o FILTER(isIRI(?c)) } ORDER BY ?c ?p"):
            name, of = _short(iri), _short(kind)
            fitting = self._schema.below(domain) if (domain := self._schema.domains.get(name)) else {of}
            where = f"?s a <{kind}> ; <{iri}> ?o {_none_of('?s', fitting)}"
            if domain and of not in fitting and (number := self._number("DISTINCT ?s", where)):
                message = f"said of a {of}, while it is for {_some(domain)}"
                remedy = "Say it of what it is for, or take another property"
                yield Departure("wrong-domain", name, number, where, message, remedy)

    def _strange_literals(self) -> Iterator[Departure]:
        """Yield the properties whose values are of another datatype."""
        query = "SELECT ?p ?d (COUNT(?o) AS ?n) { ?s ?p ?o FILTER(isLiteral(?o)) BIND(DATATYPE(?o) AS ?d) }"
        for iri, kind, number in self._rows(f"{query} GROUP BY ?p ?d ORDER BY ?p ?d"):
            name, of = _short(iri), _short(kind)
            wanted = frozenset(self._schema.ranges.get(name, ()))
            if wanted and not {of, ALSO.get(of), "rdfs:Literal"} & wanted:
                where = f"?s <{iri}> ?o FILTER(isLiteral(?o) && DATATYPE(?o) = <{kind}>)"
                message = f"a value of the datatype {of}, where {_some(wanted)} is expected"
                yield Departure("wrong-form", name, int(number), where, message, "Write the value in that form")

    def _strange_ends(self) -> Iterator[Departure]:
        """Yield the properties that lead to things of a class that they may not lead to."""
        for iri, kind in self._rows("SELECT DISTINCT ?p ?c { ?s ?p ?o . ?o a ?c FILTER(isIRI(?c)) } ORDER BY ?p ?c"):
            name, of = _short(iri), _short(kind)
            wanted = frozenset(self._schema.ranges.get(name, ()))
            if wanted and _judged(of) and not wanted & ANYTHING and not self._schema.line(of) & wanted:
                where = f"?s <{iri}> ?o . ?o a <{kind}> {_none_of('?o', self._schema.below(wanted))}"
                message = f"it leads to a {of}, where {_some(wanted)} is expected"
                if number := self._number("?o", where):
                    remedy = "Lead to what it is for, or take another property"
                    yield Departure("wrong-range", name, number, where, message, remedy)

    def _number(self, counted: str, where: str) -> int:
        """Return how many solutions there are."""
        return int(next(self._rows(f"SELECT (COUNT({counted}) AS ?n) {{ {where} }}"))[0])

    def _rows(self, query: str) -> Iterator[Row]:
        return iter(self._base.rows(query, self._graphs))


def _judged(name: str) -> bool:
    return name.partition(":")[0] in JUDGED


def _short(iri: str) -> str:
    """Return an address with CTDL's prefix for it."""
    spaces = ((space, prefix) for prefix, space in terms().prefixes.items() if iri.startswith(space))
    space, prefix = max(spaces, default=("", ""))
    return f"{prefix}:{iri.removeprefix(space)}" if space else iri


def _none_of(thing: str, classes: Iterable[str]) -> str:
    """Return in SPARQL that a thing is of none of some classes."""
    spaces = terms().prefixes
    parts = (name.partition(":") for name in sorted(classes))
    others = " ".join(f"<{spaces[prefix]}{local}>" for prefix, _, local in parts if prefix in spaces)
    return f"FILTER NOT EXISTS {{ VALUES ?fit {{ {others} }} {thing} a ?fit }}"


SHOWN: Final = 3
"""Classes that a finding names."""


def _some(names: Iterable[str]) -> str:
    said = sorted(names)
    more = f" and {len(said) - SHOWN} more" if len(said) > SHOWN else ""
    return f"{', '.join(said[:SHOWN])}{more}"


def _finding(file: str, of: Departure, node: str, value: str) -> Finding:
    often = f" ({of.times:,} times, here first)" if of.times > 1 else ""
    return Finding(
        code=of.code,
        severity=Severity.WARNING,
        file=file,
        node=node,
        path=of.path,
        value=excerpt(value),
        message=f"{of.message}; kept as it came{often}",
        remedy=of.remedy,
    )
