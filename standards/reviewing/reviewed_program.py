"""The reviewed program: held against one edition of a framework, so that people judge what it teaches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final, Self

from ontology.errors import NotFoundError
from ontology.identifiers import slug
from ontology.records import Iri
from ontology.store import KnowledgeBase
from standards.curricula import Curriculum
from standards.matching import Entry, Index
from standards.own_lists import OwnList
from standards.reviewing.edition import Edition
from standards.reviewing.near_codes import near_codes
from standards.reviewing.reviewers import plain_name
from standards.reviewing.reviews import Reviews

NEAR: Final = 3
"""Competencies that a message offers for one that is not there."""


@dataclass(frozen=True)
class ReviewedProgram:
    """A stored program held against one edition of a framework, for people to judge."""

    base: KnowledgeBase
    curriculum: Curriculum
    edition: Edition
    index: Index
    reviews: Reviews

    @classmethod
    def of(cls, base: KnowledgeBase, curriculum: Curriculum, framework: str | OwnList, index: Index) -> Self:
        """Return a program as it is reviewed so far.

        Parameters
        ----------
        framework
            ``esco`` is the newest release, ``esco@1.1.0`` that one; or a list of one's own.
        index
            Of the framework.

        Raises
        ------
        NotFoundError
            With the frameworks there are.
        """
        reviews = Reviews.of(base, curriculum.program.iri, framework)
        return cls(base, curriculum, Edition.of(base, framework), index, reviews)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The competencies of the framework, by address."""
        return {entry.iri: entry for entry in self.index.entries}

    @cached_property
    def statements(self) -> Mapping[str, str]:
        """The outcomes of the program, by address."""
        return {outcome.iri: outcome.statement.value for outcome in self.curriculum.outcomes}

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Code and title of the course of each outcome."""
        courses = {course.iri: f"{course.code or ''} {course.label}".strip() for course in self.curriculum.courses}
        return {outcome.iri: courses[outcome.course] for outcome in self.curriculum.outcomes}

    def label(self, competency: str) -> str:
        """Return what a competency is called, or was when it was judged or named in the place of another."""
        if entry := self.entries.get(competency):
            return entry.label
        return self._judged[competency]

    @cached_property
    def _judged(self) -> Mapping[str, str]:
        """What competencies were called when they were last judged or named."""
        labels: dict[str, str] = {}
        for review in self.reviews.kept:
            if review.instead:
                labels[review.instead] = review.instead_label or review.instead
            labels[review.competency] = review.label
        return labels

    def after(self, now: datetime) -> datetime:
        """Return a time for new verdicts: now, or just after the last one where the clock has been set back."""
        last = max((review.at for review in self.reviews.kept), default=now - timedelta(1))
        return max(now, last + timedelta(microseconds=1))

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
        several = "; ".join(f"{_end(iri)} ({self.statements[iri]})" for iri in fitting[:NEAR]) + _more(fitting)
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
            several = " and ".join(e.code or e.iri for e in fitting[:NEAR]) + _more(fitting)
            message = f"{text!r} fits {several}; give code or address"
        else:
            near = ", ".join(self._near(text)) or "none"
            message = f"{text!r} is no competency of {self.edition.name} {self.edition.version}; near are {near}"
        raise NotFoundError(message)

    def judged(self, text: str) -> Iri:
        """Return the address of a competency as `competency` does, also of one that is no more but was judged once.

        Raises
        ------
        NotFoundError
            As `competency` does.
        """
        gone = {iri: label for iri, label in self._judged.items() if iri not in self.entries}
        fitting = [iri for iri, label in gone.items() if text == iri or plain_name(text) == plain_name(label)]
        return Iri(fitting[0]) if len(fitting) == 1 and not self._known_as(text) else self.competency(text)

    def _near(self, text: str) -> list[str]:
        """Return what comes near a text: codes with their names where it is written like one, else names."""
        coded = {entry.code: entry.label for entry in self.entries.values()}
        if codes := near_codes(text, coded, NEAR):
            return [f"{code} ({coded[code]})" for code in codes]
        return [repr(suggestion.label) for suggestion in self.index.match([text], top=NEAR)[0]]

    def _known_as(self, text: str) -> list[Entry]:
        """Return the competencies that go by a text, those whose own label it is before those with another name."""
        if text in self.entries:
            return [self.entries[text]]
        wanted = plain_name(text)
        own = [entry for entry in self.entries.values() if wanted in (plain_name(entry.label), entry.code.casefold())]
        return own or [e for e in self.entries.values() if wanted in map(plain_name, e.alt_labels)]


def _more(fitting: Sequence[object]) -> str:
    """Return how many fit besides those that are named."""
    return f" and {len(fitting) - NEAR:,} more" if len(fitting) > NEAR else ""


def _end(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
