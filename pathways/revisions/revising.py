"""From two releases to the revision that people read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ontology.records import Endorsement, Iri, Position, Role
from ontology.records.record import printed
from ontology.store import KnowledgeBase
from pathways.agreements.names import plain_names
from pathways.revisions.items import Draft, Drafts
from pathways.revisions.reader import Reader, find_reader
from pathways.revisions.revision import Item, Named, Own, Part, Revision, Said, Section, Stands, Turn
from pathways.revisions.side import Side
from standards.code_order import code_order
from standards.differences import Difference
from standards.differences.stands import PositionChange, Stand
from standards.differences.thing import Thing

ADOPTING = (Position.ENDORSE, Position.ADOPT_WITH_CHANGE)

TOLD = (Part.NEW, Part.REWORDED, Part.FOLLOWED)
"""Parts whose items say who stands how to them."""


def revise(base: KnowledgeBase, difference: Difference, firm: str = "") -> Revision:
    """Return a difference as people read it, with what was published of who stands how to it.

    Parameters
    ----------
    firm
        Slug or name of the member that reads it; with it comes what that member said itself, and nobody else.

    Raises
    ------
    NotFoundError
        Where no member of either version is called so.
    """
    older, newer = (Side(base, base.release(side.name)) for side in (difference.older, difference.newer))
    reader = find_reader(base, firm, (newer, older)) if firm else None
    return Revising(difference, older, newer, reader).revision


@dataclass(frozen=True)
class Revising:
    """Two versions, their difference, and who reads it."""

    difference: Difference
    older: Side
    newer: Side
    reader: Reader | None = None

    @property
    def revision(self) -> Revision:
        """All of it."""
        sections, ratified = tuple(self._sections()), tuple(self._ratified())
        return Revision(
            title=self.newer.title,
            older=self.older.version,
            newer=self.newer.version,
            firm=self._called(self.reader.organization.iri) if self.reader else "",
            last_day=self.reader.last_day if self.reader else None,
            withdrawn=self.older.withdrawn(self.newer),
            sections=sections,
            came=self._members(self.difference.joined),
            gone=self._members(self.difference.left),
            ratified=ratified,
            positions=tuple(self._turns(sections)),
            whole=tuple(self._on_the_whole(ratified)),
            notes=(*self.difference.notes, *self._names[1]),
        )

    def _sections(self) -> Iterator[Section]:
        jobs = self.reader.jobs if self.reader else {}
        texts = self.older.texts, self.newer.texts
        drafts = Drafts(self.difference, *texts, lambda occupation: jobs.get(occupation, ())).all()
        for part in Part:
            items = tuple(self._spoken(one) for one in drafts if one.part is part)
            if items:
                yield Section(part=part, items=items)

    def _spoken(self, draft: Draft) -> Item:
        """Return an item with who stands how to it."""
        told = (self._stands(Iri(before), Iri(now), asked=draft.part in TOLD) for before, now in draft.ends)
        stands = tuple(one for one in told if one.adopters is not None or (one.own and one.own.has_spoken))
        return draft.item().model_copy(update={"stands": stands, "words": self._words(map(Iri, draft.addresses))})

    def _stands(self, before: Iri, now: Iri, *, asked: bool) -> Stands:
        """Return who stands how to a thing by its address before and now, one of the two empty where it was not."""
        said = self.newer.positions.get(now, ()) if asked else ()
        return Stands(
            address=now or before,
            adopters=self._adopters(said) if said else None,
            said=tuple(self._said(one) for one in said if one.reason or one.wording),
            own=self._own(before, now) if self.reader else None,
        )

    def _adopters(self, said: Iterable[Endorsement]) -> int:
        return sum(one.taken in ADOPTING and self.newer.is_firm(one.organization) for one in said)

    def _words(self, addresses: Iterable[Iri]) -> tuple[str, ...]:
        """Return the words of the member that reads, in its own list."""
        known = list(addresses)
        sources = (one.generated_by for side in (self.newer, self.older) for one in map(side.items.get, known) if one)
        return self.reader.words(iri for source in sources for iri in source) if self.reader else ()

    def _own(self, before: Iri, now: Iri) -> Own:
        """Return how the member that reads stands to a thing by its address before and now."""
        return Own(before=self._position(self.older, before), now=self._position(self.newer, now))

    def _position(self, side: Side, address: Iri) -> Said | None:
        said = side.positions.get(address, ())
        own = (one for one in said if self.reader and one.organization == self.reader.organization.iri)
        return next(map(self._said, own), None)

    def _said(self, one: Endorsement) -> Said:
        change = str(one.wording) if one.wording else ""
        return Said(
            organization=self._called(one.organization),
            position=one.taken.word,
            change=change,
            reason=one.reason or "",
        )

    @cached_property
    def _names(self) -> tuple[Mapping[Iri, str], tuple[str, ...]]:
        sides = (self.older.parties, self.newer.parties)
        return plain_names({one.iri: one for each in sides for one in each.members.values()}.values())

    def _called(self, organization: Iri) -> str:
        return self._names[0].get(organization, organization)

    def _members(self, organizations: Iterable[Thing]) -> tuple[str, ...]:
        return tuple(sorted(self._called(Iri(one.iri)) for one in organizations))

    def _turns(self, sections: Iterable[Section]) -> Iterator[Turn]:
        items = [item for one in sections if one.part in TOLD for item in one.items]
        told = {now.address for item in items for now in item.newer if not (item.is_of_several and now in item.older)}
        found = (self._turn(one) for one in self.difference.positions if one.subject.iri not in told)
        yield from sorted(found, key=lambda one: (one.organization, code_order(one.subject.code), one.subject.name))

    def _on_the_whole(self, ratified: Collection[str]) -> Iterator[Turn]:
        found = map(self._turn, self.difference.ratifications)
        yield from (one for one in found if one.organization not in ratified)

    def _turn(self, one: PositionChange) -> Turn:
        organization = self._called(Iri(one.member.iri))
        before, now = (_stood(organization, stand) for stand in (one.before, one.after))
        subject = Named(address=one.subject.iri, code=one.subject.code, name=printed(one.subject.label))
        return Turn(organization=organization, subject=subject, before=before, now=now)

    def _ratified(self) -> Iterator[str]:
        for one in self.newer.positions.get(self.newer.framework, ()):
            member = self.newer.parties.members.get(one.organization)
            if one.taken is Position.RATIFY and member and member.is_a(Role.UNION):
                yield self._called(one.organization)


def _stood(organization: str, stand: Stand | None) -> Said | None:
    return Said(organization=organization, **stand.model_dump()) if stand else None
