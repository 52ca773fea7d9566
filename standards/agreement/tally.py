"""The tally: how the organizations stand to one statement, and what follows from the quorum."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from ontology.records import Endorsement, Iri, Position
from standards.agreement.parties import Parties
from standards.agreement.quorum import Employment, Quorum, apart, carried
from standards.agreement.statement import Outcome, Statement

ADOPTING = (Position.ENDORSE, Position.ADOPT_WITH_CHANGE)


class Status(StrEnum):
    """Where a statement stands; it is computed, never typed."""

    PROPOSED = "proposed"
    """Nothing is decided of it."""
    ACCEPTED = "accepted"
    """It is to be in the standard, and waits for voices."""
    AGREED = "agreed"
    """It is to be in the standard, and the quorum is met, or it was published as it reads."""
    CONTESTED = "contested"
    """It is to be in the standard, and so many dissent that the quorum cannot be met."""
    REJECTED = "rejected"
    MERGED = "merged"

    @property
    def closed(self) -> bool:
        """Whether it is not to be in the standard by itself."""
        return self in (Status.REJECTED, Status.MERGED)


@dataclass(frozen=True)
class Tally:
    """How the parties stand to one statement.

    Parameters
    ----------
    positions
        Those that count: of members, on the wording that it has now; by organization.
    outdated
        Positions of members on a wording that it had before; they are asked again.
    departed
        Positions of organizations that are no members any more.
    adopters, dissenters, silent
        Firms: those that adopt it, also with a change; those that dissent; those that have not spoken on the wording
        that it has now, though they may have on an earlier one.
    share
        Of the known employment, 0 to 1, that the adopters have; ``None`` where none is known.
    """

    status: Status
    positions: tuple[Endorsement, ...]
    outdated: tuple[Endorsement, ...]
    departed: tuple[Endorsement, ...]
    adopters: tuple[Iri, ...]
    dissenters: tuple[Iri, ...]
    silent: tuple[Iri, ...]
    share: float | None


@dataclass(frozen=True)
class Ballot:
    """Who counts, and by which rule.

    Parameters
    ----------
    parties
        The members of the partnership.
    """

    parties: Parties
    quorum: Quorum
    employment: Employment

    def tally(self, statement: Statement, said: Iterable[Endorsement], published: Collection[str] = ()) -> Tally:
        """Return how the parties stand to a statement.

        Parameters
        ----------
        said
            The newest position of each organization on it.
        published
            Digests of the wordings that the version in force has it with; none where it has it not.
        """
        known = sorted(said, key=lambda one: one.organization)
        inside = [one for one in known if one.organization in self.parties.members]
        positions = tuple(one for one in inside if one.seen == statement.seen)
        adopters = self._firms(positions, ADOPTING)
        dissenters = self._firms(positions, (Position.DISSENT,))
        spoken = {one.organization for one in positions}
        return Tally(
            status=self._status(statement, adopters, dissenters, published),
            positions=positions,
            outdated=tuple(one for one in inside if one.seen != statement.seen),
            departed=tuple(one for one in known if one.organization not in self.parties.members),
            adopters=adopters,
            dissenters=dissenters,
            silent=tuple(firm.iri for firm in self.parties.firms if firm.iri not in spoken),
            share=self.employment.share(adopters),
        )

    def _firms(self, positions: Iterable[Endorsement], kinds: tuple[Position, ...]) -> tuple[Iri, ...]:
        firms = {firm.iri for firm in self.parties.firms}
        return tuple(one.organization for one in positions if one.organization in firms and one.taken in kinds)

    def _status(
        self, statement: Statement, adopters: tuple[Iri, ...], dissenters: tuple[Iri, ...], published: Collection[str]
    ) -> Status:
        if statement.outcome is not Outcome.ACCEPTED:
            return Status(statement.outcome)
        if carried(self.quorum, self.employment, adopters):
            return Status.AGREED
        possible = [firm.iri for firm in self.parties.firms if firm.iri not in dissenters]
        if dissenters and not carried(self.quorum, self.employment, possible):
            return Status.CONTESTED
        return Status.AGREED if statement.seen in published else Status.ACCEPTED

    def missing(self, tally: Tally) -> str:
        """Return in words what a statement lacks to be agreed; empty where it is.

        Who spoke on an earlier wording alone is told apart: they are to read it again, and not to be asked why they
        are silent.

        Example: ``1 more firm, 20% of the employment instead of 60%; not spoken: Tamarack PUD``.
        """
        if tally.status is Status.AGREED:
            return ""
        wanting = []
        if (firms := self.quorum.firms - len(tally.adopters)) > 0:
            wanting.append(f"{firms} more {'firm' if firms == 1 else 'firms'}")
        if self.quorum.employment and (tally.share or 0) < self.quorum.employment:
            share, asked = apart(tally.share or 0, self.quorum.employment)
            wanting.append(f"{share} of the employment instead of {asked}")
        before = {one.organization for one in tally.outdated}
        firms_by = {
            "not spoken": [firm for firm in tally.silent if firm not in before],
            "spoke on an earlier wording": [firm for firm in tally.silent if firm in before],
            "dissent": tally.dissenters,
        }
        told = [f"{how}: {', '.join(map(self.parties.name, firms))}" for how, firms in firms_by.items() if firms]
        return "; ".join([", ".join(wanting), *told] if wanting else told)
