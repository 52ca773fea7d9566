"""CTDL of any registry: frameworks, credentials, courses and pathways in one graph."""

from __future__ import annotations

from ontology.identifiers import Identifiers
from ontology.namespaces import CEASN
from standards.archives import ArchivedFile
from standards.sources.document import Document, DocumentReader
from standards.sources.graph import GraphTold, passing
from standards.sources.holdings import wholes
from standards.sources.own import CTDL
from standards.sources.topics import topic
from standards.wire.ctdl.checks import circular
from standards.wire.ctdl.judging import misplaced
from standards.wire.ctdl.meeting import meant
from standards.wire.ctdl.reading import read_graph


def _document(file: ArchivedFile, identifiers: Identifiers) -> Document:
    graph, report = read_graph(file)
    with passing(identifiers, graph.triples) as (base, stored):
        records = list(meant(base, stored))
        named, described = topic(base, stored, CTDL), wholes(base, stored)
        publisher = next((name for _, name in base.pairs(stored, CEASN.publisherName)), None)
        report.extend(misplaced(base, stored, file.name))
    report.extend(circular(records, file.name))
    told = GraphTold(file, graph.triples, records, report, graph.resources, named, publisher, described)
    return told.document()


read_ctdl = DocumentReader(CTDL, _document)
"""Reads a graph of CTDL."""
