"""What a knowledge base holds: releases, files, and records counted as they are now."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.namespaces import short_name
from ontology.records import Release, SourceFile
from ontology.store import KnowledgeBase


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class RecordCount(_Frozen):
    """How many things of one class a graph describes.

    Parameters
    ----------
    name
        The class as prefix and local name, for instance ``ceterms:Occupation``.
    """

    iri: str
    name: str
    count: int


class ReleaseHoldings(_Frozen):
    """A release with the files it was read from and its records by class."""

    release: Release
    files: tuple[SourceFile, ...]
    records: tuple[RecordCount, ...]


class Holdings(_Frozen):
    """Everything that a knowledge base holds.

    Parameters
    ----------
    folder
        Where it is, or would be: without any import the embedded example takes its place.
    example
        Whether that is so.
    """

    folder: Path
    example: bool = False
    releases: tuple[ReleaseHoldings, ...]


def holdings(base: KnowledgeBase, folder: Path, *, example: bool = False) -> Holdings:
    """Return what a knowledge base, or the embedded example in its place, holds."""
    releases = (
        ReleaseHoldings(release=release, files=tuple(base.files(release)), records=count_records(base, release))
        for release in base.releases()
    )
    return Holdings(folder=folder, example=example, releases=tuple(releases))


def count_records(base: KnowledgeBase, release: Release) -> tuple[RecordCount, ...]:
    """Count what a release describes, by class, the most first."""
    query = "SELECT ?class (COUNT(?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY DESC(?n) ?class"
    return tuple(
        RecordCount(iri=iri, name=short_name(iri), count=int(count)) for iri, count in base.rows(query, [release.iri])
    )
