"""Mappings between concepts of two frameworks, with SSSOM's slots."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from rdflib import URIRef

from ontology.namespaces import OWL, RDFS, SSSOM
from ontology.records.record import Iri, Record


class Mapping(Record):
    """A subject of one framework stands in a relation to an object of another.

    Parameters
    ----------
    predicate
        A SKOS mapping property, for instance ``skos:closeMatch``; within one framework ``skos:related``.
    justification
        A term of SEMAPV: by whom or by what means the match was made.
    confidence
        0 to 1.
    """

    types: ClassVar[tuple[URIRef, ...]] = (OWL.Axiom,)

    subject: Annotated[Iri, OWL.annotatedSource]
    predicate: Annotated[Iri, OWL.annotatedProperty]
    object: Annotated[Iri, OWL.annotatedTarget]
    justification: Annotated[Iri, SSSOM.mapping_justification]
    confidence: Annotated[float | None, SSSOM.confidence, Field(ge=0, le=1)] = None
    subject_label: Annotated[str | None, SSSOM.subject_label] = None
    object_label: Annotated[str | None, SSSOM.object_label] = None
    comment: Annotated[str | None, RDFS.comment] = None
