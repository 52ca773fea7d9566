import re
import threading
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.example import import_example
from api.http.service import Service
from api.knowledge import Knowledge, open_knowledge
from api.settings import Settings
from ontology.errors import NotFoundError
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from pathways.records.ladder import Ladder

HELPER = "49-9098.00"
PLANT_MANAGER = "11-3051.00"
PAGES = ("/", "/?q=mechanic", "/explore?sector=power-generation", f"/explore?from={HELPER}", f"/doc/onet/{HELPER}")


def test_the_service_says_that_it_lives_and_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    client.get("/api/v1/occupations")
    assert client.get("/readyz").json() == {"status": "ready"}


# --- Occupations ---


def test_a_title_is_found_and_the_match_named(client: TestClient) -> None:
    (found,) = client.get("/api/v1/occupations", params={"q": "mechanic helper"}).json()

    assert found["code"] == HELPER
    assert found["matched"] == "Mechanic Helper"
    assert found["iri"] == f"http://localhost:8000/id/onet/{HELPER}"


def test_a_list_is_paged_with_total_and_links(client: TestClient) -> None:
    answer = client.get("/api/v1/occupations", params={"limit": 5, "offset": 5})

    assert len(answer.json()) == 5
    assert answer.headers["x-total-count"] == "18"
    assert {name: link["url"].partition("?")[2] for name, link in answer.links.items()} == {
        "first": "limit=5&offset=0",
        "prev": "limit=5&offset=0",
        "next": "limit=5&offset=10",
        "last": "limit=5&offset=15",
    }


@pytest.mark.parametrize("name", [HELPER, f"http://localhost:8000/id/onet/{HELPER}", "mechanic helper"])
def test_an_occupation_is_looked_up_by_code_address_or_title(client: TestClient, name: str) -> None:
    assert client.get(f"/api/v1/occupations/{name}").json()["code"] == HELPER


# --- Ladders ---


def test_a_ladder_is_the_record_itself(client: TestClient) -> None:
    answer = client.get("/api/v1/ladders", params={"from": HELPER, "to": PLANT_MANAGER})

    ladder = Ladder.model_validate_json(answer.content)
    codes = {rung.occupation: rung.code for rung in ladder.rungs}
    assert {(codes[way[0]], codes[way[-1]]) for way in ladder.routes} == {(HELPER, PLANT_MANAGER)}


@pytest.mark.parametrize(
    ("path", "accept", "media_type"),
    [
        ("/api/v1/ladders", "*/*", "application/json"),
        ("/api/v1/ladders", "image/svg+xml", "image/svg+xml"),
        ("/api/v1/ladders", "text/turtle, image/*;q=0.2", "text/turtle; charset=utf-8"),
        ("/api/v1/ladders?format=svg", "text/turtle", "image/svg+xml"),
        ("/api/v1/ladders?format=text/turtle", "*/*", "text/turtle; charset=utf-8"),
        ("/api/v1/ladders.ttl", "image/svg+xml", "text/turtle; charset=utf-8"),
        ("/api/v1/ladders.csv", "*/*", "text/csv; charset=utf-8"),
        ("/api/v1/ladders.png", "*/*", "image/png"),
    ],
)
def test_ladders_negotiate(client: TestClient, path: str, accept: str, media_type: str) -> None:
    answer = client.get(path, params={"sector": "power-generation"} | _format(path), headers={"accept": accept})

    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.headers["vary"] == "Accept"


def _format(path: str) -> dict[str, str]:
    _, _, query = path.partition("?format=")
    return {"format": query} if query else {}


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    address = "/api/v1/ladders.svg?sector=power-generation"
    tag = client.get(address).headers["etag"]

    answer = client.get(address, headers={"if-none-match": f'"other", {tag}'})

    assert (answer.status_code, answer.content) == (304, b"")
    assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize("region", ["WA", "wa", "53", "5300000", "washington"])
def test_a_region_may_be_written_as_people_do(client: TestClient, region: str) -> None:
    ladder = client.get("/api/v1/ladders", params={"from": HELPER, "region": region}).json()

    assert {rung["wage"]["region"] for rung in ladder["rungs"] if rung["wage"]} == {"Washington"}


def test_an_unknown_region_is_a_problem_with_the_nearest(client: TestClient) -> None:
    problem = client.get("/api/v1/ladders", params={"from": HELPER, "region": "Washingtn"}).json()

    assert (problem["status"], problem["place"]) == (404, "query region")
    assert problem["detail"] == "no pay is known for the region 'Washingtn'; nearest: Washington"


# --- Pages ---


