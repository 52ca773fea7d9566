"""A small panel that published a standard by its firms' lists, and firms that join it and leave it afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import pytest

from ontology.records import Iri, Record, Role, Voice
from ontology.store import KnowledgeBase
from standards.agreement import decide, speak
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ENGINEER,
    ENGINES,
    ROPES,
    SAILOR,
    SLUG,
    TIDES,
    asked,
    candidates,
    fill,
    firm,
    links,
    members,
    motion,
    organization,
    own,
    stance,
    store,
    store_panel,
    voice_of,
    voices,
)
from tests.standards.agreement.rounds import copied, settle

LISTS: dict[str, list[Record]] = {
    "tug-co": [
        *asked("tug-co", "Deckhand", SAILOR, {ROPES: (3, 4), CHARTS: (2, 3)}),
        *asked("tug-co", "Oiler", ENGINEER, {ENGINES: (5, 4)}),
    ],
    "ferry-co": asked("ferry-co", "Deckhand", SAILOR, {ROPES: (2, None), CHARTS: (4, 4), TIDES: (2, 2)}),
    "dredge-co": [
        *asked("dredge-co", "Hand", SAILOR, {CHARTS: (6, 5)}),
        *asked("dredge-co", "Engineer", ENGINEER, {ENGINES: (6, None), CHARTS: (5, 5)}),
    ],
}
SALVORS = ("salvage-co", "pilot-co", "barge-co")
JOINED: Mapping[str, list[Record]] = {
    name: [
        *asked(name, "Mate", SAILOR, {CHARTS: (7, 1), ENGINES: (1, 1)}),
        *asked(name, "Engineer", ENGINEER, {TIDES: (7, 5)}),
    ]
    for name in SALVORS
}
SAYING = {**dict.fromkeys(SALVORS, (CHARTS, ENGINES, TIDES)), "ferry-co": (CHARTS,)}
"""What is said beside what the proposal has of itself."""


def saying(name: str, statements: tuple[Iri, ...]) -> list[Record]:
    """The voices of a firm."""
    known = voices()[0]
    return [
        known.model_copy(
            update={
                "iri": voice_of(one, name),
                "candidate": one,
                "firm": firm(name),
                "own_statement": own(one, name),
            }
        )
        for one in statements
    ]


def propose(base: KnowledgeBase, *without: str, joined: tuple[str, ...] = ()) -> None:
    """Store the members, their lists and the proposal, with some who joined and without some who left."""
    inside = [one for one in members() if one.iri not in map(firm, without)]
    came = [organization(name, Role.FIRM) for name in joined]
    store_panel(base, [*inside, *came])
    known = [one for one in (*voices(), *saying("ferry-co", SAYING["ferry-co"])) if isinstance(one, Voice)]
    said: list[Record] = [one for one in known if one.firm not in map(firm, without)]
    for name in joined:
        store(base, f"sheet-{name}", "1", "sheet", JOINED[name])
        said += saying(name, SAYING[name])
    store(base, f"proposal-{SLUG}", "1", "proposal", [*candidates(), *said, *links()])


@pytest.fixture(scope="module")
def first() -> Iterator[KnowledgeBase]:
    """Version 1.0; it is only read."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        for name, records in LISTS.items():
            store(base, f"sheet-{name}", "1", "sheet", records)
        propose(base)
        move, say = partial(motion, base), partial(stance, base)
        decide(base, SLUG, [move(one, "accept") for one in (ROPES, CHARTS, TIDES, ENGINES)], DANA)
        named = (ROPES, CHARTS, TIDES, ENGINES)
        speak(base, SLUG, [say(name, one, "endorse") for name in ("tug-co", "ferry-co") for one in named], DANA)
        settle(base)
        yield base


@pytest.fixture
def base(first: KnowledgeBase) -> Iterator[KnowledgeBase]:
    """Version 1.0, to go on from."""
    with copied(first) as base:
        yield base
