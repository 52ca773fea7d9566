"""Concept schemes of any publisher, in SKOS."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ontology.identifiers import Identifiers
from ontology.namespaces import DCTERMS, RDFS, SKOS
from standards.sources.document import Claimed, the_document
from standards.sources.graph import GraphTold, deliver_graph, one_named, passing
from standards.sources.own import SCHEME
from standards.sources.source import Delivery
from standards.wire.skos.meeting import meant
from standards.wire.skos.reading import read_skos

NAMES = (SKOS.prefLabel, DCTERMS.title, RDFS.label)


def read_scheme(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    claimed: Claimed | None = None,
) -> Delivery:
    """Read a scheme; see `standards.sources.source.Reader` and `standards.sources.graph.deliver_graph`."""
    file = the_document(paths)
    graph, report = read_skos(file)
    with passing(identifiers, graph.triples) as (base, stored):
        records = list(meant(base, stored))
        named = one_named(base, stored, [SKOS.ConceptScheme], NAMES)
    told = GraphTold(SCHEME, file, graph.triples, records, report, graph.concepts, named)
    return deliver_graph(told, identifiers, version, claimed)
