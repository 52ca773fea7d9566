"""What a knowledge base has that a document may claim again: frameworks by addresses and identifiers, and names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from ontology.namespaces import CASE, CEASN, CETERMS, OB, RSD, SKOS
from ontology.records import Release
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.precedence import by_precedence
from standards.sources.own import titled_source
from standards.sources.topics import TOPICS, topic
from standards.wire.uuids import LENGTH, STRICT, derived_uuid, uuid_of

DIGITS: Final = 8
"""Of the UUID of an address, what tells apart two sources of one title."""

WHOLES: Final = (
    CEASN.CompetencyFramework,
    CETERMS.Collection,
    CETERMS.Pathway,
    CETERMS.PathwaySet,
    SKOS.ConceptScheme,
)
"""Classes of what one document describes, and no other may."""

ITEMS: Final = (CEASN.Competency, OB.Achievement, SKOS.Concept)
"""Classes of what several documents may describe, which is said."""

AT_ONCE: Final = 1_000
"""Addresses that are asked for at a time."""

Contents = Callable[[Release], Collection[str]]
"""Returns the addresses of the items that a release describes."""

Described = Callable[[Collection[str]], Mapping[str, Release]]
"""Returns those of some addresses that items have, each with the release that had it first."""


def nothing(_: Collection[str]) -> Mapping[str, Release]:
    """Return that no item has any of some addresses."""
    return {}


@dataclass(frozen=True)
class Holdings:
    """What is stored, by what documents are told apart with.

    Parameters
    ----------
    releases
        All of them, with what they are about, the sources that came first before the others.
    addresses
        Releases by the addresses of their frameworks, and of what they are about.
    identifiers
        Addresses of frameworks by the UUIDs that they are asked for with.
    items
        Finds what else is described there.
    contents
        Lists what else one of the releases describes.
    """

    releases: tuple[Release, ...] = ()
    addresses: Mapping[str, Release] = field(default_factory=dict)
    identifiers: Mapping[str, str] = field(default_factory=dict)
    items: Described = nothing
    contents: Contents = lambda _: ()

    @classmethod
    def of(cls, base: KnowledgeBase, readers: Collection[str] = ()) -> Holdings:
        """Return what a knowledge base has, or what came into it by some readers."""
        stored = by_precedence(r for r in base.releases() if not readers or r.reader in readers)
        releases = tuple(_recognized(base, release) for release in stored)
        addresses: dict[str, Release] = {}
        for release in releases:
            if release.about:
                addresses.setdefault(release.about, release)
        identifiers: dict[str, str] = {}
        for release in releases:
            for iri, said in wholes(base, release).items():
                addresses.setdefault(iri, release)
                identifiers.setdefault(identifier_of(said, iri), iri)
        return cls(releases, addresses, identifiers, partial(_items, base, releases), partial(_contents, base))

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
        return next(same, f"{named}-{derived_uuid(address)[:DIGITS]}" if self.has(named) else named)

    def has(self, source: str) -> bool:
        """Return whether anything is stored under a name."""
        return any(release.source == source for release in self.releases)

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
        if holder != address and self.addresses[holder].source != source:
            yield _claimed(file, address, identifier or address, self.addresses[holder], "identifier")

    def replaced(self, release: Release, items: Collection[str], file: str, *, made: bool = False) -> Iterator[Finding]:
        """Yield that what a document would take the place of is evidently another one, which has its address.

        It has not one item in common with it, and another title, which of an address that was made here need not be.

        Parameters
        ----------
        release
            As it would be stored.
        made
            Whether its address was made here, of what its file says or is called.
        """
        stored = next((r for r in self.releases if r.name == release.name and r.about), None)
        if stored and items and (made or stored.title != release.title):
            had = self.contents(stored)
            if had and not set(items) & set(had):
                yield _other(file, stored, made=made)

    def taken(self, addresses: Collection[str], source: str, file: str) -> Iterator[Finding]:
        """Yield that frameworks have addresses of items that another source describes."""
        for iri, other in sorted(self.items(addresses).items()):
            if other.source != source and iri not in self.addresses:
                yield _claimed(file, iri, iri, other, "address", "for something else")

    def shared(self, items: Collection[str], source: str, file: str) -> Iterator[Finding]:
        """Yield that items are described by another source, which came before."""
        for iri, other in sorted(self.items(items).items()):
            if other.source != source:
                yield _shared(file, iri, other)


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


def wholes(base: KnowledgeBase, release: Release) -> Mapping[str, str]:
    """Return the identifiers of what a release describes as a whole, by addresses; empty where one has none."""
    identifiers = f"<{CASE.identifier}> <{CETERMS.ctid}> <{RSD.uuid}>"
    query = (
        f"SELECT DISTINCT ?s ?o {{ VALUES ?t {{ {_listed(WHOLES)} }} ?s a ?t FILTER(isIRI(?s)) "
        f"OPTIONAL {{ VALUES ?p {{ {identifiers} }} ?s ?p ?o }} }} ORDER BY DESC(?s) DESC(?o)"
    )
    return {iri: said for iri, said in base.rows(query, [release.iri])}  # noqa: C416 - rows have any number of cells


def _items(base: KnowledgeBase, releases: Iterable[Release], asked: Collection[str]) -> Mapping[str, Release]:
    """Return which of some addresses items have, each with the first of some releases that describes it."""
    ranks = {str(release.iri): (rank, release) for rank, release in enumerate(releases)}
    found: dict[str, tuple[int, Release]] = {}
    for iri, graph in _of_items(base, asked):
        if graph in ranks:
            found[iri] = min(found.get(iri, ranks[graph]), ranks[graph])
    return {iri: release for iri, (_, release) in found.items()}


def _contents(base: KnowledgeBase, release: Release) -> Collection[str]:
    found = (base.rows(f"SELECT ?s {{ ?s a <{kind}> FILTER(isIRI(?s)) }}", [release.iri]) for kind in ITEMS)
    return {iri for rows in found for (iri,) in rows}


def _of_items(base: KnowledgeBase, asked: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield addresses of items that are among some, with the graphs that say so; each class is asked for by itself."""
    named = sorted(asked)
    for start in range(0, len(named), AT_ONCE):
        some = _listed(named[start : start + AT_ONCE])
        for kind in ITEMS:
            yield from base.rows(f"SELECT ?s ?g {{ VALUES ?s {{ {some} }} GRAPH ?g {{ ?s a <{kind}> }} }}")


