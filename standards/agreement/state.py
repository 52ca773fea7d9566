"""The state of an agreement: what each statement reads, who stands how to it, and whether the whole can be ratified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from ontology.records import (
    Candidate,
    Competency,
    Decision,
    DecisionKind,
    Endorsement,
    Iri,
    Release,
    Support,
    Text,
    Voice,
)
from ontology.report import Report
from standards.agreement.history import History
from standards.agreement.log import Log, standing_positions
from standards.agreement.parties import Parties
from standards.agreement.quorum import judged
from standards.agreement.replay import Replayed, Statements, proposed, replay
from standards.agreement.requirements import Work
from standards.agreement.statement import Need, Statement, digest, wording_digest, words_of
from standards.agreement.tally import Ballot, Status, Tally
from standards.agreement.wordings import wordings_then
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
    occupations
        What those are called that the standard describes, by address.
    work
        The jobs of the member firms.
    in_force
        The newest version that was published and not withdrawn.
    near
        Other candidates that come near one without being joined, the nearest first, each with the likeness, 0 to 1.
    former_voices
        Whose words those were that decisions name and that are in the proposal no more, by the address of the voice.
    """

    slug: str
    standard: Iri
    candidates: tuple[Candidate, ...]
    voices: tuple[Voice, ...]
    log: Log
    ballot: Ballot
    items: Mapping[Iri, Competency] = field(default_factory=dict)
    published: Mapping[Iri, Collection[str]] = field(default_factory=dict)
    occupations: Mapping[Iri, str] = field(default_factory=dict)
    work: Work = field(default_factory=lambda: Work(()))
    in_force: Release | None = None
    near: Mapping[Iri, tuple[tuple[Candidate, float], ...]] = field(default_factory=dict)
    former_voices: Mapping[Iri, Iri] = field(default_factory=dict)

    @property
    def parties(self) -> Parties:
        """The members of the partnership."""
        return self.ballot.parties

    @cached_property
    def replayed(self) -> Replayed:
        """The statements after all decisions that count."""
        return replay(self.proposed, self.log.decisions)

    @cached_property
    def proposed(self) -> Mapping[Iri, Statement]:
        """The statements before anything was decided, by address."""
        return proposed(self.candidates, self.voices)

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
        saying = {self.voice[iri].firm for iri in one.voices} & self.heard
        return support_of(len(saying), len(self.heard))

    @cached_property
    def heard(self) -> frozenset[Iri]:
        """The members whose words are in the proposal."""
        return frozenset({voice.firm for voice in self.voices} & self.parties.members.keys())

    def needs(self, one: Statement) -> dict[Iri, Need]:
        """Return what each occupation needs of a statement as the member firms ask for it in their jobs."""
        said = [self.voice[iri].own_statement for iri in one.voices]
        return self.work.needs(said, {move.moved_from: move.moved_to for move in one.moves})

    @cached_property
    def wordings_then(self) -> Mapping[tuple[Iri, Iri], Text]:
        """What statements read before each decision, by the addresses of the decision and of the statement."""
        return wordings_then(self.proposed, self.log.decisions)

    @cached_property
    def wordings_by_digest(self) -> Mapping[str, Text]:
        """What was proposed, decided or published as the wording of a statement, by the digest of it."""
        said = [*(one.wording for one in self.proposed.values()), *(one.wording for one in self.log.decisions)]
        said += [one.statement or one.label for one in self.items.values()]
        return {wording_digest(wording): wording for wording in said if wording}

    @cached_property
    def jobs(self) -> Mapping[str, tuple[Iri, ...]]:
        """The jobs of the members by what they are called, in small letters."""
        found: dict[str, list[Iri]] = {}
        for job in self.work.jobs:
            found.setdefault(job.label.value.casefold(), []).append(job.iri)
        return {name: tuple(sorted(jobs)) for name, jobs in found.items()}

    @cached_property
    def occupations_called(self) -> Mapping[str, Iri]:
        """The occupations that the standard describes by what they are called, in small letters."""
        return {name.casefold(): iri for iri, name in self.occupations.items()}

    @cached_property
    def references(self) -> Mapping[str, Statement]:
        """The statements by what names one alone: address, last part of it and code, then wordings, now and before."""
        found: dict[str, Statement] = {}
        for one in self.statements.values():
            for name in (one.iri, one.iri.rsplit("/", 1)[-1], one.code):
                found.setdefault(name or one.iri, one)
        for words, one in (*_alone(self.statements, _wording), *_alone(self.statements, _proposed)):
            found.setdefault(words, one)
        return found

    @cached_property
    def wordy(self) -> Mapping[str, tuple[Iri, ...]]:
        """The statements that have a word, by the word."""
        found: dict[str, list[Iri]] = {}
        for one in self.statements.values():
            for word in words_of(one.wording.value):
                found.setdefault(word, []).append(one.iri)
        return {word: tuple(statements) for word, statements in found.items()}

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """The category of every code that was ever used for a competency of the standard or given to a statement."""
        given = {one.code: one.category for one in self.log.decisions if one.code}
        own = {one.notation: one.category for one in self.items.values() if one.notation}
        return {code: category.value if category else "" for code, category in sorted({**given, **own}.items())}

    @cached_property
    def owners(self) -> Mapping[str, frozenset[Iri]]:
        """The statements and competencies that each code is of, or ever was."""
        given = [(one.code, _named(one)) for one in self.log.decisions]
        found: dict[str, set[Iri]] = {}
        for code, owner in (*given, *((one.notation, one.iri) for one in self.items.values())):
            if code:
                found.setdefault(code, set()).add(owner)
        return {code: frozenset(owners) for code, owners in found.items()}

    @cached_property
    def published_as(self) -> Mapping[Iri, tuple[Iri, ...]]:
        """The competencies that came from each candidate."""
        found: dict[Iri, list[Iri]] = {}
        for one in self.items.values():
            for candidate in map(self.log.accepted.get, one.generated_by):
                if candidate:
                    found.setdefault(candidate, []).append(one.iri)
        return {candidate: tuple(sorted(items)) for candidate, items in found.items()}

    @cached_property
    def positions(self) -> Mapping[Iri, tuple[Endorsement, ...]]:
        """The newest position of each organization, by what it is about."""
        found: dict[Iri, list[Endorsement]] = {}
        for one in standing_positions(self.log.endorsements):
            found.setdefault(one.subject, []).append(one)
        return {subject: tuple(said) for subject, said in found.items()}

    def history(self, subject: Iri) -> History:
        """Return all that was ever said on a statement, or on the whole, by its address."""
        return self._histories.get(subject, History())

    @cached_property
    def _histories(self) -> Mapping[Iri, History]:
        found: dict[Iri, list[Endorsement]] = {}
        for one in sorted(self.log.endorsements, key=lambda one: (one.at, one.iri)):
            found.setdefault(one.subject, []).append(one)
        return {subject: History(tuple(said)) for subject, said in found.items()}

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

    @cached_property
    def seen(self) -> str:
        """Digest of all that is agreed, what firms ask for among it: a ratification holds as long as it stays the same.

        What changes of the firms' jobs in other occupations than those of the standard makes no difference.
        """
        return digest([[one.iri, one.called, one.code, self._asked(one)] for one in self.agreed])

    def _asked(self, one: Statement) -> list[object]:
        """Return what a digest has of what occupations need of a statement: of the firms, as decided, what moves."""
        asked = [need for occupation, need in sorted(self.needs(one).items()) if occupation in self.occupations]
        needs = [[[n.occupation, n.level, n.importance, n.relation] for n in each] for each in (asked, one.needs)]
        return [*needs, [[move.moved_from, move.moved_to] for move in one.moves]]

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

    @property
    def settled(self) -> str:
        """Name of the version in force, where nothing was decided or said since; empty otherwise."""
        if self.in_force is None or self.log.after(self.in_force.imported) > self.in_force.imported:
            return ""
        return self.in_force.version

    def findings(self) -> Report:
        """Return what is wrong with the rule itself."""
        return Report(judged(self.ballot.quorum, self.parties, self.ballot.employment))


def _alone(statements: Statements, wording: Callable[[Statement], Text]) -> list[tuple[str, Statement]]:
    """Return the wordings that one statement alone has, with it."""
    said = [(wording(one).value, one) for one in statements.values()]
    often = Counter(words for words, _ in said)
    return [(words, one) for words, one in said if often[words] == 1]


def _wording(one: Statement) -> Text:
    return one.wording


def _proposed(one: Statement) -> Text:
    return one.proposed


def _named(decision: Decision) -> Iri:
    """Return the statement that a decision gives a code to."""
    split = decision.decided is DecisionKind.SPLIT and decision.into
    return split or decision.candidate
