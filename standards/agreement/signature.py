"""A signature: who decides or speaks, for whom, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from ontology.errors import InputError, NotFoundError
from ontology.identifiers import Identifiers
from ontology.records import Iri
from standards.agreement.state import Agreement
from standards.harmonizing.minting import minted
from standards.membership import REJOINED, former

AHEAD: Final = timedelta(days=1)
"""How far a moment may be beyond now: clocks differ, and what is later than all that follows would outweigh it."""


@dataclass(frozen=True)
class Signature:
    """Who decides, and when.

    Parameters
    ----------
    by
        Name of the person.
    on_behalf_of
        Name, slug or address of the member that the person speaks for; may be empty.
    at
        With time zone, and at most `AHEAD` from now; now, where none is given.

    Raises
    ------
    InputError
        Where nobody is named, or the moment is none that can be.
    """

    by: str
    on_behalf_of: str = ""
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __post_init__(self) -> None:
        if not self.by.strip():
            message = "nobody is named; say with --by who decides"
            raise InputError(message)
        if self.at.tzinfo is None:
            message = f"{self._when} has no time zone; give one: {self.at.isoformat()}+00:00"
            raise InputError(message)
        if self.at > (now := datetime.now(UTC)) + AHEAD:
            message = (
                f"{self._when} is more than a day from now ({now:%Y-%m-%dT%H:%M}+00:00), and what is decided counts in "
                "the order of its times; correct the moment, or the clock of this machine"
            )
            raise InputError(message)

    @property
    def _when(self) -> str:
        return f"{self.at.isoformat()}, when {self.name} signs,"

    @property
    def name(self) -> str:
        """The name with single spaces."""
        return " ".join(self.by.split())

    def decider(self, identifiers: Identifiers, agreement: Agreement, organization: Iri | None) -> Iri:
        """Return the address of the person, as who speaks for an organization or for none."""
        return minted(identifiers, agreement.slug, "person", self.name, organization or "")

    def organization(self, agreement: Agreement) -> Iri | None:
        """Return the address of the member that the person speaks for.

        Raises
        ------
        NotFoundError
            With the members there are.
        """
        if not self.on_behalf_of:
            return None
        found = agreement.parties.find(self.on_behalf_of)
        if found is None and (gone := agreement.parties.former(self.on_behalf_of)):
            message = f"{self.on_behalf_of!r} {former(gone.left)}: nobody decides for it; leave --for out; {REJOINED}"
            raise NotFoundError(message)
        if found is None:
            there = ", ".join(str(one.label) for one in agreement.parties.members.values()) or "none"
            message = f"{self.on_behalf_of!r} is no member of {agreement.slug}; members are {there}"
            raise NotFoundError(message)
        return found.iri
