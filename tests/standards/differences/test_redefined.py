"""A difference says which statements another job asks for than before; what moved earlier is no news."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest

from api.differences.difference_text import write_text
from ontology.formats import serialize
from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from pathways.revisions.items import JOB, Drafts
from standards.agreement import Signature, decide, speak
from standards.differences import compare
from standards.differences.linked_data import records
from standards.publishing import Mover, move_on, publish
from tests.standards.agreement.conftest import CHARTS, DANA, ENGINES, NOON, ROPES, SLUG, fill, motion, stance

ANA = Mover("Ana Ortiz")
LATER = Signature("Dana Whitefeather", at=NOON + timedelta(hours=3))


def release(base: KnowledgeBase) -> None:
    speak(base, SLUG, [stance(base, "seafarers", "standard", "ratify")], LATER)
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, SLUG, status, ANA)
    publish(base, SLUG, ANA)


@pytest.fixture(scope="module")
def thrice() -> Iterator[KnowledgeBase]:
    """Three versions; with the second a statement moves from one job of a firm to another, with the third nothing."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        move, say = partial(motion, base), partial(stance, base)
        decide(base, SLUG, [move(ROPES, "accept"), move(CHARTS, "accept"), move(ENGINES, "accept", code="HT-9")], DANA)
        names = ("tug-co", "ferry-co")
        speak(base, SLUG, [say(name, one, "endorse") for name in names for one in (ROPES, CHARTS, ENGINES)], DANA)
        release(base)
        moved = move(CHARTS, "move", moved_from="tug-co/job/Deckhand", moved_to="tug-co/job/Oiler")
        ropes = move(ROPES, "move", moved_from="53-5011.00", moved_to="53-5031.00")
        decide(base, SLUG, [moved, ropes], DANA)
        speak(base, SLUG, [say("tug-co", CHARTS, "endorse")], LATER)
        release(base)
        decide(base, SLUG, [move(ENGINES, "move", category="Machines")], LATER)
        release(base)
        yield base


def test_what_moved_is_told_with_the_jobs_or_else_the_occupations(thrice: KnowledgeBase) -> None:
    found = compare(thrice, "harbor@1.0", "harbor@1.1")

    assert [(one.competency.code, one.before, one.after) for one in found.jobs] == [
        ("HT-1", "Sailors", "Ship Engineers"),
        ("HT-2", "Deckhand (Tug Co)", "Oiler (Tug Co)"),
    ]
    assert not found.is_empty


def test_what_moved_before_is_no_news(thrice: KnowledgeBase) -> None:
    assert compare(thrice, "harbor@1.1", "harbor@1.2").jobs == ()


def test_the_text_the_page_of_a_firm_and_linked_data_say_it(thrice: KnowledgeBase) -> None:
    found = compare(thrice, "harbor@1.0", "harbor@1.1")
    drafts = Drafts(found, before={}, after={}, jobs=lambda _: ()).all()
    changes = {one.newer[0].code: [each for each in one.changes if each.field == JOB] for one in drafts if one.newer}

    told = serialize(to_graph(records(found, thrice.identifiers))).decode()
    assert 'valueBefore "Deckhand (Tug Co)"' in told
    assert 'valueAfter "Oiler (Tug Co)"' in told
    assert "HT-2 Read charts: Deckhand (Tug Co) -> Oiler (Tug Co)" in write_text(found, 10)
    assert [(each.before, each.after) for each in changes["HT-2"]] == [(("Deckhand (Tug Co)",), ("Oiler (Tug Co)",))]
