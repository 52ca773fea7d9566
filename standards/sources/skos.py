"""Concept schemes of any publisher, in SKOS."""

from __future__ import annotations

from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.sources.document import Document, DocumentReader
from standards.sources.graph import GraphTold, passing
from standards.sources.holdings import wholes
from standards.sources.own import SCHEME
from standards.sources.topics import topic
from standards.wire.skos.meeting import meant
from standards.wire.skos.origins import asserted, written
from standards.wire.skos.reading import read_skos


def _document(file: ArchivedFile, identifiers: Identifiers) -> Document:
    graph, report = read_skos(file)
    with passing(identifiers, graph.triples) as (base, stored):
        records = [*meant(base, stored), *asserted(base, stored), *written(graph.triples)]
        named, described = topic(base, stored, SCHEME), wholes(base, stored)
    return GraphTold(file, graph.triples, records, report, graph.concepts, named, wholes=described).document()


read_scheme = DocumentReader(SCHEME, _document)
"""Reads a concept scheme."""
