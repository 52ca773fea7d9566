"""Whatever changes is sent again, to whoever asks with a tag or a date, also when it becomes what it was before."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from rdflib import Graph, URIRef

from ontology.namespaces import SKOS, VOID
from ontology.records import Concept, Iri, PublicationStatus, Release, StatusChange, Text
from ontology.store import KnowledgeBase

Serve = Callable[..., TestClient]

THING = "http://localhost:8000/id/power/HT-2"
DOCUMENT = "/doc/power/HT-2.ttl"


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


def put(base: KnowledgeBase, name: str, label: str, status: PublicationStatus | None = None) -> Release:
    source, version = name.split("@")
    release = Release(
        iri=Iri("http://ignored/"),
        source=source,
        version=version,
        title=Text(value=name),
        imported=datetime(2025, 1, 1, tzinfo=UTC),
        tool="test",
        status=Iri(status) if status else None,
    )
    return base.replace(release, [], [f'<{THING}> <{SKOS.prefLabel}> "{label}"@en .\n'.encode()])


def withdraw(base: KnowledgeBase, release: Release) -> None:
    moved = StatusChange(
        iri=Iri("http://localhost:8000/id/power/change/1"),
        standard=Iri("http://localhost:8000/id/framework/power"),
        version=release.version,
        status=Iri(PublicationStatus.WITHDRAWN),
        by="Dana Whitefeather",
        at=datetime(2025, 6, 1, tzinfo=UTC),
    )
    base.move(release, moved)


def assert_sent_again(client: TestClient, path: str, before: Response) -> bytes:
    """Ask again, as whoever has an earlier answer would, and return what is sent."""
    tag, date = before.headers["etag"], before.headers["last-modified"]
    by_tag, by_date = (client.get(path, headers=sent) for sent in ({"if-none-match": tag}, {"if-modified-since": date}))

    assert (by_tag.status_code, by_date.status_code) == (200, 200)
    assert by_tag.headers["etag"] != tag
    assert parsedate_to_datetime(by_tag.headers["last-modified"]) >= parsedate_to_datetime(date)
    assert by_tag.content == by_date.content != before.content
    return by_tag.content


def test_a_version_that_is_withdrawn_leaves_no_older_date(base: KnowledgeBase, serve: Serve) -> None:
    put(base, "power@1.0", "old words", PublicationStatus.PUBLISHED)
    second = put(base, "power@1.1", "new words", PublicationStatus.PUBLISHED)
    before = serve(base).get(DOCUMENT)
    assert "new words" in before.text

    withdraw(base, second)

    client = serve(base)
    assert b"old words" in assert_sent_again(client, DOCUMENT, before)


def test_what_is_removed_leaves_no_older_date(base: KnowledgeBase, serve: Serve) -> None:
    put(base, "onet@1", "words of one")
    other = put(base, "esco@1", "words of another")
    served = serve(base)
    document, dataset, dump = (served.get(path) for path in (DOCUMENT, "/dataset.ttl", "/dumps/all.nq.gz"))

    base.remove([other])

    client = serve(base)
    assert b"another" not in assert_sent_again(client, DOCUMENT, document)
    assert b"esco" not in assert_sent_again(client, "/dataset.ttl", dataset)
    assert b"another" not in gzip.decompress(assert_sent_again(client, "/dumps/all.nq.gz", dump))


def test_a_release_that_is_amended_has_another_dump_and_other_counts(
    base: KnowledgeBase, serve: Serve, tmp_path: Path
) -> None:
    release = put(base, "program-mill@1", "words")
    still = put(base, "onet@1", "words")
    paths = ("/dumps/program-mill@1.nq.gz", "/dumps/all.nq.gz", "/dataset.ttl", "/dumps/onet@1.nq.gz")
    before = {path: serve(base, tmp_path).get(path) for path in paths}

    base.amend(release, [Concept(iri=Iri("http://x/review"), label=Text(value="as Dana says"))])

    client = serve(base, tmp_path)
    for path in paths[:2]:
        assert b"as Dana says" in gzip.decompress(assert_sent_again(client, path, before[path]))
    described = Graph().parse(data=assert_sent_again(client, "/dataset.ttl", before["/dataset.ttl"]), format="turtle")
    assert str(described.value(URIRef(release.iri), VOID.triples)) == str(len(base.graph(release))) != "1"
    unchanged = client.get(paths[3], headers={"if-none-match": before[paths[3]].headers["etag"]})
    assert (unchanged.status_code, still.name) == (304, "onet@1")


def test_no_date_is_yet_to_come(base: KnowledgeBase, serve: Serve) -> None:
    for number in range(5):  # each in a second of its own
        put(base, "onet@1", f"words {number}")

    for path in (DOCUMENT, "/dataset.ttl", "/dumps/all.nq.gz"):
        assert parsedate_to_datetime(serve(base).get(path).headers["last-modified"]) <= datetime.now(UTC)
