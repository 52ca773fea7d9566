"""Footings: what a published version rests on in firms' lists, kept back for the version after it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import LW, PROV
from ontology.records.record import Iri, Record


class Footing(Record):
    """What one firm asks of a published competency, or says of it; or what that of all firms came to.

    Parameters
    ----------
    competency
        The published one.
    occupation
        In which it is asked for; without one it is about the support of the competency.
    firm
        Address of the organization; none of what that of all firms came to.
    said
        Whether the firm's list says the competency, where there is no occupation.
    relation
        A `RequirementType`; nothing where the firm does not say.
    importance
        1 to 5.
    level
        0 to 7.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Footing, PROV.Entity)

    competency: Annotated[Iri, LW.footingOf]
    occupation: Annotated[Iri | None, LW.footingIn] = None
    firm: Annotated[Iri | None, LW.voiceOf] = None
    said: Annotated[bool | None, LW.said] = None
    relation: Annotated[Iri | None, LW.requirementType] = None
    importance: Annotated[float | None, LW.importance, Field(ge=1, le=5)] = None
    level: Annotated[float | None, LW.level, Field(ge=0, le=7)] = None
