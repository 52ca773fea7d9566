"""Concepts: occupations, competencies, the groups above them, and job zones."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import CEASN, CETERMS, DCTERMS, ESCO, LW, OWL, PROV, SKOS
from ontology.records.record import Iri, Record, Text

Texts = tuple[Text, ...]
Iris = tuple[Iri, ...]


class CompetencyKind(StrEnum):
    """What kind of thing is asked of a person, as the address of its concept."""

    SKILL = str(LW.Skill)
    KNOWLEDGE = str(LW.Knowledge)
    ABILITY = str(LW.Ability)
    TASK = str(LW.Task)
    WORK_ACTIVITY = str(LW.WorkActivity)
    DETAILED_WORK_ACTIVITY = str(LW.DetailedWorkActivity)
    TECHNOLOGY = str(LW.Technology)
    TOOL = str(LW.Tool)
    WORK_STYLE = str(LW.WorkStyle)
    WORK_VALUE = str(LW.WorkValue)
    WORK_CONTEXT = str(LW.WorkContext)
    INTEREST = str(LW.Interest)


class Concept(Record):
    """A node of a classification: a group of occupations, a skill group, a commodity, a cluster."""

    types: ClassVar[tuple[URIRef, ...]] = (SKOS.Concept,)

    label: Annotated[Text, SKOS.prefLabel]
    alt_labels: Annotated[Texts, SKOS.altLabel] = ()
    hidden_labels: Annotated[Texts, SKOS.hiddenLabel] = ()
    description: Annotated[Text | None, DCTERMS.description] = None
    definition: Annotated[Text | None, SKOS.definition] = None
    scope_note: Annotated[Text | None, SKOS.scopeNote] = None
    notation: Annotated[str | None, SKOS.notation] = None
    broader: Annotated[Iris, SKOS.broader] = ()
    related: Annotated[Iris, SKOS.related] = ()
    in_scheme: Annotated[Iris, SKOS.inScheme] = ()
    status: Annotated[str | None, ESCO.status] = None
    modified: Annotated[str | None, DCTERMS.modified] = None
    deprecated: Annotated[bool | None, OWL.deprecated] = None
    replaced_by: Annotated[Iris, DCTERMS.isReplacedBy] = ()
    exact_matches: Annotated[Iris, SKOS.exactMatch] = ()
    close_matches: Annotated[Iris, SKOS.closeMatch] = ()
    broad_matches: Annotated[Iris, SKOS.broadMatch] = ()
    narrow_matches: Annotated[Iris, SKOS.narrowMatch] = ()
    related_matches: Annotated[Iris, SKOS.relatedMatch] = ()


class Occupation(Concept):
    """What people do for a living, as a classification names it.

    Parameters
    ----------
    notation
        The source's own code, for instance an O*NET-SOC code ``29-1141.00``.
    job_zone
        Preparation from 1 (little or none) to 5 (extensive).
    isco_group
        The ISCO-08 unit group, also where a broader occupation stands between.
    work_functions
        The critical work functions of those in it.
    essential_skills, optional_skills
        As ESCO asserts them; rated requirements are `SkillRequirement` records.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CETERMS.Occupation, SKOS.Concept)

    reported_titles: Annotated[Texts, LW.reportedTitle] = ()
    job_zone: Annotated[int | None, LW.jobZone, Field(ge=1, le=5)] = None
    isco_group: Annotated[Iri | None, ESCO.memberOfISCOGroup] = None
    regulated_note: Annotated[Iri | None, ESCO.regulatedProfessionNote] = None
    industry_codes: Annotated[tuple[str, ...], ESCO.hasNACECode] = ()
    career_clusters: Annotated[Iris, LW.careerCluster] = ()
    tasks: Annotated[Iris, CETERMS.hasTask] = ()
    work_functions: Annotated[Iris, CETERMS.hasWorkRole] = ()
    essential_skills: Annotated[Iris, ESCO.relatedEssentialSkill] = ()
    optional_skills: Annotated[Iris, ESCO.relatedOptionalSkill] = ()
    technologies: Annotated[Iris, LW.usesTechnology] = ()
    in_demand_technologies: Annotated[Iris, LW.inDemandTechnology] = ()
    tools: Annotated[Iris, LW.usesTool] = ()
    entry: Annotated[bool | None, LW.entryLevel] = None
    education: Annotated[Text | None, LW.typicalEducation] = None
    training_months: Annotated[float | None, LW.trainingMonths, Field(ge=0)] = None
    licensure: Annotated[Text | None, LW.licensure] = None


