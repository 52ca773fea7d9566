"""CASE packages of any server: a framework of competencies, by whomever."""

from __future__ import annotations

from itertools import chain

from ontology.identifiers import Identifiers
from ontology.records import Iri, Text
from standards.archives import ArchivedFile
from standards.sources.document import Document, DocumentReader
from standards.sources.own import CASE
from standards.sources.publication import Terms
from standards.wire.case.meeting import meant
from standards.wire.case.reading import read_package
from standards.wire.case.records import CFDocument
from standards.wire.order import ordered


def _document(file: ArchivedFile, identifiers: Identifiers) -> Document:
    package, report = read_package(file, identifiers)
    document = package.document
    items = [item.iri for item in package.items]
    return Document(
        title=document.title.value,
        address=document.iri,
        wholes={document.iri: document.identifier},
        version=document.version,
        terms=_terms(document),
        count=sum(1 for _ in package),
        records=lambda _: chain(ordered(package), meant(package)),
        report=report,
        things=items,
        items=items,
    )


def _terms(document: CFDocument) -> Terms:
    return Terms(
        license=document.license,
        attribution=Text(value=document.creator) if document.creator else None,
        page=Iri(document.official_source) if document.official_source else None,
        language=document.language,
    )


read_case = DocumentReader(CASE, _document)
"""Reads a CASE package."""
