"""Apprenticeships: paid work under a journey-level worker with related instruction, on a schedule of wages."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import CETERMS, LW, SCHEMA
from ontology.records.record import Iri, Record, Text

Hours = Annotated[float, Field(ge=0)]


class EntryCondition(Record):
    """What one must bring to be taken on."""

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.ConditionProfile,)

    description: Annotated[Text, CETERMS.description]


class WageStep(Record):
    """A period of an apprenticeship and its pay.

    Parameters
    ----------
    position
        From 1, in the order in which an apprentice goes through them.
    percent
        Of the journey wage, 1 to 100.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.WageStep,)

    position: Annotated[int, SCHEMA.position, Field(ge=1)]
    percent: Annotated[float, LW.journeyWagePercent, Field(ge=1, le=100)]


class Apprenticeship(Record):
    """A program in which one learns an occupation at paid work.

    Parameters
    ----------
    sponsor
        Who runs it, in words; `offered_by` is the same where it is known as an organization.
    occupations
        What one is at the end of it.
    registered, agency
        Whether its standards are registered, and with whom.
    job_hours, instruction_hours
        Hours at work, and of related instruction, over its whole length.
    months
        Its length.
    wage_steps
        Addresses of its `WageStep`s.
    teaches
        Competencies that its standards say it trains.
    awards
        Credentials that one has at the end.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.Apprenticeship,)

    label: Annotated[Text, CETERMS.name]
    code: Annotated[str | None, CETERMS.codedNotation] = None
    sponsor: Annotated[str | None, LW.sponsor] = None
    offered_by: Annotated[Iri | None, CETERMS.offeredBy] = None
    occupations: Annotated[tuple[Iri, ...], CETERMS.occupationType] = ()
    registered: Annotated[bool | None, LW.registered] = None
    agency: Annotated[str | None, LW.registrationAgency] = None
    job_hours: Annotated[Hours | None, LW.onTheJobHours] = None
    instruction_hours: Annotated[Hours | None, LW.relatedInstructionHours] = None
    months: Annotated[float | None, LW.termMonths, Field(ge=0)] = None
    entry: Annotated[Iri | None, CETERMS.entryCondition] = None
    wage_steps: Annotated[tuple[Iri, ...], LW.wageStep] = ()
    teaches: Annotated[tuple[Iri, ...], CETERMS.teaches] = ()
    awards: Annotated[tuple[Iri, ...], CETERMS.isPreparationFor] = ()
    page: Annotated[Iri | None, CETERMS.subjectWebpage] = None
