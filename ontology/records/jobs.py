"""Jobs: what one firm calls its positions and asks for in them, kept apart from the occupations they are coded to."""

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


class JobRequirement(Record):
    """A firm's own list asks for a skill in one of its jobs.

    Parameters
    ----------
    relation
        A `RequirementType`; nothing where the list does not say.
    importance
        1 (not important) to 5 (extremely important).
    level
        0 to 7, as `SkillRequirement` has it.
    grade
        The firm's own word for the level, for instance ``journey``.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.JobRequirement,)

    job: Annotated[Iri, LW.job]
    skill: Annotated[Iri, LW.competency]
    relation: Annotated[Iri | None, LW.requirementType] = None
    importance: Annotated[float | None, LW.importance, Field(ge=1, le=5)] = None
    level: Annotated[float | None, LW.level, Field(ge=0, le=7)] = None
    grade: Annotated[str | None, LW.ownGrade] = None
