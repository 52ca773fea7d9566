"""A harbor's agreement half way, and its published version; each is only read."""

from collections.abc import Iterator
from functools import partial

import pytest

from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from pathways.agreements import Matrix, owners_matrix, published_matrix, published_standard
from standards.agreement import decide, read_agreement, speak
from standards.publishing import Mover, move_on, publish
from tests.standards.agreement.conftest import CHARTS, DANA, ENGINES, ROPES, SLUG, TIDES, fill, motion, stance


def agree(base: KnowledgeBase) -> None:
    """Agree on ropes, charts and engines, with a change, an abstention and dissents; the union ratifies."""
    move, say = partial(motion, base), partial(stance, base)
    motions = [
        move(ROPES, "accept"),
        move(CHARTS, "accept", wording="Read charts on paper and screen", label="Chart Reading"),
        move(ENGINES, "accept", code="HT-9"),
        move(ENGINES, "level", occupation="53-5031.00", level="6"),
        move(TIDES, "reject", reason="One firm only"),
    ]
    decide(base, SLUG, motions, DANA)
    said = [say("tug-co", one, "endorse") for one in (ROPES, CHARTS, ENGINES)]
    said += [say("ferry-co", one, "endorse") for one in (CHARTS, ENGINES)]
    said += [say("ferry-co", ROPES, "adopt with change", change="Splice wire")]
    said += [say("dredge-co", CHARTS, "dissent", reason="We use no <paper>"), say("dredge-co", ROPES, "abstain")]
    speak(base, SLUG, [*said, say("seafarers", ENGINES, "dissent", reason="Two must stand watch")], DANA)
    speak(base, SLUG, [say("seafarers", "standard", "ratify", reason="A good start")], DANA)


@pytest.fixture(scope="session")
def begun() -> Matrix:
    """What the owners see: three statements agreed, one rejected."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        return owners_matrix(read_agreement(base, SLUG), "Harbor Trades")


@pytest.fixture(scope="session")
def released() -> Iterator[KnowledgeBase]:
    """Version 1.0 of it."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
            move_on(base, SLUG, status, Mover("Ana Ortiz"))
        publish(base, SLUG, Mover("Ana Ortiz"))
        yield base


@pytest.fixture(scope="session")
def told(released: KnowledgeBase) -> Matrix:
    """What anybody may read of version 1.0."""
    return published_matrix(published_standard(released, SLUG))
