"""The parties to an agreement: the members of the partnership that have a voice in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Final

from ontology.records import Iri, Organization, Role
from standards.headers import key

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

    def headed(self, organization: Iri) -> str:
        """Return what the column of an organization is called: its name, with its slug where two have that name."""
        name = self.name(organization)
        return f"{name} ({_slug(organization)})" if self._named[key(name)] > 1 else name

    @cached_property
    def _named(self) -> Counter[str]:
        """How many organizations have each name."""
        return Counter(key(one.label.value) for one in (*self.members.values(), *self.others.values()))

    def find(self, text: str) -> Organization | None:
        """Return the member that is meant by an address, its last part, or a name in any case of letters.

        Of two that have a name, the last part of the address behind it, in parentheses, names one.
        """
        found = self._meant(text)
        return found[0] if len(found) == 1 else None

    def namesakes(self, text: str) -> list[Organization]:
        """Return the members that a name may mean, where it may mean several."""
        found = self._meant(text)
        return found if len(found) > 1 else []

    def _meant(self, text: str) -> list[Organization]:
        """Return whom a text means; a name that several have means them all, unless it is written as one's slug."""
        written, asked = text.strip(), text.strip().casefold()
        labeled = _labeled(self.members, asked)
        slugs = (one for iri, one in self.members.items() if written in (iri, _slug(iri)))
        exact = (one for iri, one in self.members.items() if asked in (*_addresses(iri), self.headed(iri).casefold()))
        sure = list(islice(slugs, 1)) or (labeled if labeled[1:] else list(islice(exact, 1)) or labeled)
        return sure or self._like_a_header(text)

    def _like_a_header(self, text: str) -> list[Organization]:
        """Return whom a text means as the header of a column would, unless it is the name of an organization beside."""
        asked = "" if _labeled(self.others, text.strip().casefold()) else key(text)
        return [one for iri, one in self.members.items() if asked and asked in (key(_slug(iri)), key(one.label.value))]

    def former(self, text: str) -> Organization | None:
        """Return the organization that is a member no more and is meant so; ``None`` where none is."""
        if self._meant(text):
            return None
        asked = text.strip().casefold()
        exact = (one for iri, one in self.others.items() if asked in _addresses(iri))
        return next(exact, None) or next(iter(_labeled(self.others, asked)), None)

    def left(self, organization: Iri) -> date | None:
        """Return the last day of an organization as a member, where it is none any more and that day is known."""
        found = self.others.get(organization)
        return found.left if found else None

    def _of(self, role: Role) -> tuple[Organization, ...]:
        return tuple(one for one in self.members.values() if one.is_a(role))


def _slug(organization: Iri) -> str:
    return organization.rsplit("/", 1)[-1]


def _addresses(organization: Iri) -> tuple[str, str]:
    """Return the address of an organization and the last part of it, in small letters."""
    return organization.casefold(), _slug(organization).casefold()


def _labeled(organizations: Mapping[Iri, Organization], asked: str) -> list[Organization]:
    """Return the organizations that have a name, given in small letters."""
    return [one for one in organizations.values() if one.label.value.casefold() == asked]
