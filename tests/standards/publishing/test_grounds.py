"""What requirements rest on: told before a version is published, and standing in nobody's way."""

from collections.abc import Iterator
from functools import partial

import pytest

from ontology.records import PublicationStatus
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from standards.agreement import decide, speak
from standards.publishing import move_on, publish
from standards.publishing.grounds import thin_requirements
from tests.standards.agreement.conftest import CHARTS, DANA, ROPES, SLUG, TIDES, fill, motion, stance
from tests.standards.agreement.test_standard import ANA, agree


@pytest.fixture(scope="module")
def base() -> Iterator[KnowledgeBase]:
    """Ropes, charts and engines are agreed on, ropes for engineers too; tides are left for later. It is only read."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        decide(base, SLUG, [motion(base, ROPES, "level", occupation="53-5031.00", level="2", importance="2")], DANA)
        agree(base)
        yield base


def working(base: KnowledgeBase) -> Report:
    return thin_requirements(base, base.release(f"{SLUG}@draft"))


def test_what_rests_on_few_firms_or_on_none_is_told_by_hand(base: KnowledgeBase) -> None:
    """Charts: two firms give both numbers. Engines: the level was decided, one firm gives an importance. Ropes: stated
    for sailors, decided for engineers, which no firm asks for."""
    found = {(one.code, one.severity, one.value, one.message.partition(": ")[2]) for one in working(base)}

    assert found == {
        ("few-numbers", Severity.WARNING, "HT-2", "Sailors (53-5011.00) (no importance and no level)"),
        ("few-numbers", Severity.WARNING, "HT-9", "Ship Engineers (53-5031.00) (no importance)"),
        ("asked-by-none", Severity.INFO, "HT-1", "Ship Engineers (53-5031.00)"),
    }


def test_what_the_version_lacks_is_what_was_told() -> None:
    """A decision mends it, and what is told does not stand in the way."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        decide(base, SLUG, [motion(base, CHARTS, "level", occupation="53-5011.00", level="4", importance="4")], DANA)
        speak(base, SLUG, [stance(base, "seafarers", "standard", "ratify", reason="Still good")], DANA)
        told = [one.value for one in working(base)]
        for status in (PublicationStatus.REVIEW, PublicationStatus.RATIFIED):
            move_on(base, SLUG, status, ANA)
        published = publish(base, SLUG, ANA)

    assert told == ["HT-9"]
    assert told == [one.value for one in published.report if one.code == "few-numbers"]


def test_a_requirement_that_moves_takes_its_firms_along() -> None:
    """One firm asks sailors for tides; moved to engineers, its numbers are few there."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        move, say = partial(motion, base), partial(stance, base)
        decide(base, SLUG, [move(TIDES, "accept")], DANA)
        decide(base, SLUG, [move(TIDES, "move", moved_from="53-5011.00", moved_to="53-5031.00")], DANA)
        speak(base, SLUG, [say(name, TIDES, "endorse") for name in ("tug-co", "ferry-co")], DANA)

        (told,) = working(base)
        assert told.code == "few-numbers"
        assert "Ship Engineers (53-5031.00)" in told.message


def test_without_an_agreement_nothing_is_told() -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)

        assert len(working(base)) == 0


def test_it_tells_nobody_whose_numbers_these_are(base: KnowledgeBase) -> None:
    assert not any(name in str(one) for one in working(base) for name in ("Tug", "Dredge", "Ferry", "tug-co"))
