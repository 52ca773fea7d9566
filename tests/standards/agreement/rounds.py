"""Rounds of a small panel: it agrees on statements, ratifies them and publishes a version, and goes on from there."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from ontology.records import PublicationStatus
from ontology.store import KnowledgeBase
from standards.agreement import decide, speak
from standards.publishing import Mover, move_on, publish
from tests.standards.agreement.conftest import CHARTS, DANA, ENGINES, ROPES, SLUG, motion, stance

ANA = Mover("Ana Ortiz")
"""Who moves the standard on."""


def agree(base: KnowledgeBase) -> None:
    """Agree on ropes, charts and engines, with a dissent, and let the union ratify; tides are left for later."""
    move, say = partial(motion, base), partial(stance, base)
    motions = [
        move(ROPES, "accept"),
        move(CHARTS, "accept", wording="Read charts on paper and screen", label="Chart Reading"),
        move(ENGINES, "accept", code="HT-9"),
        move(ENGINES, "level", occupation="53-5031.00", level="6"),
    ]
    decide(base, SLUG, motions, DANA)
    names = ("tug-co", "ferry-co")
    stances = [say(name, one, "endorse") for name in names for one in (ROPES, CHARTS, ENGINES)]
    speak(base, SLUG, [*stances, say("dredge-co", CHARTS, "dissent", reason="We use no paper")], DANA)
    speak(base, SLUG, [say("seafarers", "standard", "ratify", reason="A good start")], DANA)


def ratify(base: KnowledgeBase) -> None:
    """Bring the working copy where it can be published."""
    for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
        move_on(base, SLUG, status, ANA)


def settle(base: KnowledgeBase) -> str:
    """Let the union ratify, and publish; the version."""
    speak(base, SLUG, [stance(base, "seafarers", "standard", "ratify", reason="Good")], DANA)
    ratify(base)
    return publish(base, SLUG, ANA).release.version


@contextmanager
def copied(known: KnowledgeBase) -> Iterator[KnowledgeBase]:
    """A knowledge base of one's own with all that another has, to go on from."""
    with KnowledgeBase.in_memory() as base:
        for release in known.releases():
            base.replace(release, [], [known.graph(release).serialize(format="ox-nt", encoding="utf-8")])
        yield base
