"""SKOS and the knowledge base's own records: concepts of any scheme are there to be matched, as competencies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from ontology.namespaces import CEASN, DCTERMS, SKOS
from ontology.records import CompetencyKind, Iri, Record, Release
from ontology.store import KnowledgeBase
from standards.wire.graph import StoredGraph


class SchemeToo(Record):
    """That a concept scheme is a framework."""

    types = (CEASN.CompetencyFramework,)


class ConceptToo(Record):
    """That a concept is a competency."""

    types = (CEASN.Competency,)

    kind: Annotated[Iri, DCTERMS.type] = Iri(CompetencyKind.SKILL)


def meant(base: KnowledgeBase, release: Release) -> Iterator[SchemeToo | ConceptToo]:
    """Yield what makes the schemes and the named concepts of a graph frameworks and competencies.

    SKOS says the rest itself, and nothing is added in its words: what was added can be told from what came.
    """
    graph = StoredGraph(base, release)
    named = graph.texts(SKOS.prefLabel)
    yield from (SchemeToo(iri=iri) for iri in graph.all(SKOS.ConceptScheme))
    yield from (ConceptToo(iri=iri) for iri in graph.all(SKOS.Concept) if iri in named)
