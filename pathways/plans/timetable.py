"""The timetable of a plan: what is chosen, rung by rung and term by term."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pathways.plans.choice import Choice
from pathways.plans.milestones import milestones
from pathways.plans.offers import Offer, OfferKind
from pathways.plans.plan import Part, Stage, Taught, Term
from pathways.plans.terms import terms


@dataclass(frozen=True)
class Timetable:
    """The terms of a choice."""

    choice: Choice

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """Return each rung with what neither the person nor an earlier rung brings, and what it requires."""
        way, choice = self.choice.way, self.choice
        return tuple(
            Stage(
                rung=way.reference(place),
                balance=balance,
                education=way.snapshot.education(place),
                license=way.snapshot.license(place),
                required=tuple(map(choice.offered, choice.required(way.snapshot.occupations[place].iri))),
                milestones=milestones(choice, at),
            )
            for at, (place, balance) in enumerate(zip(way.places, way.balances, strict=True))
        )

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Return the chosen offers stage by stage, term by term."""
        found, done, taught = list[Term](), set(self.choice.there), set[str]()
        for stage, chosen in zip(self.stages, self._by_stage(), strict=True):
            for parts in terms(self.choice.offers, chosen, done):
                found.append(self._term(len(found) + 1, stage, parts, taught))
                done.update(parts)
            taught.update(competency for iri in chosen for competency in self.choice.offers[iri].covers)
        return tuple(found)

    def _by_stage(self) -> list[list[str]]:
        """Return the chosen offers by the first stage that needs them, or what needs them."""
        entries = self.choice.entries
        left, found = list(self.choice.cover.chosen), list[list[str]]()
        for at, stage in enumerate(self.stages):
            wanted = {need.competency for need in stage.balance.planned}
            required = {*(reference.iri for reference in stage.required), *entries.into(self.choice.way.places[at])}
            last = at == len(self.stages) - 1
            wanted -= {competency for iri in required if iri in left for competency in self.choice.offers[iri].covers}
            own = [iri for iri in left if last or iri in required or self._serves(iri, wanted)]
            own = self._with_what_they_need(own, left)
            found.append(own)
            left = [iri for iri in left if iri not in own]
        return found

    def _serves(self, iri: str, wanted: Collection[str]) -> bool:
        """Return whether an offer teaches any of what a rung asks for; an apprenticeship belongs to its own rung."""
        offer = self.choice.offers[iri]
        return offer.kind is not OfferKind.APPRENTICESHIP and not set(wanted).isdisjoint(offer.covers)

    def _with_what_they_need(self, own: Collection[str], left: Sequence[str]) -> list[str]:
        needed = set(own)
        for iri in reversed(left):
            if iri in needed:
                needed.update(leaf for leaf in self.choice.offers[iri].requires.leaves() if leaf in left)
        return [iri for iri in left if iri in needed]

    def _term(self, number: int, stage: Stage, chosen: Iterable[str], taught: Collection[str]) -> Term:
        parts = tuple(self._part(iri, taught) for iri in chosen)
        return Term(
            number=number,
            toward=stage.rung,
            parts=parts,
            credits=sum(part.credits or 0 for part in parts),
            hours=sum(part.hours or 0 for part in parts),
        )

    def _part(self, iri: str, taught: Collection[str]) -> Part:
        """Return a part of the plan.

        Parameters
        ----------
        taught
            What is taught on the way to an earlier rung.
        """
        offer = self.choice.offers[iri]
        leaves = dict.fromkeys(offer.requires.leaves())
        there = [leaf for leaf in leaves if leaf in self.choice.cover.chosen or leaf in self.choice.there]
        return Part(
            iri=offer.iri,
            name=offer.name,
            kind=offer.kind,
            provider=offer.provider,
            covers=tuple(found for found in self._taught(offer) if found.competency not in taught),
            required=iri in self.choice.covering.required,
            before=tuple(self.choice.name(leaf) for leaf in there),
            conditions=tuple(dict.fromkeys(offer.requires.said())),
            outside=offer.outside,
            note=offer.note,
            credits=offer.credits,
            hours=offer.known_hours,
            cost=offer.cost,
        )

    def _taught(self, offer: Offer) -> Iterable[Taught]:
        for competency in offer.covers:
            if competency in self.choice.covering.wanted:
                label = self.choice.way.known.labels[competency]
                yield Taught(competency=competency, label=label, confidence=offer.suggested.get(competency))
