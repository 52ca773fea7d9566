"""Every address of ours in any form of a published standard leads somewhere, and to nobody's person."""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Final

import pytest
from fastapi.testclient import TestClient

from api.demo_agreement import CONVENER, first_round
from api.example import import_example
from api.linked.documents import OFFERS
from api.routes import agreements, jobs
from ontology.records import Acceptance, Competency, Decision
from ontology.store import KnowledgeBase

SLUG: Final = "power-generation"
WHOLE: Final = re.compile(r"http://localhost:8000(/[^\s,\"'<>()\[\]{}|\\^`]*)")
LINKED: Final = re.compile(r'(?:href|src|action)="(/[^"]*)"')
PICTURED: Final = ("png", "pdf")
"""Forms without text; they are made of what another form is made of."""

CASE: Final = "/ims/case/v1p1"


@pytest.fixture(scope="module")
def base() -> Iterator[KnowledgeBase]:
    """The example's standard, published for the first time."""
    with KnowledgeBase.in_memory() as base:
        import_example(base)
        first_round(base, SLUG)
        yield base


@pytest.fixture
def client(base: KnowledgeBase, serve: Callable[..., TestClient]) -> TestClient:
    return serve(base, ready=True)


def seeds(client: TestClient) -> list[str]:
    """Return every address at which the whole standard is told, in each form."""
    (links,) = (one["links"] for one in client.get("/api/v1/standards").json())
    exports = links.pop("exports").values()
    told = {"agreement": agreements.OFFERS, "jobs": jobs.OFFERS}
    forms = (f"{links[noun]}.{offer.extension}" for noun, offers in told.items() for offer in offers)
    case = (one["uri"] for one in client.get(f"{CASE}/CFDocuments").json()["CFDocuments"])
    return ["/standards", *exports, *filter(None, links.values()), *forms, *(local(uri) for uri in case)]


def local(uri: str) -> str:
    return uri.removeprefix("http://localhost:8000")


def text(client: TestClient, address: str) -> str:
    """Return what stands at an address; nothing for a picture."""
    if address.endswith(PICTURED):
        return ""
    content = client.get(address).content
    return (gzip.decompress(content) if address.endswith(".gz") else content).decode()


def addresses(told: str) -> set[str]:
    """Return our own addresses in a text, whole or as paths."""
    found = (html.unescape(one).partition("#")[0] for one in (*WHOLE.findall(told), *LINKED.findall(told)))
    return {one.rstrip(".,;") for one in found}


def test_every_address_in_every_public_form_leads_somewhere(base: KnowledgeBase, client: TestClient) -> None:
    told = {address: text(client, address) for address in seeds(client)}
    asked = set().union(*map(addresses, told.values())) | told.keys()
    found = {address: client.get(address).status_code for address in sorted(asked)}

    assert {address: status for address, status in found.items() if status >= HTTPStatus.BAD_REQUEST} == {}
    assert any("/decision/" in address for address in asked)
    assert len(asked) > len([*base.records(base.release(f"{SLUG}@1.0"), Competency)])


def test_of_a_decision_the_standard_and_the_day_are_told_and_nothing_else(
    base: KnowledgeBase, client: TestClient
) -> None:
    published = base.release(f"{SLUG}@1.0")
    log = {
        one.iri: one
        for release in base.releases()
        if release.reader == "agreement"
        for one in base.records(release, Decision)
    }
    acceptances = [*base.records(published, Acceptance)]
    came_from = {iri for one in base.records(published, Competency) for iri in one.generated_by}

    assert {one.iri for one in acceptances} == came_from <= log.keys()
    assert all(one.dated == f"{log[one.iri].at:%Y-%m-%d}" for one in acceptances)
    first = acceptances[0]
    for offer in OFFERS:
        answer = client.get("/doc", params={"iri": first.iri, "format": offer.extension})
        assert first.dated in answer.text
        assert CONVENER not in answer.text
        assert log[first.iri].candidate not in answer.text
