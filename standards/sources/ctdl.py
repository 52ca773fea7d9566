"""CTDL of any registry: frameworks, credentials, courses and pathways in one graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePath

from ontology.identifiers import Identifiers
from ontology.namespaces import CEASN, CETERMS
from ontology.records import Iri, Record, Release
from ontology.store import KnowledgeBase
from standards.sources.document import UNVERSIONED, Claimed, Told, delivered, the_document
from standards.sources.own import CTDL, titled_source
from standards.sources.publication import new_release
from standards.sources.source import Delivery
from standards.wire.ctdl.checks import circular
from standards.wire.ctdl.meeting import meant
from standards.wire.ctdl.reading import read_graph

TITLES = (CEASN.name, CETERMS.name)
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
    """Read a graph of CTDL; see `standards.sources.source.Reader` and `standards.sources.document.delivered`."""
    file = the_document(paths)
    graph, report = read_graph(file)
    with KnowledgeBase.in_memory(identifiers) as passing:
        placeholder = new_release(identifiers, CTDL, UNVERSIONED, file.name)
        stored = passing.replace(placeholder, (), [graph.triples])
        named = _named(passing, stored)
        records: list[Record] = list(meant(passing, stored))
    report.extend(circular(records, file.name))
    iri, title = named or (None, PurePath(file.plain_name).stem)
    source = titled_source(CTDL, title, title)
    told = Told(
        release=new_release(identifiers, source, version or UNVERSIONED, title, language=_language(records)),
        framework=iri or Iri(identifiers.mint("framework", source)),
        count=graph.resources,
        records=records,
        report=report,
    )
    delivery = delivered(told, file, identifiers, claimed or {})
    return replace(delivery, triples=chain([graph.triples], delivery.triples))


def _named(base: KnowledgeBase, release: Release) -> tuple[Iri, str] | None:
    """Return address and name of what a graph is about, where it is about one thing."""
    for kind in TITLED:
        names = " ".join(f"<{name}>" for name in TITLES)
        query = f"SELECT ?s (MIN(STR(?n)) AS ?name) {{ ?s a <{kind}> VALUES ?p {{ {names} }} ?s ?p ?n }} GROUP BY ?s"
        found = list(base.rows(query, [release.iri]))
        if len(found) == 1:
            return Iri(found[0][0]), found[0][1]
    return None


def _language(records: Sequence[Record]) -> str | None:
    """Return the language of the labels, where they are all in one."""
    spoken = {label.language for record in records if (label := getattr(record, "label", None))} - {"und"}
    return spoken.pop() if len(spoken) == 1 else None
