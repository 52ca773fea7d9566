"""Packages that are kept, within bounds, and answered with as little work as can be."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.http.service import Service
from api.ims.packages import CrowdedError, Packages
from api.ims.provider import Provider
from api.ims.written import OVERHEAD, Written, laid_out
from api.linked.dataset import DatasetPage
from ontology.counting import Counts, kept_counts
from ontology.errors import StoreError
from ontology.records import Release
from ontology.store import KnowledgeBase
from tests.api.ims.conftest import ROOT, Wrong


def a_package(items: int) -> Written:
    listed = [{"identifier": str(number), "uri": f"urn:{number}"} for number in range(items)]
    return laid_out({"CFDocument": {}, "CFItems": listed})


def test_a_package_weighs_its_bytes_twice_and_a_thousand_for_each_resource() -> None:
    written = a_package(3)
    assert written.weight == 2 * len(written.content) + 3 * OVERHEAD
    assert len(gzip.compress(written.content)) < len(written.content)


def test_those_asked_for_last_are_kept_and_the_others_written_again() -> None:
    asked: list[str] = []

    def write(name: str) -> Written:
        asked.append(name)
        return a_package(2)

    packages = Packages(write, size=2 * a_package(2).weight)
    for name in ("a", "b", "a", "c", "a", "b"):
        packages(name)

    assert asked == ["a", "b", "c", "b"]
    assert packages.weight == 2 * a_package(2).weight


def test_a_package_larger_than_all_that_is_kept_is_answered_and_not_kept() -> None:
    packages = Packages(lambda name: a_package(len(name)), size=a_package(1).weight)
    packages("a")
    assert len(packages("aaa").places["CFItems"]) == 3
    assert packages.weight == a_package(1).weight


def test_what_several_ask_for_at_once_is_written_once() -> None:
    started, go, asked = Event(), Event(), []

    def write(name: str) -> Written:
        asked.append(name)
        started.set()
        go.wait(10)
        return a_package(1)

    packages = Packages(write)
    threads = [Thread(target=packages, args=("a",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    started.wait(10)
    go.set()
    for thread in threads:
        thread.join()
    assert asked == ["a"]


@pytest.mark.parametrize("bound", [{"patience": 0.01}, {"waiting": 1}])
def test_who_would_wait_too_long_or_behind_too_many_is_told_to_come_back(bound: dict[str, Any]) -> None:
    started, go = Event(), Event()

    def write(_: str) -> Written:
        started.set()
        go.wait(10)
        return a_package(1)

    packages = Packages(write, **bound)
    thread = Thread(target=packages, args=("a",))
    thread.start()
    started.wait(10)
    with pytest.raises(CrowdedError):
        packages("b")
    go.set()
    thread.join()
    assert packages("b").content == a_package(1).content  # nobody is in the way any more


@pytest.mark.parametrize(
    ("error", "status", "minor"),
    [
        (CrowdedError(), 429, "server_busy"),
        (StoreError("the disk is gone"), 503, "server_busy"),
        (ZeroDivisionError("secret"), 500, "internal_server_error"),
    ],
)
def test_a_service_that_cannot_answer_says_so_in_the_shape_of_case(
    client: TestClient, wrong: Wrong, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, minor: str
) -> None:
    def fail(*_: object) -> Written:
        raise error

    identifier = client.get(f"{ROOT}/CFDocuments").json()["CFDocuments"][0]["identifier"]
    monkeypatch.setattr(Provider, "package", fail)
    quiet = TestClient(client.app, base_url="http://localhost:8000", raise_server_exceptions=False)
    answer = quiet.get(f"{ROOT}/CFPackages/{identifier}")

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/json")
    assert wrong("/CFPackages/{sourcedId}", status, answer.json()) == []
    assert answer.json()["imsx_codeMinor"]["imsx_codeMinorField"][0]["imsx_codeMinorFieldValue"] == minor
    assert ("retry-after" in answer.headers) == (status != 500)
    assert "secret" not in answer.text


def a_path(client: TestClient) -> str:
    return f"{ROOT}/CFPackages/{client.get(f'{ROOT}/CFDocuments').json()['CFDocuments'][0]['identifier']}"


def test_a_package_is_sent_in_gzip_to_who_takes_that(client: TestClient) -> None:
    path = a_path(client)
    plain, small = (client.get(path, headers={"accept-encoding": coding}) for coding in ("identity", "gzip"))

    assert plain.content == small.content
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert int(small.headers["content-length"]) < len(plain.content) / 3
    assert plain.headers["etag"] != small.headers["etag"]
    assert plain.headers["vary"] == small.headers["vary"] == "Accept, Accept-Encoding"


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_what_a_client_has_already_is_not_sent_again(client: TestClient, coding: str) -> None:
    for path in (a_path(client), f"{ROOT}/CFDocuments", f"{ROOT}/discovery/imscasev1p1_openapi3_v1p0.json"):
        first = client.get(path, headers={"accept-encoding": coding})
        again = {"accept-encoding": coding, "if-none-match": first.headers["etag"]}
        second, other = (client.get(path, headers={**again, **more}) for more in ({}, {"if-none-match": '"x"'}))
        assert (second.status_code, second.content, other.status_code) == (304, b"", 200)
        assert second.headers["etag"] == first.headers["etag"]
        assert "content-encoding" not in second.headers


def test_head_has_the_headers_of_get_and_nothing_else(client: TestClient) -> None:
    path = a_path(client)
    get, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == get.headers


def test_a_package_is_written_once_for_all_that_is_asked_of_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    service: Service = client.app.state.current.service  # type: ignore[attr-defined]
    asked: list[str] = []
    real = Provider._written

    def counted(provider: Provider, name: str) -> Written:
        asked.append(name)
        return real(provider, name)

    monkeypatch.setattr(Provider, "_written", counted)
    provider = Provider(service.knowledge.base)
    (document,) = provider.documents
    whole = provider.package(document)
    for kind, found in whole.places.items():
        for identifier in found:
            provider.resource(kind, identifier)
    assert asked == [document]


def test_packages_are_written_before_they_are_asked_for_until_half_of_what_is_kept_is_full() -> None:
    asked: list[str] = []

    def write(name: str) -> Written:
        asked.append(name)
        return a_package(1)

    packages = Packages(write, size=4 * a_package(1).weight)
    packages.prepare("abcdefg")
    assert "".join(asked) == "abc"  # after two they take half, after three more than that


def test_a_service_that_has_started_has_written_its_packages(
    serve: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    client = serve(tmp_path / "nothing")
    service: Service = client.app.state.current.service  # type: ignore[attr-defined]
    service.close()  # returns when all is made
    assert service.case._packages.weight > 100_000


def test_no_package_is_written_while_a_release_is_counted(
    serve: Callable[[Path], TestClient], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service: Service = serve(tmp_path / "nothing").app.state.current.service  # type: ignore[attr-defined]
    service.close()
    (document, *_), written = service.case.documents, Event()
    provider = Provider(service.knowledge.base, service._large)

    def ask() -> None:
        provider.package(document)
        written.set()

    asking = Thread(target=ask)

    def counts(base: KnowledgeBase, release: Release, folder: Path | None) -> Counts:
        if asking.ident is None:
            asking.start()
            assert not written.wait(0.1)
        return kept_counts(base, release, folder)

    monkeypatch.setattr("api.linked.dataset.kept_counts", counts)
    DatasetPage(service.knowledge, str, Event(), service._large).count()
    asking.join()
    assert written.is_set()


def test_a_service_that_stops_prepares_no_further_package() -> None:
    asked: list[str] = []

    def write(name: str) -> Written:
        asked.append(name)
        packages.stop()
        return a_package(1)

    packages = Packages(write)
    packages.prepare("abc")
    assert asked == ["a"]
    packages("b")
    assert asked == ["a", "b"]
