"""What anybody may read of an agreement over HTTP: of the published version, in each form, and nothing that is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient

from api.routes.agreements import OFFERS
from ontology.store import KnowledgeBase
from pathways.agreements import MATRICES, RECORDS, public_agreement, published_matrix, published_standard
from tests.pathways.agreements.conftest import ongoing, publish_next, released, twice
from tests.pathways.agreements.test_matrix import WORDS
from tests.standards.agreement.conftest import SLUG, fill, store_panel

__all__ = ["ongoing", "released", "twice"]
"""Fixtures of others: version 1.0 of a harbor's standard, the round after it, and version 1.1."""

Serve = Callable[..., TestClient]

AGREEMENT = f"/api/v1/standards/{SLUG}/agreement"
PAGE = f"/standards/{SLUG}/agreement"
FRAMEWORK = f"/doc/framework/{SLUG}"
DOORS = (
    *(f"{AGREEMENT}.{offer.extension}" for offer in OFFERS if offer.extension not in ("png", "pdf")),
    *(f"/api/v1/standards/{SLUG}/jobs.{extension}" for extension in ("json", "md")),
    *(PAGE, f"/standards/{SLUG}/jobs", f"{FRAMEWORK}.html"),
)
"""Where something of a standard's agreement is told; pictures and paper are made of what the SVG is made of."""


