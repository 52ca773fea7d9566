"""Pay and employment, always with region, period and source."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import DCTERMS, LW, SKOS
from ontology.records.record import Iri, Record, Text

Amount = Annotated[float, Field(ge=0)]


class Region(Record):
    """A place for which numbers are published: the nation, a state, a metropolitan area."""

    types: ClassVar[tuple[URIRef, ...]] = (LW.Region,)

    label: Annotated[Text, SKOS.prefLabel]
    code: Annotated[str, SKOS.notation]
    kind: Annotated[str, LW.regionKind]


class WageObservation(Record):
    """What an occupation paid, and how many it employed, in one region and period (US dollars).

    Parameters
    ----------
    occupation
        The SOC occupation that the observation is published for.
    annual_10, annual_25, annual_median, annual_75, annual_90
        Percentiles of yearly pay; the same of hourly pay.
    employment_error, wage_error
        Relative standard errors in percent.
    location_quotient
        Share of the occupation in the region's jobs over its share in the nation's.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.WageObservation,)

    occupation: Annotated[Iri, LW.occupation]
    region: Annotated[Iri, LW.region]
    industry: Annotated[str | None, LW.industry] = None
    period: Annotated[str, DCTERMS.temporal]
    source: Annotated[str | None, DCTERMS.source] = None
    employment: Annotated[Amount | None, LW.employment] = None
    employment_error: Annotated[Amount | None, LW.employmentError] = None
    hourly_mean: Annotated[Amount | None, LW.hourlyMean] = None
    annual_mean: Annotated[Amount | None, LW.annualMean] = None
    wage_error: Annotated[Amount | None, LW.wageError] = None
    hourly_10: Annotated[Amount | None, LW.hourly10] = None
    hourly_25: Annotated[Amount | None, LW.hourly25] = None
    hourly_median: Annotated[Amount | None, LW.hourlyMedian] = None
    hourly_75: Annotated[Amount | None, LW.hourly75] = None
    hourly_90: Annotated[Amount | None, LW.hourly90] = None
    annual_10: Annotated[Amount | None, LW.annual10] = None
    annual_25: Annotated[Amount | None, LW.annual25] = None
    annual_median: Annotated[Amount | None, LW.annualMedian] = None
    annual_75: Annotated[Amount | None, LW.annual75] = None
    annual_90: Annotated[Amount | None, LW.annual90] = None
    per_thousand: Annotated[Amount | None, LW.employmentPerThousand] = None
    location_quotient: Annotated[Amount | None, LW.locationQuotient] = None
