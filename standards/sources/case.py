"""CASE packages of any server: a framework of competencies, by whomever."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from ontology.errors import InputError, RefusedError
from ontology.identifiers import Identifiers, slug
from ontology.namespaces import CEASN
from ontology.records import Iri, Record, Release, Text
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile, only_file
from standards.encoding import encoded
from standards.sources.own import CASE, own_source
from standards.sources.publication import new_release
from standards.sources.source import Delivery
from standards.wire.case.meeting import meant
from standards.wire.case.package import Package
from standards.wire.case.reading import read_package

UNVERSIONED = "1"
"""The version of a package that says none."""

PIECE = 5_000
"""Records that are encoded at a time."""


def claimed_documents(base: KnowledgeBase) -> dict[str, Release]:
    """Return the releases of the frameworks that came as CASE, by the addresses of their documents."""
    query = f"SELECT ?s {{ ?s a <{CEASN.CompetencyFramework}> }}"
    came = (release for release in base.releases() if release.reader == CASE)
    return {iri: release for release in came for (iri,) in base.rows(query, [release.iri])}


def read_case(
    paths: Sequence[Path],
    identifiers: Identifiers,
    version: str | None = None,
    skip_bad_rows: bool = False,
    *,
    claimed: Mapping[str, Release] | None = None,
) -> Delivery:
    """Read a CASE package; see `standards.sources.source.Reader`.

    A package is read whole or not at all: a statement left out would leave others without the one above them.

    Parameters
    ----------
    claimed
        The stored releases by the addresses of their documents.

    Raises
    ------
    RefusedError
        Where something in it is wrong, or another stored framework has the address of its document.
    """
    file = _only(paths)
    package, report = read_package(file, identifiers)
    release = _release(package, identifiers, version)
    report.extend(_claims(package, release, file.name, claimed or {}))
    if report.refused:
        raise RefusedError(report)
    count = sum(1 for _ in package)
    described = file.described(identifiers, release.source).model_copy(update={"rows": count, "kept": count})
    return Delivery(release, (described,), _encoded(package), report, continues=_same(package))


def _only(paths: Sequence[Path]) -> ArchivedFile:
    if len(paths) != 1:
        message = f"{len(paths)} paths, where one package is imported at a time; name each in a command of its own"
        raise InputError(message)
    return only_file(paths[0], "the package")


def _claims(package: Package, release: Release, file: str, claimed: Mapping[str, Release]) -> Iterator[Finding]:
    """Yield that the address of a document is the one of another framework that is stored."""
    other = claimed.get(package.document.iri)
    if other and other.source != release.source:
        yield Finding(
            code="claimed-elsewhere",
            severity=Severity.ERROR,
            file=file,
            path="/CFDocument/uri",
            value=package.document.iri,
            message=f"{other.source} {other.version} ({other.title}) has this address already",
            remedy=f'Give the document its own address, or take the other out: ladderworks remove "{other.source}"',
        )


def _release(package: Package, identifiers: Identifiers, version: str | None) -> Release:
    document = package.document
    return new_release(
        identifiers,
        own_source(CASE, slug(document.title.value)[:60].strip("-") or document.identifier),
        version or document.version or UNVERSIONED,
        document.title.value,
        license=document.license,
        attribution=Text(value=document.creator) if document.creator else None,
        page=Iri(document.official_source) if document.official_source else None,
        language=document.language,
    )


def _encoded(package: Package) -> Iterator[bytes]:
    left: list[Record] = []
    for record in chain(package, meant(package)):
        left.append(record)
        if len(left) == PIECE:
            yield encoded(left)
            left = []
    yield encoded(left)


def _same(package: Package) -> Callable[[KnowledgeBase, Release], bool]:
    def continues(base: KnowledgeBase, stored: Release) -> bool:
        """Whether a stored release is of the same document."""
        query = f"SELECT ?s {{ ?s a <{CEASN.CompetencyFramework}> }}"
        return (package.document.iri,) in set(base.rows(query, [stored.iri]))

    return continues
