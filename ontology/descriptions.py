"""Descriptions: what some releases say of one thing, in an order that is always the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyoxigraph as ox

from ontology.blank_nodes import with_names
from ontology.bulk import Said
from ontology.errors import NotFoundError
from ontology.lookups import Term, Thing
from ontology.namespaces import LW, RDF
from ontology.records import Release
from ontology.together import Together

PARTS = (LW.SkillRequirement, LW.WageObservation)
"""Nodes that only say something of an occupation: they belong to its description."""

_PARTS = {ox.NamedNode(part) for part in PARTS}
_TYPE = ox.NamedNode(RDF.type)
_OCCUPATION = ox.NamedNode(LW.occupation)


@dataclass(frozen=True)
class Description:
    """What some releases say of a thing, with its requirements and wages.

    Parameters
    ----------
    item
        The thing itself, where ``iri`` is the address of one version of it.
    triples
        The thing's own first, then those of its parts by their addresses; none has a blank node.
    releases
        Those that say any of it, by source.
    """

    iri: str
    triples: tuple[ox.Triple, ...]
    releases: tuple[Release, ...]
    item: str

    def of(self, iri: str) -> Said:
        """Return what is said of the thing or of one of its parts, by property."""
        return self._said.get(iri, {})

    def parts(self, kind: str) -> list[str]:
        """Return the addresses of the things of a class."""
        wanted = ox.NamedNode(kind)
        return [iri for iri, said in self._said.items() if wanted in said.get(RDF.type.toPython(), ())]

    @cached_property
    def _said(self) -> dict[str, Said]:
        found: dict[str, Said] = {}
        for subject, predicate, value in self.triples:
            found.setdefault(_address(subject), {}).setdefault(predicate.value, []).append(value)
        return found


def describe(together: Together, iri: str) -> Description:
    """Return what some releases say of a thing.

    Raises
    ------
    NotFoundError
        Where they say nothing.
    """
    quads = list(_quads(together, thing(iri)))
    if not quads:
        raise unknown(iri)
    said_by = {release.iri: release for release in map(together.release_of, quads)}
    named = _named(
        {quad.triple for quad in quads}, f"{together.base.identifiers.base}/.well-known/genid/{_digest(iri)}"
    )
    return Description(iri, _ordered(named, iri), tuple(said_by[key] for key in sorted(said_by)), iri)


def thing(iri: str) -> ox.NamedNode:
    """Return what has an address.

    Raises
    ------
    NotFoundError
        Where it is no address that RDF has: nothing is known of it then.
    """
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise unknown(iri) from error


def unknown(iri: str) -> NotFoundError:
    """Return what to raise of a thing of which nothing is known."""
    return NotFoundError(f"nothing is known of {iri!r}")


def joined(description: Description, iri: str, triples: Iterable[ox.Triple], said_by: Iterable[Release]) -> Description:
    """Return a description under an address, with more that releases say.

    Parameters
    ----------
    triples
        Without blank nodes.
    """
    every = {release.iri: release for release in (*description.releases, *said_by)}
    return Description(
        iri,
        _ordered({*description.triples, *triples}, iri),
        tuple(every[key] for key in sorted(every)),
        description.item,
    )


def _ordered(triples: Iterable[ox.Triple], first: str) -> tuple[ox.Triple, ...]:
    return tuple(sorted(triples, key=lambda triple: _order(triple, first)))


def _quads(together: Together, thing: ox.NamedNode) -> Iterator[ox.Quad]:
    """Yield what is said of a thing, of its parts, and of the blank nodes that these name."""
    waiting: list[Thing] = [thing, *_parts_of(together, thing)]
    seen = set(waiting)
    while waiting:
        for quad in together.quads(waiting.pop()):
            yield quad
            if isinstance(quad.object, ox.BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                waiting.append(quad.object)


def _parts_of(together: Together, thing: ox.NamedNode) -> Iterator[Thing]:
    subjects = {quad.subject for quad in together.quads(None, _OCCUPATION, thing)}
    for part in subjects - {thing}:
        if not isinstance(part, ox.Triple) and any(q.object in _PARTS for q in together.quads(part, _TYPE)):
            yield part


def _order(triple: ox.Triple, first: str) -> tuple[object, ...]:
    subject, predicate, value = _address(triple.subject), triple.predicate, str(triple.object)
    return subject != first, subject, predicate != _TYPE, predicate.value, value


def _address(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _digest(iri: str) -> str:
    return hashlib.sha256(iri.encode()).hexdigest()[:16]


def _named(triples: set[ox.Triple], start: str) -> Iterable[ox.Triple]:
    """Return triples with addresses for their blank nodes, which follow from what is said of them."""
    if not any(isinstance(term, ox.BlankNode) for triple in triples for term in (triple.subject, triple.object)):
        return triples

    def name(term: Any) -> Any:  # noqa: ANN401 - any term that RDF has
        return ox.NamedNode(f"{start}-{term.value}") if isinstance(term, ox.BlankNode) else term

    return [ox.Triple(name(s), p, name(o)) for s, p, o in with_names(sorted(triples, key=str))]
