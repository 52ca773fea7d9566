"""Every version of a published standard answers under its own addresses, and leads to the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient
from rdflib import Graph, URIRef

from api.app import create_app
from api.http.service import Service
from api.knowledge import Knowledge
from ontology.namespaces import CEASN, DCTERMS, OWL, PROV, SKOS
from ontology.store import KnowledgeBase

ID = "http://localhost:8000/id/harbor/"


class Only:
    """The one service there is, as `api.http.current.Current` gives it."""

    def __init__(self, service: Service) -> None:
        self.service = service

    @contextmanager
    def held(self) -> Iterator[Service]:
        yield self.service


@pytest.fixture(scope="module")
def client(twice: KnowledgeBase) -> Iterator[TestClient]:
    app = create_app()
    service = Service(Knowledge(twice))
    service.warm()
    service.close()
    app.state.current = Only(service)
    yield TestClient(app, base_url="http://localhost:8000")
    service.endpoint.close()


def said(client: TestClient, local: str) -> Graph:
    answer = client.get(f"/id/harbor/{local}", headers={"accept": "text/turtle"}, follow_redirects=True)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    return Graph().parse(data=answer.content, format="turtle")


def texts(graph: Graph, item: str) -> list[str]:
    return [str(text) for text in graph.objects(URIRef(ID + item), CEASN.competencyText)]


def page(client: TestClient, local: str) -> str:
    return client.get(f"/doc/harbor/{local}.html").text


def test_an_item_says_what_is_in_force_and_leads_to_its_versions(client: TestClient) -> None:
    graph = said(client, "HT-2")

    assert texts(graph, "HT-2") == ["Read tide tables and electronic charts of the harbor"]
    assert {str(one) for one in graph.objects(URIRef(f"{ID}HT-2"), DCTERMS.hasVersion)} == {
        f"{ID}HT-2@1.0",
        f"{ID}HT-2@1.1",
    }


def test_the_first_version_still_answers(client: TestClient) -> None:
    graph = said(client, "HT-2@1.0")
    edition = URIRef(f"{ID}HT-2@1.0")

    assert texts(graph, "HT-2") == ["Read tide tables and charts of the harbor"]
    assert graph.value(edition, DCTERMS.isVersionOf) == URIRef(f"{ID}HT-2")
    assert str(graph.value(edition, OWL.versionInfo)) == "1.0"
    assert graph.value(edition, DCTERMS.isReplacedBy) == URIRef(f"{ID}HT-2@1.1")


def test_a_later_version_leads_back(client: TestClient) -> None:
    graph = said(client, "HT-2@1.1")

    assert graph.value(URIRef(f"{ID}HT-2@1.1"), PROV.wasRevisionOf) == URIRef(f"{ID}HT-2@1.0")
    assert texts(graph, "HT-2") == ["Read tide tables and electronic charts of the harbor"]


def test_a_version_without_the_item_is_not_found(client: TestClient) -> None:
    assert client.get("/doc/harbor/HT-6@1.0.ttl").status_code == 404
    assert client.get("/doc/harbor/HT-1@7.ttl").status_code == 404


def test_what_was_dropped_says_so_and_its_version_has_it_whole(client: TestClient) -> None:
    now, then = said(client, "HT-3"), said(client, "HT-3@1.0")

    assert (URIRef(f"{ID}HT-3"), OWL.deprecated, None) in now
    assert now.value(URIRef(f"{ID}HT-3"), DCTERMS.isReplacedBy) == URIRef(f"{ID}HT-5")
    assert texts(then, "HT-3") == ["Start, stop and watch the main engine"]
    assert then.value(URIRef(f"{ID}HT-3"), SKOS.prefLabel) is not None


def test_the_page_says_which_version_it_is(client: TestClient) -> None:
    first, second, dropped = page(client, "HT-2@1.0"), page(client, "HT-2@1.1"), page(client, "HT-3")

    assert "This is what version 1.0 says." in first
    assert 'In force is <a href="/doc/harbor/HT-2@1.1">version 1.1</a>' in first
    assert "Read tide tables and charts of the harbor" in first
    assert "This is what version 1.1 says, which is in force." in second
    assert '<a href="/doc/harbor/HT-2@1.0">1.0</a>' in page(client, "HT-2")
    assert "It is withdrawn: version 1.1 does not have it any more." in dropped
    assert 'In its place: <a href="/doc/harbor/HT-5">Engine Room</a>.</p>' in dropped


def test_the_whole_standard_has_an_address_for_each_version(client: TestClient) -> None:
    for version in ("1.0", "1.1"):
        answer = client.get(f"/id/framework/harbor@{version}", follow_redirects=True)
        assert answer.status_code == 200
        assert f"version {version} says" in answer.text


def test_an_occupation_a_credential_and_a_member_say_what_each_version_says_of_them(client: TestClient) -> None:
    for item in ("onet/53-5011.00", "credential/able-seaman", "organization/tug-co", "partnership/harbor"):
        named = "" if item.startswith("partnership") else "harbor@"
        old, new = f"{item}@{named}1.0", f"{item}@{named}1.1"
        graph = Graph().parse(data=client.get(f"/doc/{old}.ttl").content, format="turtle")
        whole = "http://localhost:8000/id/"
        assert graph.value(URIRef(whole + old), DCTERMS.isVersionOf) == URIRef(whole + item)
        assert graph.value(URIRef(whole + old), DCTERMS.isReplacedBy) == URIRef(whole + new)
        then = client.get(f"/doc/{old}.html").text
        assert f"This is what version {named}1.0 says." in then
        assert f'In force is <a href="/doc/{new}">version {named}1.1</a>' in then
        now = client.get(f"/doc/{item}.html").text
        assert f'<a href="/doc/{old}">{named}1.0</a>' in now
        assert "No version that is in force has it" not in now


def test_what_an_occupation_asked_for_is_told_with_its_version(client: TestClient) -> None:
    then, now = (client.get(f"/doc/onet/53-5011.00@harbor@{version}.html").text for version in ("1.0", "1.1"))

    assert ("Engine Log" in then, "Engine Log" in now) == (True, False)
    assert ("Line Handling" in then, "Line Handling" in now) == (False, True)


def test_the_page_of_a_standard_lists_what_it_has_in_each_version(client: TestClient) -> None:
    now, first = (client.get(f"/doc/framework/harbor{version}.html").text for version in ("", "@1.0"))

    assert "4 entries:" in now
    assert '<a href="/doc/harbor/HT-6">HT-6 Line Handling</a>' in now
    assert "Engine Log" not in now
    assert '<a href="/doc/harbor/HT-4@1.0">HT-4 Engine Log</a>' in first
    assert "Line Handling" not in first
    assert "What it lists" not in page(client, "HT-2")


def test_what_is_never_published_has_no_file_and_is_no_graph_to_ask(client: TestClient, twice: KnowledgeBase) -> None:
    draft, listed = twice.release("harbor@draft"), twice.release("sheet-tug-co")
    query = "SELECT ?o { ?s ?p ?o FILTER(CONTAINS(LCASE(STR(?o)), 'secret') || CONTAINS(STR(?o), 'tug-co.csv')) }"
    answers = [
        client.get("/sparql", params={"query": query}),
        *(
            client.get("/sparql", params={"query": query.replace("{", f"FROM <{iri}> {{", 1)})
            for iri in (draft.iri, listed.iri)
        ),
    ]

    for own in ("tug-co/job/deckhand", "framework/tug-co"):
        assert client.get(f"/doc/{own}.ttl").status_code == 404
    (skill,) = (iri for iri, text in twice.pairs(listed, SKOS.prefLabel) if "secret" in text)
    assert client.get("/doc", params={"iri": skill, "format": "ttl"}).status_code == 404
    assert client.get("/doc/organization/tug-co.ttl").status_code == 200
    assert answers[0].json()["results"]["bindings"] == []
    assert [answer.status_code for answer in answers[1:]] == [400, 400]
    for name in (draft.name, listed.name):
        assert client.get(f"/dumps/{name}.nq.gz").status_code == 404
    assert client.get("/dumps/harbor@1.0.nq.gz").status_code == 200
    assert "harbor/draft" not in client.get("/dataset.ttl").text


def test_a_dataset_names_the_versions_before_and_after(client: TestClient, twice: KnowledgeBase) -> None:
    graph = Graph().parse(data=client.get("/dataset.ttl").content, format="turtle")
    first, second = (URIRef(twice.release(f"harbor@{version}").iri) for version in ("1.0", "1.1"))

    page = client.get("/dataset", headers={"accept": "text/html"}).text
    assert ("1.0 (superseded)" in page, "1.1 (published)" in page) == (True, True)
    assert (second, PROV.wasRevisionOf, first) in graph
    assert (first, DCTERMS.isReplacedBy, second) in graph
