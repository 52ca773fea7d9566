"""Mapping sets and their rows as records: each slot of SSSOM under its own property, as the standard has it in RDF."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ontology.namespaces import DCTERMS, OWL, RDFS, SSSOM
from ontology.records import Iri, Record

Texts = tuple[str, ...]
Iris = tuple[Iri, ...]
Share = Annotated[float, Field(ge=0, le=1)]


class MappingRow(Record):
    """A row; its fields are called as the slots. One without a subject is of a text, which its label holds."""

    types = (OWL.Axiom,)

    subject_id: Annotated[Iri | None, OWL.annotatedSource] = None
    predicate_id: Annotated[Iri, OWL.annotatedProperty]
    object_id: Annotated[Iri, OWL.annotatedTarget]
    mapping_justification: Annotated[Iri, SSSOM.mapping_justification]
    subject_label: Annotated[str | None, SSSOM.subject_label] = None
    subject_category: Annotated[str | None, SSSOM.subject_category] = None
    predicate_label: Annotated[str | None, SSSOM.predicate_label] = None
    predicate_modifier: Annotated[str | None, SSSOM.predicate_modifier] = None
    object_label: Annotated[str | None, SSSOM.object_label] = None
    object_category: Annotated[str | None, SSSOM.object_category] = None
    author_id: Annotated[Iris, SSSOM.author_id] = ()
    author_label: Annotated[Texts, SSSOM.author_label] = ()
    reviewer_id: Annotated[Iris, SSSOM.reviewer_id] = ()
    reviewer_label: Annotated[Texts, SSSOM.reviewer_label] = ()
    reviewer_agreement: Annotated[str | None, SSSOM.reviewer_agreement] = None
    creator_id: Annotated[Iris, SSSOM.creator_id] = ()
    creator_label: Annotated[Texts, SSSOM.creator_label] = ()
    license: Annotated[str | None, DCTERMS.license] = None
    subject_type: Annotated[str | None, SSSOM.subject_type] = None
    subject_source: Annotated[Iri | None, SSSOM.subject_source] = None
    subject_source_version: Annotated[str | None, SSSOM.subject_source_version] = None
    object_type: Annotated[str | None, SSSOM.object_type] = None
    object_source: Annotated[Iri | None, SSSOM.object_source] = None
    object_source_version: Annotated[str | None, SSSOM.object_source_version] = None
    predicate_type: Annotated[str | None, SSSOM.predicate_type] = None
    mapping_provider: Annotated[str | None, SSSOM.mapping_provider] = None
    mapping_source: Annotated[Iri | None, SSSOM.mapping_source] = None
    mapping_cardinality: Annotated[str | None, SSSOM.mapping_cardinality] = None
    cardinality_scope: Annotated[Texts, SSSOM.cardinality_scope] = ()
    mapping_tool: Annotated[str | None, SSSOM.mapping_tool] = None
    mapping_tool_id: Annotated[Iri | None, SSSOM.mapping_tool_id] = None
    mapping_tool_version: Annotated[str | None, SSSOM.mapping_tool_version] = None
    mapping_date: Annotated[str | None, SSSOM.mapping_date] = None
    publication_date: Annotated[str | None, SSSOM.publication_date] = None
    review_date: Annotated[str | None, SSSOM.review_date] = None
    confidence: Annotated[Share | None, SSSOM.confidence] = None
    curation_rule: Annotated[Iris, SSSOM.curation_rule] = ()
    curation_rule_text: Annotated[Texts, SSSOM.curation_rule_text] = ()
    subject_match_field: Annotated[Iris, SSSOM.subject_match_field] = ()
    object_match_field: Annotated[Iris, SSSOM.object_match_field] = ()
    match_string: Annotated[Texts, SSSOM.match_string] = ()
    subject_preprocessing: Annotated[Iris, SSSOM.subject_preprocessing] = ()
    object_preprocessing: Annotated[Iris, SSSOM.object_preprocessing] = ()
    similarity_score: Annotated[Share | None, SSSOM.similarity_score] = None
    similarity_measure: Annotated[str | None, SSSOM.similarity_measure] = None
    see_also: Annotated[Texts, RDFS.seeAlso] = ()
    issue_tracker_item: Annotated[Iri | None, SSSOM.issue_tracker_item] = None
    other: Annotated[str | None, SSSOM.other] = None
    comment: Annotated[str | None, RDFS.comment] = None


class StoredSet(Record):
    """A mapping set as a whole; its fields are called as the slots.

    Parameters
    ----------
    iri
        Its ``mapping_set_id``.
    mapping_set_id
        As the file has it, where that is no address.
    """

    types = (SSSOM.MappingSet,)

    mapping_set_id: Annotated[str | None, SSSOM.mapping_set_id] = None
    sssom_version: Annotated[str | None, SSSOM.sssom_version] = None
    mapping_set_version: Annotated[str | None, OWL.versionInfo] = None
    mapping_set_source: Annotated[Texts, SSSOM.mapping_set_source] = ()
    mapping_set_title: Annotated[str | None, DCTERMS.title] = None
    mapping_set_description: Annotated[str | None, DCTERMS.description] = None
    mapping_set_confidence: Annotated[str | None, SSSOM.mapping_set_confidence] = None
    creator_id: Annotated[Iris, DCTERMS.creator] = ()
    creator_label: Annotated[Texts, SSSOM.creator_label] = ()
    license: Annotated[str, DCTERMS.license]
    subject_type: Annotated[str | None, SSSOM.subject_type] = None
    subject_source: Annotated[Iri | None, SSSOM.subject_source] = None
    subject_source_version: Annotated[str | None, SSSOM.subject_source_version] = None
    object_type: Annotated[str | None, SSSOM.object_type] = None
    object_source: Annotated[Iri | None, SSSOM.object_source] = None
    object_source_version: Annotated[str | None, SSSOM.object_source_version] = None
    predicate_type: Annotated[str | None, SSSOM.predicate_type] = None
    mapping_provider: Annotated[str | None, SSSOM.mapping_provider] = None
    cardinality_scope: Annotated[Texts, SSSOM.cardinality_scope] = ()
    mapping_tool: Annotated[str | None, SSSOM.mapping_tool] = None
    mapping_tool_id: Annotated[Iri | None, SSSOM.mapping_tool_id] = None
    mapping_tool_version: Annotated[str | None, SSSOM.mapping_tool_version] = None
    mapping_date: Annotated[str | None, SSSOM.mapping_date] = None
    publication_date: Annotated[str | None, SSSOM.publication_date] = None
    subject_match_field: Annotated[Iris, SSSOM.subject_match_field] = ()
    object_match_field: Annotated[Iris, SSSOM.object_match_field] = ()
    subject_preprocessing: Annotated[Iris, SSSOM.subject_preprocessing] = ()
    object_preprocessing: Annotated[Iris, SSSOM.object_preprocessing] = ()
    similarity_measure: Annotated[str | None, SSSOM.similarity_measure] = None
    curation_rule: Annotated[Iris, SSSOM.curation_rule] = ()
    curation_rule_text: Annotated[Texts, SSSOM.curation_rule_text] = ()
    see_also: Annotated[Texts, RDFS.seeAlso] = ()
    issue_tracker: Annotated[str | None, SSSOM.issue_tracker] = None
    other: Annotated[str | None, SSSOM.other] = None
    comment: Annotated[str | None, RDFS.comment] = None
    mappings: Annotated[Iris, SSSOM.mappings] = ()
