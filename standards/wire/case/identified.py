"""Which identifiers a framework has, without writing it: to know where something is before it is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ontology.identifiers import edition_address
from ontology.namespaces import CASE, DCTERMS
from ontology.records import Competency, Iri, Release, rdf_fields
from ontology.store import KnowledgeBase
from standards.frameworks import framework_dropped, framework_members
from standards.sources import own
from standards.wire.case.meeting import MATCHES, SKILL, association_uuid
from standards.wire.case.package import DEFINITIONS, LISTS
from standards.wire.case.writing import accepted_or_derived
from standards.wire.listed import came_as, heading
from standards.wire.uuids import STRICT, uuid_of

KINDS: Final = {name: kind for name, (_, kind) in {**LISTS, **DEFINITIONS}.items()}
"""The lists of a package by their names, with what stands in each."""


def identifiers(
    base: KnowledgeBase, name: str, *, edition: bool = False, dropped: bool = False
) -> Iterator[tuple[str, str]]:
    """Yield each identifier that a framework is written with, as CASE's OpenAPI wants it, with the name of its list.

    Parameters
    ----------
    name, edition, dropped
        As for `standards.wire.case.stored.stored_package`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    came = came_as(base, name, own.CASE)
    return _as_they_came(base, came) if came else _made(base, name, edition=edition, dropped=dropped)


def _as_they_came(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, str]]:
    for listed, kind in KINDS.items():
        query = f"SELECT ?s ?o {{ ?s a <{kind.types[0]}> ; <{CASE.identifier}> ?o }}"
        for iri, identifier in base.rows(query, [release.iri]):
            yield listed, accepted_or_derived(identifier, iri, STRICT)


def _made(base: KnowledgeBase, name: str, *, edition: bool, dropped: bool) -> Iterator[tuple[str, str]]:
    """Yield what `packaged` makes of a framework."""
    head, members = heading(base, name), framework_members(base, name)
    if dropped:
        members |= framework_dropped(base, name)
    own = {head.framework.iri, *members} if edition else ()

    def at(iri: str) -> str:
        return edition_address(iri, head.release.version) if iri in own else iri

    yield from (("CFItems", uuid_of(at(iri))) for iri in members)
    if head.framework.license:
        yield "CFLicenses", uuid_of(head.framework.license)
    if head.kinds:
        kinds = dict(base.pairs(head.release, DCTERMS.type))
        yield from (("CFItemTypes", uuid_of(kind)) for kind in {kinds.get(iri, SKILL) for iri in members})
    for named, origin, end in _ends(base, head.release, members, head.framework.iri):
        yield "CFAssociations", association_uuid(named, at(origin), at(end))


def _ends(
    base: KnowledgeBase, release: Release, members: Iterable[str], framework: Iri
) -> Iterator[tuple[str, str, str]]:
    """Yield type, origin and destination of the associations of competencies."""
    tops, fields = set(members), rdf_fields(Competency)
    there = frozenset(tops)
    for iri, above in base.pairs(release, fields["broader"].predicate):
        if iri in there and above in there:
            tops.discard(iri)
            yield "isChildOf", iri, above
    yield from (("isChildOf", iri, framework) for iri in tops)
    for field, named in MATCHES.items():
        pairs = base.pairs(release, fields[field].predicate)
        yield from ((named, iri, other) for iri, other in pairs if iri in there)
