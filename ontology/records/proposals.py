"""Proposals: what several firms say alike, put forward as one statement of a standard."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import CEASN, LW, PROV, SSSOM
from ontology.records.record import Iri, Record, Text


class Support(StrEnum):
    """How many of the firms say it, as the address of its concept."""

    CORE = str(LW.Core)
    """All firms, and there are several."""
    SHARED = str(LW.Shared)
    """More than half of them."""
    EMERGING = str(LW.Emerging)
    """Two or more, and no more than half."""
    FIRM_SPECIFIC = str(LW.FirmSpecific)
    """One."""
    UNSAID = str(LW.Unsaid)
    """None; the standard has it."""

    @property
    def word(self) -> str:
        """As people say it: ``core``, ``shared``, ``emerging``, ``firm-specific``, ``unsaid``."""
        return self.name.lower().replace("_", "-")


class Candidate(Record):
    """What firms say, as one statement that a standard may take.

    Parameters
    ----------
    statement
        The wording that is proposed: a firm's own, or that of what it stands for.
    proposed_for
        Address of the framework of the standard.
    support
        A `Support`.
    category
        What most of the firms put it under.
    stands_for
        The competency that the standard has for it already.
    worded_as
        The firm's statement whose words were taken.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Candidate, PROV.Entity)

    statement: Annotated[Text, CEASN.competencyText]
    proposed_for: Annotated[Iri, LW.proposedFor]
    support: Annotated[Iri, LW.degreeOfSupport]
    category: Annotated[Text | None, CEASN.competencyCategory] = None
    stands_for: Annotated[Iri | None, LW.standsFor] = None
    worded_as: Annotated[Iri | None, PROV.wasQuotedFrom] = None

    @property
    def supported(self) -> Support:
        """The support as one of those that there are."""
        return Support(self.support)


class Voice(Record):
    """That a firm says what a candidate says, in words of its own.

    Parameters
    ----------
    firm
        Address of the organization.
    own_statement
        Address of the statement in the firm's list; a paragraph may say several candidates.
    words
        What of that statement says it.
    confidence
        That it says the same, 0 to 1.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Voice, PROV.Entity)

    candidate: Annotated[Iri, LW.candidate]
    firm: Annotated[Iri, LW.voiceOf]
    own_statement: Annotated[Iri, LW.ownStatement]
    words: Annotated[Text, LW.ownWords]
    confidence: Annotated[float, SSSOM.confidence, Field(ge=0, le=1)]
