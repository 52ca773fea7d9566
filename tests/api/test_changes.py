"""What a version changes over HTTP: between published versions alone, and nothing that is kept back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from ontology.store import KnowledgeBase
from pathways.revisions import published_revision
from standards.agreement import decide, speak
from standards.publishing import Mover, withdraw
from tests.pathways.agreements.conftest import publish_next, released, twice
from tests.pathways.agreements.test_matrix import WORDS
from tests.standards.agreement.conftest import CHARTS, DANA, SLUG, motion, stance
from tests.standards.agreement.rounds import copied

__all__ = ["released", "twice"]
"""Fixtures of others: versions 1.0 and 1.1 of a harbor's standard."""

Serve = Callable[..., TestClient]

CHANGES = f"/api/v1/standards/{SLUG}/changes"
PAGE = f"/standards/{SLUG}/changes"


def test_a_version_is_held_against_the_one_before(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice)
    told = client.get(CHANGES).json()
    assert (told["older"]["name"], told["newer"]["name"], told["firm"]) == ("harbor@1.0", "harbor@1.1", "")
    assert told["sections"]
    for same in (f"{CHANGES}?from=1.0", f"{CHANGES}.json", f"/api/v1/standards/{SLUG}@1.1/changes"):
        assert client.get(same).json() == told


def test_the_page_has_it_in_words_and_leads_on(twice: KnowledgeBase, serve: Serve) -> None:
    answer = serve(twice).get(PAGE)
    assert answer.status_code == 200
    assert "<h1>What 1.1 changes</h1>" in answer.text
    assert f'href="/standards/{SLUG}@1.1/agreement"' in answer.text
    assert f'href="{CHANGES.replace(SLUG, f"{SLUG}@1.1")}.json?from=1.0"' in answer.text
    alone = serve(twice).get(f"{CHANGES}.html")
    assert "<h1>What 1.1 changes</h1>" in alone.text
    assert "<script" not in alone.text


def test_it_has_no_firms_own_words_and_no_persons(twice: KnowledgeBase, serve: Serve) -> None:
    client = serve(twice)
    for door in (PAGE, f"{CHANGES}.json", f"{CHANGES}.html"):
        text = client.get(door).text
        assert not [words for words in WORDS if words in text]
        assert "Whitefeather" not in text


def test_another_round_at_work_changes_nothing_of_it(twice: KnowledgeBase) -> None:
    with copied(twice) as base:
        before = published_revision(base, SLUG)
        decide(base, SLUG, [motion(base, CHARTS, "reword", wording="Read charts on watches")], DANA)
        speak(base, SLUG, [stance(base, "dredge-co", CHARTS, "dissent", reason="Too small")], DANA)
        assert published_revision(base, SLUG) == before


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        (f"/api/v1/standards/{SLUG}@1.0/changes", 404, "harbor@1.0 is the first version"),
        (f"{CHANGES}?from=0.9", 404, "harbor@0.9 was never published; before 1.1 there is 1.0"),
        (f"{CHANGES}?from=1.1", 400, "1.1 does not come before 1.1"),
        ("/api/v1/standards/river/changes", 404, "river"),
        (f"/api/v1/standards/{SLUG}@draft/changes", 404, "never published"),
        (f"{CHANGES}.pdf", 406, "pdf"),
    ],
)
def test_what_there_is_not_is_told(twice: KnowledgeBase, serve: Serve, address: str, status: int, said: str) -> None:
    answer = serve(twice).get(address)
    assert answer.status_code == status
    assert said in answer.text


def test_the_page_of_a_first_version_says_that_it_is_and_leads_to_it(
    released: KnowledgeBase, twice: KnowledgeBase, serve: Serve
) -> None:
    for base, page, name in ((released, PAGE, SLUG), (twice, f"/standards/{SLUG}@1.0/changes", f"{SLUG}@1.0")):
        answer = serve(base).get(page)
        assert answer.status_code == 200
        assert "<h1>1.0 is the first version</h1>" in answer.text
        assert f'href="/standards/{SLUG}@1.0/agreement"' in answer.text
        assert (f'href="/standards/{SLUG}@1.1/changes"' in answer.text) == (name != SLUG)
        assert serve(base).get(f"/standards/{SLUG}@1.0/agreement").status_code == 200


@pytest.fixture
def taken_back(twice: KnowledgeBase) -> Iterator[KnowledgeBase]:
    """Versions 1.0, 1.1 that was withdrawn in 2030, and 1.2, which says what 1.1 said."""
    with copied(twice) as base:
        withdraw(base, f"{SLUG}@1.1", Mover("Ana Ortiz", "By mistake", datetime(2030, 5, 1, tzinfo=UTC)))
        publish_next(base)
        yield base


def test_a_version_is_held_against_the_last_that_was_not_withdrawn(taken_back: KnowledgeBase, serve: Serve) -> None:
    client = serve(taken_back)
    told = client.get(CHANGES).json()
    assert (told["older"]["name"], told["newer"]["name"], told["withdrawn"]) == ("harbor@1.0", "harbor@1.2", ["1.1"])
    page = client.get(PAGE).text
    assert "1.1, published between them, was withdrawn." in page
    assert "No statement" not in page
    assert (
        f'Hold 1.2 against another version: <a href="/standards/{SLUG}@1.2/changes?from=1.1">1.1 (withdrawn)</a>.'
        in page
    )
    assert f'What other versions change: <a href="/standards/{SLUG}@1.1/changes">1.1 (withdrawn)</a>.' in page


def test_a_version_may_be_held_against_a_withdrawn_one_of_the_day_of_its_publication(
    taken_back: KnowledgeBase, serve: Serve
) -> None:
    client = serve(taken_back)
    told = client.get(f"{CHANGES}?from=1.1").json()
    assert (told["older"]["name"], told["withdrawn"], told["sections"]) == ("harbor@1.1", ["1.1"], [])
    assert "" < told["newer"]["day"] < "2030"
    assert told["older"]["day"] != "2030-05-01"
    page = client.get(f"{PAGE}?from=1.1").text
    assert " 1.1 was withdrawn." in page
    assert f'<a href="/standards/{SLUG}@1.2/changes?from=1.0">1.0</a>.' in page


def test_where_all_before_it_were_withdrawn_it_is_held_against_the_last(
    taken_back: KnowledgeBase, serve: Serve
) -> None:
    withdraw(taken_back, f"{SLUG}@1.0", Mover("Ana Ortiz", "By mistake"))
    told = serve(taken_back).get(CHANGES).json()
    assert (told["older"]["name"], told["withdrawn"]) == ("harbor@1.1", ["1.1"])


def test_of_one_version_there_is_no_record_of_changes(released: KnowledgeBase, serve: Serve) -> None:
    answer = serve(released).get(CHANGES)
    assert answer.status_code == 404
    assert "harbor@1.0 is the first version" in answer.text
