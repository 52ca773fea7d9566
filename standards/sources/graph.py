"""Releases that are stored as the graphs that they are, with what they mean in the records of the rest beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePath

from ontology.identifiers import Identifiers
from ontology.records import Iri, Record, Release, Text
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.sources.document import UNVERSIONED, Claimed, Told, delivered
from standards.sources.own import titled_source
from standards.sources.publication import new_release
from standards.sources.source import Delivery

Meant = Callable[[KnowledgeBase, Release], Iterable[Record]]


@contextmanager
def passing(identifiers: Identifiers, triples: bytes) -> Iterator[tuple[KnowledgeBase, Release]]:
    """Give a knowledge base that has the statements of one graph and is gone afterwards."""
    with KnowledgeBase.in_memory(identifiers) as base:
        yield base, base.replace(new_release(identifiers, "graph", UNVERSIONED, "graph"), (), [triples])


@dataclass(frozen=True)
class GraphTold:
    """What a file with a graph tells.

    Parameters
    ----------
    kind
        The source, for instance ``ctdl``.
    triples
        N-Triples.
    records
        What the graph means.
    count
        Things that the graph describes.
    named
        Address and name of what it is about; without it, it goes by the name of its file.
    publisher
        Who stands behind it, by name.
    """

    kind: str
    file: ArchivedFile
    triples: bytes
    records: Sequence[Record]
    report: Report
    count: int
    named: tuple[Iri, str] | None
    publisher: str | None = None


def deliver_graph(graph: GraphTold, identifiers: Identifiers, version: str | None, claimed: Claimed | None) -> Delivery:
    """Return a graph and what it means, ready for the knowledge base.

    Raises
    ------
    RefusedError
        Where something in it is wrong, or another stored framework has its address.
    """
    iri, title = graph.named or (None, PurePath(graph.file.plain_name).stem)
    source, language = titled_source(graph.kind, title, title), language_of(graph.records)
    told = Told(
        release=new_release(
            identifiers,
            source,
            version or UNVERSIONED,
            title,
            language=language,
            attribution=Text(value=graph.publisher) if graph.publisher else None,
        ),
        framework=iri or Iri(identifiers.mint("framework", source)),
        count=graph.count,
        records=graph.records,
        report=graph.report,
    )
    delivery = delivered(told, graph.file, identifiers, claimed or {})
    return replace(delivery, triples=chain([graph.triples], delivery.triples))


def one_named(
    base: KnowledgeBase, release: Release, kinds: Iterable[str], names: Iterable[str]
) -> tuple[Iri, str] | None:
    """Return address and name of what a graph has just one of, of the first kind of which it has.

    Parameters
    ----------
    kinds, names
        Addresses of classes, and of the properties that name things.
    """
    called = " ".join(f"<{name}>" for name in names)
    for kind in kinds:
        query = f"SELECT ?s (MIN(STR(?n)) AS ?name) {{ ?s a <{kind}> VALUES ?p {{ {called} }} ?s ?p ?n }} GROUP BY ?s"
        found = list(base.rows(query, [release.iri]))
        if len(found) == 1:
            return Iri(found[0][0]), found[0][1]
    return None


def language_of(records: Iterable[Record]) -> str | None:
    """Return the language of the labels, where they are all in one."""
    spoken = {label.language for record in records if (label := getattr(record, "label", None))} - {"und"}
    return spoken.pop() if len(spoken) == 1 else None
