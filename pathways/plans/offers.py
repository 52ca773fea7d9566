"""Offers: the courses and credentials that a plan can be made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri
from pathways.plans.conditions import ALWAYS, Condition

CREDIT_HOURS: Final = 30.0
"""Hours of work, in class and at home, that a credit stands for: a credit of a quarter, of which a term has 15."""

UNKNOWN_HOURS: Final = 40.0
"""Hours that are assumed, to compare, of what says neither hours nor credits."""


class OfferKind(StrEnum):
    """What is offered."""

    COURSE = "course"
    CREDENTIAL = "credential"
    APPRENTICESHIP = "apprenticeship"
    """Paid work, with instruction."""


class Offer(Frozen):
    """A course or a credential.

    Parameters
    ----------
    code
        As the college has it; empty where it has none.
    covers
        Addresses of the competencies that are learned with it.
    attests
        Addresses of the competencies that its holders have shown, also where it teaches none of them.
    suggested
        Those of the covered that a machine found in the outcomes of a course and nobody confirmed: confidence, 0 to 1.
    credits, hours, cost
        ``None`` where nobody says; cost is in US dollars.
    requires
        What must be there first.
    outside
        Prerequisites that are in no catalog here, as the college writes them; they are said and not planned.
    excludes
        What cannot be had beside it.
    provider
        Who offers it.
    note
        What else is known of it, in words.
    stacks_on
        Credentials that this one includes: whoever has this one need not have those.
    """

    iri: Iri
    label: Annotated[str, Field(min_length=1, max_length=500)]
    kind: OfferKind = OfferKind.COURSE
    code: str = ""
    covers: Annotated[tuple[Iri, ...], Field(max_length=500)] = ()
    attests: Annotated[tuple[Iri, ...], Field(max_length=500)] = ()
    suggested: Mapping[Iri, float] = {}
    credits: Annotated[float | None, Field(ge=0, le=1000, allow_inf_nan=False)] = None
    hours: Annotated[float | None, Field(ge=0, le=1_000_000, allow_inf_nan=False)] = None
    cost: Annotated[float | None, Field(ge=0, le=1_000_000_000, allow_inf_nan=False)] = None
    requires: Condition = ALWAYS
    outside: tuple[str, ...] = ()
    excludes: Annotated[tuple[Iri, ...], Field(max_length=50)] = ()
    provider: str = ""
    note: str = ""
    stacks_on: tuple[Iri, ...] = ()

    @property
    def name(self) -> str:
        """Return code and label.

        Example
        -------
        >>> Offer(iri="http://x/a", label="Industrial Electricity", code="ICT 110").name
        'ICT 110 Industrial Electricity'
        """
        return f"{self.code} {self.label}".strip()

    @property
    def known_hours(self) -> float | None:
        """Return the hours that it takes, those of its credits where it says no hours; ``None`` where it says neither.

        Example
        -------
        >>> Offer(iri="http://x/a", label="Welding", credits=5).known_hours
        150.0
        """
        if self.hours is not None:
            return self.hours
        return None if self.credits is None else self.credits * CREDIT_HOURS

    @property
    def weight(self) -> float:
        """Return its hours and one more, so that of two plans as long the one of fewer parts is the lighter."""
        hours = self.known_hours
        return 1 + (UNKNOWN_HOURS if hours is None else hours)


def offers_by_iri(offers: Iterable[Offer]) -> dict[str, Offer]:
    """Return offers by address, the first of those that share one."""
    found: dict[str, Offer] = {}
    for offer in offers:
        found.setdefault(offer.iri, offer)
    return found


def attainable(offers: Mapping[str, Offer], held: Collection[str], chosen: Collection[str] | None = None) -> list[str]:
    """Return which offers can be had one after another, in such an order; those held are none of them.

    What something held excludes, or what excludes it, cannot be had.

    Parameters
    ----------
    held
        Addresses of what a person has.
    chosen
        Of which offers; of all where ``None``.

    Example
    -------
    >>> first, second = Offer(iri="http://x/a", label="A"), Offer(
    ...     iri="http://x/b", label="B", requires=Condition(members=("http://x/a",)))
    >>> attainable({"http://x/b": second, "http://x/a": first}, ())
    ['http://x/a', 'http://x/b']
    """
    there, order = set(held), list[str]()
    asked = [iri for iri in (offers if chosen is None else chosen) if iri not in there]
    barred = barred_by(offers, held, asked)
    waiting = [iri for iri in asked if iri not in barred]
    credits = credits_of(offers, (*there, *waiting))
    while waiting:
        ready = [iri for iri in waiting if offers[iri].requires.met(there, credits)]
        if not ready:
            break
        order += ready
        there.update(ready)
        waiting = [iri for iri in waiting if iri not in there]
    return order


def barred_by(offers: Mapping[str, Offer], held: Collection[str], asked: Iterable[str]) -> dict[str, str]:
    """Return by offer what a person has that it cannot be had beside: one of the two excludes the other.

    Example
    -------
    >>> a = Offer(iri="http://x/a", label="A", excludes=("http://x/b",))
    >>> b, c = (Offer(iri=f"http://x/{name}", label=name) for name in "bc")
    >>> barred_by({one.iri: one for one in (a, b, c)}, {"http://x/a"}, ["http://x/b", "http://x/c"])
    {'http://x/b': 'http://x/a'}
    """
    by_held: dict[str, str] = {other: iri for iri in sorted(held) if iri in offers for other in offers[iri].excludes}
    pairs = ((iri, next((x for x in offers[iri].excludes if x in held), by_held.get(iri, ""))) for iri in asked)
    return {iri: other for iri, other in pairs if other and iri != other}


def credits_of(offers: Mapping[str, Offer], asked: Iterable[str]) -> dict[str, float]:
    """Return credits by address, of those asked for that are offers and have any."""
    return {iri: credits for iri in asked if iri in offers and (credits := offers[iri].credits)}


def needed_by(offers: Mapping[str, Offer], wanted: Iterable[str]) -> list[str]:
    """Return some offers and whatever their conditions name, directly or not, each once."""
    found: dict[str, None] = {}
    waiting: Sequence[str] = [iri for iri in wanted if iri in offers]
    while waiting:
        found.update(dict.fromkeys(waiting))
        leaves = (leaf for iri in waiting for leaf in offers[iri].requires.leaves())
        waiting = [leaf for leaf in dict.fromkeys(leaves) if leaf in offers and leaf not in found]
    return list(found)