@pytest.mark.parametrize("path", PAGES)
def test_pages_need_no_script_and_allow_none(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"accept": "text/html"})

    assert page.status_code == 200
    assert not re.search(r'<script(?! type="application/ld\+json">)', page.text), "data are no script"
    assert not re.search(r"\son\w+=|\sstyle=", page.text)
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy


def test_the_style_sheet_in_a_picture_is_allowed_by_its_digest(client: TestClient) -> None:
    page = client.get("/explore", params={"sector": "power-generation"})

    assert page.text.count("<style>") == 1
    assert "style-src 'self' 'sha256-" in page.headers["content-security-policy"]


def test_a_worker_gets_from_a_title_to_a_ladder_and_on(client: TestClient) -> None:
    results = client.get("/", params={"q": "mechanic helper"}).text
    (address,) = re.findall(r'<h2><a href="(/explore[^"]*)"', results)
    page = client.get(address).text
    rungs = re.findall(r'<a href="(/explore\?from=[^"]*)" aria-label', page)

    assert "<svg" in page
    assert "The same in words" in page
    assert len(rungs) > 1
    assert all(client.get(rung).status_code == 200 for rung in rungs)


def test_words_that_name_no_goal_offer_some(client: TestClient) -> None:
    page = client.get("/explore", params={"from": HELPER, "to": "mechanics"})

    assert page.status_code == 200
    assert "Which one do you mean by “mechanics”?" in page.text
    assert f"/explore?from={HELPER}&amp;to=49-9041.00" in page.text


def test_words_are_escaped(client: TestClient) -> None:
    page = client.get("/", params={"q": "<b>'\"&"}).text

    assert "<b>" not in page
    assert "&lt;b&gt;" in page


