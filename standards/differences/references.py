"""References: what in a knowledge base points to things that a new release touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ontology.named_releases import release_in_force
from ontology.namespaces import CASE, LW, OWL
from ontology.records import Release, Verdict
from ontology.store import KnowledgeBase
from standards.differences.asking import asking
from standards.differences.difference import Difference
from standards.differences.fields import NODES
from standards.differences.links import Link, Links
from standards.differences.mapped import End, mapped
from standards.differences.reference import Reference, ReferenceKind, together
from standards.differences.statements import UNKNOWN, Card, cards, has_any
from standards.differences.thing import Thing
from standards.differences.touched import Touched, Why
from standards.reviewing.storage import stored_reviews

SAYING: Final = frozenset(map(str, (*NODES, OWL.Axiom, CASE.CFAssociation, LW.StatusChange)))
"""Classes of what only says something of others, and is not shown as a thing that names them."""


@dataclass(frozen=True)
class References:
    """What points to some things.

    Parameters
    ----------
    touched
        By address.
    """

    base: KnowledgeBase
    difference: Difference
    touched: Mapping[str, Touched]

    @cached_property
    def all(self) -> tuple[Reference, ...]:
        """Every reference, by what it points to, its kind and what it comes from; each once, with all that say so.

        What nobody says but the older of the two, which does not stand any more, the newer one has seen to.
        """
        found = together(reference for release in self.releases for reference in self._of(release))
        return tuple(one for one in found if one.releases != self._gone)

    @cached_property
    def _gone(self) -> tuple[str, ...]:
        """The name of the older of the two, unless it still stands."""
        older = self._two[1]
        return () if older in (*self.base.current(), *self._in_force()) else (older.name,)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The releases that are looked into: the two, the newer first, the newest of others, and standards.

        Of a standard both the working copy and the version in force: the next version comes of the one, and others
        rely on the other.
        """
        newer, older = self._two
        others = (one for one in self.base.current() if one.source not in self._sources or one.status)
        return tuple(dict.fromkeys((newer, older, *others, *self._in_force())))

    @property
    def _two(self) -> tuple[Release, Release]:
        return self._known[self.difference.newer.graph], self._known[self.difference.older.graph]

    @cached_property
    def _known(self) -> dict[str, Release]:
        return {str(release.iri): release for release in self.base.releases()}

    @cached_property
    def _sources(self) -> frozenset[str]:
        """Whose things are touched."""
        return frozenset(self._known[side.graph].source for side in (self.difference.newer, self.difference.older))

    def _in_force(self) -> Iterator[Release]:
        known = list(self._known.values())
        standards = sorted({release.source for release in known if release.fixed})
        return filter(None, (release_in_force(known, standard) for standard in standards))

    @cached_property
    def _strong(self) -> frozenset[str]:
        """Addresses of what is not only moved: who asks for something does not mind where it stands."""
        return frozenset(iri for iri, one in self.touched.items() if one.why is not Why.MOVED)

    def _of(self, release: Release) -> Iterator[Reference]:
        ends = list(mapped(self.base, release.iri, self.touched))
        yield from (self._mapping(release, end) for end in ends)
        yield from self._reviews(release)
        needs = asking(self.base, release.iri, self._strong)
        yield from self._linked(release, ReferenceKind.NEED, list(needs))
        links = Links(self.base, release.iri, self.touched, release.source in self._sources, _incoming(ends))
        yield from self._linked(release, ReferenceKind.LINK, links.all())

    def _linked(self, release: Release, kind: ReferenceKind, links: list[Link]) -> Iterator[Reference]:
        shown = self._cards(release, {link.subject for link in links})
        for link in links:
            card = shown.get(link.subject, UNKNOWN)
            if not card.types & SAYING:
                yield Reference(
                    kind=kind,
                    releases=(release.name,),
                    touched=link.target,
                    subject=card.thing(link.subject),
                    relation=link.relation,
                    outgoing=link.outgoing,
                )

    def _cards(self, release: Release, subjects: set[str]) -> dict[str, Card]:
        """Return what is shown of some things, as a release has it or else another; what none has is left out."""
        found: dict[str, Card] = {}
        for one in dict.fromkeys((release, *self.releases)):
            if missing := subjects - found.keys():
                found |= cards(self.base, one.iri, missing)
        return found

    def _mapping(self, release: Release, end: End) -> Reference:
        thing = Thing(iri=end.address, label=end.label or end.address, kind="concept", code=self._code(end.address))
        return Reference(
            kind=ReferenceKind.MAPPING,
            releases=(release.name,),
            touched=end.thing,
            subject=thing,
            relation=end.relation,
            outgoing=end.outgoing,
        )

    def _code(self, iri: str) -> str:
        """Return the code in an address that was minted here; those of others have none that people know."""
        return self.base.identifiers.local(iri) if iri.startswith(self.base.identifiers.mint("")) else ""

    def _reviews(self, release: Release) -> Iterator[Reference]:
        if not has_any(self.base, release.iri, LW.Review):
            return
        for review in stored_reviews(self.base, release):
            judged = {review.competency, review.instead} & self.touched.keys()
            for iri in sorted(filter(None, judged)) if review.undone is None else ():
                verdict = Verdict.ACCEPTED if iri == review.instead else review.decided
                yield Reference(
                    kind=ReferenceKind.REVIEW,
                    releases=(release.name,),
                    touched=iri,
                    subject=Thing(iri=review.outcome, label=review.statement, kind="learning outcome"),
                    relation=f"{verdict.name.lower()} by {review.reviewer}",
                )


def _incoming(ends: Iterable[End]) -> frozenset[Link]:
    """Return the links that mappings say, so that they are not told twice."""
    return frozenset(Link(end.address, end.relation, end.thing) for end in ends if not end.outgoing)
