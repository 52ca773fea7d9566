"""The standards that anybody may read, listed over HTTP and as a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.knowledge import open_knowledge
from api.settings import Settings
from ontology.records import Framework, Iri, PublicationStatus, Text
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.publishing import Mover, withdraw
from standards.sources.publication import new_release
from tests.pathways.agreements.conftest import ongoing, publish_next, released, twice
from tests.standards.agreement.conftest import SLUG, fill, store_panel

__all__ = ["ongoing", "released", "twice"]
"""Fixtures of others: version 1.0 of a harbor's standard, the round after it, and version 1.1."""

Serve = Callable[..., TestClient]
LIST = "/api/v1/standards"


def addresses(links: dict[str, object]) -> list[str]:
    exports = links["exports"]
    assert isinstance(exports, dict)
    return [*(str(value) for name, value in links.items() if name != "exports" and value), *exports.values()]


def test_a_standard_is_listed_with_its_versions_and_where_to_read_it(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice, ready=True)
    answer = client.get(LIST)
    (told,) = answer.json()

    assert answer.headers["x-total-count"] == "1"
    assert (told["slug"], told["title"], told["version"], told["status"]) == (
        SLUG,
        "Harbor Trades Panel",
        "1.1",
        "in force",
    )
    assert [(one["name"], one["status"]) for one in told["versions"]] == [
        ("harbor@1.0", "superseded"),
        ("harbor@1.1", "in force"),
    ]
    assert set(told["links"]["exports"]) == {"ttl", "jsonld", "rdf", "nt", "nq.gz"}
    assert {link: client.get(link).status_code for link in addresses(told["links"])} == dict.fromkeys(
        addresses(told["links"]), 200
    )


def test_a_first_version_has_no_changes(released: KnowledgeBase, serve: Serve) -> None:
    (told,) = serve(released).get(LIST).json()

    assert told["links"]["changes"] == ""
    assert told["links"]["agreement"] == f"{LIST}/{SLUG}/agreement"


def test_what_is_withdrawn_is_told_as_that_and_its_links_name_the_version(serve: Serve) -> None:
    with KnowledgeBase.in_memory() as base:
        store_panel(base)
        publish_next(base)
        withdraw(base, f"{SLUG}@1.0", Mover("Ana Ortiz", comment="It was wrong"))
        client = serve(base, ready=True)
        (told,) = client.get(LIST).json()

        assert (told["status"], told["version"]) == ("withdrawn", "1.0")
        assert told["links"]["agreement"] == f"{LIST}/{SLUG}@1.0/agreement"
        assert client.get(told["links"]["agreement"]).status_code == 200
        assert "Version 1.0, withdrawn." in client.get("/standards").text


def test_what_was_never_published_is_not_listed(serve: Serve) -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        client = serve(base, ready=True)

        assert client.get(LIST).json() == []
        assert "No standard has been published here yet" in client.get("/standards").text


def test_work_on_a_published_standard_does_not_show(
    released: KnowledgeBase, ongoing: KnowledgeBase, serve: Serve
) -> None:
    for door in (LIST, "/standards"):
        assert serve(ongoing).get(door).content == serve(released).get(door).content


def test_the_list_is_in_the_order_of_titles_and_comes_in_parts(serve: Serve) -> None:
    with KnowledgeBase.in_memory() as base:
        for slug, title in (("b", "apples"), ("a", "Cherries"), ("c", "Bread")):
            put(base, slug, title)
        client = serve(base)
        part = client.get(LIST, params={"limit": 1, "offset": 1})

        assert [one["title"] for one in client.get(LIST).json()] == ["apples", "Bread", "Cherries"]
        assert [one["slug"] for one in part.json()] == ["c"]
        assert part.headers["x-total-count"] == "3"
        assert 'rel="next"' in part.headers["link"]


def put(base: KnowledgeBase, slug: str, title: str) -> None:
    """Store a published version of a standard without statements."""
    address = Iri(base.identifiers.mint("framework", slug))
    release = new_release(base.identifiers, slug, "1.0", title)
    published = release.model_copy(update={"status": Iri(PublicationStatus.PUBLISHED)})
    base.replace(published, (), [encoded([Framework(iri=address, label=Text(value=title))])])


@pytest.mark.parametrize("noun", ["agreement", "jobs", "changes"])
def test_a_name_that_there_is_not_leads_to_the_list(released: KnowledgeBase, serve: Serve, noun: str) -> None:
    client = serve(released, ready=True)
    told = client.get(f"{LIST}/nosuch/{noun}").json()
    page = client.get(f"/standards/nosuch/{noun}", headers={"accept": "text/html"})

    assert (told["status"], told["place"]) == (404, "path standard")
    assert LIST in told["remedy"]
    assert "ladderworks" not in f"{told['detail']} {told['remedy']}"
    assert page.status_code == 404
    assert '<a href="/standards">' in page.text
    assert "ladderworks standard" not in page.text


def test_every_link_of_the_page_leads_somewhere(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice, ready=True)
    page = client.get("/standards").text
    links = set(re.findall(r'href="(/[^"]*)"', page))

    assert {f"/standards/{SLUG}/agreement", f"/standards/{SLUG}/jobs", f"/standards/{SLUG}/changes"} <= links
    assert f"/standards/{SLUG}@1.0/agreement" in links
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_the_demonstration_is_served_with_its_published_standard_whatever_is_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of an installation in which nothing is: nothing is stored there."""
    settings = replace(Settings.read({"LADDERWORKS_KB": str(tmp_path / "kb")}), demonstration=True)
    with open_knowledge(settings) as knowledge:
        names = {release.name for release in knowledge.base.releases()}
    assert "power-generation@1.0" in names
    assert not (tmp_path / "kb").exists()
    assert capsys.readouterr().err == ""


@pytest.fixture
def drafted() -> Iterator[KnowledgeBase]:
    """A working copy of which nothing was ever published."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        yield base


def test_the_first_page_says_what_to_do_where_no_standard_is_published(
    drafted: KnowledgeBase, released: KnowledgeBase, serve: Serve
) -> None:
    empty, filled = serve(drafted, ready=True), serve(released, ready=True)
    assert 'No skill standard is published here yet: <a href="/standards">' in empty.get("/").text
    assert "ladderworks serve --demo" in empty.get("/standards").text
    assert "The skill standards that were published here" in filled.get("/").text
    assert "ladderworks serve" not in filled.get("/standards").text
