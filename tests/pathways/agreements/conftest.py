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

ANA = Mover("Ana Ortiz")


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


def publish_next(base: KnowledgeBase) -> None:
    """Take what is agreed through review and ratification to the next version."""
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, SLUG, status, ANA)
    publish(base, SLUG, ANA)


def go_on(base: KnowledgeBase) -> None:
    """Begin the next round: the charts read otherwise, with another dissent, and the tides are accepted."""
    move, say = partial(motion, base), partial(stance, base)
    decide(base, SLUG, [move(CHARTS, "reword", wording="Read charts on tablets"), move(TIDES, "accept")], DANA)
    said = [say(firm, CHARTS, "endorse") for firm in ("tug-co", "dredge-co")]
    said += [say("ferry-co", CHARTS, "dissent", reason="Tablets get wet"), say("ferry-co", TIDES, "endorse")]
    speak(base, SLUG, said, DANA)


def close(base: KnowledgeBase) -> None:
    """End that round: without the tides, and ratified again."""
    decide(base, SLUG, [motion(base, TIDES, "reject", reason="Still one firm only")], DANA)
    speak(base, SLUG, [stance(base, "seafarers", "standard", "ratify", reason="Better still")], DANA)


@pytest.fixture(scope="session")
def released() -> Iterator[KnowledgeBase]:
    """Version 1.0 of it."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        publish_next(base)
        yield base


@pytest.fixture(scope="session")
def ongoing() -> Iterator[KnowledgeBase]:
    """Version 1.0 of it, and the next round at work."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        publish_next(base)
        go_on(base)
        yield base


@pytest.fixture(scope="session")
def twice() -> Iterator[KnowledgeBase]:
    """Versions 1.0 and 1.1 of it."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        publish_next(base)
        go_on(base)
        close(base)
        publish_next(base)
        yield base


@pytest.fixture(scope="session")
def told(released: KnowledgeBase) -> Matrix:
    """What anybody may read of version 1.0."""
    return published_matrix(published_standard(released, SLUG))
