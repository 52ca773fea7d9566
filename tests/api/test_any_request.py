"""Whatever a request looks like, it is answered or refused, and never breaks the service."""

from __future__ import annotations

import asyncio
from typing import Final
from urllib.parse import unquote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from starlette.types import Message

Headers = tuple[tuple[bytes, bytes], ...]

FUZZED: Final = settings(max_examples=2 * settings().max_examples, suppress_health_check=list(HealthCheck))

THING: Final = b"/doc/power-generation/PG-SAF-03.ttl"

DOORS: Final = (
    *(b"/", b"/id/power-generation/PG-SAF-03", b"/doc/power-generation/PG-SAF-03", THING, b"/doc", b"/dataset"),
    *(b"/dataset.nt", b"/dumps", b"/dumps/all.nq.gz", b"/graph/power-generation/draft", b"/.well-known/void"),
    *(b"/sparql", b"/ims/case/v1p1/CFDocuments", b"/ims/case/v1p1/CFItems/x", b"/ims/case/v1p1/discovery"),
    *(b"/api/v1/occupations", b"/healthz", b"/static/pages.css", b"/nothing"),
)

WORDS: Final = (
    *(b"W/", b'"', b'"a,b"', b"*", b"*/*", b"text/turtle", b"text/*", b"/", b"q=", b";q=nan", b";q=1e999", b";q=0"),
    *(b";q=-1", b"gzip", b"identity", b"bytes=0-", b"bytes=-1", b"bytes=5-2", b"Mon, 01 Jan ", b"2999", b"0000"),
    *(b"99999999999999999999", b" 00:00:00 ", b"GMT", b"+9999", b"-99999999999", b",", b";", b"=", b" ", b"\xff"),
    *(b"\xc3\xa9", b"[::", b"http://", b"localhost", b":99999", b"%", b"\x00"),
)

NAMES: Final = (
    *(b"accept", b"accept-encoding", b"accept-language", b"authorization", b"content-length", b"content-type"),
    *(b"host", b"if-match", b"if-modified-since", b"if-none-match", b"if-range", b"origin", b"range", b"referer"),
    *(b"access-control-request-method", b"access-control-request-headers", b"cookie", b"forwarded"),
)

ODD: Final = (
    *(b"%", b"%zz", b"%00", b"%2F", b"%2e%2e/", b"../", b"//", b"%ff", b"%ed%a0%80", b"%0d%0a", b"@1.0", b"@", b".ttl"),
    *(b".", b"..", b"~", b"'", b"(", b"[", b"<", b'"', b"|", b"x" * 1001, b"%41" * 400, b"id", b"power-generation"),
)

values = st.one_of(st.lists(st.sampled_from(WORDS), max_size=8).map(b"".join), st.binary(max_size=40))
headers = st.lists(st.tuples(st.sampled_from(NAMES), values), max_size=4).map(tuple)
methods = st.sampled_from(("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "BREW"))
parts = st.lists(st.sampled_from(ODD), max_size=5).map(b"".join)
paths = st.one_of(st.sampled_from(DOORS), st.tuples(st.sampled_from(DOORS), parts).map(b"/".join))
queries = st.one_of(
    st.just(b""),
    st.tuples(st.sampled_from((b"iri=", b"format=", b"query=", b"q=", b"limit=", b"filter=", b"")), parts).map(
        b"".join
    ),
)


def answered(app: FastAPI, method: str, path: bytes, query: bytes = b"", sent: Headers = ()) -> list[Message]:
    """Return what an app sends to a request as a server passes it on, however odd the request is."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path.decode("ascii")),
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": [(b"host", b"localhost:8000"), *sent] if not any(name == b"host" for name, _ in sent) else [*sent],
        "client": ("127.0.0.1", 50000),
        "server": ("localhost", 8000),
    }
    told: list[Message] = []
    body = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        for message in body:
            return message
        return await asyncio.Future[Message]()  # the client stays until it is answered

    async def send(message: Message) -> None:
        told.append(message)

    asyncio.run(app(scope, receive, send))
    return told


@pytest.fixture(scope="module")
def app(client: TestClient) -> FastAPI:
    assert isinstance(client.app, FastAPI)
    return client.app


def assert_no_fault(told: list[Message]) -> None:
    start, *rest = told
    assert start["status"] < 500, rest
    assert b"\n" not in b"".join(value for _, value in start["headers"])


@FUZZED
@given(method=methods, path=st.sampled_from(DOORS), sent=headers)
@example("GET", THING, ((b"if-modified-since", b"1 Jan 99999999999999999999 00:00:00 GMT"),))
@example("GET", b"/nothing", ((b"host", b"[::"),))
def test_no_header_breaks_the_service(app: FastAPI, method: str, path: bytes, sent: Headers) -> None:
    assert_no_fault(answered(app, method, path, sent=sent))


@FUZZED
@given(method=methods, path=paths, query=queries)
@example("GET", b"/id/x/%00", b"")
@example("GET", b"/doc", b"iri=%00")
def test_no_address_breaks_the_service(app: FastAPI, method: str, path: bytes, query: bytes) -> None:
    assert_no_fault(answered(app, method, path, query))
