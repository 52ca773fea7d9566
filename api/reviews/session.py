"""A review session: verdicts taken from a command, judged, and kept with the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from api.knowledge import Knowledge
from api.programs.curricula import find_curriculum
from api.programs.targets import find_target
from api.reviews.misplaced import MisplacedError
from ontology.errors import InputError, NotFoundError
from ontology.records import Review, Verdict
from ontology.report import Report
from ontology.store import KnowledgeBase
from pathways.amounts import count
from pathways.coverage import CurriculumMap, Target, align
from standards.archives import only_file
from standards.curricula import Curriculum
from standards.reviewing import (
    Decision,
    ReviewedProgram,
    ReviewState,
    Signature,
    Status,
    Suggested,
    judge,
    misplaced,
    program_release,
    read_decisions,
    read_rows,
    review_state,
    undone,
)
from standards.sssom import NO_TERM_FOUND


@dataclass(frozen=True)
class GivenVerdicts:
    """The verdicts that a command was given.

    Parameters
    ----------
    reviewer
        Who decides, where the file does not say it.
    file
        With decisions filled in.
    above
        Confidence from which everything that nobody has judged is accepted, 0 to 1; ``None`` accepts nothing so.
    one_by_one
        Outcome, competency and, where it is changed, the competency in its place, as written.
    comment
        For verdicts that have none in the file.
    settles
        Whether the verdicts by hand settle what reviewers disagreed on.
    unmatched
        Outcomes that teach nothing of the framework, as written.
    undo
        Whether the reviewer takes back what they gave last.
    """

    reviewer: str
    file: Path | None = None
    above: float | None = None
    one_by_one: tuple[tuple[Verdict, tuple[str, ...]], ...] = ()
    comment: str = ""
    settles: bool = False
    unmatched: tuple[str, ...] = ()
    undo: bool = False

    @property
    def anything(self) -> bool:
        """Whether any verdict is given at all, or taken back."""
        return self.undo or self.gives

    @property
    def gives(self) -> bool:
        """Whether any verdict is given."""
        return self.file is not None or self.above is not None or bool(self.one_by_one or self.unmatched)


@dataclass(frozen=True)
class ReviewSession:
    """A program under review, with what is suggested for it.

    Parameters
    ----------
    found
        The program held against the framework, as it is reviewed so far.
    """

    reviewed: ReviewedProgram
    target: Target
    found: CurriculumMap

    @classmethod
    def of(cls, knowledge: Knowledge, program: str, framework: str) -> ReviewSession:
        """Open the review of a stored program."""
        curriculum = find_curriculum(knowledge.base, program)
        return cls._held(knowledge.base, curriculum, find_target(knowledge.base, framework, knowledge.indexes))

    @classmethod
    def _held(cls, base: KnowledgeBase, curriculum: Curriculum, target: Target) -> ReviewSession:
        reviewed = ReviewedProgram.of(base, curriculum, target.own or target.name, target.index)
        return cls(reviewed, target, align(reviewed.curriculum, target, reviews=reviewed.reviews))

    def judge(self, given: GivenVerdicts) -> tuple[list[Review], Report]:
        """Return the reviews that are new, and what was found; where that has errors, none should be stored.

        Where verdicts are undone they are these, as taken back.
        """
        if given.undo:
            return self._undone(given), Report()
        report = Report()
        read = self._read(given, report)
        by_hand = [*read, *self._beside(read), *self._named(given)]
        signature = Signature(given.reviewer, self.reviewed.after(datetime.now(UTC)), given.settles)
        new, wrong = judge(self.reviewed, [*by_hand, *self._above(given, by_hand)], signature)
        return new, Report(sorted([*report, *wrong], key=lambda finding: finding.row or 0))

    def _undone(self, given: GivenVerdicts) -> list[Review]:
        if given.gives or given.settles:
            message = (
                "--undo takes back your own last verdicts and gives none: leave out the others, or give them after"
            )
            raise InputError(message)
        return undone(self.reviewed.reviews, given.reviewer, datetime.now(UTC))

    def store(self, reviews: list[Review]) -> ReviewSession:
        """Keep reviews in the graph of the program's release, and return the session with them."""
        base, program = self.reviewed.base, self.reviewed.curriculum.program.iri
        release = program_release(base, program)
        if release is None:
            raise NotFoundError(_unstored(program))
        base.amend(release, reviews)
        return self._held(base, self.reviewed.curriculum, self.target)

    def state(self) -> ReviewState:
        """Return how the review stands."""
        return review_state(self.reviewed, self._suggested())

    def _suggested(self) -> Iterator[Suggested]:
        for outcome in self.found.outcomes:
            for proposal in outcome.spoken:
                yield Suggested(outcome.iri, proposal.iri, proposal.label, proposal.confidence)

    def _read(self, given: GivenVerdicts, report: Report) -> list[Decision]:
        if given.file is None:
            return []
        file = only_file(given.file, "the decisions")
        decisions, problems = read_decisions(file)
        report.extend(problems)
        if not decisions and not problems.refused:
            raise self._undecided(read_rows(file), given)
        if found := misplaced(self.reviewed, decisions):
            raise MisplacedError(found, self.reviewed, self.target, str(given.file), given.reviewer)
        return [replace(one, comment=one.comment or given.comment) for one in decisions]

    def _undecided(self, rows: list[Decision], given: GivenVerdicts) -> InputError:
        """Return what is said of a file in which nothing is decided: whether it is the right one."""
        if found := misplaced(self.reviewed, rows):
            return MisplacedError(found, self.reviewed, self.target, str(given.file), given.reviewer, decided=False)
        outcomes = len({row.outcome for row in rows})
        about = f", though it is the right file: it has {count(outcomes, 'outcome')} of this program" if rows else ""
        return InputError(
            f"there are no decisions in {given.file}{about}; write yes, no or change into the column decision"
        )

    def _named(self, given: GivenVerdicts) -> Iterator[Decision]:
        """Yield the verdicts that are given one by one."""
        for verdict, (outcome, competency, *instead) in given.one_by_one:
            yield Decision(
                outcome=self.reviewed.outcome(outcome),
                competency=self.reviewed.judged(competency),
                verdict=verdict,
                instead="".join(instead),
                comment=given.comment,
            )
        for words in given.unmatched:
            yield from self._nothing(self.reviewed.outcome(words), given.comment)

    def _nothing(self, outcome: str, comment: str) -> Iterator[Decision]:
        """Yield that nothing is right for an outcome: what counts for it or comes near is rejected with it."""
        yield Decision(outcome, NO_TERM_FOUND, Verdict.UNMATCHED, comment=comment)
        for proposal in (p for one in self.found.outcomes if one.iri == outcome for p in one.shown):
            yield Decision(outcome, proposal.iri, Verdict.REJECTED, comment=comment, confidence=proposal.confidence)

    def _beside(self, read: list[Decision]) -> Iterator[Decision]:
        """Yield that what else is suggested is rejected too, where a row of a table says that nothing matches."""
        named = {(decision.outcome, decision.competency) for decision in read}
        for said in read:
            if said.verdict is Verdict.UNMATCHED and not said.exchanged:
                for implied in self._nothing(said.outcome, said.comment):
                    if (implied.outcome, implied.competency) not in named:
                        yield replace(implied, reviewer=said.reviewer, file=said.file, row=said.row, column=said.column)

    def _above(self, given: GivenVerdicts, by_hand: list[Decision]) -> Iterator[Decision]:
        """Yield what nobody has judged, from a confidence on; nothing where none is given."""
        if given.above is None:
            return
        judged = {(decision.outcome, decision.competency) for decision in by_hand}
        for outcome in self.found.outcomes:
            for proposal in outcome.suggestions:
                new = proposal.status is Status.PROPOSED and (outcome.iri, proposal.iri) not in judged
                if new and (proposal.confidence or 0) >= given.above:
                    yield Decision(
                        outcome=outcome.iri,
                        competency=proposal.iri,
                        verdict=Verdict.ACCEPTED,
                        comment=given.comment,
                        confidence=proposal.confidence,
                        above=given.above,
                    )


def _unstored(program: str) -> str:
    return f"{program} is not stored; import it with `ladderworks import program FILE`"
