"""Mapping sets as linked data: SSSOM's mappings as OWL axioms, and the reviews behind them as PROV activities."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar

from rdflib import URIRef

from ontology.namespaces import CEASN, DCTERMS, LW, PROV, RDFS, SKOS, SSSOM
from ontology.records.mappings import Mapping
from ontology.records.record import Iri, Record


class MappingAxiom(Mapping):
    """A row of the mapping set, with the slots of those who judged it as SSSOM maps them to RDF."""

    modifier: Annotated[str | None, SSSOM.predicate_modifier] = None
    reviewers: Annotated[tuple[str, ...], SSSOM.reviewer_label] = ()
    reviewed: Annotated[date | None, SSSOM.review_date] = None
    cardinality: Annotated[str | None, SSSOM.mapping_cardinality] = None
    match_strings: Annotated[tuple[str, ...], SSSOM.match_string] = ()
    match_fields: Annotated[tuple[Iri, ...], SSSOM.object_match_field] = ()
    similarity: Annotated[float | None, SSSOM.similarity_score] = None
    measure: Annotated[str | None, SSSOM.similarity_measure] = None
    other: Annotated[str | None, SSSOM.other] = None
    reviews: Annotated[tuple[Iri, ...], PROV.wasGeneratedBy] = ()


class AxiomSet(Record):
    """The mapping set as a whole."""

    types: ClassVar[tuple[URIRef, ...]] = (SSSOM.MappingSet,)

    title: Annotated[str, DCTERMS.title]
    license: Annotated[Iri, DCTERMS.license]
    subject_source: Annotated[Iri, SSSOM.subject_source]
    object_source: Annotated[Iri, SSSOM.object_source]
    tool: Annotated[str, SSSOM.mapping_tool]
    mappings: Annotated[tuple[Iri, ...], SSSOM.mappings] = ()


class ReviewActivity(Record):
    """Who judged, and when."""

    types: ClassVar[tuple[URIRef, ...]] = (PROV.Activity,)

    verdict: Annotated[Iri, LW.verdict]
    reviewer: Annotated[str, SSSOM.reviewer_label]
    at: Annotated[datetime, PROV.endedAtTime]
    comment: Annotated[str | None, RDFS.comment] = None


class MeantOutcome(Record):
    """An outcome with the competencies that a person says it means."""

    types: ClassVar[tuple[URIRef, ...]] = (LW.LearningOutcome, CEASN.Competency)

    close_matches: Annotated[tuple[Iri, ...], SKOS.closeMatch]
