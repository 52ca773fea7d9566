"""Releases that are stored as the graphs that they are, with what they mean in the records of the rest beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from ontology.identifiers import Identifiers
from ontology.records import Iri, Record, Release, Text
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.sources.document import UNVERSIONED, Document, title_of
from standards.sources.holdings import ITEMS
from standards.sources.publication import Terms, new_release


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
    wholes
        See `Document`.
    """

    file: ArchivedFile
    triples: bytes
    records: Sequence[Record]
    report: Report
    count: int
    named: tuple[Iri, str] | None
    publisher: str | None = None
    wholes: Mapping[str, str] = field(default_factory=dict)

    def document(self) -> Document:
        """Return it as a document: the graph, and what it means beside it."""
        address, title = self.named or (None, title_of(self.file))
        publisher = Text(value=self.publisher) if self.publisher else None
        return Document(
            title=title,
            address=address,
            wholes=self.wholes,
            terms=Terms(language=language_of(self.records), attribution=publisher),
            count=self.count,
            records=lambda _: self.records,
            report=self.report,
            triples=self.triples,
            things=subjects(self.triples),
            items={record.iri for record in self.records if set(ITEMS) & set(record.types)},
        )


def subjects(triples: bytes) -> set[str]:
    r"""Return the addresses that N-Triples say something of.

    Example
    -------
    >>> subjects(b'<http://x/1> <http://x/p> "Weld" .\n_:b <http://x/p> <http://x/2> .\n')
    {'http://x/1'}
    """
    said = {line.partition(b" ")[0] for line in triples.splitlines()}
    return {iri.decode()[1:-1] for iri in said if iri.startswith(b"<")}


def language_of(records: Iterable[Record]) -> str | None:
    """Return the language of the labels, where they are all in one."""
    spoken = {label.language for record in records if (label := getattr(record, "label", None))} - {"und"}
    return spoken.pop() if len(spoken) == 1 else None
