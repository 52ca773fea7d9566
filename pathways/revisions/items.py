"""The items of a revision: everything that a difference says of one thing, put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ontology.namespaces import CETERMS, short_name
from ontology.records.record import printed
from pathways.revisions.revision import Change, Demand, Item, Named, Part
from standards.differences import Difference
from standards.differences.difference import Changed, Succession, TextChange
from standards.differences.fields import Field
from standards.differences.kinds import ORGANIZATION
from standards.differences.need import Need, NeedChange
from standards.differences.succession import SuccessionKind
from standards.differences.thing import Thing

JOB: Final = "asked for in the job"

FIRST: Final = ("skill", "knowledge", "ability", "competency")
"""Kinds that stand before all others."""

HOW: Final[Mapping[SuccessionKind, str]] = {SuccessionKind.RECODED: "another address"}
"""How one thing follows on another, where that has another name here."""

LINKED: Final[Mapping[str, str]] = {
    str(CETERMS.assesses): "attests",
    str(CETERMS.isRequiredFor): "required for",
    str(CETERMS.hasOccupation): "done in",
    str(CETERMS.occupationType): "good for",
    str(CETERMS.teaches): "teaches",
    str(CETERMS.targetCompetency): "takes",
    str(CETERMS.hasWorkRole): "part of",
}
"""What links are called, where their field says less."""

Jobs = Callable[[str], tuple[str, ...]]
"""The firm's own jobs in an occupation, by its address."""


