"""Reading other people's JSON-LD: with a context that is at hand, never with one that is fetched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox
from pydantic import JsonValue

from ontology.errors import UnreadableError

Moved = Mapping[str, str]
"""Beginnings of addresses that have been moved, with those that they have now."""


def read_json_ld(document: JsonValue, moved: Moved | None = None) -> tuple[bytes, set[str]]:
    """Return what a document says as N-Triples in order, and which of the moved beginnings stood in it.

    Graphs that the document names are taken as one. Blank nodes get names that follow from what is said of them
    (RDFC-1.0).

    Parameters
    ----------
    document
        JSON-LD 1.1 whose contexts all stand in it.

    Raises
    ------
    UnreadableError
        Where it is no JSON-LD, or names a context by its address.
    """
    seen: set[str] = set()
    try:
        quads = list(ox.parse(json.dumps(document), ox.RdfFormat.JSON_LD))
    except SyntaxError as error:
        message = f"this is no JSON-LD: {error.msg}"
        raise UnreadableError(message) from error
    said = ox.Dataset(_quad(quad, moved or {}, seen) for quad in quads)
    said.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = ox.serialize((quad.triple for quad in said), format=ox.RdfFormat.N_TRIPLES) or b""
    return b"".join(sorted(lines.splitlines(keepends=True))), seen


def _quad(quad: ox.Quad, moved: Moved, seen: set[str]) -> ox.Quad:
    """Return a statement in the default graph, with the addresses that its terms have now."""
    subject, predicate, end = (_now(term, moved, seen) for term in (quad.subject, quad.predicate, quad.object))
    return ox.Quad(subject, predicate, end)


def _now(term: Any, moved: Moved, seen: set[str]) -> Any:  # noqa: ANN401 - any term that RDF has
    if isinstance(term, ox.NamedNode):
        for old, new in moved.items():
            if term.value.startswith(old):
                seen.add(old)
                return ox.NamedNode(new + term.value.removeprefix(old))
    return term
