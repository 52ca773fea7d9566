"""The sitting: verdicts taken from a command, judged in a hearing, and kept with the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from api.curricula import find_curriculum
from api.knowledge import Knowledge
from ontology.errors import InputError, NotFoundError
from ontology.records import BY_HAND, IN_BULK, Review, Verdict
from ontology.report import Report
from pathways.coverage import CurriculumMap, Target, align
from standards.archives import Archive
from standards.decisions import Decision, read_decisions
from standards.hearing import Hearing, Manner
from standards.review_state import ReviewState, Suggested, review_state
from standards.reviews import Status, program_release

NEVER: Final = 2.0
"""A confidence that nothing has."""


@dataclass(frozen=True)
class Asked:
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
    """

    reviewer: str
    file: Path | None = None
    above: float | None = None
    one_by_one: tuple[tuple[Verdict, tuple[str, ...]], ...] = ()
    comment: str = ""
    settles: bool = False

    @property
    def anything(self) -> bool:
        """Whether any verdict is given at all."""
        return self.file is not None or self.above is not None or bool(self.one_by_one)


@dataclass(frozen=True)
class Sitting:
    """A hearing with what is suggested in it.

    Parameters
    ----------
    found
        The program held against the framework, as it is reviewed so far.
    """

    hearing: Hearing
    target: Target
    found: CurriculumMap

    @classmethod
    def of(cls, knowledge: Knowledge, program: str, framework: str) -> Sitting:
        """Open the review of a stored program."""
        curriculum = find_curriculum(knowledge.base, program)
        target = Target.of(knowledge.base, framework, knowledge.indexes)
        return cls._held(Hearing.of(knowledge.base, curriculum, framework, target.index), target)

    @classmethod
    def _held(cls, hearing: Hearing, target: Target) -> Sitting:
        return cls(hearing, target, align(hearing.curriculum, target, reviews=hearing.reviews))

    def judge(self, asked: Asked) -> tuple[list[Review], Report]:
        """Return the reviews that are new, and what was found; where that has errors, none should be stored."""
        at = self.hearing.after(datetime.now(UTC))
        report = Report()
        by_hand = [*self._read(asked, report), *self._named(asked)]
        new, wrong = self.hearing.judge(by_hand, Manner(asked.reviewer, at, BY_HAND, asked.settles))
        above, unsigned = self.hearing.judge(list(self._above(asked, by_hand)), Manner(asked.reviewer, at, IN_BULK))
        found = sorted([*report, *wrong, *unsigned], key=lambda finding: finding.row or 0)
        return [*new, *above], Report(found)

    def store(self, reviews: list[Review]) -> Sitting:
        """Keep reviews in the graph of the program's release, and return the sitting with them."""
        base, program = self.hearing.base, self.hearing.curriculum.program.iri
        release = program_release(base, program)
        if release is None:
            raise NotFoundError(_unstored(program))
        base.amend(release, reviews)
        name = self.target.name
        return self._held(Hearing.of(base, self.hearing.curriculum, name, self.target.index), self.target)

    def state(self) -> ReviewState:
        """Return how the review stands."""
        return review_state(self.hearing, self._suggested())

    def _suggested(self) -> Iterator[Suggested]:
        for outcome in self.found.outcomes:
            for proposal in outcome.suggestions:
                yield Suggested(outcome.iri, proposal.iri, proposal.label, proposal.confidence)

    def _read(self, asked: Asked, report: Report) -> list[Decision]:
        if asked.file is None:
            return []
        (file,) = Archive([asked.file])
        decisions, found = read_decisions(file)
        report.extend(found)
        if not decisions and not found.refused:
            message = f"there are no decisions in {asked.file}; write yes, no or change into the column decision"
            raise InputError(message)
        return [replace(one, comment=one.comment or asked.comment) for one in decisions]

    def _named(self, asked: Asked) -> Iterator[Decision]:
        """Yield the verdicts that are given one by one."""
        for verdict, (outcome, competency, *instead) in asked.one_by_one:
            yield Decision(
                outcome=self.hearing.outcome(outcome),
                competency=self.hearing.competency(competency),
                verdict=verdict,
                instead="".join(instead),
                comment=asked.comment,
            )

    def _above(self, asked: Asked, by_hand: list[Decision]) -> Iterator[Decision]:
        """Yield what nobody has judged, from a confidence on."""
        judged = {(decision.outcome, decision.competency) for decision in by_hand}
        least = NEVER if asked.above is None else asked.above
        for outcome in self.found.outcomes:
            for proposal in outcome.suggestions:
                new = proposal.status is Status.PROPOSED and (outcome.iri, proposal.iri) not in judged
                if new and (proposal.confidence or 0) >= least:
                    yield Decision(
                        outcome=outcome.iri,
                        competency=proposal.iri,
                        verdict=Verdict.ACCEPTED,
                        comment=asked.comment,
                        confidence=proposal.confidence,
                    )


def _unstored(program: str) -> str:
    return f"{program} is not stored; import it with `ladderworks import program FILE`"
