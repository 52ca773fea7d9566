"""Jobs: what one firm calls its positions, kept apart from the occupations they are coded to."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import CETERMS, LW, SKOS
from ontology.records.record import Iri, Record, Text


class Job(Record):
    """A firm's own job title.

    Parameters
    ----------
    occupations
        What the firm codes it to.
    skills
        What the firm's own list asks of the people in it.
    annual_pay
        What the firm says it pays, in US dollars a year.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.Job,)

    label: Annotated[Text, SKOS.prefLabel]
    offered_by: Annotated[Iri, CETERMS.offeredBy]
    occupations: Annotated[tuple[Iri, ...], CETERMS.occupationType] = ()
    skills: Annotated[tuple[Iri, ...], CETERMS.skillEmbodied] = ()
    annual_pay: Annotated[float | None, LW.annualPay, Field(ge=0)] = None
