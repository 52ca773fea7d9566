"""The resources of CASE 1.1 as records: each field with its name in JSON and the property that carries it in RDF.

What CTDL-ASN, SKOS and Dublin Core have a term for is said with it, so that whoever asks for competencies need not
know that they came as CASE. The rest has CASE's own names.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ontology.namespaces import CASE, CEASN, DCTERMS, OWL, RDFS, SKOS
from ontology.records import Iri, JsonText, Moment, Text
from standards.wire.fields import Key
from standards.wire.order import Ordered

Texts = tuple[Text, ...]
Iris = tuple[Iri, ...]


class Resource(Ordered):
    """What all resources have.

    Parameters
    ----------
    iri
        Its ``uri``.
    links
        Titles and identifiers that links give their targets, by the addresses of these, where they are not those of
        the targets themselves.
    """

    identifier: Annotated[str, CASE.identifier, Key("identifier")]
    modified: Annotated[Moment, CASE.lastChangeDateTime, Key("lastChangeDateTime")]
    extensions: Annotated[JsonText | None, CASE.extensions, Key("extensions")] = None
    links: Annotated[JsonText | None, CASE.links] = None
    order: Annotated[JsonText | None, CASE.order] = None

    @property
    def called(self) -> str:
        """What a link to it says as its title."""
        return ""


class Titled(Resource):
    """A resource with a title."""

    title: Annotated[Text, SKOS.prefLabel, Key("title")]
    description: Annotated[Text | None, DCTERMS.description, Key("description")] = None

    @property
    def called(self) -> str:
        """Its title."""
        return self.title.value


class CFDocument(Titled):
    """A framework as a whole."""

    types = (CEASN.CompetencyFramework, SKOS.ConceptScheme)

    framework_type: Annotated[str | None, CASE.frameworkType, Key("frameworkType")] = None
    case_version: Annotated[str | None, CASE.caseVersion, Key("caseVersion")] = None
    creator: Annotated[str, DCTERMS.creator, Key("creator", blank=True)]
    official_source: Annotated[Iri | None, CEASN.source, Key("officialSourceURL")] = None
    publisher: Annotated[str | None, DCTERMS.publisher, Key("publisher")] = None
    subjects: Annotated[Texts, CEASN.localSubject, Key("subject")] = ()
    subject_links: Annotated[Iris, DCTERMS.subject, Key("subjectURI", link=True)] = ()
    language: Annotated[str | None, CEASN.inLanguage, Key("language")] = None
    version: Annotated[str | None, OWL.versionInfo, Key("version")] = None
    adoption_status: Annotated[str | None, CASE.adoptionStatus, Key("adoptionStatus")] = None
    status_start: Annotated[date | None, CEASN.dateValidFrom, Key("statusStartDate")] = None
    status_end: Annotated[date | None, CEASN.dateValidUntil, Key("statusEndDate")] = None
    license: Annotated[Iri | None, DCTERMS.license, Key("licenseURI", link=True)] = None
    notes: Annotated[Text | None, SKOS.note, Key("notes")] = None
    package_extensions: Annotated[JsonText | None, CASE.packageExtensions] = None
    definition_extensions: Annotated[JsonText | None, CASE.definitionExtensions] = None


class CFItem(Resource):
    """One statement of a framework."""

    types = (CEASN.Competency, SKOS.Concept)

    full_statement: Annotated[Text, CEASN.competencyText, Key("fullStatement")]
    alternative_label: Annotated[Text | None, SKOS.altLabel, Key("alternativeLabel")] = None
    item_type: Annotated[Text | None, CEASN.competencyCategory, Key("CFItemType")] = None
    item_type_link: Annotated[Iri | None, CASE.CFItemTypeURI, Key("CFItemTypeURI", link=True)] = None
    coding_scheme: Annotated[str | None, SKOS.notation, Key("humanCodingScheme")] = None
    list_enumeration: Annotated[str | None, CEASN.listID, Key("listEnumeration")] = None
    abbreviated_statement: Annotated[Text | None, CEASN.competencyLabel, Key("abbreviatedStatement")] = None
    keywords: Annotated[Texts, CEASN.conceptKeyword, Key("conceptKeywords")] = ()
    keyword_link: Annotated[Iri | None, CEASN.conceptTerm, Key("conceptKeywordsURI", link=True)] = None
    notes: Annotated[Text | None, CEASN.comment, Key("notes")] = None
    subjects: Annotated[Texts, CEASN.localSubject, Key("subject")] = ()
    subject_links: Annotated[Iris, DCTERMS.subject, Key("subjectURI", link=True)] = ()
    language: Annotated[str | None, CEASN.inLanguage, Key("language")] = None
    education_levels: Annotated[tuple[str, ...], DCTERMS.educationLevel, Key("educationLevel")] = ()
    license: Annotated[Iri | None, DCTERMS.license, Key("licenseURI", link=True)] = None
    status_start: Annotated[date | None, CEASN.dateValidFrom, Key("statusStartDate")] = None
    status_end: Annotated[date | None, CEASN.dateValidUntil, Key("statusEndDate")] = None

    @property
    def called(self) -> str:
        """Its statement."""
        return self.full_statement.value


class CFAssociation(Resource):
    """What one thing has to do with another."""

    types = (CASE.CFAssociation,)

    association_type: Annotated[str, CASE.associationType, Key("associationType")]
    origin: Annotated[Iri, CASE.originNodeURI, Key("originNodeURI", link=True)]
    destination: Annotated[Iri, CASE.destinationNodeURI, Key("destinationNodeURI", link=True)]
    sequence: Annotated[int | None, CASE.sequenceNumber, Key("sequenceNumber")] = None
    grouping: Annotated[Iri | None, CASE.CFAssociationGroupingURI, Key("CFAssociationGroupingURI", link=True)] = None
    notes: Annotated[Text | None, SKOS.note, Key("notes")] = None


class CFConcept(Titled):
    """A concept that statements are about."""

    types = (CASE.CFConcept, SKOS.Concept)

    hierarchy_code: Annotated[str, SKOS.notation, Key("hierarchyCode", blank=True)]
    keywords: Annotated[Text | None, CEASN.conceptKeyword, Key("keywords")] = None


class CFSubject(Titled):
    """A subject."""

    types = (CASE.CFSubject, SKOS.Concept)

    hierarchy_code: Annotated[str, SKOS.notation, Key("hierarchyCode", blank=True)]


class CFLicense(Titled):
    """A license."""

    types = (DCTERMS.LicenseDocument,)

    text: Annotated[Text, CASE.licenseText, Key("licenseText", blank=True)]


class CFItemType(Titled):
    """A kind of statement."""

    types = (CASE.CFItemType, SKOS.Concept)

    description: Annotated[Text, DCTERMS.description, Key("description", blank=True)]
    hierarchy_code: Annotated[str, SKOS.notation, Key("hierarchyCode", blank=True)]
    type_code: Annotated[str | None, CASE.typeCode, Key("typeCode")] = None


class CFAssociationGrouping(Titled):
    """What several associations belong to."""

    types = (CASE.CFAssociationGrouping,)


class CFRubric(Resource):
    """A rubric: how well statements are met."""

    types = (CASE.CFRubric,)

    title: Annotated[Text | None, SKOS.prefLabel, Key("title")] = None
    description: Annotated[Text | None, DCTERMS.description, Key("description")] = None


class CFRubricCriterion(Resource):
    """What a rubric looks at."""

    types = (CASE.CFRubricCriterion,)

    rubric: Annotated[Iri, DCTERMS.isPartOf]
    category: Annotated[Text | None, CEASN.competencyCategory, Key("category")] = None
    description: Annotated[Text | None, DCTERMS.description, Key("description")] = None
    item: Annotated[Iri | None, CASE.CFItemURI, Key("CFItemURI", link=True)] = None
    weight: Annotated[float | None, CASE.weight, Key("weight")] = None
    position: Annotated[int | None, CASE.position, Key("position")] = None
    rubric_id: Annotated[str | None, CASE.rubricId, Key("rubricId")] = None


class CFRubricCriterionLevel(Resource):
    """How well a criterion is met."""

    types = (CASE.CFRubricCriterionLevel,)

    criterion: Annotated[Iri, DCTERMS.isPartOf]
    description: Annotated[Text | None, DCTERMS.description, Key("description")] = None
    quality: Annotated[Text | None, RDFS.label, Key("quality")] = None
    score: Annotated[float | None, CASE.score, Key("score")] = None
    feedback: Annotated[Text | None, SKOS.note, Key("feedback")] = None
    position: Annotated[int | None, CASE.position, Key("position")] = None
    criterion_id: Annotated[str | None, CASE.rubricCriterionId, Key("rubricCriterionId")] = None