@pytest.fixture(scope="module")
def unpublished() -> Iterator[KnowledgeBase]:
    """A proposal, firms' lists and a working copy of which nothing was ever published."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        yield base


def texts(base: KnowledgeBase, serve: Serve) -> dict[str, str]:
    """What all doors answer."""
    client = serve(base, ready=True)
    answers = {door: client.get(door) for door in DOORS}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {door: answer.text for door, answer in answers.items()}


def test_the_record_says_who_stands_how_to_which_version(released: KnowledgeBase, serve: Serve) -> None:
    answer = serve(released).get(AGREEMENT)
    told = answer.json()

    assert answer.headers["content-type"] == "application/json"
    assert told["version"] == {"name": "harbor@1.0", "version": "1.0", "status": "in force"}
    assert [(one["code"], one["support"], one["adopted_by"]) for one in told["statements"]] == [
        ("HT-1", "shared", 2),
        ("HT-2", "shared", 2),
        ("HT-9", "shared", 2),
    ]
    said = [(one["name"], one["position"], one["reason"]) for one in told["statements"][1]["positions"]]
    assert ("Dredge Co", "dissent", "We use no <paper>") in said
    assert [(one["name"], one["position"], one["reason"]) for one in told["whole"]] == [
        ("Seafarers", "ratify", "A good start")
    ]
    assert answer.text == f"{public_agreement(published_standard(released, SLUG)).model_dump_json(indent=2)}\n"


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.extension)
def test_each_form_is_that_of_the_command_line(released: KnowledgeBase, serve: Serve, offer: object) -> None:
    extension, media_type = getattr(offer, "extension"), getattr(offer, "media_type")  # noqa: B009 - as parametrized
    client = serve(released)
    named, ended = client.get(AGREEMENT, params={"format": extension}), client.get(f"{AGREEMENT}.{extension}")

    assert (named.status_code, ended.content) == (200, named.content)
    assert named.headers["content-type"].partition(";")[0] == media_type
    standard = published_standard(released, SLUG)
    if extension in RECORDS.extensions:
        assert named.content == RECORDS.find(extension).write(public_agreement(standard))
    elif extension not in ("png", "pdf"):
        assert named.content == MATRICES.find(extension).write(published_matrix(standard))


def test_the_form_is_negotiated(released: KnowledgeBase, serve: Serve) -> None:
    client = serve(released)
    drawn = client.get(AGREEMENT, headers={"accept": "image/svg+xml, application/json;q=0.5"})
    refused = client.get(AGREEMENT, headers={"accept": "text/turtle"})

    assert (drawn.headers["content-type"], drawn.headers["vary"]) == ("image/svg+xml", "Accept")
    assert (refused.status_code, refused.headers["content-type"]) == (406, "application/problem+json")
    assert "pdf (application/pdf)" in refused.json()["detail"]


@pytest.mark.parametrize("door", [AGREEMENT, f"{AGREEMENT}.svg", PAGE, f"/api/v1/standards/{SLUG}/jobs"])
def test_what_is_unchanged_is_not_sent_again(released: KnowledgeBase, serve: Serve, door: str) -> None:
    client = serve(released, ready=True)
    tag = client.get(door).headers["etag"]
    again = client.get(door, headers={"if-none-match": tag})

    assert (again.status_code, again.content) == (304, b"")


def test_each_version_is_told_by_its_name(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice, ready=True)
    first, last, newest = (
        client.get(f"/api/v1/standards/{name}/agreement") for name in ("harbor@1.0", "harbor@1.1", "harbor")
    )

    assert "We use no <paper>" in first.text
    assert "Tablets get wet" not in first.text
    assert "Tablets get wet" in last.text
    assert last.content == newest.content
    page = client.get("/standards/harbor@1.0/agreement").text
    assert '<a href="/standards/harbor@1.1/agreement">1.1 (in force)</a>' in page
    rule = "with at least 60% of the employment that is known. The union must ratify"
    stays = "stays until 3 firms ask otherwise or the partnership decides"
    newer = client.get("/standards/harbor@1.1/agreement").text
    assert [(one.count(rule), one.count(stays)) for one in (page, newer)] == [(1, 0), (1, 1)]
    assert '<a href="/standards/harbor@1.0/jobs">' in page


@pytest.mark.parametrize("noun", ["agreement", "agreement.svg", "jobs"])
def test_what_was_never_published_is_as_what_there_is_not(unpublished: KnowledgeBase, serve: Serve, noun: str) -> None:
    client = serve(unpublished, ready=True)
    for path in ("/api/v1/standards/{}/" + noun, "/standards/{}/" + noun.partition(".")[0]):
        there, nothing = (client.get(path.format(name)) for name in (SLUG, "nowhere"))
        assert there.status_code == nothing.status_code == 404
        assert there.json()["place"] == "path standard"
        assert there.text.replace(SLUG, "it") == nothing.text.replace("nowhere", "it")


@pytest.mark.parametrize(
    "name", ["harbor@draft", "harbor@1.1", "proposal-harbor", "agreement-harbor@1", "sheet-tug-co"]
)
def test_neither_what_is_worked_on_nor_what_is_kept_back_is_there(
    ongoing: KnowledgeBase, serve: Serve, name: str
) -> None:
    assert serve(ongoing).get(f"/api/v1/standards/{name}/agreement").status_code == 404


def test_nothing_is_told_of_what_is_agreed_on_since(
    released: KnowledgeBase, ongoing: KnowledgeBase, serve: Serve
) -> None:
    """Byte for byte the same beside another round with decisions, dissents and statements: not even a count differs."""
    assert texts(ongoing, serve) == texts(released, serve)


def test_nothing_is_told_of_firms_own_lists_or_of_what_was_rejected(released: KnowledgeBase, serve: Serve) -> None:
    for door, text in texts(released, serve).items():
        assert [words for words in (*WORDS, "tide tables", "Dana", "Semaphore") if words in text] == [], door
    told = serve(released).get(AGREEMENT).text
    assert "listed" not in told
    assert "lists" not in told
    assert '"employees"' not in told


def test_the_page_shows_dissents_and_ratifications_without_a_script(released: KnowledgeBase, serve: Serve) -> None:
    page = serve(released).get(PAGE, headers={"accept": "text/html"}).text
    place = re.search(r'<a href="#(statement-\d+)">HT-2', page)

    assert "<script" not in page
    assert "<blockquote>We use no &lt;paper&gt;</blockquote>" in page
    assert "<blockquote>A good start</blockquote>" in page
    assert place
    assert f'<tr id="{place[1]}"><th scope="row"><strong>HT-2</strong>' in page
    assert "Harbor College said nothing at all" in page


@pytest.mark.parametrize("name", ["harbor@1.0", "harbor@1.1"])
def test_every_link_of_the_pages_leads_somewhere(twice: KnowledgeBase, serve: Serve, name: str) -> None:
    client = serve(twice, ready=True)
    for noun, other, form in (("agreement", "jobs", "pdf"), ("jobs", "agreement", "md")):
        page = client.get(f"/standards/{name}/{noun}").text
        links = set(re.findall(r'href="(/[^"]*)"', page))
        wanted = {f"/api/v1/standards/{name}/{noun}.{form}", f"/standards/{name}/{other}", FRAMEWORK}
        assert wanted <= links
        assert (f"/standards/{name}/changes" in links) == (name == "harbor@1.1")
        assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)
        places = re.findall(r'href="#([^"]+)"', page)
        assert [place for place in places if f'id="{place}"' not in page] == []


def test_the_document_about_a_standard_leads_to_its_agreement(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice, ready=True)
    newest, first = (client.get(door).text for door in (f"{FRAMEWORK}.html", f"{FRAMEWORK}@1.0.html"))

    assert "<strong>Ratified by Seafarers; 2 dissents.</strong>" in newest
    assert '<a href="/standards/harbor@1.1/agreement">' in newest
    assert '<a href="/standards/harbor@1.0/agreement">' in first
    assert ("/changes" in newest, "/changes" in first) == (True, False)
    other = client.get(f"/doc/{SLUG}/HT-1.html").text
    assert "/agreement" not in other


def test_the_document_about_a_draft_leads_to_none(unpublished: KnowledgeBase, serve: Serve) -> None:
    page = serve(unpublished, ready=True).get(f"{FRAMEWORK}.html")

    assert page.status_code == 200
    assert "/agreement" not in page.text


def test_the_ladder_of_a_partnership_leads_to_its_standard_once_that_is_published(
    released: KnowledgeBase, unpublished: KnowledgeBase, serve: Serve
) -> None:
    after, before = (serve(base, ready=True).get(f"/explore?sector={SLUG}") for base in (released, unpublished))

    assert (after.status_code, before.status_code) == (200, 200)
    assert f'<a href="{PAGE}">who agrees to what</a>' in after.text
    assert "/standards/" not in before.text


def test_a_standard_without_positions_says_that_it_has_none(serve: Serve) -> None:
    with KnowledgeBase.in_memory() as base:
        store_panel(base)
        publish_next(base)
        client = serve(base, ready=True)
        page = client.get(PAGE).text

        assert "position was published with this version" in page
        assert client.get(AGREEMENT).json()["whole"] == []
        assert "Ratified" not in client.get(f"{FRAMEWORK}.html").text


def test_a_page_of_many_organizations_moves_under_its_heads(
    released: KnowledgeBase, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = serve(released).get(PAGE).text
    monkeypatch.setattr("api.agreements.page.FITTING", 3)

    assert '<div class="matrix fits">' in few
    assert '<div class="matrix" tabindex="0" role="region"' in serve(released).get(PAGE).text


# --- Jobs -------------------------------------------------------------------------------


def test_each_job_leads_to_its_ladder(released: KnowledgeBase, serve: Serve) -> None:
    client = serve(released, ready=True)
    page = client.get(f"/standards/{SLUG}/jobs").text

    assert '<a href="/explore?from=53-5011.00">see its ladder</a>' in page
    assert "ladderworks ladder" not in page
    assert "Agreed by Ferry Co and Tug Co" in page
    assert client.get("/explore?from=53-5011.00").status_code == 200


def test_jobs_are_told_as_record_and_as_text(released: KnowledgeBase, serve: Serve) -> None:
    client = serve(released, ready=True)
    told = client.get(f"/api/v1/standards/{SLUG}/jobs").json()
    text = client.get(f"/api/v1/standards/{SLUG}@1.0/jobs.md")

    assert [(job["code"], job["title"]) for job in told["jobs"]] == [
        ("53-5011.00", "Sailors"),
        ("53-5031.00", "Ship Engineers"),
    ]
    assert text.headers["content-type"] == "text/markdown; charset=utf-8"
    assert "## Ship Engineers" in text.text
