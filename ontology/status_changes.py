"""Changes of status described: who moved which version of a standard to where, said beside the releases."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from ontology.bulk import record_of
from ontology.descriptions import Description, thing, unknown
from ontology.lookups import quads
from ontology.namespaces import LW, RDF
from ontology.records import Release, StatusChange
from ontology.store import KnowledgeBase

_TYPE, _CHANGE = ox.NamedNode(RDF.type), ox.NamedNode(LW.StatusChange)


def describe_change(base: KnowledgeBase, releases: Iterable[Release], iri: str) -> Description:
    """Return what is said of a change of where one of some releases stands.

    Raises
    ------
    NotFoundError
        Where the address is that of no such change, or of another release's.
    """
    subject = thing(iri)
    triples = tuple(quad.triple for quad in quads(base.store, subject, None, None, ox.DefaultGraph()))
    if ox.Triple(subject, _TYPE, _CHANGE) not in triples:
        raise unknown(iri)
    ordered = tuple(sorted(triples, key=lambda triple: (triple.predicate != _TYPE, str(triple))))
    described = Description(iri, ordered, (), iri)
    change = record_of(described.of(iri), StatusChange, iri)
    moved = tuple(release for release in releases if _moved(base, release, change))
    if not moved:
        raise unknown(iri)
    return Description(iri, ordered, moved, iri)


def _moved(base: KnowledgeBase, release: Release, change: StatusChange) -> bool:
    """Return whether a change is that of a release: of its standard, in its version."""
    standard, graph = ox.NamedNode(change.standard), ox.NamedNode(release.iri)
    return release.version == change.version and any(quads(base.store, standard, None, None, graph))