@dataclass
class Draft:
    """An item that is being put together.

    Parameters
    ----------
    addresses
        Of all things that it is of.
    """

    part: Part
    kind: str
    how: str = ""
    older: tuple[Named, ...] = ()
    newer: tuple[Named, ...] = ()
    changes: list[Change] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Addresses of all things that it is of."""
        return tuple(dict.fromkeys(one.address for one in (*self.newer, *self.older)))

    @property
    def ends(self) -> tuple[tuple[str, str], ...]:
        """Addresses of each thing before and now; where several became one or one several, empty where it was not."""
        older, newer = ([one.address for one in side] for side in (self.older, self.newer))
        if max(len(older), len(newer)) <= 1:
            return (("".join(older), "".join(newer)),)
        return tuple((one if one in older else "", one if one in newer else "") for one in self.addresses)

    def item(self) -> Item:
        """Return it as it is now."""
        return Item(
            kind=self.kind,
            how=self.how,
            older=self.older,
            newer=self.newer,
            changes=tuple(self.changes),
            demands=tuple(self.demands),
        )

    @property
    def place(self) -> tuple[bool, str, str]:
        """Where it stands among others: competencies first, by code and name."""
        named = self.item().named
        return self.kind not in FIRST, named.code, named.name


@dataclass(frozen=True)
class Drafts:
    """The items of a difference.

    Parameters
    ----------
    before, after
        What each thing says in full in the older and in the newer release, by address, as far as it is known.
    jobs
        Own jobs of the firm that reads.
    """

    difference: Difference
    before: Mapping[str, str]
    after: Mapping[str, str]
    jobs: Jobs

    def all(self) -> list[Draft]:
        """Return all items, in order, but organizations, which stand among those who take part."""
        drafts = [*self._new(), *self._followed(), *self._dropped()]
        by_address = {address: draft for draft in drafts for address in draft.addresses}
        for one in self.difference.changed:
            if changes := [*_changes(one)]:
                part = Part.REWORDED if one.has_other_meaning else Part.OTHER
                found = by_address.setdefault(one.thing.iri, self._kept(part, one.thing))
                found.changes += changes
        for need in self.difference.needs:
            found = by_address.setdefault(need.competency.iri, self._kept(Part.ASKED, need.competency))
            found.demands.append(self._demand(need))
        for job in self.difference.jobs:
            found = by_address.setdefault(job.competency.iri, self._kept(Part.ASKED, job.competency))
            found.changes.append(Change(field=JOB, before=(job.before,), after=(job.after,)))
        told = {id(draft): draft for draft in by_address.values() if draft.kind != ORGANIZATION}
        return sorted(told.values(), key=lambda one: one.place)

    def _new(self) -> Iterator[Draft]:
        for one in self.difference.added:
            yield Draft(Part.NEW, one.kind, newer=(self._now(one),))

    def _dropped(self) -> Iterator[Draft]:
        removed = (one.thing for one in self.difference.removed)
        withdrawn = (one.thing for one in self.difference.only_withdrawn)
        for one in (*removed, *withdrawn):
            yield Draft(Part.DROPPED, one.kind, older=(self._then(one),))

    def _followed(self) -> Iterator[Draft]:
        for one in self.difference.successions:
            part = Part.OTHER if one.kind is SuccessionKind.RECODED else Part.FOLLOWED
            yield Draft(part, _whole(one).kind, HOW.get(one.kind, one.kind.value), *self._ends(one))

    def _ends(self, one: Succession) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
        return tuple(map(self._then, one.older)), tuple(map(self._now, one.newer))

    def _kept(self, part: Part, one: Thing) -> Draft:
        """Return the item of a thing that both have."""
        return Draft(part, one.kind, older=(self._then(one),), newer=(self._now(one),))

    def _demand(self, need: NeedChange) -> Demand:
        return Demand(
            occupation=printed(need.occupation.label),
            of=need.competency.code or printed(need.competency.label),
            before=demand_words(need.before),
            after=demand_words(need.after),
            jobs=self.jobs(need.occupation.iri),
        )

    def _now(self, one: Thing) -> Named:
        return _named(one, self.after)

    def _then(self, one: Thing) -> Named:
        return _named(one, self.before)


def _named(one: Thing, texts: Mapping[str, str]) -> Named:
    """Return a thing as it is named; what it says in full only where that is not its name again."""
    name, text = printed(one.label), texts.get(one.iri, "")
    return Named(address=one.iri, code=one.code, name=name, text="" if printed(text) == name else text)


def _whole(one: Succession) -> Thing:
    return one.older[0] if one.kind is SuccessionKind.SPLIT else one.newer[0]


def _changes(one: Changed) -> Iterator[Change]:
    """Yield what was changed of a thing, but what is told of other things."""
    for text in _texts(one):
        yield Change(field=_field(text.field.value, text.language), before=text.before, after=text.after)
    for value in one.values:
        before, after = (tuple(map(short_name, side)) for side in (value.before, value.after))
        yield Change(field=value.field.value, before=before, after=after)
    for link in one.links:
        called = LINKED.get(link.property, link.field.value)
        yield Change(field=called, before=_called(link.before), after=_called(link.after))


def _texts(one: Changed) -> Iterator[TextChange]:
    """Yield which texts were changed: of a label and a statement that read the same before and after, the statement."""
    told = {(text.language, text.before, text.after) for text in one.texts if text.field is Field.STATEMENT}
    for text in one.texts:
        if text.field is not Field.LABEL or (text.language, text.before, text.after) not in told:
            yield text


def _field(name: str, language: str) -> str:
    return name if language in ("", "en") else f"{name} ({language})"


def _called(things: Iterable[Thing]) -> tuple[str, ...]:
    return tuple(printed(thing.called) for thing in things)


def demand_words(need: Need | None) -> str:
    """Return how an occupation asks for something, in words; ``asked for``, where nothing more is known.

    Example
    -------
    >>> demand_words(Need(relation="essential", level=3.5)), demand_words(Need()), demand_words(None)
    ('essential, level 3.5', 'asked for', '')
    """
    if need is None:
        return ""
    numbers = (("importance", need.importance), ("level", need.level))
    rated = (f"{name} {number:g}" for name, number in numbers if number is not None)
    return ", ".join(filter(None, (need.relation, *rated))) or "asked for"
