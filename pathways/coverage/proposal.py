"""Proposals: what an outcome may mean in a framework, and what people said to it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from ontology.records import Iri
from pathways.coverage.part import Part
from pathways.coverage.spans import Span, spans
from standards.matching import Suggestion
from standards.matching.suggestion import Evidence, Similarity
from standards.reviewing import SETTLED, Judgment, Kind, Status, kind_of


class Standing(StrEnum):
    """How sure it is that a competency is taught, in the words that every form uses."""

    TAUGHT = "taught"
    """A reviewer accepted it."""
    LIKELY = "likely taught"
    """Suggested with a confidence of at least `LIKELY`; nobody has accepted it yet."""
    POSSIBLE = "possibly taught"
    """Suggested with less confidence."""
    ELSEWHERE = "possibly, by a program of another field"
    """Of several programs only one says so of which most outcomes match nothing: its suggestions are worth little."""
    ABSENT = "not found"
    """No outcome says so."""

    @property
    def word(self) -> str:
        """Return it as a word beside a confidence: *likely*, *possible*."""
        return {Standing.LIKELY: "likely", Standing.POSSIBLE: "possible"}.get(self, self.value)


LACKING: Final = frozenset((Standing.ABSENT, Standing.ELSEWHERE))
"""What no program is taken to teach."""

LIKELY: Final = 0.6
"""Confidence from which a suggestion is called likely, 0 to 1."""


class Proposal(Part):
    """A competency that an outcome may mean.

    Parameters
    ----------
    confidence
        0 to 1, of the machine; ``None`` where a reviewer named the competency and the machine did not.
    matched
        The label that stands for the competency in this match.
    common
        Words that the statement and that label share.
    part
        The part of a compound statement that means the competency, where the whole means it less; else empty.
    spans
        Where these words, or words of the competency's name, stand in the statement, or in that part of it.
    status
        What reviewers made of it.
    judgments
        Who made the status; of what was re-opened the verdict that no longer counts, of what is disputed those that
        contradict each other, of what is proposed a change that names it and does not count.
    instead_of
        Label of the competency that was suggested, where a reviewer put this one in its place.
    why
        Why it was re-opened.
    """

    iri: Iri
    label: str
    confidence: Similarity | None = None
    matched: str = ""
    common: tuple[str, ...] = ()
    part: str = ""
    spans: tuple[Span, ...] = ()
    evidence: Evidence | None = None
    status: Status = Status.PROPOSED
    judgments: tuple[Judgment, ...] = ()
    instead_of: str = ""
    why: str = ""

    @property
    def settled(self) -> bool:
        """Return whether a person vouches for it."""
        return self.status in SETTLED

    @property
    def kind(self) -> Kind:
        """Return what a review counts it as."""
        return kind_of(self.status, self.judgments, self.confidence)

    @property
    def certainty(self) -> float:
        """Return 1 for what a person vouches for, else the machine's confidence, 0 to 1."""
        return 1.0 if self.settled else self.confidence or 0.0

    @property
    def standing(self) -> Standing:
        """Return how sure it is that the outcome teaches this."""
        return standing(self.certainty, settled=self.settled)


def standing(certainty: float, *, settled: bool) -> Standing:
    """Return how sure it is that something is taught.

    Example
    -------
    >>> standing(1, settled=True).value, standing(0.93, settled=False).value, standing(0.45, settled=False).value
    ('taught', 'likely taught', 'possibly taught')
    """
    if settled:
        return Standing.TAUGHT
    return Standing.LIKELY if certainty >= LIKELY else Standing.POSSIBLE


def propose(statement: str, suggestion: Suggestion) -> Proposal:
    """Return what a matcher suggests for a statement, as nobody has reviewed it."""
    return Proposal(
        iri=suggestion.iri,
        label=suggestion.label,
        confidence=suggestion.confidence,
        matched=suggestion.matched,
        common=suggestion.common,
        part=suggestion.part,
        spans=spans(statement, (*suggestion.common, suggestion.label), suggestion.part),
        evidence=suggestion.evidence,
    )
