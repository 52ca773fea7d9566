"""Mapping sets of anybody, as SSSOM/TSV: what is the same, what is not, and what has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import Final

from ontology.addresses import is_address
from ontology.errors import InputError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Text
from ontology.report import Finding, Report, Severity
from standards.archives import Archive, ArchivedFile
from standards.sources.document import Document, DocumentReader, only_document
from standards.sources.holdings import Holdings
from standards.sources.own import SSSOM_SET, titled_source
from standards.sources.publication import Terms
from standards.sources.source import Delivery
from standards.sssom import JudgedSet, MappingSet, judged_sssom
from standards.wire.sssom.meeting import asserted, stored_set

METADATA: Final = (".yml", ".yaml")
"""How the name of a metadata file ends."""


def read_mapping_set(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    holdings: Holdings | None = None,
) -> Delivery:
    """Read a mapping set, and the metadata file beside it; see `standards.sources.document.DocumentReader`.

    Rows are axioms. What people mapped by hand and nobody denies is stated besides.
    """
    file, beside = _files(paths)
    reader = DocumentReader(SSSOM_SET, partial(_document, beside=beside))
    delivery = reader.deliver(file, identifiers, version, skip_bad_rows, holdings=holdings)
    described = [one.described(identifiers, delivery.release.source) for one in (beside,) if one]
    return replace(delivery, files=(*delivery.files, *described))


def _files(paths: Sequence[Path]) -> tuple[ArchivedFile, ArchivedFile | None]:
    """Return the file with the rows, and the one with the metadata where there is one."""
    files = list(Archive(paths))
    metadata = [file for file in files if file.plain_name.lower().endswith(METADATA)]
    rows = [file for file in files if file not in metadata]
    if len(metadata) == 1 and not rows:
        message = f"{metadata[0].name} is the metadata of a mapping set; name the file with its rows too"
        raise InputError(message)
    return (rows[0], metadata[0]) if len(rows) == len(metadata) == 1 else (only_document(paths), None)


def _document(file: ArchivedFile, identifiers: Identifiers, *, beside: ArchivedFile | None) -> Document:
    judged = _judged(file, beside)
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


def _terms(found: MappingSet) -> Terms:
    said = ", ".join(found.creator_label or found.creator_id)
    return Terms(
        license=Iri(found.license) if is_address(found.license) else None,
        attribution=Text(value=said) if said else None,
    )


def _judged(file: ArchivedFile, beside: ArchivedFile | None) -> JudgedSet:
    try:
        return judged_sssom(_text(file), file.name, (beside.name, _text(beside)) if beside else None)
    except UnreadableError as error:
        message = f"{file.name}{f' with {beside.name}' if beside else ''}: {error}"
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
