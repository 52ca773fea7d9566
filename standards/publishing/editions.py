"""The items of a version, each linked to what it was in the version before; what a version drops stays with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
    """

    before: Content
    now: Content

    def records(self) -> Iterator[Record]:
        """Yield all that the new version says: itself, what it has dropped, and the editions of both."""
        yield from self.now.records
        yield from self.dropped()
        yield from self.editions()

    @cached_property
    def successors(self) -> Mapping[Iri, tuple[Iri, ...]]:
        """What takes the place of each former item: itself where it is still there, and what says that it does."""
        found: dict[Iri, set[Iri]] = defaultdict(set)
        for iri, item in self.now.items.items():
            replaced = item.revises if isinstance(item, Competency) else ()
            for former in {iri, *replaced} & self.before.items.keys():
                found[former].add(iri)
        return {former: tuple(sorted(items)) for former, items in found.items()}

    def editions(self) -> Iterator[Edition]:
        """Yield the edition of each item of the new version, then again those that are replaced, with what by."""
        for item in sorted(self.now.items):
            revised = [former for former in sorted(self.successors) if item in self.successors[former]]
            yield _edition(item, self.now.version, revised=_addresses(revised, self.before.version))
        for former, items in sorted(self.successors.items()):
            yield _edition(former, self.before.version, replaced_by=_addresses(items, self.now.version))

    def dropped(self) -> Iterator[Competency]:
        """Yield what is kept of the items that the new version has no more: all, marked, with their successors."""
        former = {**self.before.items, **self.before.dropped}
        for iri in sorted(former.keys() - self.now.items.keys()):
            item = former[iri]
            if isinstance(item, Competency):
                by = tuple(sorted({*item.replaced_by, *self.successors.get(iri, ())}))
                yield item.model_copy(update={"deprecated": True, "replaced_by": by})


def _unnamed(record: Record) -> Record:
    """Return a record without the name of the version that it is of."""
    return record.model_copy(update={"version": None}) if isinstance(record, Framework) else record


def _addresses(items: Iterable[Iri], version: str) -> tuple[Iri, ...]:
    return tuple(Iri(edition_address(item, version)) for item in items)


def _edition(item: Iri, version: str, revised: tuple[Iri, ...] = (), replaced_by: tuple[Iri, ...] = ()) -> Edition:
    address = Iri(edition_address(item, version))
    return Edition(iri=address, item=item, version=version, revised=revised, replaced_by=replaced_by)
