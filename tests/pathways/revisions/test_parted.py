"""Of what was split or merged it is told who stands how to each thing, and on which a firm did not speak."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ontology.store import KnowledgeBase
from pathways.revisions import Revision, published_revision, revise, to_html
from pathways.revisions.revision import Item, Part
from standards.agreement import decide, speak
from standards.differences import compare
from tests.standards.agreement.conftest import CHARTS, DANA, SLUG, TIDES, motion, stance
from tests.standards.agreement.rounds import copied, settle
from tests.standards.publishing.coming_and_going import first

__all__ = ["first"]


@pytest.fixture(scope="module")
def parted(first: KnowledgeBase) -> Iterator[KnowledgeBase]:
    """Version 1.1: the dredgers have part of the charts for themselves; two firms adopt it, the ferry is silent."""
    with copied(first) as base:
        parting = motion(base, CHARTS, "split", voices="dredge-co", wording="Read depth charts")
        agreement = decide(base, SLUG, [parting], DANA).agreement
        (new,) = (iri for iri, one in agreement.statements.items() if one.split_from == CHARTS)
        decide(base, SLUG, [motion(base, new, "accept", code="HT-7")], DANA)
        said = [stance(base, name, new, "endorse") for name in ("tug-co", "dredge-co")]
        said += [
            stance(base, "seafarers", new, "dissent", reason="It is the mate's"),
            stance(base, "dredge-co", CHARTS, "abstain"),
        ]
        speak(base, SLUG, said, DANA)
        settle(base)
        yield base


@pytest.fixture(scope="module")
def merged(first: KnowledgeBase) -> Iterator[KnowledgeBase]:
    """Version 1.1: charts went into tides."""
    with copied(first) as base:
        decide(base, SLUG, [motion(base, CHARTS, "merge", into=TIDES)], DANA)
        settle(base)
        yield base


def followed(revision: Revision) -> Item:
    (item,) = revision.of(Part.FOLLOWED)
    return item


def page_of(base: KnowledgeBase, firm: str) -> str:
    return to_html(revise(base, compare(base, f"{SLUG}@1.0", f"{SLUG}@1.1"), firm))


def test_of_each_part_it_is_told_how_many_adopt_it_and_who_dissents(parted: KnowledgeBase) -> None:
    revision = published_revision(parted, SLUG)
    item = followed(revision)
    assert {item.called(one.address): one.adopters for one in item.stands} == {"HT-2": 2, "HT-7": 2}
    page = to_html(revision)
    assert '<p class="more">HT-2: 2 of 3 firms adopt it.</p>' in page
    assert "HT-7: 2 of 3 firms adopt it. Seafarers dissents: It is the mate's.".replace("'", "&#x27;") in page


def test_who_stands_otherwise_to_the_part_that_goes_on_as_it_was_is_told(parted: KnowledgeBase) -> None:
    turns = published_revision(parted, SLUG).positions
    assert [(one.organization, one.subject.code, one.now and one.now.position) for one in turns] == [
        ("Dredge Co", "HT-2", "abstain")
    ]


def test_a_firm_reads_which_part_it_did_not_speak_on(parted: KnowledgeBase) -> None:
    assert "HT-2: You endorsed it before, and now as well. HT-7: You took no position." in page_of(parted, "ferry-co")
    assert "HT-2: You endorsed it before, and now as well. HT-7: You endorsed it. Your" in page_of(parted, "tug-co")


def test_a_firm_reads_how_it_stood_to_each_that_was_merged(merged: KnowledgeBase) -> None:
    assert "HT-3: You endorsed it before, and now as well. HT-2: You endorsed it before. Your" in page_of(
        merged, "ferry-co"
    )
    item = followed(published_revision(merged, SLUG))
    assert [(item.called(one.address), one.adopters) for one in item.stands] == [("HT-3", 2)]
