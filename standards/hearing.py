"""The hearing: decisions judged against the program and the framework that they are about, and made into reviews."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final, Self

from ontology.errors import NotFoundError
from ontology.identifiers import slug
from ontology.records import BY_HAND, Iri, Release, Review, Verdict
from ontology.report import Finding, Report
from ontology.store import KnowledgeBase
from standards.curricula import Curriculum
from standards.decisions import Decision
from standards.frameworks import FRAMEWORK, framework_release
from standards.matching import Entry, Index
from standards.reviews import Reviews, named, plain_name
from standards.wordings import Wording, plain_words, wordings

NEAR: Final = 3
"""Competencies that a message offers for one that is not there."""

UNKNOWN_OUTCOME: Final = (
    "the program has no such outcome: it was removed or reworded, or the file is of another program",
    "Write the file anew with `ladderworks align -o` and decide again",
)

UNCHANGED: Final = ("change_to names the competency that was suggested", "Write yes where that is meant")


@dataclass(frozen=True)
class Manner:
    """How a verdict is given.

    Parameters
    ----------
    reviewer
        Name of the person who decides, where the decision names nobody.
    at
        When, with time zone.
    justification
        By hand or in bulk, as `Review` has it.
    settles
        Whether it settles what reviewers disagreed on.
    """

    reviewer: str
    at: datetime
    justification: Iri = BY_HAND
    settles: bool = False


@dataclass(frozen=True)
class Hearing:
    """A stored program held against one release of a framework, for people to judge.

    Parameters
    ----------
    name
        Slug of the framework.
    release
        That holds the framework.
    """

    base: KnowledgeBase
    curriculum: Curriculum
    name: str
    release: Release
    index: Index
    reviews: Reviews

    @classmethod
    def of(cls, base: KnowledgeBase, curriculum: Curriculum, framework: str, index: Index) -> Self:
        """Return the hearing of a program.

        Parameters
        ----------
        framework
            ``esco`` is the newest release, ``esco@1.1.0`` that one.
        index
            Of the framework.

        Raises
        ------
        NotFoundError
            With the frameworks there are.
        """
        reviews = Reviews.of(base, curriculum.program.iri, framework)
        release = framework_release(base, framework)
        return cls(base, curriculum, framework.partition("@")[0], release, index, reviews)

    @property
    def framework(self) -> Iri:
        """Address of the framework, the same in every release."""
        return Iri(self.base.identifiers.mint(FRAMEWORK, self.name))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The competencies of the framework, by address."""
        return {entry.iri: entry for entry in self.index.entries}

    @cached_property
    def statements(self) -> Mapping[str, str]:
        """The outcomes of the program, by address."""
        return {outcome.iri: outcome.statement.value for outcome in self.curriculum.outcomes}

    def after(self, now: datetime) -> datetime:
        """Return a time for new verdicts: now, or just after the last one where the clock has been set back."""
        last = max((review.at for review in self.reviews.kept), default=now - timedelta(1))
        return max(now, last + timedelta(microseconds=1))

    def judge(self, decisions: Sequence[Decision], manner: Manner) -> tuple[list[Review], Report]:
        """Return the reviews that decisions come to, without those that are there already, and what is wrong.

        Where the report has errors, none of the reviews should be stored.
        """
        report = Report()
        resolved = (self._resolved(decision, report) for decision in decisions)
        sound = [decision for decision in resolved if decision and not self._known(decision, manner)]
        report.extend(_unsigned(sound, manner))
        report.extend(_contradictions(sound, manner))
        now = wordings(self.base, self.release, {iri for d in sound for iri in (d.competency, d.instead) if iri})
        reviews = {_key(decision, manner): self._review(decision, manner, now) for decision in sound}
        return [review for review in reviews.values() if not self._said(review)], report

    def outcome(self, text: str) -> Iri:
        """Return the address of the outcome that a text means: its address, the end of it, or part of its statement.

        Raises
        ------
        NotFoundError
            Where none or several fit.
        """
        wanted = slug(text)
        exact = [iri for iri, said in self.statements.items() if text == iri or wanted in (_end(iri), slug(said))]
        fitting = exact or [iri for iri, said in self.statements.items() if wanted and wanted in slug(said)]
        if len(fitting) == 1:
            return Iri(fitting[0])
        several = "; ".join(f"{_end(iri)} ({self.statements[iri]})" for iri in fitting[:NEAR])
        message = (
            f"{text!r} fits several outcomes: {several}; name one by the end of its address"
            if fitting
            else f"{text!r} is no outcome of {self.curriculum.program.label}; give its words or its address"
        )
        raise NotFoundError(message)

    def competency(self, text: str) -> Iri:
        """Return the address of the competency that a text means: its address, its code or one of its names.

        Raises
        ------
        NotFoundError
            Where none or several fit, with those that are near.
        """
        fitting = self._known_as(text)
        if len(fitting) == 1:
            return fitting[0].iri
        if fitting:
            message = f"{text!r} fits {' and '.join(e.code or e.iri for e in fitting[:NEAR])}; give code or address"
        else:
            near = ", ".join(repr(s.label) for s in self.index.match([text], top=NEAR)[0])
            message = f"{text!r} is no competency of {self.name} {self.release.version}; near are {near or 'none'}"
        raise NotFoundError(message)

    def _known_as(self, text: str) -> list[Entry]:
        """Return the competencies that go by a text, those whose own label it is before those with another name."""
        if text in self.entries:
            return [self.entries[text]]
        wanted = plain_name(text)
        own = [entry for entry in self.entries.values() if wanted in (plain_name(entry.label), entry.code.casefold())]
        return own or [e for e in self.entries.values() if wanted in map(plain_name, e.alt_labels)]

    def _resolved(self, decision: Decision, report: Report) -> Decision | None:
        """Return a decision with addresses of what is there; otherwise report what is not."""
        if decision.outcome not in self.statements:
            report.add(decision.finding("unknown-outcome", decision.outcome, *UNKNOWN_OUTCOME))
            return None
        if finding := self._unknown(decision):
            report.add(finding)
            return None
        try:
            instead = self.competency(decision.instead) if decision.instead else ""
        except NotFoundError as error:
            report.add(decision.finding("unknown-competency", "", str(error), "", column="change_to"))
            return None
        if instead == decision.competency:
            report.add(decision.finding("unchanged", decision.instead, *UNCHANGED))
            return None
        return _in_place(decision, instead)

    def _unknown(self, decision: Decision) -> Finding | None:
        """Return what is wrong with the competency of a decision."""
        if not decision.competency:
            return None
        there = self.entries.get(decision.competency)
        where = f"{self.name} {self.release.version}"
        again = "Write the file anew with `ladderworks align -o` and decide again"
        if there is None:
            return decision.finding("unknown-competency", decision.competency, f"is not in {where}", again)
        if decision.label and plain_words(there.label) != plain_words(decision.label):
            message = f"is called {there.label!r} in {where}: it was renamed since the file was written"
            return decision.finding("renamed-competency", decision.label, message, again)
        return None

    def _review(self, decision: Decision, manner: Manner, now: Mapping[Iri, Wording]) -> Review:
        unworded = Wording(self.entries[decision.competency].label)
        of, instead = now.get(Iri(decision.competency), unworded), now.get(Iri(decision.instead))
        key = (decision.outcome, decision.competency, *_signed(decision, manner), manner.at.isoformat())
        return Review(
            iri=Iri(self.base.identifiers.mint("review", hashlib.sha256("\n".join(key).encode()).hexdigest()[:16])),
            outcome=Iri(decision.outcome),
            competency=Iri(decision.competency),
            verdict=Iri(decision.verdict),
            instead=Iri(decision.instead) if decision.instead else None,
            program=self.curriculum.program.iri,
            reviewer=" ".join((decision.reviewer or manner.reviewer).split()),
            at=manner.at,
            comment=self._own_words(decision) or None,
            justification=manner.justification,
            confidence=decision.confidence,
            framework=self.framework,
            version=self.release.version,
            release=self.release.iri,
            statement=self.statements[decision.outcome],
            label=of.label,
            digest=of.digest,
            instead_label=instead.label if instead else None,
            instead_digest=instead.digest if instead else None,
            settles=manner.settles or None,
        )

    def _own_words(self, decision: Decision) -> str:
        """Return a comment; in a mapping that we wrote, code and title of the course stand before it."""
        if not decision.exchanged:
            return decision.comment
        return decision.comment.removeprefix(self._places[decision.outcome]).removeprefix(". ")

    @cached_property
    def _places(self) -> Mapping[str, str]:
        """Code and title of the course of each outcome."""
        courses = {course.iri: f"{course.code or ''} {course.label}".strip() for course in self.curriculum.courses}
        return {outcome.iri: courses[outcome.course] for outcome in self.curriculum.outcomes}

    def _known(self, decision: Decision, manner: Manner) -> bool:
        """Whether a mapping says what is stored, by the same reviewer and of that day, or still holding."""
        if not decision.exchanged:
            return False
        (name,) = _signed(decision, manner)
        same = (r for r in self.reviews.kept if named(r) == name and _says(r, decision))
        return any(decision.dated == r.at.date().isoformat() or self.reviews.holds(r) for r in same)

    def _said(self, review: Review) -> bool:
        """Whether it is what the reviewer said last of the wording that there is now."""
        pair = (review.outcome, review.competency)
        last = self.reviews.votes.get(pair, {}).get(named(review))
        same = last and not review.settles and (last.verdict, last.instead) == (review.verdict, review.instead)
        return bool(same and last and review.comment in (None, last.comment))


