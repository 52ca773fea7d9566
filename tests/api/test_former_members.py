"""The page about a member that has left: the versions that it was in, and none that it has no part in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fastapi.testclient import TestClient

from ontology.store import KnowledgeBase
from tests.pathways.revisions.test_members import leave
from tests.standards.agreement.rounds import settle
from tests.standards.publishing.coming_and_going import base, first

__all__ = ["base", "first"]

Serve = Callable[..., TestClient]

LEFT = date(2026, 2, 27)


def page(base: KnowledgeBase, serve: Serve, name: str = "organization/dredge-co", form: str = "text/html") -> str:
    answer = serve(base, ready=True).get(f"/doc/{name}", headers={"accept": form})
    assert answer.status_code == 200
    return answer.text


def test_it_has_the_last_version_that_it_was_a_member_of(base: KnowledgeBase, serve: Serve) -> None:
    leave(base, "dredge-co", LEFT)
    settle(base)
    told = page(base, serve)

    assert "harbor@1.0" in told
    assert "harbor@1.1" not in told
    assert ">firm</a>" in told
    assert "No version that is in force has it. This is what version 1.0 says." in told
    assert "harbor@1.1, in force" in page(base, serve, "organization/tug-co")


def test_nobody_is_told_its_last_day(base: KnowledgeBase, serve: Serve) -> None:
    leave(base, "dredge-co", LEFT)
    settle(base)

    for form in ("text/html", "text/turtle", "application/ld+json"):
        assert f"{LEFT}" not in page(base, serve, form=form)
