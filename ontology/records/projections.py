"""Employment as publishers expect it in some years."""

from __future__ import annotations

from typing import Annotated, ClassVar

from rdflib import URIRef

from ontology.namespaces import DCTERMS, LW
from ontology.records.record import Iri, Record
from ontology.records.wages import Amount


class EmploymentProjection(Record):
    """How many people an occupation employs in one region, and will in a later year as its publisher expects.

    Parameters
    ----------
    occupation
        The SOC occupation that the projection is published for.
    period
        Its first and its last year: ``2024-34``.
    employment, projected_employment
        People employed in the first and in the last year.
    employment_change
        Percent of the employment of the first year; below 0 where it shrinks.
    annual_openings
        People wanted each year on average: for new jobs, and in place of those who leave the occupation.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.EmploymentProjection,)

    occupation: Annotated[Iri, LW.occupation]
    region: Annotated[Iri, DCTERMS.spatial]
    period: Annotated[str, DCTERMS.temporal]
    employment: Annotated[Amount | None, LW.employment] = None
    projected_employment: Annotated[Amount | None, LW.projectedEmployment] = None
    employment_change: Annotated[float | None, LW.employmentChange] = None
    annual_openings: Annotated[Amount | None, LW.annualOpenings] = None
