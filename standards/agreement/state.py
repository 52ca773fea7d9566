"""The state of an agreement: what each statement reads, who stands how to it, and whether the whole can be ratified."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from ontology.records import Candidate, Competency, Decision, DecisionKind, Endorsement, Iri, Position, Support, Voice
from ontology.report import Finding, Report, Severity
from standards.agreement.log import Log, standing_positions
from standards.agreement.parties import Parties
from standards.agreement.quorum import judged
from standards.agreement.replay import Replayed, proposed, replay
from standards.agreement.statement import Statement, digest
from standards.agreement.tally import Ballot, Status, Tally
from standards.harmonizing import support_of

WAITING: Final = (Status.ACCEPTED, Status.CONTESTED)
"""What is meant to be in the standard and is not agreed."""


@dataclass(frozen=True)
class Agreement:
    """A proposal with all that was decided and said of it, from which everything else is computed.

    Parameters
    ----------
    slug, standard
        Of the partnership, and the address of its framework.
    ballot
        Who counts, and by which rule.
    items
        The competencies that the working copy has or that were ever published, by address.
    published
        Digests of the wordings that the version in force has a candidate with, by its address.
    """

    slug: str
    standard: Iri
    candidates: tuple[Candidate, ...]
    voices: tuple[Voice, ...]
    log: Log
    ballot: Ballot
    items: Mapping[Iri, Competency] = field(default_factory=dict)
    published: Mapping[Iri, Collection[str]] = field(default_factory=dict)

    @property
    def parties(self) -> Parties:
        """The members of the partnership."""
        return self.ballot.parties

    @cached_property
    def replayed(self) -> Replayed:
        """The statements after all decisions that count."""
        return replay(proposed(self.candidates, self.voices), self.log.decisions)

    @property
    def statements(self) -> Mapping[Iri, Statement]:
        """The statements by address."""
        return self.replayed.statements

    @cached_property
    def voice(self) -> Mapping[Iri, Voice]:
        """The voices by address."""
        return {voice.iri: voice for voice in self.voices}

    def support(self, one: Statement) -> Support:
        """Return how many of the firms say a statement, after all that was decided."""
        saying = {self.voice[iri].firm for iri in one.voices}
        return support_of(len(saying), len({voice.firm for voice in self.voices}))

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """The category of every code that was ever used for a competency of the standard or given to a statement."""
        given = {one.code: one.category for one in self.log.decisions if one.code}
        own = {one.notation: one.category for one in self.items.values() if one.notation}
        return {code: category.value if category else "" for code, category in sorted({**given, **own}.items())}

    def owners(self, code: str) -> set[Iri]:
        """Return the statements and competencies that a code is of, or ever was."""
        given = {_named(one) for one in self.log.decisions if one.code == code}
        return given | {one.iri for one in self.items.values() if one.notation == code}

    @cached_property
    def published_as(self) -> Mapping[Iri, tuple[Iri, ...]]:
        """The competencies that came from each candidate."""
        found: dict[Iri, list[Iri]] = {}
        for one in self.items.values():
            for candidate in one.derived_from:
                found.setdefault(candidate, []).append(one.iri)
        return {candidate: tuple(sorted(items)) for candidate, items in found.items()}

    @cached_property
    def positions(self) -> Mapping[Iri, tuple[Endorsement, ...]]:
        """The newest position of each organization, by what it is about."""
        found: dict[Iri, list[Endorsement]] = {}
        for one in standing_positions(self.log.endorsements):
            found.setdefault(one.subject, []).append(one)
        return {subject: tuple(said) for subject, said in found.items()}

    @cached_property
    def tallies(self) -> Mapping[Iri, Tally]:
        """How the parties stand to each statement, by its address."""
        return {
            iri: self.ballot.tally(one, self.positions.get(iri, ()), self.published.get(iri, ()))
            for iri, one in self.statements.items()
        }

    def of(self, *statuses: Status) -> list[Statement]:
        """Return the statements that stand so, by address."""
        return [one for iri, one in self.statements.items() if self.tallies[iri].status in statuses]

    @property
    def agreed(self) -> list[Statement]:
        """What goes into the standard, by address."""
        return self.of(Status.AGREED)

    @property
    def seen(self) -> str:
        """Digest of all that is agreed: a ratification holds as long as this stays the same."""
        needs = {one.iri: [[n.occupation, n.level, n.importance, n.relation] for n in one.needs] for one in self.agreed}
        return digest([[one.iri, one.seen, one.code, needs[one.iri]] for one in self.agreed])

    @cached_property
    def ratifications(self) -> tuple[Endorsement, ...]:
        """How members stand to the whole as it is now."""
        said = self.positions.get(self.standard, ())
        return tuple(one for one in said if one.organization in self.parties.members and one.seen == self.seen)

    @cached_property
    def reopened(self) -> tuple[Endorsement, ...]:
        """Ratifications and refusals of members on what was agreed before; they are asked again."""
        said = self.positions.get(self.standard, ())
        return tuple(one for one in said if one.organization in self.parties.members and one.seen != self.seen)

    @cached_property
    def departed(self) -> tuple[Iri, ...]:
        """Organizations that have spoken or whose words are in it, and that are no members any more."""
        spoken = {one.organization for said in self.positions.values() for one in said}
        spoken |= {voice.firm for voice in self.voices}
        return tuple(sorted(spoken - self.parties.members.keys()))

    def findings(self) -> Report:
        """Return what is wrong with the rule itself."""
        return Report(judged(self.ballot.quorum, self.parties, self.ballot.employment))

    def obstacles(self) -> Iterator[Finding]:
        """Yield what stands in the way of ratifying the standard."""
        yield from (finding for finding in self.findings() if finding.severity is Severity.ERROR)
        if not self.agreed:
            remedy = f"Decide and take positions: `ladderworks standard agreement {self.slug} -o FILE.xlsx`"
            yield _obstacle("nothing-agreed", self.slug, "no statement is agreed", remedy)
        for one in self.of(*WAITING):
            tally = self.tallies[one.iri]
            message = f"it is {tally.status} and not agreed: {self.ballot.missing(tally)}"
            remedy = "Reword or reject it" if tally.status is Status.CONTESTED else "Win the voices, or reject it"
            yield _obstacle(
                "not-agreed", f"{one.code}: {one.wording}" if one.code else str(one.wording), message, remedy
            )
        yield from self._unratified()

    def _unratified(self) -> Iterator[Finding]:
        """Yield which unions have not ratified the whole, where more of them must."""
        unions = {union.iri for union in self.parties.unions}
        ratified = {one.organization for one in self.ratifications if one.taken is Position.RATIFY} & unions
        if len(ratified) >= self.ballot.quorum.unions_asked(self.parties):
            return
        for union in sorted(unions - ratified):
            message = f"the union has not ratified it{self._said(union)}"
            remedy = f"Let it take a position on the whole: `ladderworks standard position {self.slug} FILE --by NAME`"
            yield _obstacle("not-ratified", self.parties.name(union), message, remedy)

    def _said(self, union: Iri) -> str:
        for one in self.ratifications:
            if one.organization == union and one.taken is Position.REFUSE:
                return f": it refuses, because {one.reason}"
        if any(one.organization == union for one in self.reopened):
            return " as it reads now; it spoke of what was agreed before"
        return ""


def _obstacle(code: str, value: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, value=value, message=message, remedy=remedy)


def _named(decision: Decision) -> Iri:
    """Return the statement that a decision gives a code to."""
    split = decision.decided is DecisionKind.SPLIT and decision.into
    return split or decision.candidate
