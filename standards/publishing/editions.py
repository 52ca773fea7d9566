"""The items of a version, each linked to what it was in the version before; what a version drops stays with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ontology.identifiers import edition_address
from ontology.records import Competency, Edition, Framework, Iri, Record


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
    def items(self) -> Mapping[Iri, Competency | Framework]:
        """The framework and its competencies by address, without those that it only keeps as dropped."""
        named = (one for one in self.records if isinstance(one, Competency | Framework))
        return {one.iri: one for one in named if one.iri not in self.dropped}

    @cached_property
    def dropped(self) -> Mapping[Iri, Competency]:
        """The competencies that it keeps as dropped."""
        return {one.iri: one for one in self.records if isinstance(one, Competency) and one.deprecated}

    @cached_property
    def said(self) -> frozenset[Record]:
        """What it says, whatever it is called and whatever it has dropped."""
        kept = (one for one in self.records if one.iri not in self.dropped)
        return frozenset(
            one.model_copy(update={"version": None}) if isinstance(one, Framework) else one for one in kept
        )


@dataclass(frozen=True)
class Succession:
    """What became of the items of one version in the next.

    Parameters
    ----------
    before
        The version before; without any records where there is none.
    now
        The new version, as `extract` gives it.
    last
        The last version that had each item which was ever published.
    """

    before: Content
    now: Content
    last: Mapping[Iri, str] = field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """Yield all that the new version says: itself, what it has dropped, and the editions of both."""
        yield from self.now.records
        yield from self.dropped()
        yield from self.editions()

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

    def _replaced(self, item: Competency | Framework) -> set[Iri]:
        """Return what an item takes the place of; one that comes back, of itself in the last version that had it."""
        named = {*item.revises} if isinstance(item, Competency) else set()
        return ({item.iri} & self.last.keys()) | (named & self.before.items.keys())

    def editions(self) -> Iterator[Edition]:
        """Yield the edition of each item of the new version, then again those that are replaced, with what by."""
        for item, formers in self.forerunners.items():
            revised = tuple(self._edition(former) for former in formers)
            yield Edition(iri=self._edition(item, self.now), item=item, version=self.now.version, revised=revised)
        for former, items in self.successors.items():
            by = tuple(self._edition(item, self.now) for item in items)
            yield Edition(iri=self._edition(former), item=former, version=self.last[former], replaced_by=by)

    def _edition(self, item: Iri, of: Content | None = None) -> Iri:
        """Return the address of an item in a version, else in the last one that had it."""
        return Iri(edition_address(item, of.version if of else self.last[item]))

    def dropped(self) -> Iterator[Competency]:
        """Yield what is kept of the items that the new version has no more: all, marked, with their successors."""
        former = {**self.before.items, **self.before.dropped}
        for iri in sorted(former.keys() - self.now.items.keys()):
            item = former[iri]
            if isinstance(item, Competency):
                by = tuple(sorted({*item.replaced_by, *self.successors.get(iri, ())}))
                yield item.model_copy(update={"deprecated": True, "replaced_by": by})
