"""The history of one thing: the positions on it as they were taken, and how all organizations stood after each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ontology.records import Endorsement, Iri, Position
from standards.agreement.statement import digest

Standing = Mapping[Iri, Endorsement]
"""The newest position of each organization, by its address; one that was taken back is among them."""


@dataclass(frozen=True)
class History:
    """What was ever said on a statement, or on the whole, the oldest first."""

    positions: tuple[Endorsement, ...] = ()

    @cached_property
    def newest(self) -> Standing:
        """How organizations stand now."""
        return {one.organization: one for one in self.positions}

    @property
    def seen(self) -> str:
        """Digest of how all organizations stand now: who writes a table puts it there, to be held against it later."""
        return _digest(self.newest)

    @cached_property
    def _before(self) -> Mapping[str, Standing]:
        """How organizations ever stood, by the digest of it."""
        shorter = (History(self.positions[:number]).newest for number in range(len(self.positions) + 1))
        return {_digest(standing): standing for standing in shorter}

    def then(self, seen: str) -> Standing | None:
        """Return how organizations stood when the digest was such, or began so; ``None`` where it never was."""
        return next((standing for known, standing in self._before.items() if known.startswith(seen.casefold())), None)

    def earlier(self, organization: Iri) -> tuple[Endorsement, ...]:
        """Return the positions of an organization that a later one of its own took the place of, the oldest first."""
        return tuple(one for one in self.positions if one.organization == organization)[:-1]


def content(one: Endorsement) -> tuple[str, ...]:
    """Return what a position says, and on which wording: two that are alike in this say the same."""
    return one.position, one.seen, one.wording.value if one.wording else "", one.reason or ""


def _digest(standing: Standing) -> str:
    said = (one for one in standing.values() if one.taken is not Position.WITHDRAW)
    return digest(sorted([one.organization, *content(one)] for one in said))