def _listed(addresses: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in addresses)


def _recognized(base: KnowledgeBase, release: Release) -> Release:
    """Return a release with what it is about, also where it was stored before that was noted."""
    kind = release.reader or ""
    found = topic(base, release, kind) if kind in TOPICS and not release.about else None
    return release.model_copy(update={"about": found[0]}) if found else release


def _claimed(file: str, node: str, value: str, other: Release, name: str, how: str = "already") -> Finding:
    remedy = f"Give it its own {name}, {_left_out(other)}"
    return _finding(file, node, value, f"{_shown(other)} has this {name} {how}", remedy)


def _other(file: str, stored: Release, *, made: bool) -> Finding:
    own, about = "Rename the file" if made else "Give it its own address", str(stored.about)
    remedy = (
        f"{own}, name its version with --release where it is a later one of the same, or take the other out: "
        f'ladderworks remove "{stored.name}"'
    )
    return _finding(file, about, about, f"{_shown(stored)} has this address, and no item in common with it", remedy)


def _shared(file: str, node: str, other: Release) -> Finding:
    remedy = f"Give it an address of its own, {_left_out(other)}"
    found = _finding(file, node, node, f"{_shown(other)} describes this too, and had it first", remedy)
    return found.model_copy(update={"severity": Severity.WARNING})


def _shown(release: Release) -> str:
    return f"{release.source} {release.version} ({release.title})"


def _left_out(other: Release) -> str:
    """Return the end of a remedy for what another source describes already."""
    return (
        "leave out what is said of it (its address alone leads there), or take the other out: "
        f'ladderworks remove "{other.source}"'
    )


def _finding(file: str, node: str, value: str, message: str, remedy: str) -> Finding:
    return Finding(
        code="claimed-elsewhere",
        severity=Severity.ERROR,
        file=file,
        node=node,
        value=value,
        message=message,
        remedy=remedy,
    )
