"""Mapping sets of anybody, as SSSOM/TSV: what is the same, what is not, and what has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ontology.errors import UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Text
from ontology.report import Finding, Report, Severity, excerpt
from standards.archives import ArchivedFile
from standards.sources.document import Document, DocumentReader
from standards.sources.own import SSSOM_SET, titled_source
from standards.sources.publication import Terms
from standards.sssom import MappingSet, read_sssom, unknown_slots
from standards.wire.reading import ADDRESS
from standards.wire.sssom.meeting import asserted, stored_set


def _document(file: ArchivedFile, identifiers: Identifiers) -> Document:
    """Return a mapping set: rows are axioms with all that is said of them.

    What people mapped by hand and nobody denies is stated besides.
    """
    text = _text(file)
    found = _mapping_set(text, file.name)
    title = found.mapping_set_title or PurePath(file.plain_name).name.partition(".")[0]
    whole, rows = stored_set(found, Iri(identifiers.mint("mapping-set", titled_source(SSSOM_SET, title))))
    return Document(
        title=title,
        address=whole.iri if whole.iri == found.mapping_set_id else None,
        version=found.mapping_set_version,
        terms=_terms(found),
        count=len(rows),
        records=lambda _: [whole, *rows],
        report=Report([*_unknown(text, file.name), *_repeated(len(found.mappings) - len(rows), file.name)]),
        triples=asserted(rows),
        things=[row.iri for row in rows],
    )


def _terms(found: MappingSet) -> Terms:
    known = ADDRESS.fullmatch(found.license) is not None
    return Terms(license=Iri(found.license) if known else None, attribution=_attribution(found))


def _text(file: ArchivedFile) -> str:
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file.name} is no UTF-8 from byte {error.start:,} on; save it as UTF-8"
        raise UnreadableError(message) from error


def _mapping_set(text: str, file: str) -> MappingSet:
    try:
        return read_sssom(text, file)
    except UnreadableError as error:
        message = f"{file}: {error}"
        raise UnreadableError(message) from error


def _attribution(found: MappingSet) -> Text | None:
    said = ", ".join(filter(None, (found.creator_label or found.creator_id).split("|")))
    return Text(value=said) if said else None


def _unknown(text: str, file: str) -> Iterator[Finding]:
    for name, line in unknown_slots(text):
        yield Finding(
            code="unknown-slot",
            severity=Severity.WARNING,
            file=file,
            row=line,
            column=name,
            value=excerpt(name),
            message="no slot of SSSOM 1.1; what it says is not kept",
            remedy="Say it in the slot that is meant, or in other or comment",
        )


def _repeated(number: int, file: str) -> Iterator[Finding]:
    if number:
        message = f"{number} rows say the same as another; each is kept once"
        yield Finding(code="row-twice", severity=Severity.INFO, file=file, message=message)


read_mapping_set = DocumentReader(SSSOM_SET, _document)
"""Reads a mapping set."""
