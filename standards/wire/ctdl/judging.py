"""Whether a graph keeps to the schema of CTDL: known classes and properties, each where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ontology.records import Release
from ontology.report import Finding, Severity
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
    yield from (_finding(file, *one) for one in graph.unknown_classes())
    yield from (_finding(file, *one) for one in graph.unknown_properties())
    yield from (_finding(file, *one) for one in graph.strange_subjects())
    yield from (_finding(file, *one) for one in graph.strange_literals())
    yield from (_finding(file, *one) for one in graph.strange_ends())


Departure = tuple[str, str, str, str]
"""Code of the finding, the property or class, what is wrong, and the remedy."""


class _Judged:
    """A stored graph, held against the schema."""

    def __init__(self, base: KnowledgeBase, release: Release) -> None:
        self._base, self._graphs = base, [release.iri]
        self._schema, self._known = structure(), terms().properties

    def unknown_classes(self) -> Iterator[Departure]:
        """Yield the classes that there are not."""
        for iri, number in self._rows("SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c"):
            name = _short(iri)
            if _judged(name) and name not in self._schema.classes:
                yield "unknown-class", name, f"no class of CTDL; {number} resources have it", "Write a class of CTDL"

    def unknown_properties(self) -> Iterator[Departure]:
        """Yield the properties that there are not."""
        for iri, number in self._rows("SELECT ?p (COUNT(?s) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"):
            name = _short(iri)
            if _judged(name) and name not in self._schema.ranges and name not in self._known:
                message = f"no property of CTDL; it is said {number} times"
                yield "unknown-property", name, message, "Write a property of CTDL"

    def strange_subjects(self) -> Iterator[Departure]:
        """Yield the properties of things that are of no class that may have them."""
        for kind, iri in self._rows("SELECT DISTINCT ?c ?p { ?s a ?c ; ?p ?o } ORDER BY ?c ?p"):
            name, of = _short(iri), _short(kind)
            if domain := self._schema.domains.get(name):
                fitting = self._schema.below(domain)
                if of not in fitting and (number := self._number(kind, iri, fitting)):
                    message = f"{number} resources of the class {of} say it, which is for {_some(domain)}"
                    yield "wrong-domain", name, message, "Say it of what it is for, or take another property"

    def _number(self, kind: str, path: str, fitting: Iterable[str]) -> int:
        """Return how many resources of a class say a property and are of no class that may."""
        query = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{kind}> ; <{path}> ?o {_none_of('?s', fitting)} }}"
        return int(next(self._rows(query))[0])

    def strange_literals(self) -> Iterator[Departure]:
        """Yield the properties whose values are of another datatype."""
        query = "SELECT ?p ?d (COUNT(?o) AS ?n) { ?s ?p ?o FILTER(isLiteral(?o)) BIND(DATATYPE(?o) AS ?d) }"
        for iri, kind, number in self._rows(f"{query} GROUP BY ?p ?d ORDER BY ?p ?d"):
            name, of = _short(iri), _short(kind)
            wanted = frozenset(self._schema.ranges.get(name, ()))
            if wanted and not {of, ALSO.get(of), "rdfs:Literal"} & wanted:
                message = f"{number} values are of the datatype {of}, where {_some(wanted)} is expected"
                yield "wrong-form", name, message, "Write the value in that form"

    def strange_ends(self) -> Iterator[Departure]:
        """Yield the properties that lead to things of a class that they may not lead to."""
        for iri, kind in self._rows("SELECT DISTINCT ?p ?c { ?s ?p ?o . ?o a ?c } ORDER BY ?p ?c"):
            name, of = _short(iri), _short(kind)
            wanted = frozenset(self._schema.ranges.get(name, ()))
            if wanted and _judged(of) and not wanted & ANYTHING and not self._schema.line(of) & wanted:
                number = self._ends(kind, iri, self._schema.below(wanted))
                message = f"{number} of them lead to a {of}, where {_some(wanted)} is expected"
                if number:
                    yield "wrong-range", name, message, "Lead to what it is for, or take another property"

    def _ends(self, kind: str, path: str, fitting: Iterable[str]) -> int:
        """Return how often a property leads to a thing of a class that is of no class that it may lead to."""
        query = f"SELECT (COUNT(?o) AS ?n) {{ ?s <{path}> ?o . ?o a <{kind}> {_none_of('?o', fitting)} }}"
        return int(next(self._rows(query))[0])

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


def _finding(file: str, code: str, path: str, message: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        file=file,
        path=path,
        message=f"{message}; kept as it came",
        remedy=remedy,
    )
