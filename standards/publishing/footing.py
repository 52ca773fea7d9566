"""Footing: what published versions rest on in firms' lists, kept back from one publication for the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from ontology.identifiers import Identifiers
from ontology.named_releases import published_releases
from ontology.records import Competency, Footing, Iri, JobRedefinition, Occupation, Partnership, Release
from ontology.shown import FOOTING
from ontology.store import KnowledgeBase
from standards.agreement import Need
from standards.agreement.requirements import Asked
from standards.harmonizing.minting import minted
from standards.sources.own import own_source
from standards.sources.publication import new_release

FIRST: Final = "1"
"""The version of a footing; the next publication replaces it."""


@dataclass(frozen=True)
class Described:
    """What a published version describes, without what it only keeps as dropped."""

    competencies: frozenset[Iri]
    occupations: frozenset[Iri]


@dataclass(frozen=True)
class Footings:
    """What the versions rest on that were published of a standard, and of those that merged into it.

    Parameters
    ----------
    rows
        Of all competencies that were ever published by an agreement.
    versions
        What was published by an agreement, the oldest first.
    live
        The competencies that the newest version of each standard has.
    moved
        What the newest version of each says that moves from one job or occupation to another.
    members
        Who was a member when the newest version was published; `None` where nothing was published yet.
    """

    rows: tuple[Footing, ...] = ()
    versions: tuple[Described, ...] = ()
    live: frozenset[Iri] = field(default_factory=frozenset)
    moved: tuple[JobRedefinition, ...] = ()
    members: frozenset[Iri] | None = None

    @classmethod
    def read(cls, base: KnowledgeBase, working: Release) -> Footings:
        """Return what the versions of a standard rest on, and those of the standards that merged into it."""
        found = [_of_one(base, slug) for slug in (working.source, *_merged(base, working))]
        own, *former = found
        members = [one.members for one in ([own] if own.members is not None else former) if one.members is not None]
        return cls(
            rows=tuple(row for one in found for row in one.rows),
            versions=tuple(version for one in found for version in one.versions),
            live=frozenset().union(*(one.live for one in found)),
            moved=tuple(moved for one in found for moved in one.moved),
            members=frozenset().union(*members) if members else None,
        )

    def knows(self, competency: Iri) -> bool:
        """Return whether any version had a competency."""
        return any(competency in version.competencies for version in self.versions)

    def covers(self, competencies: Collection[Iri], occupation: Iri) -> bool:
        """Return whether any version had one of the competencies and described the occupation as well."""
        return any(
            occupation in version.occupations and not version.competencies.isdisjoint(competencies)
            for version in self.versions
        )

    @cached_property
    def asked(self) -> Mapping[Iri, Mapping[Iri, Mapping[Iri, Asked]]]:
        """What each firm asked for, by competency, occupation and firm."""
        found: dict[Iri, dict[Iri, dict[Iri, Asked]]] = defaultdict(lambda: defaultdict(dict))
        for row in self.rows:
            if row.occupation and row.firm:
                found[row.competency][row.occupation][row.firm] = Asked(row.level, row.importance, row.relation)
        return found

    @cached_property
    def needs(self) -> Mapping[Iri, Mapping[Iri, Need]]:
        """What that of all firms came to, by competency and occupation."""
        found: dict[Iri, dict[Iri, Need]] = defaultdict(dict)
        for row in self.rows:
            if row.occupation and not row.firm:
                found[row.competency][row.occupation] = Need(row.occupation, row.level, row.importance, row.relation)
        return found

    @cached_property
    def heard(self) -> Mapping[Iri, Mapping[Iri, bool]]:
        """The firms whose lists were compared, by competency, each with whether it said that."""
        found: dict[Iri, dict[Iri, bool]] = defaultdict(dict)
        for row in self.rows:
            if row.firm and not row.occupation:
                found[row.competency][row.firm] = bool(row.said)
        return found


def footing_release(identifiers: Identifiers, slug: str) -> Release:
    """Return the release in which the footing of a standard is kept back."""
    release = new_release(identifiers, own_source(FOOTING, slug), FIRST, f"Footing of {slug}", language="en")
    return release.model_copy(update={"reader": FOOTING})


@dataclass(frozen=True)
class Rows:
    """Makes the rows of a footing."""

    identifiers: Identifiers
    slug: str

    def asked(self, competency: Iri, need: Need, asked: Mapping[Iri, Asked]) -> Iterator[Footing]:
        """Yield what firms ask for of a competency in an occupation, and what that came to."""
        yield self._row(competency, need.occupation, None, need)
        for firm, one in sorted(asked.items()):
            yield self._row(competency, need.occupation, firm, one)

    def heard(self, competency: Iri, heard: Mapping[Iri, bool]) -> Iterator[Footing]:
        """Yield which firms said a competency, of those whose lists were compared."""
        for firm, said in sorted(heard.items()):
            yield Footing(iri=self._iri(competency, "", firm), competency=competency, firm=firm, said=said)

    def _row(self, competency: Iri, occupation: Iri, firm: Iri | None, one: Need | Asked) -> Footing:
        return Footing(
            iri=self._iri(competency, occupation, firm or ""),
            competency=competency,
            occupation=occupation,
            firm=firm,
            relation=one.relation,
            importance=one.importance,
            level=one.level,
        )

    def _iri(self, *told_by: str) -> Iri:
        return minted(self.identifiers, self.slug, FOOTING, *told_by)


def unfooted(base: KnowledgeBase, working: Release) -> list[Release]:
    """Return the newest versions, of a standard and of those that merged into it, whose footing is not there any more.

    A version that follows from no agreement rests on no list, and needs none.
    """
    lost = (slug for slug in (working.source, *_merged(base, working)) if not _stored(base, slug))
    return [version for slug in lost if (version := _last_agreed(base, slug))]


def resting_on(base: KnowledgeBase, footing: Release) -> Release | None:
    """Return the newest version that rests on what a release keeps back; `None` where that is no footing of any."""
    if footing.reader != FOOTING:
        return None
    return _last_agreed(base, footing.source.removeprefix(own_source(FOOTING, "")))


def _last_agreed(base: KnowledgeBase, slug: str) -> Release | None:
    """Return the newest version of a standard that says how many firms say a competency, as only an agreement does."""
    versions = published_releases(base.releases(), slug)
    return next(
        (one for one in reversed(versions) if any(said.support for said in base.records(one, Competency))), None
    )


def _merged(base: KnowledgeBase, working: Release) -> list[str]:
    """Return the slugs of the standards that merged into one."""
    return sorted(iri.rpartition("/")[2] for one in base.records(working, Partnership) for iri in one.derived_from)


def _stored(base: KnowledgeBase, slug: str) -> list[Release]:
    """Return the release in which the footing of a standard is, where it is there."""
    source = own_source(FOOTING, slug)
    return [one for one in base.current() if one.source == source and one.reader == FOOTING]


def _of_one(base: KnowledgeBase, slug: str) -> Footings:
    """Return what the versions of one standard rest on."""
    stored = _stored(base, slug)
    versions = published_releases(base.releases(), slug)
    described = [_described(base, version) for version in versions]
    return Footings(
        rows=tuple(row for release in stored for row in base.records(release, Footing)),
        versions=tuple(described) if stored else (),
        live=described[-1].competencies if described else frozenset(),
        moved=_moved(base, versions[-1]) if versions else (),
        members=_members(base, slug, versions),
    )


def _described(base: KnowledgeBase, version: Release) -> Described:
    return Described(
        frozenset(one.iri for one in base.records(version, Competency) if not one.deprecated),
        frozenset(one.iri for one in base.records(version, Occupation)),
    )


def _moved(base: KnowledgeBase, version: Release) -> tuple[JobRedefinition, ...]:
    """Return what a version says that moves, by address."""
    return tuple(sorted(base.records(version, JobRedefinition), key=lambda one: one.iri))


def _members(base: KnowledgeBase, slug: str, versions: Iterable[Release]) -> frozenset[Iri] | None:
    """Return who was a member when the newest version was published."""
    address = base.identifiers.mint("partnership", slug)
    newest = next(reversed([*versions]), None)
    if newest is None:
        return None
    return frozenset(iri for one in base.records(newest, Partnership) if one.iri == address for iri in one.members)
