"""What is published can be read from pages elsewhere, in a browser; nothing else can."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from ontology.identifiers import Identifiers

PAGE = "https://skills.example"
OPEN = (
    "/doc/onet/49-9098.00.ttl",
    "/doc/x/nothing.ttl",
    "/dataset.ttl",
    "/dumps/power-generation@draft.nq.gz",
    "/graph/power-generation/draft",
    "/sparql?query=ASK%20%7B%7D",
    "/.well-known/void",
    "/ims/case/v1p1/CFDocuments",
)
CLOSED = ("/", "/api/v1/occupations/49-9098.00", "/healthz", "/static/style.css")


def asked(client: TestClient, path: str, method: str = "GET", **headers: str) -> dict[str, str]:
    """Return the headers of an answer to a page elsewhere."""
    sent = {"origin": PAGE, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return dict(client.request(method, path, headers=sent, follow_redirects=False).headers)


@pytest.mark.parametrize("path", OPEN)
def test_any_page_may_read_what_is_published(client: TestClient, path: str) -> None:
    for method in ("GET", "HEAD"):
        answer = asked(client, path, method)
        assert answer["access-control-allow-origin"] == "*"
        assert {"ETag", "Link"} <= set(answer["access-control-expose-headers"].split(", "))
        assert "access-control-allow-credentials" not in answer
    assert client.get(path, follow_redirects=False).headers["access-control-allow-origin"] == "*", "whoever asks"


def test_a_redirect_and_what_is_unchanged_may_be_read_too(client: TestClient) -> None:
    tag = asked(client, OPEN[0])["etag"]
    unchanged = client.get(OPEN[0], headers={"if-none-match": tag, "origin": PAGE})

    assert (unchanged.status_code, unchanged.headers["access-control-allow-origin"]) == (304, "*")
    assert asked(client, "/id/onet/49-9098.00")["access-control-allow-origin"] == "*"


def test_a_browser_is_told_beforehand_what_it_may_ask(client: TestClient) -> None:
    for path, method in ((OPEN[0], "GET"), ("/sparql", "POST")):
        told = client.options(path, headers={"origin": PAGE, "access-control-request-method": method})
        assert (told.status_code, told.content) == (204, b"")
        assert told.headers["access-control-allow-origin"] == "*"
        assert method in told.headers["access-control-allow-methods"].split(", ")
        assert told.headers["access-control-allow-headers"] == "*"
    assert "POST" not in client.options(OPEN[0]).headers["allow"]


@pytest.mark.parametrize("path", CLOSED)
def test_all_else_stays_closed(client: TestClient, path: str) -> None:
    assert not [name for name in asked(client, path) if name.startswith("access-control")]
    assert not [name for name in asked(client, path, "OPTIONS") if name.startswith("access-control")]


@pytest.fixture(scope="module")
def choosy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service that only some pages may read."""
    settings = Settings(tmp_path_factory.mktemp("nothing"), Identifiers(), origins=(PAGE, "http://localhost:3000"))
    with TestClient(create_app(settings), base_url="http://localhost:8000") as client:
        yield client


def test_where_some_are_named_others_are_not_let_in(choosy: TestClient) -> None:
    path = OPEN[0]
    mine, other = (choosy.get(path, headers={"origin": origin}).headers for origin in (PAGE, "https://other.example"))

    assert mine["access-control-allow-origin"] == PAGE
    assert "access-control-allow-origin" not in other
    assert {mine["vary"], other["vary"]} == {"Accept, Origin"}, "caches keep the two apart"
