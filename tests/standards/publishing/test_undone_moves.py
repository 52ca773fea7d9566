"""A move that was published and is undone: who asked before asks again, as far as its firm's list still does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ontology.errors import InputError
from ontology.records import Iri, Record
from ontology.store import KnowledgeBase
from standards.agreement import decide, undo
from tests.standards.agreement.conftest import DANA, ENGINEER, ROPES, SAILOR, SLUG, TIDES, asked, motion, store
from tests.standards.agreement.rounds import settle
from tests.standards.publishing.coming_and_going import LISTS, first, propose
from tests.standards.publishing.test_footing import moved, needed, otherwise

__all__ = ["first"]
"""A fixture of others: version 1.0 of a standard of three firms."""

STOKER: list[Record] = [*LISTS["ferry-co"], *asked("ferry-co", "Stoker", ENGINEER, {ROPES: (1, 1)})]
"""What the ferries ask for, with a job in the other occupation."""


@pytest.fixture
def base(first: KnowledgeBase) -> Iterator[KnowledgeBase]:
    """Version 1.0, where the ferries have a stoker as well, to go on from."""
    with KnowledgeBase.in_memory() as base:
        for release in first.releases():
            base.replace(release, [], [first.graph(release).serialize(format="ox-nt", encoding="utf-8")])
        store(base, "sheet-ferry-co", "1", "sheet", STOKER)
        yield base


def tides(base: KnowledgeBase, version: str) -> list[Iri]:
    """The occupations that need to read tide tables, which the ferries alone ask for."""
    return sorted(Iri(place) for said, place in needed(base, version) if said == "Read tide tables")


@pytest.mark.parametrize("to", ["ferry-co/job/Stoker", "53-5031.00"])
def test_what_its_firm_asked_before_is_needed_again_in_the_next_version(base: KnowledgeBase, to: str) -> None:
    made = decide(base, SLUG, [motion(base, TIDES, "move", moved_from="ferry-co/job/Deckhand", moved_to=to)], DANA)
    version = settle(base)
    assert tides(base, version) == [ENGINEER]
    assert len(moved(base, version)) == 1

    undo(base, SLUG, made.decisions[0].iri, DANA, "It is done on deck again")
    assert not {place for statement, place in otherwise(base) if statement == TIDES}
    version = settle(base)
    assert tides(base, version) == [SAILOR]
    assert moved(base, version) == []


def test_what_a_firm_does_with_its_own_list_after_that_tells_nothing(base: KnowledgeBase) -> None:
    """The undoing counts once, for the version after it: then its stoker reads tide tables, by no decision."""
    move = {"moved_from": "ferry-co/job/Deckhand", "moved_to": "ferry-co/job/Stoker"}
    made = decide(base, SLUG, [motion(base, TIDES, "move", **move)], DANA)
    settle(base)
    undo(base, SLUG, made.decisions[0].iri, DANA, "It is done on deck again")
    settle(base)
    deckhand = asked("ferry-co", "Deckhand", SAILOR, {ROPES: (2, None)})
    store(base, "sheet-ferry-co", "1", "sheet", [*deckhand, *asked("ferry-co", "Stoker", ENGINEER, {TIDES: (2, 2)})])
    propose(base)

    assert otherwise(base)[TIDES, SAILOR].startswith("asked for by nobody now; stays")
    with pytest.raises(InputError, match=r"says nothing that harbor@1\.2 does not say already"):
        settle(base)