def test_every_answer_has_the_security_headers(client: TestClient) -> None:
    for path in (*PAGES, "/healthz", "/static/pages.css", "/nowhere", "/api/v1/ladders.svg?sector=power-generation"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "default-src 'none'" in headers["content-security-policy"]


# --- Errors ---


@pytest.mark.parametrize(
    ("path", "status", "value", "place"),
    [
        ("/api/v1/occupations?limit=0", 422, "0", "query limit"),
        ("/api/v1/occupations?offset=x", 422, "x", "query offset"),
        ("/api/v1/occupations/nobody-at-all", 404, "nobody-at-all", "path code"),
        ("/api/v1/ladders?sector=astrology", 404, "astrology", "query sector"),
        ("/api/v1/ladders?from=49-9098.00&to=qqqqqq", 404, "qqqqqq", "query to"),
        ("/api/v1/ladders?sector=power-generation&region=atlantis", 404, "atlantis", "query region"),
        ("/api/v1/ladders.doc?sector=power-generation", 406, "doc", "path extension"),
        ("/api/v1/ladders?sector=power-generation&format=doc", 406, "doc", "query format"),
        ("/api/v1/nothing", 404, "/api/v1/nothing", "path"),
        ("/doc/onet/nothing.ttl", 404, "", ""),
    ],
)
def test_problems_have_value_place_and_remedy(
    client: TestClient, path: str, status: int, value: str, place: str
) -> None:
    answer = client.get(path)
    problem = answer.json()

    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"]) == (status, status)
    assert (problem["value"], problem["place"]) == (value, place)
    assert problem["remedy"]
    assert problem["detail"]
    assert problem["instance"] == path.partition("?")[0]


def test_a_ladder_of_nothing_is_a_problem_with_the_sectors(client: TestClient) -> None:
    problem = client.get("/api/v1/ladders").json()

    assert problem["status"] == 400
    assert "power-generation" in problem["detail"]


def test_a_form_that_is_not_accepted_is_a_problem(client: TestClient) -> None:
    answer = client.get("/api/v1/ladders?sector=power-generation", headers={"accept": "video/mp4"})

    assert answer.status_code == 406
    assert answer.json()["place"] == "header accept"


def test_nothing_can_be_changed(client: TestClient) -> None:
    answer = client.post("/api/v1/ladders")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET"
    assert answer.json()["remedy"].startswith("Send a GET request")


def test_a_browser_gets_a_page_for_a_problem(client: TestClient) -> None:
    answer = client.get("/explore?from=qqqqqq", headers={"accept": "text/html,*/*;q=0.8"})

    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "qqqqqq" in answer.text


@pytest.mark.parametrize(
    ("query", "remedy"),
    [
        ("occupations?limit=0", "Give limit a whole number from 1 to 200."),
        ("occupations?offset=x", "Give offset a whole number from 0 up."),
        (f"occupations?q={'x' * 201}", "Give q a text of at most 200 characters."),
        ("ladders", "Add sector, such as sector=power-generation, or from, "),
        ("ladders?sector=power-generation&from=49-9098.00", "Leave out sector, or leave out from."),
        ("ladders?sector=power-generation&to=49-9098.00", "Leave to out, or put from, an occupation, "),
        ("ladders?from=qqqqqq", "Give from an occupation by its code"),
        ("ladders?sector=astrology", "Give sector a slug from detail"),
        (
            "ladders?sector=power-generation&region=atlantis",
            "Give region a name from detail, the letters of a state (WA)",
        ),
        ("ladders.doc?sector=power-generation", "End the path in one of the extensions in detail."),
    ],
)
def test_a_remedy_names_the_parameter_and_what_it_may_be(client: TestClient, query: str, remedy: str) -> None:
    problem = client.get(f"/api/v1/{query}").json()

    assert problem["remedy"].startswith(remedy)
    assert problem["remedy"].rstrip(".") not in problem["detail"]


def test_the_home_page_promises_only_what_ladders_hold(client: TestClient) -> None:
    page = client.get("/").text

    assert "which license, degree or credential stands in between" in " ".join(page.split())
    assert "course closes" not in page


# --- A service that is starting ---


@pytest.fixture
def starting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The service while it computes, for as long as the test lasts."""
    done = Event()
    monkeypatch.setattr(Service, "scopes", property(lambda _: done.wait(60)))
    monkeypatch.setattr("api.http.service.PATIENCE", 0.01)
    with TestClient(create_app(Settings(tmp_path / "nothing", Identifiers()))) as client:
        yield client
        done.set()


@pytest.mark.parametrize("path", ["/", f"/explore?from={HELPER}", f"/doc/onet/{HELPER}"])
def test_pages_are_told_to_come_back(starting: TestClient, path: str) -> None:
    answer = starting.get(path, headers={"accept": "text/html"})

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.headers["cache-control"] == "no-store"
    assert '<meta http-equiv="refresh" content="5">' in answer.text
    assert "Getting ready…" in answer.text


def test_programs_are_told_to_come_back(starting: TestClient) -> None:
    answer = starting.get("/api/v1/ladders?sector=power-generation")

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Retry-After" in answer.json()["remedy"]


def test_linked_data_need_no_ladders(starting: TestClient) -> None:
    assert starting.get(f"/doc/onet/{HELPER}.ttl").status_code == 200
    assert starting.get("/sparql", params={"query": "ASK {}"}).status_code == 200
    assert starting.get("/dataset.ttl").status_code == 200


def test_what_watches_is_answered_while_starting(starting: TestClient) -> None:
    ready = starting.get("/readyz")

    assert starting.get("/healthz").status_code == 200
    assert (ready.status_code, ready.headers["retry-after"], ready.json()) == (503, "5", {"status": "starting"})


def test_a_start_that_fails_is_met_by_the_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Service) -> None:
        raise NotFoundError("no occupations")

    monkeypatch.setattr(Service, "scopes", property(fail))
    service = Service(Knowledge(KnowledgeBase.in_memory(Identifiers())))
    service.warm()
    service.close()

    assert not service.ready
    with pytest.raises(NotFoundError):
        _ = service.titles


def test_a_service_that_is_stopped_while_it_starts_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = Event(), Event()

    def compute(service: Service) -> None:
        begun.set()
        sleep(0.2)
        assert service.knowledge.base.releases(), "the knowledge base is still open"
        ended.set()
        raise NotFoundError("no occupations")

    monkeypatch.setattr(Service, "scopes", property(compute))
    before = set(threading.enumerate())
    with TestClient(create_app(Settings(tmp_path / "nothing", Identifiers()))):
        assert begun.wait(10)

    assert ended.is_set()
    assert [thread.name for thread in set(threading.enumerate()) - before] == []


# --- A knowledge base on disk ---


def test_an_imported_release_is_served_while_others_may_read(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "kb", Identifiers())
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        import_example(base)

    app = create_app(settings)
    with TestClient(app) as client, open_knowledge(settings) as beside:
        app.state.current.service.wait(120)
        assert client.get(f"/doc/onet/{HELPER}.ttl").status_code == 200
        assert client.get("/api/v1/ladders?sector=power-generation").status_code == 200
        assert [release.source for release in beside.base.releases() if not release.part_of] == ["power-generation"]
    assert len(list((settings.knowledge_base / "snapshots").iterdir())) == 1


@pytest.mark.parametrize("path", ["/", "/id/onet/51-8013.00", "/api/v1/ladders?sector=power-generation", "/nowhere"])
def test_head_answers_as_get_without_a_body(client: TestClient, path: str) -> None:
    got, head = (client.request(method, path, follow_redirects=False) for method in ("GET", "HEAD"))
    assert head.status_code == got.status_code
    assert head.headers == got.headers
    assert head.content == b""
