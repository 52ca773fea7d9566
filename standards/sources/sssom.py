"""Mapping sets of anybody, as SSSOM/TSV: what is the same, what is not, and what has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ontology.addresses import is_address
from ontology.errors import UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Text
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.sources.document import Document, DocumentReader
from standards.sources.own import SSSOM_SET, titled_source
from standards.sources.publication import Terms
from standards.sssom import JudgedSet, MappingSet, judged_sssom
from standards.wire.sssom.meeting import asserted, stored_set


def _document(file: ArchivedFile, identifiers: Identifiers) -> Document:
    """Read a mapping set: rows are axioms; what people mapped by hand and nobody denies is stated besides."""
    judged = _judged(file)
    found = judged.mapping_set
    title = found.mapping_set_title or PurePath(file.plain_name).name.partition(".")[0]
    address = Iri(found.mapping_set_id) if is_address(found.mapping_set_id) else None
    otherwise = Iri(identifiers.mint("framework", titled_source(SSSOM_SET, title)))
    count = len(set(found.mappings))
    return Document(
        title=title,
        address=address,
        version=found.mapping_set_version or None,
        terms=_terms(found),
        count=count,
        records=lambda iri: stored_set(found, iri),
        triples=asserted(found),
        things=() if address else [one.iri for one in stored_set(found, otherwise)],
        report=Report([*judged.report, *_repeated(len(found.mappings) - count, file.name)]),
    )


read_mapping_set = DocumentReader(SSSOM_SET, _document)
"""Reads a mapping set."""


def _terms(found: MappingSet) -> Terms:
    said = ", ".join(found.creator_label or found.creator_id)
    return Terms(
        license=Iri(found.license) if is_address(found.license) else None,
        attribution=Text(value=said) if said else None,
    )


def _judged(file: ArchivedFile) -> JudgedSet:
    try:
        return judged_sssom(_text(file), file.name)
    except UnreadableError as error:
        message = f"{file.name}: {error}"
        raise UnreadableError(message) from error


def _text(file: ArchivedFile) -> str:
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file.name} is no UTF-8 from byte {error.start:,} on; save it as UTF-8"
        raise UnreadableError(message) from error


def _repeated(number: int, file: str) -> Iterator[Finding]:
    if number:
        message = f"{number} rows say the same as another; each is kept once"
        yield Finding(code="row-twice", severity=Severity.INFO, file=file, message=message)
