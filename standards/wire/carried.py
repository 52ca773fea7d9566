"""What one format says and CASE has no word for: carried in its extensions, out of which `extensions` takes it again.

The names there have prefixes: those of CTDL and SKOS, and ``rsd:`` before a name of Rich Skill Descriptors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from ontology.json_ld import Names, to_nodes
from ontology.namespaces import PREFIXES
from ontology.records import Release
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from standards.json_documents import Json
from standards.sources import own
from standards.wire.ctdl.stored import stored_graph
from standards.wire.extensions import RSD, Beside
from standards.wire.rsd.stored import stored_library
from standards.wire.rsd.writing import write_described
from standards.wire.skos.meeting import meant

SAID: Final = {
    own.CTDL: (
        *("ceasn:competencyText", "ceasn:competencyLabel", "ceasn:name", "ceasn:description", "ceasn:codedNotation"),
        *("ceasn:isPartOf", "ceasn:isChildOf", "ceasn:hasChild", "ceasn:isTopChildOf", "ceasn:hasTopChild"),
        *("ceasn:exactAlignment", "ceasn:majorAlignment", "ceasn:broadAlignment", "ceasn:narrowAlignment"),
        *("ceasn:minorAlignment", "ceterms:versionCode"),
    ),
    own.RSD: tuple(f"{RSD}{name}" for name in ("@context", "type", "id", "skillName", "skillStatement", "name")),
    own.SCHEME: (
        *("skos:prefLabel", "skos:notation", "skos:broader", "skos:inScheme", "skos:exactMatch", "skos:closeMatch"),
        *("skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch", "skos:related"),
    ),
}
"""What a package of CASE says in its own words, by the format that it is said in; several texts it does not."""


def carried(base: KnowledgeBase, release: Release) -> Beside:
    """Return what a document of another format says of its framework and competencies beside CASE's own words."""
    said = TOLD.get(release.reader or "")
    if said is None:
        return {}
    plain = SAID[str(release.reader)]
    found = {iri: {n: v for n, v in of.items() if n not in plain or _several(v)} for iri, of in said(base, release)}
    return {iri: of for iri, of in found.items() if of}


def _several(value: Json) -> bool:
    """Whether a value is texts in several languages, or several texts or codes, of which CASE has one."""
    if isinstance(value, dict):
        return len(value) > 1 and "@value" not in value and "@id" not in value
    return isinstance(value, list) and any(isinstance(one, dict) and "@value" in one for one in value)


def _of_ctdl(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, dict[str, Json]]]:
    graph = stored_graph(base, release.name)["@graph"]
    for node in graph:
        yield node["@id"], {name: value for name, value in node.items() if not name.startswith("@")}


def _of_rsd(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, dict[str, Json]]]:
    for one in stored_library(base, release.name):
        yield one.iri, {f"{RSD}{name}": value for name, value in write_described(one).items()}


def _of_skos(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, dict[str, Json]]]:
    graph = to_graph(())
    graph += base.graph(release)
    graph -= to_graph(meant(base, release))
    names = Names({name: str(space) for name, space in PREFIXES.items()})
    for node in to_nodes(graph, names):
        iri = str(node["@id"])
        yield _whole(iri), {name: value for name, value in node.items() if not name.startswith("@")}


def _whole(name: str) -> str:
    """Return an address that may be written with a prefix of ours."""
    prefix, colon, local = name.partition(":")
    return f"{PREFIXES[prefix]}{local}" if colon and prefix in PREFIXES else name


TOLD: Final[Mapping[str, Callable[[KnowledgeBase, Release], Iterable[tuple[str, dict[str, Json]]]]]] = {
    own.CTDL: _of_ctdl,
    own.RSD: _of_rsd,
    own.SCHEME: _of_skos,
}
"""What the formats say of each thing, by their names."""
