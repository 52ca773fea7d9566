"""The dataset described, and its releases as files."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient
from rdflib import Dataset, Graph, URIRef
from rdflib.compare import isomorphic

from api.http.service import WAIT
from api.knowledge import Knowledge
from ontology.counting import Counts, count, kept_counts
from ontology.dataset import DCAT_3
from ontology.namespaces import CEASN, DCAT, DCTERMS, FOAF, RDF, SPDX, VOID
from ontology.records import Iri, PublicationStatus, Release, Text
from ontology.shown import LIST
from ontology.store import KnowledgeBase

Serve = Callable[[KnowledgeBase], TestClient]

LINE = b'<http://x/a> <http://x/p> "a" .\n'
HOME = URIRef("http://localhost:8000/dataset")
ENDPOINT = URIRef("http://localhost:8000/sparql")
FORMS = {"ttl": "turtle", "rdf": "xml", "nt": "nt"}


@pytest.fixture(scope="module")
def base(client: TestClient) -> KnowledgeBase:
    held: KnowledgeBase = client.app.state.current.service.knowledge.base  # type: ignore[attr-defined] # FastAPI
    return held


@pytest.fixture(scope="module")
def release(base: KnowledgeBase) -> Release:
    release = base.release("power-generation")
    return release


@pytest.fixture(scope="module")
def described(client: TestClient) -> Graph:
    answer = client.get("/dataset", headers={"accept": "text/turtle"})
    return Graph().parse(data=answer.content, format="turtle")


def made(name: str, status: PublicationStatus | None = None) -> Release:
    source, version = name.split("@")
    return Release(
        iri=Iri("http://ignored/"),
        source=source,
        version=version,
        title=Text(value=name),
        imported=datetime(2026, 1, 1, tzinfo=UTC),
        tool="test",
        status=Iri(status) if status else None,
    )


# --- The description ---


def test_all_forms_say_the_same(client: TestClient, described: Graph) -> None:
    for extension, form in FORMS.items():
        assert isomorphic(Graph().parse(data=client.get(f"/dataset.{extension}").content, format=form), described)
    quads = ox.parse(client.get("/dataset.jsonld").content, ox.RdfFormat.JSON_LD)
    assert {str(quad.triple) for quad in quads} == {
        str(quad.triple) for quad in ox.parse(client.get("/dataset.nt").content, ox.RdfFormat.N_TRIPLES)
    }


def test_the_catalog_has_every_release_with_its_terms(described: Graph, release: Release) -> None:
    iri = URIRef(release.iri)

    assert (HOME, RDF.type, DCAT.Catalog) in described
    assert list(described.objects(HOME, DCAT.dataset)) == [iri]
    assert described.value(iri, DCTERMS.license) == URIRef(str(release.license))
    assert str(described.value(iri, DCTERMS.rights)) == str(release.attribution and release.attribution.value)
    assert str(described.value(iri, DCAT_3.version)) == release.version
    assert described.value(iri, DCTERMS.issued).toPython() == release.imported  # type: ignore[union-attr] # it is there
    assert described.value(HOME, FOAF.homepage) == URIRef("http://localhost:8000/")


def test_the_numbers_are_those_of_the_graph(described: Graph, base: KnowledgeBase, release: Release) -> None:
    graph, iri = base.graph(release), URIRef(release.iri)
    parts = {described.value(part, VOID["class"]): part for part in described.objects(iri, VOID.classPartition)}
    properties = [described.value(part, VOID.triples) for part in described.objects(iri, VOID.propertyPartition)]
    competencies = set(graph.subjects(RDF.type, CEASN.Competency))

    assert int(str(described.value(iri, VOID.triples))) == len(graph) == sum(int(str(one)) for one in properties)
    assert int(str(described.value(iri, VOID.entities))) == len(set(graph.subjects(RDF.type, None)))
    assert int(str(described.value(parts[CEASN.Competency], VOID.entities))) == len(competencies)
    assert len(parts) == int(str(described.value(iri, VOID.classes)))
    assert described.value(iri, VOID.exampleResource) in set(graph.subjects())


def test_each_file_that_was_read_has_its_checksum(described: Graph, base: KnowledgeBase, release: Release) -> None:
    sums = {str(described.value(one, SPDX.checksumValue)) for one in described.objects(None, SPDX.checksum)}

    assert sums == {file.sha256 for file in base.files(release)} != set()


def test_what_it_says_is_there_answers(client: TestClient, described: Graph, release: Release) -> None:
    iri = URIRef(release.iri)
    (dump,) = described.objects(iri, VOID.dataDump)

    assert (ENDPOINT, RDF.type, DCAT.DataService) in described
    for address in (
        dump,
        described.value(iri, VOID.exampleResource),
        ENDPOINT,
        HOME,
        described.value(HOME, VOID.dataDump),
    ):
        assert client.get(str(address)).status_code == 200, address


def test_it_is_found_where_void_has_it_looked_for(client: TestClient) -> None:
    answer = client.get("/.well-known/void", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (303, "/dataset")


def test_the_page_tells_people_the_same(client: TestClient, release: Release) -> None:
    page = client.get("/dataset", headers={"accept": "text/html"})

    assert str(release.title) in page.text
    assert str(release.license) in page.text
    assert f'href="/dumps/{release.name}.nq.gz"' in page.text
    assert "<script" not in page.text


def test_an_unchanged_description_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/dataset.ttl")

    assert client.get("/dataset.ttl", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    assert client.get("/dataset.ttl", headers={"if-modified-since": first.headers["last-modified"]}).status_code == 304


def test_counts_are_kept_beside_the_store(
    base: KnowledgeBase, release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, counted = Knowledge(base, tmp_path).counts, count(base, release)
    assert kept_counts(base, release, folder) == counted

    monkeypatch.delattr("ontology.counting.count")
    assert kept_counts(base, release, folder) == counted


# --- Files ---


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # of rdflib about itself
def test_a_dump_loads_into_oxigraph_and_rdflib_as_the_same_graph(
    client: TestClient, base: KnowledgeBase, release: Release
) -> None:
    packed = client.get(f"/dumps/{release.name}.nq.gz")
    lines = gzip.decompress(packed.content)
    store, dataset = ox.Store(), Dataset()
    store.load(lines, ox.RdfFormat.N_QUADS)
    dataset.parse(data=lines.decode(), format="nquads")

    assert packed.headers["content-type"] == "application/gzip"
    assert packed.headers["content-disposition"] == f'attachment; filename="{release.name}.nq.gz"'
    assert set(store.quads_for_pattern(None, None, None, None)) == set(
        base.store.quads_for_pattern(None, None, None, ox.NamedNode(release.iri))
    )
    triples = base.store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(release.iri))
    assert isomorphic(dataset.graph(URIRef(release.iri)), Graph().parse(data=triples, format="nt"))
    assert len(dataset) == len(base.graph(release)) > 1000


def test_a_dump_is_the_same_each_time(client: TestClient, release: Release) -> None:
    one, other = (client.get(f"/dumps/{release.name}.nq.gz") for _ in range(2))

    assert one.content == other.content
    assert one.headers["etag"] == other.headers["etag"]


def test_all_releases_are_in_one_file(client: TestClient, base: KnowledgeBase, release: Release) -> None:
    lines = gzip.decompress(client.get("/dumps/all.nq.gz").content).splitlines()

    assert len(lines) == len(base.graph(release))


def test_a_dump_is_sent_only_where_it_is_new(client: TestClient, release: Release) -> None:
    path = f"/dumps/{release.name}.nq.gz"
    head = client.head(path)

    assert (head.status_code, head.content) == (200, b"")
    assert client.get(path, headers={"if-none-match": head.headers["etag"]}).status_code == 304
    assert client.get(path, headers={"if-modified-since": head.headers["last-modified"]}).status_code == 304


def test_the_files_are_listed(client: TestClient, release: Release) -> None:
    page = client.get("/dumps").text

    assert f'href="/dumps/{release.name}.nq.gz"' in page
    assert "/dumps/all.nq.gz" in page


def test_a_file_that_is_not_there_is_refused_with_those_that_are(client: TestClient, release: Release) -> None:
    refused = client.get("/dumps/nothing.nq.gz")

    assert refused.status_code == 404
    assert f"{release.name}.nq.gz" in refused.json()["detail"]


# --- The names of graphs ---


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        ("", "/dataset#{}"),
        ("text/html", "/dataset#{}"),
        ("text/turtle", "/dataset"),
        ("application/n-quads", "/dumps/{}.nq.gz"),
        ("application/gzip", "/dumps/{}.nq.gz"),
    ],
)
def test_the_name_of_a_graph_leads_to_its_release(
    client: TestClient, release: Release, accept: str, location: str
) -> None:
    answer = client.get(release.iri, headers={"accept": accept}, follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (303, location.format(release.name))
    assert answer.headers["vary"] == "Accept"
    assert client.get(release.iri, headers={"accept": accept}).status_code == 200


def test_every_graph_that_is_named_anywhere_answers(client: TestClient, described: Graph) -> None:
    lines = gzip.decompress(client.get("/dumps/all.nq.gz").content).splitlines()
    named = {line.split()[-2].decode().strip("<>") for line in lines}
    said = {
        str(term) for triple in described for term in triple if str(term).startswith("http://localhost:8000/graph/")
    }

    assert named <= said
    for graph in said:
        answer = client.get(graph.partition("#")[0], headers={"accept": "text/turtle"})
        assert (URIRef(graph), None, None) in Graph().parse(data=answer.content, format="turtle"), graph


def test_the_names_of_graphs_hold_what_addresses_must_escape_and_what_was_imported_again(serve: Serve) -> None:
    with KnowledgeBase.in_memory() as base:
        release = base.replace(made("oews@May 2025"), [], [LINE])
        client = serve(base)
        assert client.get(release.iri, follow_redirects=False).headers["location"] == "/dataset#oews@May%202025"

        base.replace(made("oews@May 2025"), [], [LINE])
        client = serve(base)
        for number in ("", "/2", "/3"):
            assert client.get(f"{base.identifiers.graph('oews', 'May 2025')}{number}").status_code == 200


def test_what_is_kept_back_answers_as_what_there_is_not(serve: Serve) -> None:
    with KnowledgeBase.in_memory() as base:
        hidden = [
            base.replace(made("sheet-acme@1").model_copy(update={"reader": LIST}), [], [LINE]),
            base.replace(made("power@draft", PublicationStatus.DRAFT), [], [LINE]),
        ]
        open_one = base.replace(made("power@1.0", PublicationStatus.PUBLISHED), [], [LINE])
        client = serve(base)
        graphs = [*(one.iri for one in hidden), f"{open_one.iri}x"]
        refused = [client.get(graph).json() for graph in graphs]

        assert client.get(open_one.iri).status_code == 200
        assert [problem["status"] for problem in refused] == [404, 404, 404]
        assert len({one["detail"].replace(graph, "") for one, graph in zip(refused, graphs, strict=True)}) == 1


def test_what_is_being_counted_is_asked_for_again_and_not_waited_for(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def slow(*_: object) -> Counts:
        begun.set()
        assert go_on.wait(60)
        return Counts(triples=1, entities=0, classes=(), properties=())

    monkeypatch.setattr("api.linked.dataset.kept_counts", slow)
    monkeypatch.setattr("api.linked.dataset.PATIENCE", 0.01)
    with KnowledgeBase.in_memory() as base, ThreadPoolExecutor(1) as pool:
        base.replace(made("onet@1"), [], [LINE])
        client = serve(base)
        first = pool.submit(client.get, "/dataset.ttl")
        assert begun.wait(60)
        refused = client.get("/dataset.ttl")
        go_on.set()

        assert (refused.status_code, int(refused.headers["retry-after"])) == (503, WAIT)
        assert (first.result().status_code, client.get("/dataset.ttl").status_code) == (200, 200)
