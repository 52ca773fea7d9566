"""What the knowledge base has, as CTDL in JSON-LD: as it came where it came so, else a framework of its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from ontology.json_ld import Names, to_nodes
from ontology.namespaces import CEASN, DCTERMS
from ontology.records import Competency, Iri, LanguageTag, Record, Release, Text
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from standards.json_documents import Json
from standards.sources.own import CTDL, DOCUMENTS
from standards.wire.ctdl.homes import ASSOCIATED, DEMANDED, HOMES, Homes, completed, further, prerequisites, told
from standards.wire.ctdl.meeting import meant
from standards.wire.ctdl.objects import ctid
from standards.wire.ctdl.occupations import occupations
from standards.wire.ctdl.partnership import beside
from standards.wire.ctdl.records import AsnCompetency, AsnFramework
from standards.wire.ctdl.terms import context
from standards.wire.ctdl.writing import write_graph
from standards.wire.extensions import taken_out
from standards.wire.listed import Listed, came_as, listed


def stored_graph(base: KnowledgeBase, name: str) -> Json:
    """Return what goes by a name as CTDL in JSON-LD.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    came = came_as(base, name, CTDL)
    if came is None:
        return _made(base, listed(base, name))
    graph = to_graph(())
    graph += base.graph(came)
    for triple in to_graph(meant(base, came)):
        if not str(triple[2]).startswith(str(CEASN)):  # what it is came with it
            graph.remove(triple)
    return write_graph(to_nodes(graph, Names(context())))


PREFIXES: Final = ("asn", "ceasn", "ceterms", "qdata")
"""Of what is taken for CTDL in the extensions of a package; other prefixes stand for what others say, too."""


def _made(base: KnowledgeBase, of: Listed) -> Json:
    """Return a framework of records in CTDL-ASN, with what its document says in other words and carries in CTDL's."""
    taken = taken_out(base, of.release, lambda name: name.partition(":")[0] in PREFIXES)
    nodes = to_nodes(to_graph(asn(of, _publisher(base, of))), Names(context()))
    if of.release.reader in DOCUMENTS:
        nodes = completed(nodes, _beside(base, of.release, HOMES if any(taken.values()) else {**DEMANDED, **HOMES}))
    return write_graph([*({**node, **taken.get(str(node["@id"]), {})} for node in nodes), *beside(base, of)])


def _beside(base: KnowledgeBase, release: Release, homes: Homes) -> Iterator[tuple[str, str, Json]]:
    """Yield what a document says of a framework and its competencies and their records do not."""
    yield from further(told(base, release, homes), homes)
    yield from prerequisites(told(base, release, ASSOCIATED))
    yield from occupations(base, release)


def _publisher(base: KnowledgeBase, of: Listed) -> str:
    """Return who publishes a framework, by name: whom its document says, else who stands behind it."""
    said = dict(base.pairs(of.release, DCTERMS.publisher)) if of.release.reader in DOCUMENTS else {}
    return said.get(of.framework.iri) or of.creator


def asn(of: Listed, publisher: str) -> Iterator[Record]:
    """Yield a framework and its competencies in the terms of CTDL-ASN.

    A framework without a description is described by its name: the registry requires one.

    Parameters
    ----------
    publisher
        By name.
    """
    framework, there = of.framework, {one.iri for one in of.competencies}
    above = {one.iri: tuple(iri for iri in one.broader if iri in there) for one in of.competencies}
    below: dict[str, list[Iri]] = defaultdict(list)
    for iri, parents in above.items():
        for parent in parents:
            below[parent].append(iri)
    yield AsnFramework(
        iri=framework.iri,
        ctid=ctid(framework.iri),
        name=framework.label,
        description=framework.description or framework.label,
        language=LanguageTag(of.language) if of.language else None,
        publisher_name=Text(value=publisher, language=of.language or "en"),
        license=framework.license,
        version=framework.version,
        tops=tuple(iri for iri, parents in above.items() if not parents),
    )
    for one in of.competencies:
        yield _competency(one, of, above[one.iri], tuple(below[one.iri]))


def _competency(one: Competency, of: Listed, above: tuple[Iri, ...], below: tuple[Iri, ...]) -> AsnCompetency:
    return AsnCompetency(
        iri=one.iri,
        ctid=ctid(one.iri),
        text=one.statement or one.label,
        label=one.label if one.statement and one.statement.value != one.label.value else None,
        category=one.category,
        code=one.notation,
        comment=one.description,
        keywords=one.alt_labels,
        language=LanguageTag(of.language) if of.language else None,
        framework=of.framework.iri,
        above=above,
        below=below,
        top_of=None if above else of.framework.iri,
        exact=one.exact_matches,
        major=one.close_matches,
        broad=one.broad_matches,
        narrow=one.narrow_matches,
        minor=(*one.related_matches, *one.related),
    )
