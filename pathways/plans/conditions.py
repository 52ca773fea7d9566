"""Conditions: what must be there before a course or a credential can be had.

A condition names members and holds inner conditions, of all of which a number must be met, as CTDL's component
condition does (``ceterms:requiredNumber``); CTDL's condition profile asks for all its targets, and its alternative
conditions for one. So AND is all of several, OR is one of several, and everything between is n of m. A condition may
ask for credits besides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from pydantic import Field, field_validator

from ontology.frozen import Frozen
from ontology.records import Iri


class Condition(Frozen):
    """What must be there first; one without members and credits is always met.

    Parameters
    ----------
    members
        Addresses of courses, credentials or competencies, each once: one that is named twice counts once.
    conditions
        Inner ones.
    required
        How many of the members and inner conditions must be met; ``None`` for all of them.
    credits
        What the members that are there must add up to, at least.
    description
        The condition in the words of who asks for it.
    """

    members: Annotated[tuple[Iri, ...], Field(max_length=500)] = ()
    conditions: Annotated[tuple[Condition, ...], Field(max_length=50)] = ()
    required: Annotated[int | None, Field(ge=0)] = None
    credits: Annotated[float, Field(ge=0)] = 0.0
    description: Annotated[str, Field(max_length=1000)] = ""

    @field_validator("members")
    @classmethod
    def _once(cls, members: tuple[Iri, ...]) -> tuple[Iri, ...]:
        return tuple(dict.fromkeys(members))

    @property
    def size(self) -> int:
        """Return how many members and inner conditions there are."""
        return len(self.members) + len(self.conditions)

    @property
    def needed(self) -> int:
        """Return how many of them must be met."""
        return self.size if self.required is None else self.required

    def leaves(self) -> Iterator[Iri]:
        """Yield every member, also those of inner conditions."""
        yield from self.members
        for inner in self.conditions:
            yield from inner.leaves()

    def said(self) -> Iterator[str]:
        """Yield the descriptions, also those of inner conditions.

        Example
        -------
        >>> list(Condition(conditions=(Condition(description="two labs"),), description="ask the dean").said())
        ['ask the dean', 'two labs']
        """
        yield from filter(None, [self.description.strip()])
        for inner in self.conditions:
            yield from inner.said()

    def met(self, there: Collection[str], credits: Mapping[str, float]) -> bool:
        """Return whether what is there meets the condition.

        Parameters
        ----------
        there
            Addresses of what a person has.
        credits
            By address; what has none counts for nothing.

        Example
        -------
        >>> two_of_three = Condition(members=("http://x/a", "http://x/b", "http://x/c"), required=2)
        >>> two_of_three.met({"http://x/a"}, {}), two_of_three.met({"http://x/a", "http://x/c"}, {})
        (False, True)
        """
        counted = sum(member in there for member in self.members)
        counted += sum(inner.met(there, credits) for inner in self.conditions)
        if counted < self.needed or not self.credits:
            return counted >= self.needed
        return sum(credits.get(member, 0.0) for member in self.members if member in there) >= self.credits

    def impossible(self, credits: Mapping[str, float]) -> str:
        """Return why nothing at all can meet the condition, empty where something can.

        Example
        -------
        >>> Condition(members=("http://x/a", "http://x/b"), required=3).impossible({})
        'asks for 3 of 2'
        """
        if self.needed > self.size:
            return f"asks for {self.needed} of {self.size}"
        most = sum(credits.get(member, 0.0) for member in self.members)
        if self.credits > most:
            return f"asks for {self.credits:g} credits of courses that have {most:g}"
        spare = self.size - self.needed
        barred = [why for inner in self.conditions if (why := inner.impossible(credits))]
        return barred[0] if len(barred) > spare else ""


ALWAYS = Condition()
"""Met by everybody."""


def all_of(*members: Iri) -> Condition:
    """Return the condition that all of some members are there."""
    return Condition(members=members)
