"""Comparing two releases: what is only in one, what took its place, what was changed of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ontology.errors import InputError, NotFoundError
from ontology.namespaces import OWL
from ontology.records import Release
from ontology.store import KnowledgeBase
from ontology.versions import version_key
from standards.differences.asserted import Asserted
from standards.differences.changes import Changes
from standards.differences.contents import sides
from standards.differences.difference import Difference, Removed, Side, Succession, Withdrawn
from standards.differences.fields import LINKS, TEXTS, VALUES
from standards.differences.members import Inside, member_changes, members
from standards.differences.nearest import Near, nearest
from standards.differences.need import NeedChange
from standards.differences.needs import Needs, comparable, listed_only_in, need_changes
from standards.differences.omitted import Omitted
from standards.differences.positions import position_changes, positions
from standards.differences.redefined import job_changes
from standards.differences.shown import Shown
from standards.differences.stands import PositionChange
from standards.differences.statements import Statement, only_in, things, things_only_in
from standards.differences.successions import Successions
from standards.differences.thing import Thing
from standards.frameworks import FRAMEWORK, framework_release


def compare(base: KnowledgeBase, older: str, newer: str) -> Difference:
    """Return all that differs between two releases.

    Parameters
    ----------
    older, newer
        Names of releases, ``esco@1.1.0``; a source, a standard or a firm alone is its newest.

    Raises
    ------
    NotFoundError
        Where a release is unknown, or the two have nothing in common.
    InputError
        Where both are the same one.
    """
    then, now = _release(base, older), _release(base, newer)
    if then.iri == now.iri:
        message = f"{older!r} and {newer!r} are one release; name two, for instance {_other(base, then)}"
        raise InputError(message)
    return Comparison(base, then, now).difference


def _release(base: KnowledgeBase, name: str) -> Release:
    try:
        return base.release(name)
    except NotFoundError:
        return framework_release(base, name)


def _other(base: KnowledgeBase, release: Release) -> str:
    """Return how two releases of a source are named, those there are where there are any."""
    others = [one.version for one in base.releases() if one.source == release.source and one.iri != release.iri]
    pair = sorted((others[0], release.version), key=version_key) if others else ("OLDER", release.version)
    return " ".join(f"{release.source}@{version}" for version in pair)


@dataclass(frozen=True)
class Comparison:
    """Two releases, held against each other."""

    base: KnowledgeBase
    older: Release
    newer: Release

    @cached_property
    def difference(self) -> Difference:
        """All that differs."""
        both = self._sizes[0] - len(self._lacking_now)
        if not both:
            message = (
                f"{self.older.name} and {self.newer.name} have no address in common, so nothing can be said of "
                "what was changed; `ladderworks link` and `align` compare what different publishers say"
            )
            raise NotFoundError(message)
        return Difference(
            older=self._side(self.older, self._sizes[0]),
            newer=self._side(self.newer, self._sizes[1]),
            both=both,
            added=tuple(self._added),
            removed=tuple(self._removed),
            withdrawn=tuple(self._withdrawn),
            successions=tuple(self._told),
            changed=tuple(self._changes.changed(self._passed, self._shown)),
            needs=tuple(self._needs),
            jobs=tuple(job_changes(self.base, self.older, self.newer, self._shown)),
            members=tuple(member_changes(*self._members, self._shown)),
            positions=tuple(one for one in self._positions if one.subject.iri != self._framework),
            ratifications=tuple(one for one in self._positions if one.subject.iri == self._framework),
            followed=self._changes.followed(self._passed),
            notes=tuple(self._notes),
        )

    def _side(self, release: Release, size: int) -> Side:
        private = len(self._omitted.private) if release is self._omitted.working else 0
        return Side(name=release.name, title=str(release.title), graph=release.iri, things=size - private)

    @cached_property
    def _sizes(self) -> tuple[int, int]:
        return things(self.base, self.older.iri), things(self.base, self.newer.iri)

    @cached_property
    def _lacking_now(self) -> frozenset[str]:
        return things_only_in(self.base, self.older.iri, self.newer.iri)

    @cached_property
    def _lacking_then(self) -> frozenset[str]:
        return things_only_in(self.base, self.newer.iri, self.older.iri)

    @cached_property
    def _only_then(self) -> frozenset[str]:
        return self._lacking_now - self._omitted.things

    @cached_property
    def _only_now(self) -> frozenset[str]:
        return self._lacking_then - self._omitted.things

    @property
    def _passed(self) -> frozenset[str]:
        """What does not go on: it has come or gone, whatever is said of it."""
        return (self._lacking_now | self._lacking_then) - self._successions.going_on

    @cached_property
    def _shown(self) -> Shown:
        return Shown(self.base, self.older.iri, self.newer.iri)

    @cached_property
    def _lost(self) -> dict[str, set[Statement]]:
        return self._only(self.older, self.newer)

    @cached_property
    def _gained(self) -> dict[str, set[Statement]]:
        return self._only(self.newer, self.older)

    def _only(self, one: Release, other: Release) -> dict[str, set[Statement]]:
        """Return what one release says and the other does not, by property, but of what is left out."""
        compared = dict.fromkeys((*TEXTS, *VALUES, *LINKS))
        found = {
            name: only_in(self.base, one.iri, other.iri, name) for name in compared.keys() - self._omitted.properties
        }
        return {
            name: {said for said in found.get(name, ()) if said.subject not in self._omitted.things}
            for name in compared
        }

    @cached_property
    def _omitted(self) -> Omitted:
        return Omitted(self.base, self.older, self.newer, self._lacking_then, self._lacking_now)

    @cached_property
    def _asserted(self) -> Asserted:
        return Asserted(self.base, self.older, self.newer, self._only_then, self._only_now)

    @cached_property
    def _successions(self) -> Successions:
        """What took the place of what."""
        found = sides(self._lost, self._gained, self._only_then, self._only_now, self._shown)
        return Successions(found, self._asserted.pairs)

    @cached_property
    def _changes(self) -> Changes:
        return Changes(self._lost, self._gained, self._successions.heirs, self._moved_on)

    @cached_property
    def _moved_on(self) -> dict[str, frozenset[str]]:
        """Where everything may stand now that stood under a group: what took its place."""
        found = {old: {*new} for old, new in self._successions.followers.items()}
        for old, new in self._asserted.replaced:
            found.setdefault(old, set()).add(new)
        return {old: frozenset(new) for old, new in found.items()}

    @property
    def _told(self) -> Iterator[Succession]:
        followers = self._successions.followers
        self._shown.read({*followers}.union(*followers.values()))
        for one in self._successions.all:
            yield Succession(
                kind=one.kind,
                older=tuple(map(self._shown.before, one.older)),
                newer=tuple(map(self._shown.thing, one.newer)),
                asserted=one.asserted,
                similarity=one.similarity,
                evidence=one.evidence,
            )

    @cached_property
    def _gone(self) -> list[str]:
        """Addresses of what has no successor."""
        return sorted(self._only_then - self._successions.followers.keys())

    @cached_property
    def _come(self) -> list[str]:
        """Addresses of what has no predecessor."""
        return sorted(self._only_now.difference(*self._successions.followers.values()))

    @property
    def _added(self) -> Iterator[Thing]:
        self._shown.read(self._come)
        return map(self._shown.thing, self._come)

    @property
    def _removed(self) -> Iterator[Removed]:
        near = nearest(self._successions.placed, self._gone, self._only_now)
        codes = {code: iri for iri, content in self._successions.sides.newer.items() for code in content.codes}
        self._shown.read({*self._gone, *(one.newer for one in near.values()), *codes.values()})
        return (self._one_removed(iri, near.get(iri), codes) for iri in self._gone)

    def _one_removed(self, iri: str, near: Near | None, codes: Mapping[str, str]) -> Removed:
        thing = self._shown.before(iri)
        bearer = codes.get(thing.code)
        return Removed(
            thing=thing,
            nearest=self._shown.thing(near.newer) if near else None,
            likeness=near.likeness if near else None,
            evidence=near.evidence if near else "",
            code_now=self._shown.thing(bearer) if bearer else None,
        )

    @cached_property
    def _marked(self) -> Mapping[str, tuple[str, ...]]:
        """What the newer release has only as withdrawn, with what it names in its place."""
        said = self._gained[str(OWL.deprecated)]
        gone = {one.subject for one in said if one.object == "true" and one.subject not in self._only_now}
        return {old: self._asserted.successors.get(old, ()) for old in sorted(gone)}

    @property
    def _withdrawn(self) -> Iterator[Withdrawn]:
        self._shown.read({*self._marked, *(new for after in self._marked.values() for new in after)})
        for iri, after in self._marked.items():
            yield Withdrawn(thing=self._shown.thing(iri), successors=tuple(map(self._shown.thing, after)))

    @property
    def _named_heirs(self) -> dict[str, str]:
        """The newer address of what is withdrawn, where one new thing takes the place of it alone."""
        one_each = [(old, after[0]) for old, after in self._marked.items() if len(after) == 1]
        taken = Counter(new for after in self._asserted.successors.values() for new in after)
        return {old: new for old, new in one_each if taken[new] == 1 and new in self._only_now}

    @property
    def _needs(self) -> Iterator[NeedChange]:
        rated = comparable(self.base, self.older, self.newer)
        then = Needs(self.base, self.older.iri, self.newer.iri, self._named_heirs | {**self._successions.heirs}, rated)
        now = Needs(self.base, self.newer.iri, self.older.iri, {}, rated)
        before = then.drafts(listed_only_in(self.base, self.older.iri, self.newer.iri))
        after = now.drafts(listed_only_in(self.base, self.newer.iri, self.older.iri))
        return need_changes(then.with_kept(before, after), now.with_kept(after, before), self._shown)

    @cached_property
    def _members(self) -> tuple[Inside, Inside]:
        """The members of the partnerships of both."""
        return members(self.base, self.older), members(self.base, self.newer)

    @property
    def _framework(self) -> str:
        """Address of the standard, to which as a whole members stand, too."""
        return self.base.identifiers.mint(FRAMEWORK, self.newer.source)

    @cached_property
    def _positions(self) -> tuple[PositionChange, ...]:
        """How members stand otherwise; nothing where one is a working copy, whose positions are not published."""
        if not (self.older.fixed and self.newer.fixed):
            return ()
        heirs = self._successions.heirs
        before = positions(self.base, self.older)
        then = {(heirs.get(subject, subject), member): stand for (subject, member), stand in before.items()}
        inside = frozenset().union(*self._members[1].values())
        gone = self._lacking_now | self._marked.keys()
        now = positions(self.base, self.newer)
        return tuple(position_changes(then, now, inside, gone, self._shown))

    @property
    def _notes(self) -> Iterator[str]:
        if self.older.source != self.newer.source:
            yield f"{self.older.name} and {self.newer.name} are of different sources; what they share is compared"
        yield from self._omitted.notes
        if self._omitted.working and any(positions(self.base, one) for one in (self.older, self.newer)):
            yield "how members stand is not compared: it is published with a version, and not with the working copy"
        spoken = {release.language for release in (self.older, self.newer)}
        if len(spoken) > 1:
            then, now = self.older.language or "none", self.newer.language or "none"
            yield f"the languages differ: {then} in {self.older.name}, {now} in {self.newer.name}"
