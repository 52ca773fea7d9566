"""What a graph was before its meaning was added to it: kept beside it, so that it comes out letter by letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from ontology.graph_writing import stored_triples
from ontology.literal_forms import as_stored, changed_lines
from ontology.namespaces import DCTERMS, RDF, SCHEMES
from ontology.records import Iri, Record, Release
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.wire.graph import StoredGraph
from standards.wire.skos.meeting import ConceptToo, meant

Lines = set[str]


class SaidItself(Record):
    """What a graph says itself of what is added, so that it stays when that is taken out.

    Parameters
    ----------
    classes, kinds
        Values of ``rdf:type`` and of ``dcterms:type``.
    """

    types = ()

    classes: Annotated[tuple[Iri, ...], SCHEMES.asserted] = ()
    kinds: Annotated[tuple[Iri, ...], SCHEMES.assertedKind] = ()


class Written(Record):
    """Statements in N-Triples whose literals are to come out as they are written, not as the store keeps them."""

    types = ()

    lines: Annotated[tuple[str, ...], SCHEMES.written]


def asserted(base: KnowledgeBase, release: Release) -> Iterator[SaidItself]:
    """Yield what of `meant` a graph says itself, before that is added to it."""
    graph = StoredGraph(base, release)
    types, kinds = graph.links(RDF.type), graph.links(DCTERMS.type)
    for record in meant(base, release):
        classes = {Iri(value) for value in record.types}.intersection(types.get(record.iri, ()))
        own = [record.kind] if isinstance(record, ConceptToo) and record.kind in kinds.get(record.iri, ()) else ()
        if classes or own:
            yield SaidItself(iri=record.iri, classes=tuple(sorted(classes)), kinds=tuple(own))


def written(triples: bytes) -> Iterator[Written]:
    """Yield the statements of a graph that the store would give back otherwise."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in changed_lines(triples):
        found[line.partition(">")[0].removeprefix("<")].append(line)
    yield from (Written(iri=Iri(iri), lines=tuple(lines)) for iri, lines in sorted(found.items()))


def as_it_came(base: KnowledgeBase, release: Release) -> bytes:
    """Return the N-Triples of a graph without what was added to it."""
    graph = StoredGraph(base, release)
    stays = [
        *(SaidItself(iri=Iri(iri), classes=(Iri(value),)) for iri, value in graph.pairs(SCHEMES.asserted)),
        *(SaidItself(iri=Iri(iri), kinds=(Iri(value),)) for iri, value in graph.pairs(SCHEMES.assertedKind)),
    ]
    forms = [Written(iri=Iri(iri), lines=(line,)) for iri, line in graph.pairs(SCHEMES.written)]
    lines = _lines(stored_triples(base, release)) - _lines(encoded([*stays, *forms]))
    lines -= _lines(encoded(meant(base, release))) - set(_said(stays))
    before = [line for one in forms for line in one.lines]
    lines = lines.difference(as_stored(before)).union(before)
    return "".join(f"{line}\n" for line in sorted(lines)).encode()


def _said(stays: list[SaidItself]) -> Iterator[str]:
    """Yield the statements that a graph made itself of what its meaning adds."""
    for one in stays:
        yield from (f"<{one.iri}> <{RDF.type}> <{value}> ." for value in one.classes)
        yield from (f"<{one.iri}> <{DCTERMS.type}> <{value}> ." for value in one.kinds)


def _lines(triples: bytes) -> Lines:
    return {line.decode() for line in triples.split(b"\n") if line}
