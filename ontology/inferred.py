"""Inferred graphs: what follows from a release, kept apart from what was asserted.

Each is a named graph of its own, ``{base}/graph/inferred/{source}/{version}``. It is no release, so nothing that reads
releases ever meets it: no ladder, no document, no trace. The default graph says what it is: ``dcterms:source`` the
release whose closure it is, ``prov:wasDerivedFrom`` every release that it rests on. It goes as soon as one of those
changes or is removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final

import pyoxigraph as ox

from ontology.lookups import rows
from ontology.namespaces import DCTERMS, LW, OWL, PROV, RDF, XSD
from ontology.records import Iri, Release

INFERRED: Final = "inferred"
"""Under which the names of the graphs are minted."""

STALE: Final = (
    "DELETE { ?graph ?says ?what } WHERE { "
    f"?graph <{DCTERMS.source}> ?of ; <{PROV.wasDerivedFrom}> ?gone ; ?says ?what . "
    f"FILTER NOT EXISTS {{ ?gone <{LW.source}> ?name }} }}"
)
"""The update that forgets what rests on a release that is not stored any more."""


def inferred_graphs(store: ox.Store) -> dict[str, str]:
    """Return the inferred graphs that rest on stored releases only, with the graph of the release each is of."""
    stale = f"?graph <{PROV.wasDerivedFrom}> ?gone FILTER NOT EXISTS {{ ?gone <{LW.source}> ?name }}"
    asked = f"?graph <{DCTERMS.source}> ?of . ?of <{LW.source}> ?source FILTER NOT EXISTS {{ {stale} }}"
    return {graph: of for graph, of in rows(store, f"SELECT ?graph ?of {{ {asked} FILTER(ISIRI(?graph)) }}")}  # noqa: C416 - rows have any number of cells


def describing_inferred(graph: str, release: Release, premises: Iterable[str]) -> str:
    """Return the update that says what an inferred graph is, in place of what was said of the one before it."""
    lines = "".join(_description(graph, release, premises))
    return f"{forgetting_inferred(release.iri, DCTERMS.source)};\nINSERT DATA {{\n{lines}}}"


def forgetting_inferred(release: Iri, by: str = PROV.wasDerivedFrom) -> str:
    """Return the update that forgets the inferred graphs that rest on a release, or those that are of it."""
    return f"DELETE {{ ?graph ?says ?what }} WHERE {{ ?graph <{by}> <{release}> ; a <{PROV.Entity}> ; ?says ?what }}"


def _description(graph: str, release: Release, premises: Iterable[str]) -> Iterator[str]:
    made = f"{datetime.now(UTC).isoformat()}"
    yield f"<{graph}> <{RDF.type}> <{PROV.Entity}> .\n"
    yield f"<{graph}> <{DCTERMS.source}> <{release.iri}> .\n"
    yield f'<{graph}> <{OWL.versionInfo}> "{release.version}" .\n'
    yield f'<{graph}> <{PROV.generatedAtTime}> "{made}"^^<{XSD.dateTime}> .\n'
    yield f'<{graph}> <{LW.toolVersion}> "ladderworks {version("ladderworks")}" .\n'
    for premise in premises:
        yield f"<{graph}> <{PROV.wasDerivedFrom}> <{premise}> .\n"
