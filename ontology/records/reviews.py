"""Reviews: what people say of suggestions, outcome by outcome, as PROV activities with SSSOM's slots."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field
from rdflib import URIRef

from ontology.namespaces import LW, PROV, RDFS, SEMAPV, SSSOM
from ontology.records.record import Iri, Record

BY_HAND: Final = Iri(SEMAPV.ManualMappingCuration)
"""A person looked at this one suggestion."""

IN_BULK: Final = Iri(SEMAPV.SemanticSimilarityThresholdMatching)
"""A person accepted everything above a confidence, this suggestion among them."""

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Verdict(StrEnum):
    """What a reviewer decides of a suggestion, as the address of its concept; without one it is only proposed."""

    ACCEPTED = str(LW.Accepted)
    REJECTED = str(LW.Rejected)
    CHANGED = str(LW.Changed)
    UNMATCHED = str(LW.Unmatched)
    """Of an outcome for which nothing counts: none of what comes near is right, says the reviewer."""


def with_zone(at: datetime | None) -> datetime | None:
    """Refuse a time of which nobody can say whether it was before another one."""
    if at and at.tzinfo is None:
        message = f"{at.isoformat()} has no time zone; give one, for instance {at.isoformat()}+00:00"
        raise ValueError(message)
    return at


class Review(Record):
    """One verdict of one person on one suggestion: that a learning outcome teaches a competency.

    Parameters
    ----------
    competency
        ``sssom:NoTermFound`` where the verdict is `Verdict.UNMATCHED`.
    instead, instead_label, instead_digest
        Of the competency that the reviewer put in its place, where the verdict is `Verdict.CHANGED`.
    program
        In whose review the verdict was given.
    reviewer
        Name of the person.
    at
        When, with time zone.
    justification
        `BY_HAND` or `IN_BULK`.
    confidence
        Of the suggestion when it was judged, 0 to 1; none where nothing had suggested it.
    framework, version, release
        Address of the framework that the competency belongs to, and version and graph of the release that was looked
        at.
    statement, label, digest
        Outcome and competency as they read then; the digest is of the competency's label and description.
    settles
        Whether it was given to settle what reviewers disagreed on: verdicts of before no longer count then.
    above
        Confidence from which everything was accepted, 0 to 1, where the verdict was given in bulk.
    undone
        When the reviewer took the verdict back, with time zone: it counts no more.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Review, PROV.Activity)

    outcome: Annotated[Iri, LW.reviewedOutcome]
    competency: Annotated[Iri, LW.reviewedCompetency]
    verdict: Annotated[Iri, LW.verdict]
    instead: Annotated[Iri | None, LW.competencyInstead] = None
    program: Annotated[Iri, LW.reviewedProgram]
    reviewer: Annotated[str, SSSOM.reviewer_label]
    at: Annotated[datetime, PROV.endedAtTime, AfterValidator(with_zone)]
    comment: Annotated[str | None, RDFS.comment] = None
    justification: Annotated[Iri, SSSOM.mapping_justification]
    confidence: Annotated[float | None, SSSOM.confidence, Field(ge=0, le=1)] = None
    framework: Annotated[Iri, SSSOM.object_source]
    version: Annotated[str, SSSOM.object_source_version]
    release: Annotated[Iri, PROV.used]
    statement: Annotated[str, SSSOM.subject_label]
    label: Annotated[str, SSSOM.object_label]
    digest: Annotated[Digest, LW.textDigest]
    instead_label: Annotated[str | None, LW.labelInstead] = None
    instead_digest: Annotated[Digest | None, LW.textDigestInstead] = None
    settles: Annotated[bool | None, LW.settles] = None
    above: Annotated[float | None, LW.confidenceThreshold, Field(ge=0, le=1)] = None
    undone: Annotated[datetime | None, LW.undoneAt, AfterValidator(with_zone)] = None

    @property
    def decided(self) -> Verdict:
        """The verdict as one of those that there are."""
        return Verdict(self.verdict)

    @property
    def by_hand(self) -> bool:
        """Whether somebody looked at this very suggestion."""
        return self.justification == BY_HAND
