"""Documents about things: where they are, in which forms, and how they are asked for again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient
from rdflib import DCTERMS, FOAF, SKOS, VOID, Graph, URIRef
from rdflib.compare import isomorphic

from api.linked.documents import OFFERS
from ontology.records import Iri, Release, Text
from ontology.shown import open_releases
from ontology.store import KnowledgeBase
from tests.standards.publishing.conftest import twice, written

__all__ = ["twice", "written"]
"""Fixtures of others: a standard in two versions."""

Serve = Callable[[KnowledgeBase], TestClient]

HELPER = "49-9098.00"
THING = "/doc/power-generation/PG-SAF-03"
FORMS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt"}


def test_a_thing_leads_to_its_document(client: TestClient) -> None:
    answer = client.get(f"/id/onet/{HELPER}", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/doc/onet/{HELPER}")


def test_escapes_stay_part_of_an_address(client: TestClient) -> None:
    answer = client.get("/id/x/a%2Fb%20c", follow_redirects=False)

    assert answer.headers["location"] == "/doc/x/a%2Fb%20c"


@pytest.mark.parametrize(
    ("ending", "accept", "media_type"),
    [
        ("", "text/html", "text/html; charset=utf-8"),
        ("", "text/turtle", "text/turtle; charset=utf-8"),
        ("", "application/ld+json", "application/ld+json"),
        ("", "application/rdf+xml", "application/rdf+xml"),
        ("", "application/n-triples", "application/n-triples"),
        ("", "application/n-triples;q=0.4, application/rdf+xml;q=0.6", "application/rdf+xml"),
        (".ttl", "text/html", "text/turtle; charset=utf-8"),
        (".jsonld", "text/html", "application/ld+json"),
        (".rdf", "text/html", "application/rdf+xml"),
        (".nt", "text/html", "application/n-triples"),
    ],
)
@pytest.mark.parametrize("thing", [f"onet/{HELPER}", "power-generation/PG-SAF-03"])
def test_documents_negotiate(client: TestClient, thing: str, ending: str, accept: str, media_type: str) -> None:
    answer = client.get(f"/doc/{thing}{ending}", headers={"accept": accept})

    assert answer.headers["content-type"] == media_type
    assert answer.headers["vary"] == "Accept"
    describes, *others = answer.headers["link"].split(", ")
    assert describes == f'<http://localhost:8000/id/{thing}>; rel="describes"'
    assert f'</doc/{thing}.ttl>; rel="alternate"; type="text/turtle"' in others
    assert len(others) == len(OFFERS)
    assert answer.text.count(f"/id/{thing}") >= 1


def test_a_description_has_the_requirements_of_an_occupation(client: TestClient) -> None:
    triples = client.get(f"/doc/onet/{HELPER}.nt").text

    assert "terms#SkillRequirement>" in triples
    assert f'/id/onet/{HELPER}> <http://www.w3.org/2004/02/skos/core#prefLabel> "Helpers--Installation' in triples


def test_a_thing_may_be_asked_for_by_its_whole_address(client: TestClient) -> None:
    by_path = client.get(f"/doc/onet/{HELPER}.ttl")
    by_address = client.get("/doc", params={"iri": f"http://localhost:8000/id/onet/{HELPER}", "format": "ttl"})

    assert by_address.content == by_path.content


def read(client: TestClient, path: str, extension: str) -> Graph:
    content = client.get(f"{path}.{extension}").content
    if extension == "jsonld":  # rdflib's own reader of JSON-LD warns of itself
        lines = ox.serialize(
            (quad.triple for quad in ox.parse(content, ox.RdfFormat.JSON_LD)), format=ox.RdfFormat.N_TRIPLES
        )
        return Graph().parse(data=lines, format="nt")
    return Graph().parse(data=content, format=FORMS[extension])


@pytest.mark.parametrize("path", [THING, f"/doc/onet/{HELPER}"])
def test_all_forms_say_the_same(client: TestClient, path: str) -> None:
    lines = read(client, path, "nt")

    assert len(lines) > 10
    for extension in FORMS:
        assert isomorphic(read(client, path, extension), lines), extension


def test_a_document_says_where_it_is_from_and_on_what_terms(client: TestClient) -> None:
    graph = read(client, THING, "ttl")
    document = URIRef(f"http://localhost:8000{THING}")
    (release,) = graph.objects(document, VOID.inDataset)

    assert graph.value(document, FOAF.primaryTopic) == URIRef(f"http://localhost:8000{THING}".replace("/doc/", "/id/"))
    assert str(graph.value(release, DCTERMS.title)).startswith("Cascade River Power Generation")
    assert graph.value(release, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")


def test_no_form_has_a_blank_node(client: TestClient) -> None:
    assert "_:" not in client.get(f"{THING}.nt").text


def test_each_form_has_a_tag_of_its_own(client: TestClient) -> None:
    tags = {client.get(f"{THING}.{offer.extension}").headers["etag"] for offer in OFFERS}

    assert len(tags) == len(OFFERS)
    assert not any(tag.startswith("W/") for tag in tags)


def test_a_document_is_as_old_as_the_last_change(client: TestClient) -> None:
    said = parsedate_to_datetime(client.get(f"{THING}.ttl").headers["last-modified"])
    base = client.app.state.current.service.knowledge.base  # type: ignore[attr-defined] # FastAPI

    assert said == base.moments.last().astimezone(UTC).replace(microsecond=0)


def test_what_the_client_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"{THING}.ttl")
    tag, date = first.headers["etag"], first.headers["last-modified"]
    old = format_datetime(datetime(2001, 1, 1, tzinfo=UTC), usegmt=True)

    def status(**headers: str) -> int:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.get(f"{THING}.ttl", headers=sent).status_code

    assert status(if_none_match=tag) == 304
    assert status(if_none_match='"other"') == 200
    assert status(if_modified_since=date) == 304
    assert status(if_modified_since=old) == 200
    assert status(if_modified_since="yesterday") == 200
    assert status(if_modified_since="Mon, 01 Jan 99999999999999999999 00:00:00 GMT") == 200, "no date either"
    several = [("if-none-match", '"other"'), ("if-none-match", f'"a,b", W/{tag}')]
    assert client.get(f"{THING}.ttl", headers=several).status_code == 304
    assert status(if_none_match='"other"', if_modified_since=date) == 200, "the tag goes before the date"


def test_head_has_the_headers_of_get(client: TestClient) -> None:
    got, head = (client.request(method, f"{THING}.ttl") for method in ("GET", "HEAD"))

    assert (head.status_code, head.headers, head.content) == (200, got.headers, b"")


def test_a_form_that_is_not_offered_is_refused_with_those_that_are(client: TestClient) -> None:
    refused = client.get(THING, headers={"accept": "application/pdf"})

    assert refused.status_code == 406
    assert all(offer.media_type in refused.json()["detail"] for offer in OFFERS)


def assert_turtle_follows(client: TestClient, iri: str) -> None:
    """Ask for a thing as ``curl -L -H 'Accept: text/turtle'`` does: the description says something of it."""
    answer = client.get(iri, headers={"accept": "text/turtle"}, follow_redirects=True)

    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/turtle; charset=utf-8"), iri
    assert (URIRef(iri), None, None) in Graph().parse(data=answer.content, format="turtle"), iri


def things(base: KnowledgeBase) -> list[str]:
    """Return all addresses of ours below ``/id/`` that open releases, or their descriptions, say something of."""
    query = "SELECT DISTINCT ?s { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'http://localhost:8000/id/')) }"
    files = [file for release in open_releases(base) for file in release.files]
    return [iri for (iri,) in base.rows(query, [release.iri for release in open_releases(base)])] + files


def test_turtle_follows_from_any_thing(client: TestClient) -> None:
    found = things(client.app.state.current.service.knowledge.base)  # type: ignore[attr-defined] # FastAPI

    assert len(found) > 400
    for iri in [*found[::7], *(iri for iri in found if "/file/" in iri)]:
        assert_turtle_follows(client, iri)


def test_turtle_follows_from_every_edition_of_every_version(twice: KnowledgeBase, serve: Serve) -> None:
    client, found = serve(twice), things(twice)
    editions = [iri for iri in found if "@" in iri]

    assert {iri.rpartition("@")[2] for iri in editions} == {"1.0", "1.1"}
    for iri in found:
        assert_turtle_follows(client, iri)
    for iri in editions:
        assert client.get(f"{iri.replace('/id/', '/doc/')}.nt").headers["content-type"] == "application/n-triples"


DOTTED = ("dot.nt", "C-1.ttl", "C-1", "a.html", "b.rdf.jsonld", "29-1141.00", "x%2Fy.ttl", "C-1.ttl@1.0", "end.")


@pytest.fixture
def dotted() -> Iterator[KnowledgeBase]:
    """Things whose addresses end as those of documents do."""
    with KnowledgeBase.in_memory() as base:
        release = Release(
            iri=Iri("http://ignored/"),
            source="x",
            version="1",
            title=Text(value="Dots"),
            imported=datetime(2026, 1, 1, tzinfo=UTC),
            tool="test",
        )
        lines = [f'<{base.identifiers.base}/id/x/{local}> <{SKOS.prefLabel}> "{local}"@en .\n' for local in DOTTED]
        base.replace(release, [], ["".join(lines).encode()])
        yield base


@pytest.mark.parametrize("local", DOTTED)
def test_what_ends_as_a_form_does_is_described_in_every_form(dotted: KnowledgeBase, serve: Serve, local: str) -> None:
    client, iri = serve(dotted), f"http://localhost:8000/id/x/{local}"
    assert_turtle_follows(client, iri)

    answer = client.get(f"/doc/x/{local}", headers={"accept": "text/turtle"})
    links = dict(re.findall(r'<([^>]*)>; rel="alternate"; type="([^"]*)"', answer.headers["link"]))
    assert sorted(links.values()) == sorted(offer.media_type for offer in OFFERS)
    for path, media_type in links.items():
        if media_type != "text/html":
            found = client.get(path)
            assert found.headers["content-type"].startswith(media_type), path
            assert f'"{local}"' in found.text or f">{local}<" in found.text, path


def test_what_ends_as_a_form_does_and_is_not_there_is_not_found(dotted: KnowledgeBase, serve: Serve) -> None:
    assert serve(dotted).get("/doc/x/nothing.ttl").status_code == 404


def test_what_xml_cannot_say_is_not_sent_as_xml(serve: Serve) -> None:
    with KnowledgeBase.in_memory() as base:
        release = Release(
            iri=Iri("http://ignored/"),
            source="x",
            version="1",
            title=Text(value="Odd"),
            imported=datetime(2026, 1, 1, tzinfo=UTC),
            tool="test",
        )
        said = f'<{base.identifiers.base}/id/x/odd> <{SKOS.prefLabel}> "odd \\u0001"@en .\n'
        base.replace(release, [], [said.encode()])
        refused, sent = (serve(base).get(f"/doc/x/odd.{form}") for form in ("rdf", "nt"))

    assert refused.status_code == 406
    assert "ask for one of: ttl, jsonld, nt" in refused.json()["detail"]
    assert sent.text.startswith(said.strip())


def test_a_context_has_no_more_than_its_document_needs(client: TestClient) -> None:
    document = json.loads(client.get(f"{THING}.jsonld").content)

    assert len(document["@context"]) < 40
    assert "WageObservation" not in document["@context"]
