"""Outcomes and courses as a curriculum map holds them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ontology.records import Iri, TeachingLevel
from pathways.coverage.part import Part
from pathways.coverage.proposal import Proposal
from standards.matching.bloom import BloomLevel
from standards.reviewing import Judgment, Kind


class OutcomeMatch(Part):
    """What one learning outcome may mean in the framework.

    Parameters
    ----------
    suggestions
        Competencies it is taken to teach: what reviewers vouch for, then what is suggested, best first; none where
        the outcome is unmatched.
    waiting
        What people spoke of and nobody has settled, where the machine is not sure enough of it; it counts nowhere.
    considered
        For an unmatched outcome of which nothing waits the best that were not good enough, at most three, for a person
        to judge; they count nowhere.
    rejected
        What reviewers rejected; it counts nowhere.
    unmatched
        Who found that nothing of the framework is right; nothing is to be considered then.
    bloom
        What its verbs ask of students; ``None`` where they do not say.
    level
        How far the course takes its students, where the college declares it.
    language
        BCP 47 tag of the statement.
    credits
        Of the course's credits, this outcome's even part.
    """

    iri: Iri
    statement: str
    suggestions: tuple[Proposal, ...] = ()
    waiting: tuple[Proposal, ...] = ()
    considered: tuple[Proposal, ...] = ()
    rejected: tuple[Proposal, ...] = ()
    unmatched: tuple[Judgment, ...] = ()
    bloom: BloomLevel | None = None
    level: TeachingLevel | None = None
    language: str = "en"
    credits: Annotated[float | None, Field(ge=0)] = None

    @property
    def spoken(self) -> tuple[Proposal, ...]:
        """All that is suggested, waits for a decision or was rejected."""
        return (*self.suggestions, *self.waiting, *self.rejected)

    @property
    def counted(self) -> tuple[Proposal, ...]:
        """What a review of it counts as suggestions."""
        return tuple(proposal for proposal in self.spoken if proposal.kind is Kind.SUGGESTION)

    @property
    def shown(self) -> tuple[Proposal, ...]:
        """All that a person can decide on."""
        return (*self.suggestions, *self.waiting, *self.considered)

    @property
    def judgments(self) -> tuple[Judgment, ...]:
        """What people said of it."""
        return (*(judgment for proposal in self.spoken for judgment in proposal.judgments), *self.unmatched)

    def machine_matched(self, threshold: float) -> bool:
        """Return whether a machine is sure enough of any competency, whatever people say."""
        return any((proposal.confidence or 0) >= threshold for proposal in self.spoken)

    @property
    def nearest(self) -> Proposal | None:
        """The best of those that were not good enough."""
        return next(iter(self.considered), None)


class CourseMatch(Part):
    """A course with its outcomes, in the order of the college's file.

    Parameters
    ----------
    place
        In the order in which courses are taken, from 0.
    versions
        How many entries of the college's file are this course.
    """

    iri: Iri
    code: str
    label: str
    term: str = ""
    credits: Annotated[float | None, Field(ge=0)] = None
    place: Annotated[int, Field(ge=0)] = 0
    versions: Annotated[int, Field(ge=1)] = 1
    outcomes: tuple[OutcomeMatch, ...]

    @property
    def name(self) -> str:
        """Return its code, or its title where it has none, and how many versions of it there are."""
        return f"{self.code or self.label}{self.several}"

    @property
    def several(self) -> str:
        """Return of how many versions it consists, as a remark; empty for a single one.

        Example
        -------
        >>> CourseMatch(iri="http://x/1", code="M 1", label="Shop", versions=5, outcomes=()).name
        'M 1 (5 versions)'
        """
        return f" ({self.versions} versions)" if self.versions > 1 else ""
