"""The items of a version, each linked to what it was in the version before.

What a version drops of the standard's own competencies stays with it, marked. Of occupations, credentials and members
that it drops it says nothing: they go on without the standard, and their last edition still answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ontology.identifiers import edition_address
from ontology.records import (
    Competency,
    Credential,
    Edition,
    Endorsement,
    Framework,
    Iri,
    Occupation,
    Organization,
    Partnership,
    Predecessor,
    Record,
    WorkFunction,
    WorkTask,
)

SHARED = (Credential, Occupation, Organization)
"""Records of what other standards may describe under the same address: that of an edition has the standard's name."""

ITEMS = (Framework, Competency, WorkFunction, WorkTask, Partnership, *SHARED)
"""Records of what has an edition in each version: all that a version describes and that has a name.

A requirement has none: its address is made of those of its two ends, and it is told with each of them. A region has
none: its address is the code of a statistical agency, and nothing more is said of it than its name.
"""


@dataclass(frozen=True)
class Content:
    """What one version says.

    Parameters
    ----------
    version
        Its name.
    records
        All of it, but for editions.
    """

    version: str
    records: tuple[Record, ...]

    @cached_property
    def items(self) -> Mapping[Iri, Record]:
        """What has an edition in it by address, without what it only keeps as dropped."""
        named = (one for one in self.records if isinstance(one, ITEMS))
        return {one.iri: one for one in named if one.iri not in self.dropped}

    @cached_property
    def dropped(self) -> Mapping[Iri, Competency]:
        """The competencies that it keeps as dropped."""
        return {one.iri: one for one in self.records if isinstance(one, Competency) and one.deprecated}

    @cached_property
    def said(self) -> frozenset[Record]:
        """What it says, whatever it is called and whatever it has dropped."""
        kept = (one for one in self.records if one.iri not in self.dropped and not isinstance(one, Predecessor))
        return frozenset(map(_unversioned, kept))


def _unversioned(record: Record) -> Record:
    """Return a record without the name of the version that it is in."""
    if isinstance(record, Framework):
        return record.model_copy(update={"version": None})
    if isinstance(record, Endorsement):
        return record.model_copy(update={"version": None, "iri": record.subject})
    return record


@dataclass(frozen=True)
class Succession:
    """What became of the items of one version in the next.

    Parameters
    ----------
    standard
        Its slug.
    before
        The version before; without any records where there is none.
    now
        The new version, as `extract` gives it.
    last
        The last version that had each item which was ever published.
    merged
        The same of the items of the standards that merged into it.
    """

    standard: str
    before: Content
    now: Content
    last: Mapping[Iri, str] = field(default_factory=dict)
    merged: Mapping[Iri, str] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """Yield all that the new version says: itself, what it has dropped, and the editions of both."""
        yield from self.now.records
        yield from self.dropped()
        yield from self.editions()
        yield from self.predecessors()

    @cached_property
    def forerunners(self) -> Mapping[Iri, tuple[Iri, ...]]:
        """What each item takes the place of: itself where it was there before, and what it says that it replaces."""
        return {iri: tuple(sorted(self._replaced(item))) for iri, item in sorted(self.now.items.items())}

    @cached_property
    def successors(self) -> Mapping[Iri, tuple[Iri, ...]]:
        """What takes the place of each former item."""
        found: dict[Iri, list[Iri]] = defaultdict(list)
        for item, formers in self.forerunners.items():
            for former in formers:
                found[former].append(item)
        return {former: tuple(items) for former, items in sorted(found.items())}

    def _replaced(self, item: Record) -> set[Iri]:
        """Return what an item takes the place of; one that comes back, of itself in the last version that had it.

        Of two that the version before had and that both go on, neither takes the place of the other any more.
        """
        named = {*item.revises} & self.before.items.keys() if isinstance(item, Competency) else set()
        news = named - self.now.items.keys() if item.iri in self.before.items else named
        return ({item.iri} & self.last.keys()) | news

    @cached_property
    def joined(self) -> Mapping[Iri, tuple[Iri, ...]]:
        """What of the standards that merged into it each item takes the place of, in the first version that has it."""
        new = {iri: item for iri, item in sorted(self.now.items.items()) if iri not in self.last}
        found = {iri: tuple(sorted(_taken_over(item) & self.merged.keys())) for iri, item in new.items()}
        return {iri: formers for iri, formers in found.items() if formers}

    def predecessors(self) -> Iterator[Predecessor]:
        """Yield the editions of the standards that merged into it, with what they go on in.

        Whatever else is said of them, their own standards say.
        """
        successors: dict[Iri, list[Iri]] = defaultdict(list)
        for item, formers in self.joined.items():
            for former in formers:
                successors[self._joined(former)].append(self._edition(item, self.now.version))
        yield from (Predecessor(iri=iri, replaced_by=tuple(by)) for iri, by in sorted(successors.items()))

    def _joined(self, former: Iri) -> Iri:
        """Return the address of an item of a standard that merged into it, in the last version that had it."""
        return Iri(edition_address(former, self.merged[former]))

    def editions(self) -> Iterator[Edition]:
        """Yield the edition of each item of the new version, then again those that are replaced, with what by."""
        now = self.now.version
        for item, formers in self.forerunners.items():
            own = (self._edition(former, self.last[former]) for former in formers)
            revised = (*own, *map(self._joined, self.joined.get(item, ())))
            yield Edition(iri=self._edition(item, now), item=item, version=now, revised=revised)
        for former, items in self.successors.items():
            by, then = tuple(self._edition(item, now) for item in items), self.last[former]
            yield Edition(iri=self._edition(former, then), item=former, version=then, replaced_by=by)

    def _edition(self, item: Iri, version: str) -> Iri:
        """Return the address of an item in a version."""
        record = self.now.items.get(item) or self.before.items[item]
        return Iri(edition_address(item, version, self.standard if isinstance(record, SHARED) else ""))

    def dropped(self) -> Iterator[Competency]:
        """Yield what is kept of the items that the new version has no more: all, marked, with their successors."""
        former = {**self.before.items, **self.before.dropped}
        for iri in sorted(former.keys() - self.now.items.keys()):
            item = former[iri]
            if isinstance(item, Competency):
                by = tuple(sorted({*item.replaced_by, *self.successors.get(iri, ())}))
                yield item.model_copy(update={"deprecated": True, "replaced_by": by})


def _taken_over(item: Record) -> set[Iri]:
    """Return what an item says that it takes the place of, or was made of."""
    if isinstance(item, Competency):
        return {*item.revises}
    return {*item.derived_from} if isinstance(item, Framework | Partnership) else set()