class Competency(Concept):
    """A skill, a piece of knowledge, an ability, a task: what an occupation asks or a course teaches.

    Parameters
    ----------
    statement
        The full sentence, where the label is only its short name.
    reuse_level
        How widely it applies, as ESCO says: transversal, cross-sector, sector-specific, occupation-specific.
    task_type
        Core, Supplemental, or New and Revision for emerging tasks (O*NET).
    generated_by
        Addresses of the decisions by which a partnership accepted it: what is told of them is an `Acceptance`.
    support
        How many of its firms say it; a `Support`.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CEASN.Competency, SKOS.Concept)

    kind: Annotated[Iri, DCTERMS.type] = Iri(CompetencyKind.SKILL)
    statement: Annotated[Text | None, CEASN.competencyText] = None
    category: Annotated[Text | None, CEASN.competencyCategory] = None
    reuse_level: Annotated[Iri | None, ESCO.skillReuseLevel] = None
    essential_for: Annotated[Iris, ESCO.isEssentialSkillFor] = ()
    optional_for: Annotated[Iris, ESCO.isOptionalSkillFor] = ()
    task_type: Annotated[str | None, LW.taskType] = None
    responding: Annotated[int | None, LW.incumbentsResponding, Field(ge=0)] = None
    dated: Annotated[str | None, DCTERMS.date] = None
    origin: Annotated[str | None, LW.domainSource] = None
    revises: Annotated[Iris, DCTERMS.replaces] = ()
    generated_by: Annotated[Iris, PROV.wasGeneratedBy] = ()
    support: Annotated[Iri | None, LW.degreeOfSupport] = None
    activities: Annotated[Iris, LW.detailedActivity] = ()
    hot: Annotated[bool | None, LW.hotTechnology] = None


class JobZone(Concept):
    """A level of preparation, 1 to 5, with what it asks (O*NET Job Zone Reference)."""

    types: ClassVar[tuple[URIRef, ...]] = (LW.JobZone, SKOS.Concept)

    experience: Annotated[Text | None, LW.experience] = None
    education: Annotated[Text | None, LW.typicalEducation] = None
    training: Annotated[Text | None, LW.jobTraining] = None
    examples: Annotated[Text | None, SKOS.example] = None
    preparation_range: Annotated[str | None, LW.preparationRange] = None


class Scheme(Record):
    """A classification or a collection as a whole."""

    types: ClassVar[tuple[URIRef, ...]] = (SKOS.ConceptScheme,)

    label: Annotated[Text, SKOS.prefLabel]
    description: Annotated[Text | None, DCTERMS.description] = None
    status: Annotated[str | None, ESCO.status] = None
    top_concepts: Annotated[Iris, SKOS.hasTopConcept] = ()


class Framework(Scheme):
    """A competency framework or one version of a standard.

    Parameters
    ----------
    derived_from
        Addresses of the standards that merged into it.
    """

    types: ClassVar[tuple[URIRef, ...]] = (CEASN.CompetencyFramework, SKOS.ConceptScheme)

    version: Annotated[str | None, OWL.versionInfo] = None
    publisher: Annotated[Iri | None, CEASN.publisher] = None
    license: Annotated[Iri | None, DCTERMS.license] = None
    derived_from: Annotated[Iris, PROV.wasDerivedFrom] = ()
