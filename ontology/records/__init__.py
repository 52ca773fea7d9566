"""The frozen records that cross every border of the project."""

from ontology.records.acceptances import Acceptance
from ontology.records.agreement import Decider, Decision, DecisionKind, Endorsement, Position
from ontology.records.apprenticeships import Apprenticeship, EntryCondition, WageStep
from ontology.records.changes import ChangeKind
from ontology.records.concepts import (
    Competency,
    CompetencyKind,
    Concept,
    Framework,
    JobZone,
    Occupation,
    Scheme,
)
from ontology.records.footings import Footing
from ontology.records.jobs import Job, JobRequirement
from ontology.records.learning import Course, Credential, LearningOutcome, ListItem, Program, TeachingLevel
from ontology.records.mappings import Mapping
from ontology.records.organizations import Organization, Partnership, Predecessor, Role
from ontology.records.outcomes import OutcomeMeasure, OutcomeObservation
from ontology.records.pathways import (
    ComponentCondition,
    CredentialComponent,
    Earnings,
    Evidence,
    JobComponent,
    Jurisdiction,
    Pathway,
    SkillGain,
)
from ontology.records.projections import EmploymentProjection
from ontology.records.proposals import Candidate, Support, Voice
from ontology.records.publication import Edition, PublicationStatus, StatusChange
from ontology.records.record import (
    Iri,
    JsonText,
    LanguageTag,
    Moment,
    RdfField,
    Record,
    Text,
    YearMonth,
    printed,
    rdf_fields,
)
from ontology.records.releases import Release, SourceFile
from ontology.records.requirements import (
    Caution,
    LevelAnchor,
    Rating,
    RelatedOccupation,
    RequirementType,
    Scale,
    SkillRequirement,
)
from ontology.records.reviews import BY_HAND, IN_BULK, Review, Verdict
from ontology.records.wages import Region, WageObservation
from ontology.records.work import JobRedefinition, WorkFunction, WorkTask

__all__ = [
    "BY_HAND",
    "IN_BULK",
    "Acceptance",
    "Apprenticeship",
    "Candidate",
    "Caution",
    "ChangeKind",
    "Competency",
    "CompetencyKind",
    "ComponentCondition",
    "Concept",
    "Course",
    "Credential",
    "CredentialComponent",
    "Decider",
    "Decision",
    "DecisionKind",
    "Earnings",
    "Edition",
    "EmploymentProjection",
    "Endorsement",
    "EntryCondition",
    "Evidence",
    "Footing",
    "Framework",
    "Iri",
    "Job",
    "JobComponent",
    "JobRedefinition",
    "JobRequirement",
    "JobZone",
    "JsonText",
    "Jurisdiction",
    "LanguageTag",
    "LearningOutcome",
    "LevelAnchor",
    "ListItem",
    "Mapping",
    "Moment",
    "Occupation",
    "Organization",
    "OutcomeMeasure",
    "OutcomeObservation",
    "Partnership",
    "Pathway",
    "Position",
    "Predecessor",
    "Program",
    "PublicationStatus",
    "Rating",
    "RdfField",
    "Record",
    "Region",
    "RelatedOccupation",
    "Release",
    "RequirementType",
    "Review",
    "Role",
    "Scale",
    "Scheme",
    "SkillGain",
    "SkillRequirement",
    "SourceFile",
    "StatusChange",
    "Support",
    "TeachingLevel",
    "Text",
    "Verdict",
    "Voice",
    "WageObservation",
    "WageStep",
    "WorkFunction",
    "WorkTask",
    "YearMonth",
    "printed",
    "rdf_fields",
]
