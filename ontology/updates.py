"""The updates that the store runs, in SPARQL: what describes releases in the default graph, and what forgets them."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from ontology.namespaces import ADMS
from ontology.records import Record, Release, StatusChange
from ontology.triples import to_triples


def describing(records: Iterable[Record], forgotten: Iterable[str] = ()) -> str:
    """Return the update that says what records say in the default graph, and nothing more of what is forgotten."""
    return f"{forgetting(forgotten)}\nINSERT DATA {{\n{_lines(records)}}}"


def forgetting(iris: Iterable[str]) -> str:
    """Return the update that takes all out of the default graph that is said of some things."""
    return "\n".join(f"DELETE WHERE {{ <{iri}> ?p ?o }};" for iri in sorted(iris))


def outdated(gone: Iterable[Release], known: Iterable[Release]) -> set[str]:
    """Return what is described for the last time where some releases go: they and their files, but for others' files.

    Parameters
    ----------
    known
        All that are stored.
    """
    going = {release.iri: release for release in gone}
    kept = {file for release in known if release.iri not in going for file in release.files}
    return {*going, *(file for release in going.values() for file in release.files if file not in kept)}


def moving(release: Release, change: StatusChange) -> str:
    """Return the update that changes where a release stands, and keeps who changed it."""
    moved = f"<{release.iri}> <{ADMS.status}>"
    return f"DELETE WHERE {{ {moved} ?o }};\nINSERT DATA {{\n{moved} <{change.status}> .\n{_lines([change])}}}"


def telling(change: StatusChange) -> str:
    """Return the update that keeps a change and leaves all else as it is."""
    return f"INSERT DATA {{\n{_lines([change])}}}"


def quads(records: Iterable[Record], graph: str) -> list[ox.Quad]:
    """Return what records say as quads of a graph."""
    read = ox.parse(_lines(records), ox.RdfFormat.TURTLE, lenient=True)
    return [ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(graph)) for quad in read]


def _lines(records: Iterable[Record]) -> str:
    return "".join(f"{s.n3()} {p.n3()} {o.n3()} .\n" for record in records for s, p, o in to_triples(record))
