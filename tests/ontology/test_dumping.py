"""Dumps: whole, in pieces, and without anything left behind by whoever stops reading."""

from __future__ import annotations

import gzip
import threading
from datetime import UTC, datetime

import psutil

from ontology.dumping import dump, n_quads
from ontology.namespaces import CASE
from ontology.records import Iri, PublicationStatus, Release, Text
from ontology.shown import open_releases, shown_releases
from ontology.store import KnowledgeBase

STATEMENTS = 200_000


def release(version: str, status: PublicationStatus | None = None, source: str = "made") -> Release:
    return Release(
        iri=Iri(f"http://localhost:8000/graph/{source}/{version}"),
        source=source,
        version=version,
        title=Text(value="Made"),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="test",
        status=Iri(status) if status else None,
    )


def fill(base: KnowledgeBase, statements: int = STATEMENTS) -> Release:
    lines = (f'<http://x/{n}> <http://x/p> "a . \\n . {n}"@en .\n'.encode() for n in range(statements))
    return base.replace(release("1"), [], [b"".join(lines)])


def test_every_statement_stands_under_its_graph() -> None:
    with KnowledgeBase.in_memory() as base:
        stored = fill(base, 1000)
        lines = gzip.decompress(b"".join(dump(base, [stored]))).decode().splitlines()

    assert len(lines) == 1000
    assert sorted(lines)[0] == f'<http://x/0> <http://x/p> "a . \\n . 0"@en <{stored.iri}> .'


def test_a_large_graph_comes_in_pieces() -> None:
    with KnowledgeBase.in_memory() as base:
        stored = fill(base)
        before, most, size = psutil.Process().memory_info().rss, 0, 0
        for piece in n_quads(base.store, stored.iri):
            most, size = max(most, len(piece)), size + len(piece)
        grown = psutil.Process().memory_info().rss - before

    assert size > 10_000_000
    assert most < 1_000_000
    assert grown < 8_000_000


def test_whoever_stops_reading_leaves_no_thread_behind() -> None:
    with KnowledgeBase.in_memory() as base:
        stored = fill(base)
        pieces = dump(base, [stored])
        next(pieces)
        pieces.close()  # type: ignore[attr-defined] # a generator

    assert "dumping a graph" not in {thread.name for thread in threading.enumerate()}


def test_work_on_a_standard_is_not_open_once_a_version_is_in_force() -> None:
    onet, draft = release("29.3", source="onet"), release("draft", PublicationStatus.DRAFT)
    first, second = (release(version, PublicationStatus.PUBLISHED) for version in ("1.0", "2.0"))
    withdrawn = release("1.0", PublicationStatus.WITHDRAWN)

    assert opened(draft, onet) == ["made@draft", "onet@29.3"]
    assert opened(draft, first, second, onet) == ["made@1.0", "made@2.0", "onet@29.3"]
    assert opened(draft, withdrawn) == ["made@1.0"]
    assert shown_releases([draft, first, second, onet]) == [second, onet]
    assert shown_releases([draft, withdrawn]) == [draft]


def test_what_is_a_firms_own_or_hidden_by_its_publisher_is_not_open() -> None:
    listed = release("1", source="sheet-acme").model_copy(update={"reader": "sheet"})
    hidden = release("2", source="case-hidden").model_copy(update={"reader": "case"})

    assert opened(listed, release("29.3", source="onet")) == ["onet@29.3"]
    assert opened(hidden, said=f'<http://x/d> <{CASE.adoptionStatus}> "Private Draft" .') == []
    assert opened(hidden, said=f'<http://x/d> <{CASE.adoptionStatus}> "Adopted" .') == ["case-hidden@2"]


def opened(*releases: Release, said: str = "") -> list[str]:
    """Return the names of those releases that are open where all of them are stored."""
    with KnowledgeBase.in_memory() as base:
        for one in releases:
            base.replace(one, [], [f"{said}\n".encode()])
        return [one.name for one in open_releases(base)]
