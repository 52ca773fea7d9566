"""Outcomes: what a firm, a program or a whole partnership reports of a period, as dated and sourced observations."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import CETERMS, DCTERMS, LW, SCHEMA
from ontology.records.record import Iri, Record

Number = Annotated[int, Field(ge=0)]


class OutcomeMeasure(StrEnum):
    """What is measured, as the address of its concept."""

    TURNOVER = str(LW.Turnover)
    REWORK = str(LW.Rework)
    COMPLAINTS = str(LW.Complaints)
    PLACEMENT = str(LW.Placement)
    MEDIAN_EARNINGS = str(LW.MedianEarnings)
    WAGE_GAIN = str(LW.WageGain)
    CREDENTIAL_ATTAINMENT = str(LW.CredentialAttainment)
    CREDENTIALS_EARNED = str(LW.CredentialsEarned)
    POVERTY_EXIT = str(LW.PovertyExit)


class OutcomeObservation(Record):
    """What one measure was, of one organization, program or partnership, or of a group of its people, in a period.

    Parameters
    ----------
    measure
        An `OutcomeMeasure`.
    of
        Address of the organization, the program or the partnership.
    standard
        Address of the framework of the standard whose effect it may show.
    group
        Name of the group among its people or its work; without one, all of them. Groups have nobody in common.
    comparison
        Whether the standard did not reach the group, so that others are compared with it.
    start, end
        First and last day of the period.
    value
        In the unit of the measure: a share of 0 to 1, US dollars, or a number.
    numerator, denominator
        Of a share.
    people
        How many the value rests on.
    source
        Whose figure it is, as it wants to be cited.
    reported
        Day on which the source gave it.
    page
        Where the source can be read.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.OutcomeObservation,)

    measure: Annotated[Iri, SCHEMA.measuredProperty]
    of: Annotated[Iri, SCHEMA.observationAbout]
    standard: Annotated[Iri, LW.outcomeUnder]
    group: Annotated[str | None, LW.observedGroup] = None
    comparison: Annotated[bool, LW.comparisonGroup] = False
    start: Annotated[date, SCHEMA.startDate]
    end: Annotated[date, SCHEMA.endDate]
    value: Annotated[float, LW.value]
    numerator: Annotated[Number | None, LW.numerator] = None
    denominator: Annotated[Number | None, LW.denominator] = None
    people: Annotated[Number, LW.people]
    source: Annotated[str, DCTERMS.source]
    reported: Annotated[date, SCHEMA.datePublished]
    page: Annotated[Iri | None, CETERMS.subjectWebpage] = None

    @property
    def measured(self) -> OutcomeMeasure:
        """The measure as one of those that there are."""
        return OutcomeMeasure(self.measure)
