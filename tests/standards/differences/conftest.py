"""Releases of a few things each, as tests of differences need them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import pytest

from ontology.records import Iri, Organization, PublicationStatus, Record, Release, Role, Text
from ontology.store import KnowledgeBase
from ontology.triples import to_triples
from standards.differences import Difference, compare

Put = Callable[..., Release]


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as empty:
        yield empty


@pytest.fixture
def put(base: KnowledgeBase) -> Put:
    """Store a release of some records, and of N-Triples beside them, and return it."""

    def store(
        name: str,
        records: Iterable[Record],
        lacks: tuple[str, ...] = (),
        language: str = "en",
        status: PublicationStatus | None = None,
        raw: str = "",
    ) -> Release:
        source, _, version = name.partition("@")
        release = Release(
            iri=Iri("http://x/graph"),
            source=source,
            version=version,
            title=Text(value=name),
            language=language,
            imported=datetime(2026, 1, 1, tzinfo=UTC),
            tool="test",
            lacks=lacks,
            status=Iri(status) if status else None,
        )
        lines = (f"{s.n3()} {p.n3()} {o.n3()} .\n" for record in records for s, p, o in to_triples(record))
        return base.replace(release, [], ["".join([*lines, raw]).encode()])

    return store


def firm(address: Iri) -> Organization:
    """Return a firm that is called like the end of its address."""
    return Organization(iri=address, label=Text(value=address.rpartition("/")[2].title()), roles=(Iri(Role.FIRM),))


@pytest.fixture
def between_versions(base: KnowledgeBase, put: Put) -> Callable[[Iterable[Record], Iterable[Record]], Difference]:
    """Return what compares two lists of records, each published as a version."""

    def of(before: Iterable[Record], after: Iterable[Record]) -> Difference:
        put("std@1", before, status=PublicationStatus.PUBLISHED)
        put("std@2", after, status=PublicationStatus.PUBLISHED)
        return compare(base, "std@1", "std@2")

    return of