def _says(review: Review, decision: Decision) -> bool:
    """Whether a review says of the competency of a mapping what the mapping says."""
    if decision.verdict is Verdict.ACCEPTED and review.instead == decision.competency:
        return review.outcome == decision.outcome
    yes = review.decided is Verdict.ACCEPTED
    same = yes == (decision.verdict is Verdict.ACCEPTED)
    return same and (review.outcome, review.competency) == (decision.outcome, decision.competency)


def _end(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _in_place(decision: Decision, instead: str) -> Decision:
    """Return a decision with the address of what is put in place; where nothing was suggested, that is accepted."""
    if decision.competency or not instead:
        return replace(decision, instead=instead)
    return replace(decision, competency=instead, instead="")


def _signed(decision: Decision, manner: Manner) -> tuple[str]:
    return (plain_name(decision.reviewer or manner.reviewer),)


def _key(decision: Decision, manner: Manner) -> tuple[str, str, str]:
    return (*_signed(decision, manner), decision.outcome, decision.competency)


def _unsigned(decisions: Iterable[Decision], manner: Manner) -> Iterator[Finding]:
    """Yield the decisions of nobody."""
    for decision in decisions:
        if not plain_name(decision.reviewer or manner.reviewer):
            remedy = "Say who decides with --reviewer NAME"
            yield decision.finding("no-reviewer", "", "nobody is named who decided", remedy)


def _contradictions(decisions: Iterable[Decision], manner: Manner) -> Iterator[Finding]:
    """Yield decisions of one reviewer that say something else of the same suggestion than an earlier one does."""
    first: dict[tuple[str, str, str], Decision] = {}
    for decision in decisions:
        said = [(decision.competency, decision.verdict, decision.instead)]
        said += [(decision.instead, Verdict.ACCEPTED, "")] if decision.instead else []
        for competency, verdict, instead in said:
            key = (*_signed(decision, manner), decision.outcome, competency)
            before = first.setdefault(key, decision)
            if _stand(before, competency) != (verdict, instead):
                where = f"row {before.row}" if before.row else "another"
                message = f"{where} decides otherwise on the same suggestion"
                yield decision.finding("contradicting-decisions", competency, message, "Keep one of the two")


def _stand(decision: Decision, competency: str) -> tuple[Verdict, str]:
    """Return what a decision says of a competency: of the one judged, or of the one put in its place."""
    if decision.instead == competency:
        return Verdict.ACCEPTED, ""
    return decision.verdict, decision.instead
