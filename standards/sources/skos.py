"""Concept schemes of any publisher, in SKOS."""

from __future__ import annotations

from ontology.identifiers import Identifiers
from ontology.namespaces import DCTERMS, RDFS, SKOS
from standards.archives import ArchivedFile
from standards.sources.document import Document, DocumentReader
from standards.sources.graph import GraphTold, one_named, passing
from standards.sources.own import SCHEME
from standards.wire.skos.meeting import meant
from standards.wire.skos.origins import asserted, written
from standards.wire.skos.reading import read_skos

NAMES = (SKOS.prefLabel, DCTERMS.title, RDFS.label)


def _document(file: ArchivedFile, identifiers: Identifiers) -> Document:
    graph, report = read_skos(file)
    with passing(identifiers, graph.triples) as (base, stored):
        records = [*meant(base, stored), *asserted(base, stored), *written(graph.triples)]
        named = one_named(base, stored, [SKOS.ConceptScheme], NAMES)
    return GraphTold(file, graph.triples, records, report, graph.concepts, named).document()


read_scheme = DocumentReader(SCHEME, _document)
"""Reads a concept scheme."""
