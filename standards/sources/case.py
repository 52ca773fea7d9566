"""CASE packages of any server: a framework of competencies, by whomever."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from ontology.identifiers import Identifiers, slug
from ontology.namespaces import CEASN
from ontology.records import Iri, Record, Release, Text
from ontology.store import KnowledgeBase
from standards.archives import only_file
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


def read_case(
    paths: Sequence[Path], identifiers: Identifiers, version: str | None = None, skip_bad_rows: bool = False
) -> Delivery:
    """Read a CASE package; see `standards.sources.source.Reader`.

    A package is read whole or not at all: a statement left out would leave others without the one above them.
    """
    (path,) = paths
    file = only_file(path, "the package")
    package, report = read_package(file, identifiers)
    release = _release(package, identifiers, version)
    count = sum(1 for _ in package)
    described = file.described(identifiers, release.source).model_copy(update={"rows": count, "kept": count})
    return Delivery(release, (described,), _encoded(package), report, continues=_same(package))


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
