"""CTDL in: JSON-LD as graphs, envelopes and single resources, expanded or compact, or a graph in another syntax of RDF.

No context is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from ontology.errors import RefusedError, UnreadableError
from ontology.graph_reading import SYNTAXES, read_json_ld, read_rdf, with_moved
from ontology.report import Finding, Report, Severity
from ontology.statements import statements
from standards.archives import ArchivedFile
from standards.json_documents import Json
from standards.wire.contexts import Steps, addressed, contexts, remote
from standards.wire.ctdl.checks import described_twice, ill_dated
from standards.wire.ctdl.terms import context
from standards.wire.documents import read_all_documents
from standards.wire.texts import faults_of_text

OWN: Final = re.compile(r"https?://credreg\.net/ctdl(asn)?/schema/context/json/?")
"""The addresses of the contexts of CTDL and CTDL-ASN, which stand for the terms that are shipped."""

ENVELOPE: Final = ("decoded_resource", "payload")
"""What holds the document in an envelope of the Credential Registry."""

MOVED: Final = {
    "http://purl.org/ctdl/": "https://purl.org/ctdl/",
    "http://purl.org/ctdlasn/": "https://purl.org/ctdlasn/",
    "https://credreg.net/ctdl/terms/": "https://purl.org/ctdl/terms/",
    "https://purl.org/ctdl/terms/preceeds": "https://purl.org/ctdl/terms/precedes",
    "https://purl.org/ctdl/terms/isDestinationComponentFor": "https://purl.org/ctdl/terms/isDestinationComponentOf",
    "https://purl.org/ctdlasn/terms/hasPathway": "https://purl.org/ctdl/terms/hasPathway",
    "https://purl.org/ctdl/terms/isChildOf": "https://purl.org/ctdlasn/terms/isChildOf",
    "https://purl.org/ctdl/terms/hasChild": "https://purl.org/ctdlasn/terms/hasChild",
}
"""Namespaces that were moved, and terms as older documents write them."""


@dataclass(frozen=True)
class CtdlGraph:
    """What a file says.

    Parameters
    ----------
    triples
        N-Triples, in order.
    resources
        Resources that the file describes.
    """

    triples: bytes
    resources: int


def read_graph(file: ArchivedFile) -> tuple[CtdlGraph, Report]:
    """Return what a file says, and what was found on the way.

    Raises
    ------
    UnreadableError
        Where the file is no JSON-LD, or not in the syntax of RDF that the end of its name says.
    RefusedError
        Where something in it is wrong; the error carries the report, with a JSON pointer for each finding.
    """
    syntax = PurePath(file.plain_name).suffix.removeprefix(".").lower()
    report = Report()
    triples, moved = _of_graph(file, syntax) if syntax in GRAPHS else _of_documents(file, report)
    report.extend(_told_moved(moved, file.name))
    report.extend(ill_dated(triples, file.name))
    if not triples:
        report.add(_nothing(file.name))
        raise RefusedError(report)
    return CtdlGraph(triples, len(set(re.findall(rb"^<[^>]*>", triples, re.MULTILINE)))), report


GRAPHS: Final = {*SYNTAXES} - {"json", "jsonld"}
"""The ends of the names of files that are graphs and no JSON."""

TERMS: Final = b"<https://purl.org/ctdl"
"""How the addresses of CTDL's own terms begin."""


def _of_graph(file: ArchivedFile, syntax: str) -> tuple[bytes, set[str]]:
    """Return what a graph says, once none of its texts has anything against it; nothing without a term of CTDL."""
    try:
        triples, moved = with_moved(read_rdf(file.read(), syntax), MOVED)
    except UnreadableError as error:
        message = f"{file.name}: {error}"
        raise UnreadableError(message) from error
    if TERMS not in triples:
        return b"", set()
    report = Report(fault for one in statements(triples) for fault in faults_of_text(one, file.name))
    if report.refused:
        raise RefusedError(report)
    return triples, moved


def _of_documents(file: ArchivedFile, report: Report) -> tuple[bytes, set[str]]:
    """Return what the documents of a file say, once none of them has anything against it."""
    documents, faults = read_all_documents(file)
    if faults:  # what is nested too deeply cannot be gone through
        raise RefusedError(Report(faults))
    said = [_unwrapped(document) for document in documents]
    for number, document in enumerate(said):
        at = (number,) if len(said) > 1 else ()
        report.extend(_strange_contexts(document, file.name, at))
    report.extend(described_twice(said, file.name))
    if report.refused:
        raise RefusedError(report)
    report.extend(_assumed(said, file.name))
    return _triples(said, file)


def _unwrapped(document: Json) -> Json:
    """Return a document out of its envelope, each of a list out of its own."""
    if isinstance(document, list):
        return [_unwrapped(one) for one in document]
    if isinstance(document, dict):
        for name in ENVELOPE:
            if isinstance(document.get(name), dict | list):
                return document[name]
    return document


def _triples(documents: list[Json], file: ArchivedFile) -> tuple[bytes, set[str]]:
    """Return what documents say together; each is read with the terms that are shipped and its own contexts."""
    whole: Json = {"@context": context(), "@graph": [_with_terms(document) for document in documents]}
    try:
        return read_json_ld(whole, MOVED)
    except UnreadableError as error:
        message = f"{file.name}: {error}; export it again"
        raise UnreadableError(message) from error


def _with_terms(value: Json) -> Json:
    """Return a document in which the terms that are shipped stand for the contexts of CTDL."""
    if isinstance(value, list):
        return [_with_terms(one) for one in value]
    if not isinstance(value, dict):
        return value
    said = {name: _with_terms(inner) for name, inner in value.items() if name != "@context"}
    local = [one for one in contexts(value.get("@context")) if isinstance(one, dict)]
    return {"@context": local, **said} if local else said


REMEDY: Final = "Put what it says in its place, or name CTDL's: https://credreg.net/ctdl/schema/context/json"


def _strange_contexts(document: Json, file: str, at: Steps) -> Iterator[Finding]:
    """Yield the contexts that a document names by an address of which nothing is known here."""
    strange = (one for one in addressed(document, at) if not OWN.fullmatch(one[0]))
    return (remote(file, place, address, REMEDY) for address, place in strange)


def _told_moved(moved: set[str], file: str) -> Iterator[Finding]:
    for old in sorted(moved):
        message = f"an address as older documents write it, read as {MOVED[old]}"
        yield Finding(code="moved-term", severity=Severity.INFO, file=file, value=old, message=message)


def _assumed(documents: list[Json], file: str) -> Iterator[Finding]:
    """Yield that a compact document names no context."""
    bare = [d for d in documents if isinstance(d, dict) and "@context" not in d]
    if bare:
        message = "no @context is named; read with that of CTDL"
        yield Finding(code="no-context", severity=Severity.INFO, file=file, message=message)


def _nothing(file: str) -> Finding:
    return Finding(
        code="no-resources",
        severity=Severity.ERROR,
        file=file,
        message="nothing in it can be read as a graph with terms of CTDL",
        remedy="Export a graph from the Credential Registry: GET /graph/ce-...",
    )
