"""Every address of ours that something published names leads to something: from whichever document one starts."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from fastapi.testclient import TestClient

from ontology.closure import closure
from ontology.namespaces import CETERMS
from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from standards.publishing import Mover, move_on, publish, withdraw
from tests.standards.publishing.conftest import base, ratify, twice, written

__all__ = ["base", "twice", "written"]
"""Fixtures of others: a standard as a draft, and in two versions."""

Serve = Callable[..., TestClient]

OURS: Final = "http://localhost:8000/"
NAMED: Final = re.compile(rf"<({OURS}[^>]*)>")
TURTLE: Final = {"accept": "text/turtle"}
WHOLE: Final = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"

HOME: Final = OURS
"""The first page, for people: it has tests of its own."""

REASONS: Final = {
    "/.well-known/genid/": "names blank nodes within one description, which is all that is known of them",
    "/graph/inferred/": "a graph of what follows is no release; `query --inferred` asks it",
}
"""Beginnings of addresses that lead nowhere, and why they do not."""


@pytest.fixture
def moved(base: KnowledgeBase) -> KnowledgeBase:
    """A draft that was brought before those who are to agree, with what follows from it."""
    move_on(base, "harbor", PublicationStatus.REVIEW, Mover("Ann Lee", "Please look at the tides"))
    release = base.release("harbor")
    base.remove([base.release("sheet-tug-co")])  # beside what is kept back, nothing is told that describes the releases
    found = closure(base, release)
    base.infer(release, found.premises, found.encoded())
    return base


@pytest.fixture
def whole(read_once: Callable[[KnowledgeBase], object]) -> Iterator[KnowledgeBase]:
    """The example, published."""
    with KnowledgeBase.in_memory() as base:
        read_once(base)
        for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
            move_on(base, "power-generation", status, Mover("Ann Lee"))
        publish(base, "power-generation", Mover("Ann Lee"))
        yield base


def named(client: TestClient) -> set[str]:
    """Return the addresses that dumps, the description of the dataset and the endpoint name."""
    told = [
        gzip.decompress(client.get("/dumps/all.nq.gz").content).decode(),
        client.get("/dataset.nt").text,
        client.get("/sparql", params={"query": WHOLE, "format": "nt"}).text,
    ]
    return set().union(*map(in_text, told))


def in_text(text: str) -> set[str]:
    """Return the addresses of ours that a text in Turtle or N-Quads names, without what stands in a document."""
    return {iri.partition("#")[0] for iri in NAMED.findall(text)} - {HOME}


def astray(client: TestClient, iris: set[str], *, further: bool = True) -> dict[str, int]:
    """Return the addresses that lead nowhere and have no reason to, with the status of each.

    Parameters
    ----------
    further
        Whether all that the documents about them name is asked for too.
    """
    waiting, seen, found = sorted(iris), set(iris), dict[str, int]()
    while waiting:
        answer = client.get(iri := waiting.pop(), headers=TURTLE)
        if answer.status_code != 200:
            found[iri] = answer.status_code
        elif further and answer.headers["content-type"].startswith("text/turtle"):
            new = in_text(answer.text) - seen
            waiting.extend(sorted(new))
            seen |= new
    return {iri: status for iri, status in found.items() if not iri.removeprefix(OURS[:-1]).startswith(tuple(REASONS))}


def test_every_address_of_a_standard_in_two_versions_answers(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice)
    found = named(client)

    assert len(found) > 40
    assert astray(client, found) == {}


def test_every_address_of_a_draft_answers_its_changes_too(moved: KnowledgeBase, serve: Serve) -> None:
    client = serve(moved)
    found = named(client)

    assert any("/status/" in iri for iri in found)
    assert any("/graph/inferred/" in iri for iri in found), "the reason is still needed"
    assert astray(client, found) == {}


def test_every_address_of_the_published_example_answers(whole: KnowledgeBase, serve: Serve) -> None:
    client = serve(whole)
    found = named(client)

    assert len(found) > 600
    assert astray(client, found, further=False) == {}


def test_a_change_of_status_is_described(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice)
    changes = twice.changes("http://localhost:8000/id/framework/harbor")
    told = {change.version: client.get(change.iri, headers=TURTLE) for change in changes}

    assert {version: answer.status_code for version, answer in told.items()} == {"draft": 404, "1.0": 200, "1.1": 200}
    assert 'lw:movedBy "Dana Whitefeather"' in told["1.1"].text
    assert "void:inDataset <http://localhost:8000/graph/harbor/1.1>" in told["1.1"].text


def test_the_page_about_a_change_of_status_is_called_what_it_is(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice, ready=True)
    (change,) = (one for one in twice.changes("http://localhost:8000/id/framework/harbor") if one.version == "1.1")
    page = client.get(change.iri, headers={"accept": "text/html"}).text

    assert "<h1>Status change</h1>" in page
    assert 'terms#Published">published</a>' in page


def test_a_change_of_a_draft_is_described_while_the_draft_is(base: KnowledgeBase, serve: Serve) -> None:
    ratify(base)
    for change in base.changes("http://localhost:8000/id/framework/harbor"):
        assert serve(base).get(change.iri, headers=TURTLE).status_code == 200


def test_where_every_version_is_withdrawn_the_last_one_is_told(base: KnowledgeBase, serve: Serve) -> None:
    ratify(base)
    publish(base, "harbor", Mover("Ann Lee"))
    withdraw(base, "harbor@1.0", Mover("Ann Lee", "It names a license that was never given"))
    client = serve(base, ready=True)
    told = client.get("/id/harbor/HT-1", headers=TURTLE)

    assert "void:inDataset <http://localhost:8000/graph/harbor/1.0>" in told.text
    assert "says, which was withdrawn.</p>" in client.get("/doc/harbor/HT-1.html").text
    assert "HT-1" in client.get("/sparql", params={"query": WHOLE, "format": "nt"}).text
    (job,) = (
        iri for (iri,) in base.rows(f"SELECT ?job {{ ?job a <{CETERMS.Job}> }}", [base.release("sheet-tug-co").iri])
    )
    assert client.get(str(job)).status_code == 404
