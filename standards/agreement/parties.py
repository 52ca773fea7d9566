"""The parties to an agreement: the members of the partnership that have a voice in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from ontology.records import Iri, Organization, Role

SPEAKING: Final = (Role.FIRM, Role.UNION, Role.COLLEGE)
"""Roles whose organizations take positions; conveners and agencies keep the minutes."""


@dataclass(frozen=True)
class Parties:
    """The members of a partnership, and other organizations that are known.

    Parameters
    ----------
    members
        By address.
    others
        Organizations that are no members, or no longer, by address.
    """

    members: Mapping[Iri, Organization]
    others: Mapping[Iri, Organization]

    @classmethod
    def of(cls, organizations: Iterable[Organization], members: Iterable[Iri]) -> Parties:
        """Tell members from others."""
        known = {one.iri: one for one in organizations}
        inside = set(members)
        return cls(
            {iri: one for iri, one in sorted(known.items()) if iri in inside},
            {iri: one for iri, one in sorted(known.items()) if iri not in inside},
        )

    @cached_property
    def firms(self) -> tuple[Organization, ...]:
        """The member firms, by address."""
        return self._of(Role.FIRM)

    @cached_property
    def unions(self) -> tuple[Organization, ...]:
        """The member unions, by address."""
        return self._of(Role.UNION)

    @cached_property
    def speaking(self) -> tuple[Organization, ...]:
        """All members that take positions, by address."""
        return tuple(one for one in self.members.values() if one.is_a(*SPEAKING))

    def name(self, organization: Iri) -> str:
        """Return what an organization is called; its address, where it is not known."""
        found = self.members.get(organization) or self.others.get(organization)
        return str(found.label) if found else organization

    def find(self, text: str) -> Organization | None:
        """Return the member that is meant by an address, its last part, or a name in any case of letters."""
        return _meant(self.members, text)

    def former(self, text: str) -> Organization | None:
        """Return the organization that is a member no more and is meant so; ``None`` where none is."""
        return None if self.find(text) else _meant(self.others, text)

    def left(self, organization: Iri) -> date | None:
        """Return the last day of an organization as a member, where it is none any more and that day is known."""
        found = self.others.get(organization)
        return found.left if found else None

    def _of(self, role: Role) -> tuple[Organization, ...]:
        return tuple(one for one in self.members.values() if one.is_a(role))


def _meant(organizations: Mapping[Iri, Organization], text: str) -> Organization | None:
    asked = text.strip().casefold()
    for one in organizations.values():
        if asked in (one.iri.casefold(), one.iri.rsplit("/", 1)[-1].casefold(), one.label.value.casefold()):
            return one
    return None
