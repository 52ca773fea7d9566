"""What a knowledge base has that a document may claim again: frameworks by addresses and identifiers, and names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ontology.namespaces import CASE, CEASN, CETERMS, RSD
from ontology.records import Release
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.sources.own import titled_source
from standards.wire.uuids import LENGTH, STRICT, derived_uuid, uuid_of

DIGITS = 8
"""Of the UUID of an address, what tells apart two sources of one title."""


@dataclass(frozen=True)
class Holdings:
    """What is stored, by what documents are told apart with.

    Parameters
    ----------
    releases
        All of them.
    addresses
        Releases by the addresses of their frameworks, and of what they are about.
    identifiers
        Addresses of frameworks by the UUIDs that they are asked for with.
    """

    releases: tuple[Release, ...] = ()
    addresses: Mapping[str, Release] = field(default_factory=dict)
    identifiers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, base: KnowledgeBase, readers: Collection[str] = ()) -> Holdings:
        """Return what a knowledge base has, or what came into it by some readers."""
        releases = tuple(r for r in base.releases() if not readers or r.reader in readers)
        addresses: dict[str, Release] = {release.about: release for release in releases if release.about}
        identifiers: dict[str, str] = {}
        for release in releases:
            for iri, said in _frameworks(base, release):
                addresses[iri] = release
                identifiers[identifier_of(said, iri)] = iri
        return cls(releases, addresses, identifiers)

    def source(self, kind: str, title: str, address: str | None) -> str:
        """Return the source of a document: the one that it has already, else one by its title that is free.

        Parameters
        ----------
        kind
            What it is imported as.
        address
            Of what it is about; without one, it goes by its title.

        Example
        -------
        >>> Holdings().source("case", "Welding, Level II", "https://mill.example.org/welding")
        'case-welding-level-ii'
        """
        named = titled_source(kind, title)
        if address is None:
            return named
        same = (r.source for r in self.releases if r.reader == kind and r.about == address)
        taken = any(r.source == named for r in self.releases)
        return next(same, f"{named}-{derived_uuid(address)[:DIGITS]}" if taken else named)

    def claims(self, address: str, source: str, file: str, identifier: str = "") -> Iterator[Finding]:
        """Yield that the address or the identifier of a framework is the one of another that is stored.

        Parameters
        ----------
        source
            Of the framework: what is stored of it is no other.
        """
        if (other := self.addresses.get(address)) and other.source != source:
            yield _claimed(file, address, address, other, "address")
        holder = self.identifiers.get(identifier_of(identifier, address), address)
        if holder != address:
            yield _claimed(file, address, identifier or address, self.addresses[holder], "identifier")


def identifier_of(said: str, address: str) -> str:
    """Return the UUID that a framework is asked for with: the one that its identifier ends in, else its address's.

    Example
    -------
    >>> identifier_of("ce-036d082d-d80e-41a7-99a0-2d63a4ad3a4a", "http://www.example.com/")
    '036d082d-d80e-41a7-99a0-2d63a4ad3a4a'
    >>> identifier_of("W-1", "http://www.example.com/")
    'fcde3c85-2270-590f-9e7c-ee003d65e0e2'
    """
    ended = STRICT.fullmatch(said[-LENGTH:].lower())
    return ended[0] if ended else uuid_of(address)


def _frameworks(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, ...]]:
    """Yield the addresses of a release's frameworks with their identifiers, empty where they have none."""
    identifiers = f"<{CASE.identifier}> <{CETERMS.ctid}> <{RSD.uuid}>"
    query = (
        f"SELECT ?s ?o {{ ?s a <{CEASN.CompetencyFramework}> OPTIONAL {{ VALUES ?p {{ {identifiers} }} ?s ?p ?o }} }}"
    )
    return base.rows(query, [release.iri])


def _claimed(file: str, node: str, value: str, other: Release, name: str) -> Finding:
    return Finding(
        code="claimed-elsewhere",
        severity=Severity.ERROR,
        file=file,
        node=node,
        value=value,
        message=f"{other.source} {other.version} ({other.title}) has this {name} already",
        remedy=f'Give the framework its own {name}, or take the other out: ladderworks remove "{other.source}"',
    )
