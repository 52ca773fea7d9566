"""The page of what a version changes says who left and who joined, and nothing of what they have in their lists."""

from __future__ import annotations

import re

import pytest

from ontology.store import KnowledgeBase
from pathways.revisions.page import to_html
from pathways.revisions.published import published_revision
from tests.standards.agreement.conftest import SLUG
from tests.standards.publishing.test_footing import SALVORS, base, first, propose, settle

__all__ = ["base", "first"]


@pytest.mark.parametrize(
    ("gone", "joined", "told"),
    [(("dredge-co",), (), "Dredge Co"), ((), SALVORS[:1], "Salvage Co"), (("dredge-co",), SALVORS[:1], "Dredge Co")],
    ids=["one leaves", "one joins", "one takes the place of another"],
)
def test_it_says_who_left_or_joined_and_no_change_of_what_is_asked(
    base: KnowledgeBase, gone: tuple[str, ...], joined: tuple[str, ...], told: str
) -> None:
    propose(base, *gone, joined=joined)
    settle(base)
    revision = published_revision(base, SLUG)
    page = re.sub(r"<style.*?</style>|<[^>]+>", " ", to_html(revision), flags=re.DOTALL)

    assert told in page
    assert revision.sections == ()
    assert not re.search(r"needed|essential|optional|importance|level", page, re.IGNORECASE)
