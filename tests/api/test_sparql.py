"""The SPARQL endpoint: the protocol, the forms of results, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from html import escape
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient
from rdflib import Graph, URIRef
from rdflib.query import Result

from api.routes.sparql import EXAMPLE

THING = "http://localhost:8000/id/power-generation/PG-SAF-03"
ROWS = f"SELECT ?label ?type {{ <{THING}> skos:prefLabel ?label ; a ?type }} ORDER BY ?type"
GRAPH = f"CONSTRUCT {{ <{THING}> ?p ?o }} WHERE {{ <{THING}> ?p ?o }}"


# --- The protocol ---


def test_a_query_is_taken_in_three_ways(client: TestClient) -> None:
    as_query = {"content-type": "application/sparql-query"}

    got = client.get("/sparql", params={"query": ROWS})
    form = client.post("/sparql", data={"query": ROWS})
    body = client.post("/sparql", content=ROWS, headers=as_query)

    assert got.status_code == 200
    assert got.content == form.content == body.content
    assert got.headers["content-type"] == "application/sparql-results+json"


@pytest.mark.parametrize(
    "accept",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_rows_come_in_the_forms_of_the_standard(client: TestClient, accept: str) -> None:
    answer = client.get("/sparql", params={"query": ROWS}, headers={"accept": accept})
    assert answer.headers["content-type"].startswith(accept)
    if accept == "text/csv":
        names, *rows = csv.reader(io.StringIO(answer.text))
    else:
        form = {"text/tab-separated-values": "tsv"}.get(accept, accept.rpartition("+")[2])
        result = Result.parse(io.BytesIO(answer.content), format=form)
        found = list(result.vars or ())
        names, rows = list(map(str, found)), [[str(row[name]) for name in found] for row in result.bindings]

    assert names == ["label", "type"]
    assert ["Lockout/Tagout", "https://purl.org/ctdlasn/terms/Competency"] in rows


@pytest.mark.parametrize("form", ["json", "xml"])
def test_ask_is_answered(client: TestClient, form: str) -> None:
    yes, no = (
        Result.parse(io.BytesIO(client.get("/sparql", params={"query": query, "format": form}).content), format=form)
        for query in (f"ASK {{ <{THING}> a ?type }}", "ASK { <urn:x> a ?type }")
    )

    assert (yes.askAnswer, no.askAnswer) == (True, False)


@pytest.mark.parametrize(
    ("accept", "form"),
    [("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")],
)
@pytest.mark.parametrize("query", [GRAPH, f"DESCRIBE <{THING}>"])
def test_graphs_come_in_the_forms_of_documents(client: TestClient, query: str, accept: str, form: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    graph = Graph().parse(data=answer.content, format=form)

    assert answer.headers["content-type"].startswith(accept)
    assert len(graph) > 5
    assert set(graph.subjects()) == {URIRef(THING)}


def test_a_graph_comes_as_json_ld(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": GRAPH}, headers={"accept": "application/ld+json"})

    assert {quad.subject.value for quad in ox.parse(answer.content, ox.RdfFormat.JSON_LD)} == {THING}


def test_a_form_that_does_not_fit_is_refused_with_those_that_do(client: TestClient) -> None:
    refused = client.get("/sparql", params={"query": GRAPH}, headers={"accept": "text/csv"})

    assert refused.status_code == 406
    assert "ttl, jsonld, rdf, nt" in refused.json()["detail"]


# --- Which graphs ---


def count(client: TestClient, query: str, **more: str) -> int:
    answer = client.get("/sparql", params={"query": query, **more})
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_a_query_sees_the_graphs_that_are_named_beside_it(client: TestClient) -> None:
    base = client.app.state.current.service.knowledge.base  # type: ignore[attr-defined] # FastAPI
    release = base.release("power-generation")
    everything, within = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    size = len(base.graph(release))

    assert count(client, everything) == size, "what describes the releases would tell of the lists of firms"
    assert count(client, within) == size
    assert count(client, everything, **{"default-graph-uri": release.iri}) == size
    assert count(client, within, **{"default-graph-uri": release.iri}) == 0
    assert count(client, everything, **{"named-graph-uri": release.iri}) == 0
    assert count(client, within, **{"named-graph-uri": release.iri}) == size
    assert count(client, f"SELECT (COUNT(*) AS ?n) FROM <{release.iri}> {{ ?s ?p ?o }}") == size


def test_a_graph_that_is_none_is_refused(client: TestClient) -> None:
    refused = client.get("/sparql", params={"query": ROWS, "default-graph-uri": "http://x/"})

    assert refused.status_code == 400
    assert "/dataset" in refused.json()["detail"]


# --- What is refused ---


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 400, "SERVICE is refused"),
        ("LOAD <http://127.0.0.1/>", 400, "updates are refused"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", 400, "updates are refused"),
        ("SELECT ?s {", 400, "no SPARQL query"),
        ("ASK {} #" + "x" * 60_000, 200, ""),
        ("ASK {} #" + "x" * 70_000, 422, "70,008 bytes"),
        ("ASK {} #" + "x" * 1_000_000, 422, "longer than"),
    ],
)
def test_refusals_are_problems(client: TestClient, query: str, status: int, said: str) -> None:
    answer = client.post("/sparql", data={"query": query})

    assert answer.status_code == status
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert said in answer.json()["detail"]


def test_updates_are_refused_however_they_are_sent(client: TestClient) -> None:
    update = "DROP ALL"
    as_update = {"content-type": "application/sparql-update"}
    answers = [
        client.post("/sparql", data={"update": update}),
        client.post("/sparql", content=update, headers=as_update),
    ]

    assert {answer.status_code for answer in answers} == {400}
    assert all("updates are refused" in answer.json()["detail"] for answer in answers)


@pytest.mark.parametrize(("content_type", "body"), [("text/plain", "ASK {}"), ("application/sparql-query", " ")])
def test_what_is_no_query_is_refused(client: TestClient, content_type: str, body: str) -> None:
    assert client.post("/sparql", content=body, headers={"content-type": content_type}).status_code == 400


# --- What it says of itself ---


def test_without_a_query_it_describes_itself(client: TestClient) -> None:
    answer = client.get("/sparql")
    graph = Graph().parse(data=answer.content, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    service = URIRef("http://localhost:8000/sparql")
    base = client.app.state.current.service.knowledge.base  # type: ignore[attr-defined] # FastAPI
    release = base.release("power-generation")

    assert (service, URIRef(sd + "endpoint"), service) in graph
    assert (service, URIRef(sd + "supportedLanguage"), URIRef(sd + "SPARQL11Query")) in graph
    assert list(graph.objects(None, URIRef(sd + "name"))) == [URIRef(release.iri)]
    assert len(list(graph.objects(service, URIRef(sd + "resultFormat")))) == 8


def test_the_page_needs_no_script(client: TestClient) -> None:
    page = client.get("/sparql", headers={"accept": "text/html"})

    assert page.headers["content-type"].startswith("text/html")
    assert "<textarea" in page.text
    assert "<script" not in page.text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        (EXAMPLE, '<th scope="col">skills</th>'),
        (ROWS, "ceasn:Competency</a>"),
        (f"ASK {{ <{THING}> ?p ?o }}", "Yes</h2>"),
        (GRAPH, "skos:prefLabel &#34;Lockout/Tagout&#34;@en"),
        ("SELECT ?x { VALUES ?x { '<script>' } }", "&lt;script&gt;"),
        ("SELECT ?x { VALUES ?x { <javascript:alert(1)> } }", "<td>javascript:alert(1)"),
        ("SELECT * { ?s ?p ?o }", "The first 200 rows; there are more"),
    ],
)
def test_the_page_shows_results(client: TestClient, query: str, shown: str) -> None:
    page = client.post("/sparql", data={"query": query}, headers={"accept": "text/html"})

    assert page.status_code == 200
    assert shown in page.text


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [("SELEKT * { ?s ?p ?o }", 400, "SELEKT"), ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", 400, "SERVICE")],
)
def test_a_query_that_has_no_answer_stays_on_the_page_to_be_mended(
    client: TestClient, query: str, status: int, said: str
) -> None:
    page = client.post("/sparql", data={"query": query}, headers={"accept": "text/html"})

    assert page.status_code == status
    assert "This query has no answer:" in page.text
    assert f"{escape(query)}</textarea>" in page.text
    assert said in page.text


def test_a_link_of_the_page_leads_to_the_same_as_a_file(client: TestClient) -> None:
    page = client.post("/sparql", data={"query": ROWS}, headers={"accept": "text/html"}).text

    assert f"query={quote(ROWS, safe='').replace('%20', '+')}&amp;format=csv" in page


# --- Headers ---


def test_a_cut_result_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = client.app.state.current.service.endpoint  # type: ignore[attr-defined] # FastAPI
    monkeypatch.setattr(endpoint, "bounds", endpoint.bounds.model_copy(update={"rows": 3}))
    cut = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    whole = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 3"})
    turtle = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }", "format": "ttl"})

    assert cut.headers["result-cut-at"] == "3"
    assert [finding["code"] for finding in cut.json()["findings"]] == ["result-cut"]
    assert "result-cut-at" not in whole.headers
    assert "findings" not in json.loads(whole.content)
    assert turtle.headers["result-cut-at"] == "3"
    assert "# Cut here" in turtle.text
    assert len(Graph().parse(data=turtle.content, format="turtle")) == 3


def test_the_same_result_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/sparql", params={"query": ROWS}).headers["etag"]

    assert client.get("/sparql", params={"query": ROWS}, headers={"if-none-match": tag}).status_code == 304
