"""CTDL of any registry: frameworks, credentials, courses and pathways in one graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ontology.identifiers import Identifiers
from ontology.namespaces import CEASN, CETERMS
from standards.sources.document import Claimed, the_document
from standards.sources.graph import GraphTold, deliver_graph, one_named, passing
from standards.sources.own import CTDL
from standards.sources.source import Delivery
from standards.wire.ctdl.checks import circular
from standards.wire.ctdl.judging import misplaced
from standards.wire.ctdl.meeting import meant
from standards.wire.ctdl.reading import read_graph

NAMES = (CEASN.name, CETERMS.name)
TITLED = (CEASN.CompetencyFramework, CETERMS.Pathway, CETERMS.PathwaySet)
"""What a release is called after where it has just one of a kind, the first kind first."""


def read_ctdl(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    claimed: Claimed | None = None,
) -> Delivery:
    """Read a graph of CTDL; see `standards.sources.source.Reader` and `standards.sources.graph.deliver_graph`."""
    file = the_document(paths)
    graph, report = read_graph(file)
    with passing(identifiers, graph.triples) as (base, stored):
        records = list(meant(base, stored))
        named = one_named(base, stored, TITLED, NAMES)
        publisher = next((name for _, name in base.pairs(stored, CEASN.publisherName)), None)
        report.extend(misplaced(base, stored, file.name))
    report.extend(circular(records, file.name))
    told = GraphTold(CTDL, file, graph.triples, records, report, graph.resources, named, publisher)
    return deliver_graph(told, identifiers, version, claimed)
