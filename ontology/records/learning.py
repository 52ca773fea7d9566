"""What attests and what teaches: credentials, programs, courses, learning outcomes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import CEASN, CETERMS, LW, SCHEMA
from ontology.records.record import Iri, Record, Text

Iris = tuple[Iri, ...]


class TeachingLevel(StrEnum):
    """How far a course takes its students in an outcome, as the address of its concept."""

    INTRODUCED = str(LW.Introduced)
    REINFORCED = str(LW.Reinforced)
    MASTERED = str(LW.Mastered)


class Credential(Record):
    """A certificate, certification, license or badge.

    Parameters
    ----------
    kind
        The CTDL class, for instance ``ceterms:Certification``.
    attests
        Competencies that a holder has shown.
    useful_for, required_for
        Occupations; without a required one nobody may hold the occupation.
    hours
        Typical hours of preparation.
    renewal_years
        After how many years it lapses.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.Credential,)

    label: Annotated[Text, CETERMS.name]
    kind: Annotated[Iri | None, LW.credentialType] = None
    code: Annotated[str | None, CETERMS.codedNotation] = None
    description: Annotated[Text | None, CETERMS.description] = None
    issuer: Annotated[str | None, LW.issuer] = None
    page: Annotated[Iri | None, CETERMS.subjectWebpage] = None
    attests: Annotated[Iris, CETERMS.assesses] = ()
    useful_for: Annotated[Iris, CETERMS.occupationType] = ()
    required_for: Annotated[Iris, CETERMS.isRequiredFor] = ()
    hours: Annotated[float | None, LW.typicalHours, Field(ge=0)] = None
    renewal_years: Annotated[float | None, LW.renewalYears, Field(ge=0)] = None


class LearningOutcome(Record):
    """What a student can do after a course, in the college's words.

    Parameters
    ----------
    level
        A `TeachingLevel`, where the college declares one.
    """

    types: ClassVar[tuple[URIRef, ...]] = (LW.LearningOutcome, CEASN.Competency)

    statement: Annotated[Text, CEASN.competencyText]
    code: Annotated[str | None, CEASN.codedNotation] = None
    course: Annotated[Iri, LW.outcomeOf]
    level: Annotated[Iri | None, LW.teachingLevel] = None


class Course(Record):
    """A course of a college."""

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.Course,)

    label: Annotated[Text, CETERMS.name]
    code: Annotated[str | None, CETERMS.codedNotation] = None
    description: Annotated[Text | None, CETERMS.description] = None
    credits: Annotated[float | None, LW.credits, Field(ge=0)] = None
    term: Annotated[str | None, LW["term"]] = None
    prerequisites: Annotated[tuple[str, ...], LW.prerequisiteCode] = ()
    teaches: Annotated[Iris, CETERMS.teaches] = ()


class ListItem(Record):
    """A place in an ordered list.

    Parameters
    ----------
    item
        What stands there: a course of a program, or an outcome of one of its courses.
    position
        From 1, over courses and outcomes together, as the college's file has them.
    """

    types: ClassVar[tuple[URIRef, ...]] = (SCHEMA.ListItem,)

    item: Annotated[Iri, SCHEMA.item]
    position: Annotated[int, SCHEMA.position, Field(ge=1)]


class Program(Record):
    """A course of study that leads to an award.

    Parameters
    ----------
    instructional_code
        CIP code, for instance ``15.1703``.
    sequence
        Its `ListItem`s: the order in which the college names courses and outcomes. It is the program's, since programs
        share courses and each has an order of its own.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.LearningProgram,)

    label: Annotated[Text, CETERMS.name]
    award: Annotated[str | None, LW.award] = None
    instructional_code: Annotated[str | None, CETERMS.instructionalProgramType] = None
    offered_by: Annotated[Iri | None, CETERMS.offeredBy] = None
    courses: Annotated[Iris, CETERMS.hasPart] = ()
    sequence: Annotated[Iris, SCHEMA.itemListElement] = ()
