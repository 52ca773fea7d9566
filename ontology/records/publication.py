"""What becomes of a standard: where it stands, who moved it on, and its items as a version has them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from rdflib import URIRef

from ontology.namespaces import ADMS, DCTERMS, LW, OWL, PROV, RDFS
from ontology.records.record import Iri, Record


class PublicationStatus(StrEnum):
    """Where a standard stands, as the address of its concept; what is superseded follows from what came after."""

    DRAFT = str(LW.Draft)
    REVIEW = str(LW.InReview)
    RATIFIED = str(LW.Ratified)
    PUBLISHED = str(LW.Published)
    WITHDRAWN = str(LW.Withdrawn)

    @property
    def word(self) -> str:
        """As people say it: ``draft``, ``review``, ``ratified``, ``published``, ``withdrawn``."""
        return self.name.lower()


class StatusChange(Record):
    """That somebody moved a standard on, or took a version back.

    Parameters
    ----------
    standard
        Address of its framework, the same for all versions.
    version
        Name of the version that it is about.
    status
        A `PublicationStatus`: what it has been from then on.
    by
        Name of the person.
    at
        When, with time zone.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.StatusChange, PROV.Activity)

    standard: Annotated[Iri, PROV.used]
    version: Annotated[str, OWL.versionInfo]
    status: Annotated[Iri, ADMS.status]
    by: Annotated[str, LW.movedBy]
    at: Annotated[datetime, PROV.endedAtTime]
    comment: Annotated[str | None, RDFS.comment] = None

    @property
    def moved_to(self) -> PublicationStatus:
        """The status as one of those that there are."""
        return PublicationStatus(self.status)


class Edition(Record):
    """An item as one published version has it: its address is that of the item, an @ and the version.

    Parameters
    ----------
    item
        Whose address is the same in every version.
    version
        Name of the version.
    revised
        The editions that this one takes the place of: that of the same item in the version before, or those of the
        items that were merged into it.
    replaced_by
        The editions that took its place.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Edition, PROV.Entity)

    item: Annotated[Iri, DCTERMS.isVersionOf]
    version: Annotated[str, OWL.versionInfo]
    revised: Annotated[tuple[Iri, ...], PROV.wasRevisionOf] = ()
    replaced_by: Annotated[tuple[Iri, ...], DCTERMS.isReplacedBy] = ()
