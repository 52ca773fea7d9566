"""CASE packages of any server: a framework of competencies, by whomever."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from ontology.identifiers import Identifiers
from ontology.records import Iri, Release, Text
from standards.sources.document import UNVERSIONED, Claimed, Told, delivered, the_document
from standards.sources.own import CASE, titled_source
from standards.sources.publication import new_release
from standards.sources.source import Delivery
from standards.wire.case.meeting import meant
from standards.wire.case.package import Package
from standards.wire.case.reading import read_package


def read_case(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    claimed: Claimed | None = None,
) -> Delivery:
    """Read a CASE package; see `standards.sources.source.Reader` and `standards.sources.document.delivered`."""
    file = the_document(paths)
    package, report = read_package(file, identifiers)
    told = Told(
        release=_release(package, identifiers, version),
        framework=package.document.iri,
        count=sum(1 for _ in package),
        records=chain(package, meant(package)),
        report=report,
    )
    return delivered(told, file, identifiers, claimed or {})


def _release(package: Package, identifiers: Identifiers, version: str | None) -> Release:
    document = package.document
    return new_release(
        identifiers,
        titled_source(CASE, document.title.value, document.identifier),
        version or document.version or UNVERSIONED,
        document.title.value,
        license=document.license,
        attribution=Text(value=document.creator) if document.creator else None,
        page=Iri(document.official_source) if document.official_source else None,
        language=document.language,
    )
