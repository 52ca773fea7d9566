"""Lineage: which competency each agreed statement is, which it takes the place of, and what became of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ontology.identifiers import Identifiers
from ontology.records import Competency, Credential, Iri, Record, WorkTask, rdf_fields
from standards.agreement import Agreement, Statement
from standards.publishing.footing import Footings

LEADING: Final = (Competency, Credential, WorkTask)
"""Records that lead to competencies of the standard."""

FORMER: Final = ("revises", "generated_by")
"""Fields that lead to what was there before."""


@dataclass(frozen=True)
class Lineage:
    """The competencies that statements become, beside those that there were before.

    Parameters
    ----------
    statements
        Those that the version has.
    published
        The competencies that any version ever had, each with the place of the first that had it, 0 for the oldest.
    footings
        What the versions rest on that were published.
    """

    agreement: Agreement
    identifiers: Identifiers
    statements: tuple[Statement, ...]
    published: Mapping[Iri, int]
    footings: Footings

    @cached_property
    def addresses(self) -> Mapping[Iri, Iri]:
        """The competency of each agreed statement: what it was published as, what it stands for, or its code's."""
        found: dict[Iri, Iri] = {}
        taken: set[Iri] = set()
        for one in self.statements:
            found[one.iri] = next(iri for iri in (*self._known_as(one), self._minted(one)) if iri not in taken)
            taken.add(found[one.iri])
        return found

    def _minted(self, one: Statement) -> Iri:
        local = one.code or self.identifiers.local(next(iter(self.accepted_by(one)), one.iri))
        return Iri(self.identifiers.mint(self.agreement.slug, local))

    def accepted_by(self, one: Statement) -> tuple[Iri, ...]:
        """Return the decision that first accepted a statement: what came of it is known by that in later rounds.

        The address of the statement itself follows from a firm's own words, so that guesses could be tried on it.
        """
        first = self.agreement.log.accepting.get(one.iri)
        return (first,) if first else ()

    def _known_as(self, one: Statement) -> Iterator[Iri]:
        """Yield the competencies that a statement was published as, or stood for."""
        yield from self.agreement.published_as.get(one.iri, ())
        if one.stands_for:
            yield one.stands_for

    # --- What was there before --------------------------------------------------------

    def revised(self, one: Statement, item: Competency) -> tuple[Iri, ...]:
        """Return what a competency takes the place of: what was merged into it, and what it was split off from.

        It was split off from what a version had before it: what both came with for the first time, neither replaces.
        """
        merged = {known for each in self._merged.get(one.iri, ()) for known in self._known_as(each)}
        whole = self.agreement.statements.get(one.split_from) if one.split_from else None
        parted = {known for known in (self._known_as(whole) if whole else ()) if self._was_before(known, item)}
        found = (merged | parted) & self.published.keys()
        return tuple(sorted({*item.revises, *found} - {item.iri}))

    @cached_property
    def _merged(self) -> Mapping[Iri, list[Statement]]:
        """The statements that were merged into each."""
        found: dict[Iri, list[Statement]] = defaultdict(list)
        for each in self.agreement.statements.values():
            if each.into:
                found[each.into].append(each)
        return found

    def _was_before(self, known: Iri, item: Competency) -> bool:
        """Whether a competency was published earlier than another, which may be new."""
        first, own = self.published.get(known), self.published.get(item.iri)
        return first is not None and (own is None or first < own)

    @cached_property
    def known(self) -> Mapping[Iri, frozenset[Iri]]:
        """The published competencies that each statement is, or takes the place of for the first time, by its address.

        What went into it before the newest version is in what that rests on already.
        """
        return {one.iri: self._known(self.addresses[one.iri]) for one in self.statements}

    def _known(self, own: Iri) -> frozenset[Iri]:
        item = self.agreement.items.get(own)
        former = item.revises if item and not self.footings.knows(own) else ()
        return frozenset({own, *(self.footings.live & {*self._placed.get(own, ()), *former})})

    # --- What became of it ------------------------------------------------------------

    @cached_property
    def places(self) -> Mapping[Iri, Iri | None]:
        """What each competency that there was is in the version: itself, what it went into, or nothing."""
        kept = set(self.addresses.values())
        found = {item: item if item in kept else None for item in self.agreement.items}
        for one in self.agreement.statements.values():
            last = one
            while last.into:
                last = self.agreement.statements[last.into]
            for known in () if last == one else self._known_as(one):
                found[known] = found.get(known) or self.addresses.get(last.iri)
        return found

    @cached_property
    def _placed(self) -> Mapping[Iri, list[Iri]]:
        """The competencies that are in the place of each of the version."""
        found: dict[Iri, list[Iri]] = defaultdict(list)
        for known, place in self.places.items():
            if place:
                found[place].append(known)
        return found

    def placed(self, record: Record) -> Record:
        """Return a record that leads only to competencies that are in the version."""
        if not isinstance(record, LEADING):
            return record
        told = {name: getattr(record, name) for name, field in rdf_fields(type(record)).items() if field.many}
        said = {name: links for name, links in told.items() if links and name not in FORMER}
        changed = {name: tuple(dict.fromkeys(filter(None, map(self._place, links)))) for name, links in said.items()}
        return record.model_copy(update={name: links for name, links in changed.items() if links != said[name]})

    def _place(self, value: object) -> object:
        return self.places.get(value, value) if isinstance(value, Iri) else value
