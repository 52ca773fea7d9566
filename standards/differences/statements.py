"""What one release says and another does not, property by property: as much is read as differs, whatever their size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ontology.namespaces import CEASN, CETERMS, DCTERMS, LW, RDF, SKOS
from ontology.store import KnowledgeBase
from standards.differences.fields import LINKS, NEEDS, NODES
from standards.differences.kinds import kind_of
from standards.differences.thing import Thing
from standards.preferred_language import preferred_text

ASKED: Final = 500
"""Things in one query."""

NAMING: Final = (SKOS.prefLabel, CETERMS.name, CEASN.competencyText)
"""What a thing goes by, the first that it has."""


class Statement(NamedTuple):
    """One triple; ``language`` is empty where the object is no text in a language."""

    subject: str
    object: str
    language: str


class Rated(NamedTuple):
    """One thing that a requirement says of an occupation and a competency; the property, and its value."""

    occupation: str
    competency: str
    property: str
    value: str


def only_in(base: KnowledgeBase, one: str, other: str, predicate: str) -> set[Statement]:
    """Return the statements with a property that one graph has and another has not; none of or about blank nodes.

    What should lead to a thing and holds a text instead leads nowhere, and is none either.
    """
    fits = "ISIRI(?o)" if predicate in LINKS or predicate in NEEDS else "!ISBLANK(?o)"
    said = f"?s <{predicate}> ?o"
    nodes = ", ".join(f"<{node}>" for node in NODES)
    of_things = f"FILTER(?o NOT IN ({nodes}))" if predicate == str(RDF.type) else ""
    query = (
        "SELECT ?s ?o (LANG(?o) AS ?language) (ISIRI(?s) AS ?named) "
        f"{{ {{ GRAPH <{one}> {{ {said} FILTER({fits}) {of_things} }} }} MINUS {{ GRAPH <{other}> {{ {said} }} }} }}"
    )
    return {Statement(*row) for *row, named in base.rows(query) if named == "true"}


def rated_only_in(base: KnowledgeBase, one: str, other: str, predicate: str) -> set[Rated]:
    """Return what requirements say with a property in one graph and not in another."""
    said = f"?r <{predicate}> ?o"
    ends = "FILTER(ISIRI(?occupation) && ISIRI(?competency))"
    fits = "" if predicate == str(LW.requirementType) else "FILTER(ISNUMERIC(?o))"
    query = (
        f"SELECT ?occupation ?competency ?o {{ {{ GRAPH <{one}> {{ {said} . ?r a <{LW.SkillRequirement}> ; "
        f"<{LW.occupation}> ?occupation ; <{LW.competency}> ?competency {ends} {fits} }} }} "
        f"MINUS {{ GRAPH <{other}> {{ {said} }} }} }}"
    )
    return {Rated(occupation, competency, predicate, value) for occupation, competency, value in base.rows(query)}


def asked_for(base: KnowledgeBase, graph: str, occupations: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what some occupations ask for in a graph, outright or rated: occupation and competency."""
    rated = f"?r <{LW.occupation}> ?o ; a <{LW.SkillRequirement}> ; <{LW.competency}> ?c"
    ways = [*(f"?o <{predicate}> ?c" for predicate in NEEDS), rated]
    for asked in in_parts(occupations):
        for way in ways:
            query = f"SELECT DISTINCT ?o ?c {{ {values('o', asked)} {way} FILTER(ISIRI(?c)) }}"
            yield from ((occupation, competency) for occupation, competency in base.rows(query, [graph]))


def has_any(base: KnowledgeBase, graph: str, rdf_type: str) -> bool:
    """Return whether a graph has a thing of a class."""
    return any(base.rows(f"SELECT ?s {{ ?s a <{rdf_type}> }} LIMIT 1", [graph]))


def properties(base: KnowledgeBase, graph: str, asked: Iterable[str]) -> frozenset[str]:
    """Return which of some properties a graph uses."""
    return frozenset(one for one in asked if any(base.rows(f"SELECT ?s {{ ?s <{one}> ?o }} LIMIT 1", [graph])))


def things(base: KnowledgeBase, graph: str) -> int:
    """Return how many things a graph gives a name."""
    ((number,),) = base.rows(f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {_named(graph, 'o')} }}")
    return int(number)


def things_only_in(base: KnowledgeBase, one: str, other: str) -> frozenset[str]:
    """Return the addresses of all that one graph gives a name and another does not."""
    query = f"SELECT DISTINCT ?s (ISIRI(?s) AS ?named) {{ {{ {_named(one, 'a')} }} MINUS {{ {_named(other, 'b')} }} }}"
    return frozenset(iri for iri, named in base.rows(query) if named == "true")


def _named(graph: str, name: str) -> str:
    """Return the pattern of what a graph gives a name."""
    return " UNION ".join(f"{{ GRAPH <{graph}> {{ ?s <{predicate}> ?{name} }} }}" for predicate in NAMING)


def values(name: str, addresses: Iterable[str]) -> str:
    """Return what binds a variable to some addresses.

    Example
    -------
    >>> values("s", ["http://x/a", "http://x/b"])
    'VALUES ?s { <http://x/a> <http://x/b> }'
    """
    return f"VALUES ?{name} {{ {' '.join(f'<{iri}>' for iri in addresses)} }}"


def in_parts(addresses: Iterable[str]) -> Iterator[list[str]]:
    """Yield addresses in order, as many at once as one query asks for."""
    asked = sorted(addresses)
    for start in range(0, len(asked), ASKED):
        yield asked[start : start + ASKED]


def said_of(
    base: KnowledgeBase, graph: str, subjects: Iterable[str], predicates: Iterable[str]
) -> Iterator[tuple[str, ...]]:
    """Yield what a graph says of some things by some properties: subject, property, object, language."""
    named = ", ".join(f"<{predicate}>" for predicate in predicates)
    for asked in in_parts(subjects):
        query = f"SELECT ?s ?p ?o (LANG(?o) AS ?language) {{ {values('s', asked)} ?s ?p ?o FILTER(?p IN ({named})) }}"
        yield from base.rows(query, [graph])


class Card(NamedTuple):
    """What is shown of a thing: its name in the preferred language, its classes and types, its code."""

    label: str
    types: frozenset[str]
    code: str

    def thing(self, iri: str) -> Thing:
        """Return the thing; without a name it goes by its address."""
        return Thing(iri=iri, label=self.label or iri, kind=kind_of(self.types), code=self.code)


UNKNOWN: Final = Card("", frozenset(), "")
"""Of what nothing is said."""


def cards(base: KnowledgeBase, graph: str, subjects: Iterable[str]) -> dict[str, Card]:
    """Return what is shown of some things; what the graph does not name is left out."""
    codes = (SKOS.notation, CETERMS.codedNotation, CEASN.codedNotation)
    kinds = (RDF.type, DCTERMS.type)
    said: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for iri, predicate, value, language in said_of(base, graph, subjects, (*NAMING, *codes, *kinds)):
        said.setdefault(iri, {}).setdefault(predicate, []).append((language, value))
    found = {}
    for iri, of in said.items():
        names = (preferred_text(of.get(str(predicate), [])) for predicate in NAMING)
        types = frozenset(value for predicate in kinds for _, value in of.get(str(predicate), []))
        notations = sorted(value for predicate in codes for _, value in of.get(str(predicate), []))
        found[iri] = Card(next(filter(None, names), ""), types, notations[0] if notations else "")
    return found
