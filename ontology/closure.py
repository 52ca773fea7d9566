"""The closure of a source: what follows from its statements by OWL 2 RL, and was never asserted.

``reasonable`` draws the conclusions. What goes in are the statements of one release between things, the vocabulary
with the axioms of ``closure.ttl``, and the exact matches of the other releases, so that chains of them are followed.
What comes out is only what is new and says something: no statement of the release, none about the vocabulary, and
nothing that is true of everything.

What is said of observations (ratings, requirements, wages, the records of mappings) stays outside: nothing follows from
it but what kind of thing each names, and it is most of a source.

Nothing is ever taken to be the same as something else: that a functional property has two values is a mistake in the
data (which `ontology.reasoning` finds in a standard), and no reason to make two things one. An exact match that would
follow between two things of one classification is withheld for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox
from rdflib import BNode, Graph, URIRef

from ontology.identifiers import classification
from ontology.lookups import quads
from ontology.namespaces import LW, OWL, RDF, RDFS, SCHEMA, SKOS
from ontology.records import Iri, Release
from ontology.store import KnowledgeBase
from ontology.vocabulary import closure_axioms, vocabulary

Statement = tuple[str, str, str]
"""Subject, predicate and object, each the address of a thing."""

EMPTY: Final = frozenset(map(str, (OWL.Thing, RDFS.Resource, OWL.NamedIndividual, RDFS.Class)))
"""Classes that say nothing of what is in them."""

REFLEXIVE: Final = frozenset(map(str, (OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch, SKOS.relatedMatch, SKOS.related)))
"""Properties that say nothing of a thing and itself."""

OBSERVED: Final = (
    *(LW.LevelAnchor, LW.Rating, LW.RelatedOccupation, LW.SkillRequirement, LW.WageObservation),
    *(OWL.Axiom, SCHEMA.ListItem),
)
"""Classes of observations."""

PIECE: Final = 50_000
"""Statements that are encoded together."""


@dataclass(frozen=True)
class Closure:
    """What follows from a release.

    Parameters
    ----------
    release
        Whose closure it is.
    premises
        Addresses of the releases that it rests on, the release itself first.
    statements
        What follows, in order.
    asserted
        How many statements between things the release itself makes.
    withheld
        How many exact matches within one classification would have followed.
    """

    release: Release
    premises: tuple[Iri, ...]
    statements: tuple[Statement, ...]
    asserted: int
    withheld: int

    def encoded(self) -> Iterator[bytes]:
        """Yield the statements as N-Triples, in pieces."""
        for start in range(0, len(self.statements), PIECE):
            piece = self.statements[start : start + PIECE]
            yield "".join(f"<{s}> <{p}> <{o}> .\n" for s, p, o in piece).encode()


def closure(base: KnowledgeBase, release: Release) -> Closure:
    """Return what follows from a release by OWL 2 RL.

    Parameters
    ----------
    release
        A hundred thousand statements take about five seconds and 250 MB.
    """
    asserted = _between_things(base.store, release.iri)
    matches = {other.iri: set(base.pairs(other, SKOS.exactMatch)) for other in _others(base, release)}
    chained = {(s, str(SKOS.exactMatch), o) for pairs in matches.values() for s, o in pairs}
    things = {subject for subject, _, _ in asserted}
    new = {found for found in _reasoned(asserted | chained) if found[0] in things} - asserted
    saying = {found for found in new if _says_something(found)}
    kept = {found for found in saying if not _is_within(found)}
    used = [Iri(iri) for iri, pairs in sorted(matches.items()) if pairs]
    return Closure(release, (release.iri, *used), tuple(sorted(kept)), len(asserted), len(saying) - len(kept))


def _others(base: KnowledgeBase, release: Release) -> list[Release]:
    """Return the releases of other sources whose exact matches count."""
    return [other for other in base.current() if other.source != release.source]


def _between_things(store: ox.Store, graph: str) -> set[Statement]:
    """Return the statements of a graph of which both ends have an address; equal texts are one object.

    Those about observations are left out.
    """
    found, names = set[Statement](), dict[str, str]()
    observations = _observations(store, graph)

    def name(term: ox.NamedNode) -> str:
        return names.setdefault(term.value, term.value)

    for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph)):  # too many to be held at once
        subject, value = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode) and subject.value not in observations:
            found.add((name(subject), name(quad.predicate), name(value)))
    return found


def _observations(store: ox.Store, graph: str) -> set[str]:
    """Return the addresses of the observations of a graph."""
    kinds = (ox.NamedNode(str(name)) for name in OBSERVED)
    found = (quads(store, None, ox.NamedNode(str(RDF.type)), kind, ox.NamedNode(graph)) for kind in kinds)
    return {quad.subject.value for some in found for quad in some if isinstance(quad.subject, ox.NamedNode)}


def _reasoned(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the closure of statements with the axioms, as far as both ends have an address."""
    from reasonable import PyReasoner  # noqa: PLC0415 - only inferring needs it

    reasoner = PyReasoner()
    reasoner.from_graph(_axioms())
    reasoner.from_graph(list(statements))
    for subject, predicate, value in reasoner.reason():
        if isinstance(subject, URIRef) and isinstance(value, URIRef):
            yield str(subject), str(predicate), str(value)


@cache
def _axioms() -> Graph:
    """Return the vocabulary with SKOS's own axioms, without what would make two things one.

    That a property leads from or to one of several classes goes, too: nothing with a name follows from it by OWL 2 RL,
    and it would put every thing into some ten classes without one.
    """
    axioms = vocabulary() + closure_axioms()
    for single in (OWL.FunctionalProperty, OWL.InverseFunctionalProperty):
        axioms.remove((None, RDF.type, single))
    for place in (RDFS.domain, RDFS.range):
        for one, name in list(axioms.subject_objects(place)):
            if isinstance(name, BNode):
                axioms.remove((one, place, name))
    return axioms


def _says_something(statement: Statement) -> bool:
    subject, predicate, value = statement
    if predicate == str(RDF.type):
        return value not in EMPTY
    return subject != value or predicate not in REFLEXIVE


def _is_within(statement: Statement) -> bool:
    """Return whether a statement matches two things of one classification, whose addresses begin alike."""
    subject, predicate, value = statement
    return predicate == str(SKOS.exactMatch) and classification(subject) == classification(value)
