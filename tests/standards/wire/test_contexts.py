"""Contexts of JSON-LD are known here or the document is refused: nothing is fetched because a file names it."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import InputError, RefusedError
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.contexts import addressed

Json = Any
REMOTE = "https://mill.example.org/context.jsonld"

NAMED: dict[str, tuple[Json, str]] = {
    "alone": (REMOTE, "/@context"),
    "in a list": ([{"a": "http://x/a"}, REMOTE], "/@context"),
    "in a list in a list": ([[REMOTE]], "/@context"),
    "imported": ({"@import": REMOTE}, "/@context"),
    "imported in a list": ([{"a": "http://x/a"}, {"@import": REMOTE}], "/@context"),
    "of one name": ({"a": {"@id": "http://x/a", "@context": REMOTE}}, "/@context/a/@context"),
    "imported for one name": ({"a": {"@id": "http://x/a", "@context": {"@import": REMOTE}}}, "/@context/a/@context"),
}
"""A context, and where it names another by an address."""

DOCUMENTS: dict[str, Json] = {
    "ctdl": {"@id": "http://x/1", "@type": "ceterms:Course", "ceterms:name": {"en": "Welding"}},
    "badges": {
        "id": "http://x/1",
        "type": ["Achievement"],
        "name": "W",
        "description": "d",
        "criteria": {"id": "http://x"},
    },
    "skos": {
        "@id": "http://x/1",
        "@type": "http://www.w3.org/2004/02/skos/core#Concept",
        "http://www.w3.org/2004/02/skos/core#prefLabel": {"@value": "Welding", "@language": "en"},
    },
}
"""A document of each kind that is read as JSON-LD, or is JSON-LD for others."""


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever asks for an address fail the test."""

    def asked(*of: object) -> None:
        pytest.fail(f"the network was asked for {of}")

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    monkeypatch.setattr(socket.socket, "connect", asked)


@pytest.mark.usefixtures("offline")
def test_whoever_asked_the_network_would_be_seen() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"mill\.example\.org"):
        socket.create_connection(("mill.example.org", 443))


@pytest.mark.parametrize("named", NAMED)
def test_every_address_of_a_context_is_found(named: str) -> None:
    context, at = NAMED[named]
    assert list(addressed({"@context": context})) == [(REMOTE, at)]


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("named", NAMED)
def test_a_context_elsewhere_is_refused_and_nothing_is_stored(tmp_path: Path, kind: str, named: str) -> None:
    path = tmp_path / "made.jsonld"
    path.write_text(json.dumps({**DOCUMENTS[kind], "@context": NAMED[named][0]}), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        with pytest.raises(InputError) as refused:
            import_release(base, kind, [path])
        assert base.releases() == []
    if kind != "skos":  # whose reader has no place to name
        assert isinstance(refused.value, RefusedError)
        (finding,) = refused.value.report
        assert (finding.code, finding.path, finding.value) == ("remote-context", NAMED[named][1], REMOTE)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_same_document_without_it_is_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "made.jsonld"
    path.write_text(json.dumps(DOCUMENTS[kind]), encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, kind, [path])
        assert len(base.releases()) == 1


@pytest.mark.usefixtures("offline")
def test_the_published_contexts_stand_in_the_project(data: Path, needs: Callable[[Path], Path]) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "ctdl", [needs(data / "wire/ctdl/frameworks/DQP.jsonld")])
        assert [release.source for release in base.releases()] == ["ctdl-degree-qualification-profile"]
