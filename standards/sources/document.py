"""Frameworks that come as one document: judged, claimed and delivered alike, whatever their format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.errors import InputError, RefusedError
from ontology.identifiers import Identifiers
from ontology.namespaces import CEASN
from ontology.records import Iri, Record, Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile, only_file
from standards.encoding import encoded
from standards.sources.source import Delivery

UNVERSIONED: Final = "1"
"""The version of a document that says none."""

PIECE: Final = 5_000
"""Records that are encoded at a time."""

Claimed = Mapping[str, Release]
"""The stored releases by the addresses of their frameworks."""


@dataclass(frozen=True)
class Told:
    """What a document tells.

    Parameters
    ----------
    framework
        Its address.
    count
        Things that the document describes.
    records
        Asked for once.
    report
        Without errors, as a rule.
    """

    release: Release
    framework: Iri
    count: int
    records: Iterable[Record]
    report: Report


def claimed_frameworks(base: KnowledgeBase) -> dict[str, Release]:
    """Return the stored releases by the addresses of their frameworks."""
    query = f"SELECT ?s {{ ?s a <{CEASN.CompetencyFramework}> }}"
    return {iri: release for release in base.releases() for (iri,) in base.rows(query, [release.iri])}


def the_document(paths: Sequence[Path]) -> ArchivedFile:
    """Return the only file of an import.

    Raises
    ------
    InputError
        Where there are several.
    """
    if len(paths) != 1:
        message = f"{len(paths)} paths, where one document is imported at a time; name each in a command of its own"
        raise InputError(message)
    return only_file(paths[0], "the framework")


def delivered(told: Told, file: ArchivedFile, identifiers: Identifiers, claimed: Claimed) -> Delivery:
    """Return what a document tells, ready for the knowledge base.

    It is read whole or not at all: a statement left out would leave others without the one above them.

    Raises
    ------
    RefusedError
        Where something in it is wrong, or another stored framework has its address.
    """
    told.report.extend(claims(told.framework, told.release, file.name, claimed))
    if told.report.refused:
        raise RefusedError(told.report)
    counted = {"rows": told.count, "kept": told.count}
    described = file.described(identifiers, told.release.source).model_copy(update=counted)
    return Delivery(told.release, (described,), _encoded(told.records), told.report, continues=_same(told.framework))


def claims(framework: str, release: Release, file: str, claimed: Claimed) -> Iterator[Finding]:
    """Yield that the address of a framework is the one of another that is stored."""
    other = claimed.get(framework)
    if other and other.source != release.source:
        yield Finding(
            code="claimed-elsewhere",
            severity=Severity.ERROR,
            file=file,
            node=framework,
            value=framework,
            message=f"{other.source} {other.version} ({other.title}) has this address already",
            remedy=f'Give the framework its own address, or take the other out: ladderworks remove "{other.source}"',
        )


def _encoded(records: Iterable[Record]) -> Iterator[bytes]:
    left: list[Record] = []
    for record in records:
        left.append(record)
        if len(left) == PIECE:
            yield encoded(left)
            left = []
    yield encoded(left)


def _same(framework: Iri) -> Callable[[KnowledgeBase, Release], bool]:
    def continues(base: KnowledgeBase, stored: Release) -> bool:
        """Whether a stored release is of the same framework."""
        return any(base.rows(f"SELECT ?t {{ <{framework}> a ?t }}", [stored.iri]))

    return continues
