"""What requirements rest on: told before a version is published, and standing in nobody's way."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from ontology.records import Iri, RequirementType, SkillRequirement
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.agreement import Need, RequirementAccount, decide, read_agreement, speak
from standards.agreement.requirements import Asked
from standards.publishing import publish
from standards.publishing.agreed import agreed_standard
from standards.publishing.grounds import Ground, requirements, thin_requirements
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
    motion,
    own,
    stance,
    store,
    voice_of,
    voices,
)
from tests.standards.agreement.rounds import ANA, agree, copied, ratify
from tests.standards.publishing.coming_and_going import SALVORS, first, propose

__all__ = ["first"]


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
    found = {(one.code, one.severity, one.node, one.value) for one in working(base)}

    assert found == {
        ("few-numbers", Severity.WARNING, "HT-2", "Sailors (53-5011.00): no importance and no level"),
        ("few-numbers", Severity.WARNING, "HT-9", "Ship Engineers (53-5031.00): no importance"),
        ("asked-by-none", Severity.INFO, "HT-1", "Ship Engineers (53-5031.00)"),
    }


def test_what_has_one_cause_has_one_line_where_there_is_much(base: KnowledgeBase) -> None:
    """Whoever publishes reads how many competencies lack what, and one of each."""
    head, *lines = working(base).summary(most=2).splitlines()

    assert head == "2 warnings, 1 info"
    assert [line.partition(": ")[2].partition(" ")[0] for line in lines] == ["HT-2:", "HT-1:"]
    assert lines[0].endswith("(the first of 2)")


def test_what_the_version_lacks_is_what_was_told() -> None:
    """A decision mends it, and what is told does not stand in the way."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        decide(base, SLUG, [motion(base, CHARTS, "level", occupation="53-5011.00", level="4", importance="4")], DANA)
        speak(base, SLUG, [stance(base, "seafarers", "standard", "ratify", reason="Still good")], DANA)
        told = [one.node for one in working(base)]
        ratify(base)
        published = publish(base, SLUG, ANA)

    assert told == ["HT-9"]
    assert told == [one.node for one in published.report if one.code == "few-numbers"]


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
        assert "Ship Engineers (53-5031.00)" in told.value


def test_without_an_agreement_nothing_is_told() -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)

        assert len(working(base)) == 0


def test_it_tells_nobody_whose_numbers_these_are(base: KnowledgeBase) -> None:
    assert not any(name in str(one) for one in working(base) for name in ("Tug", "Dredge", "Ferry", "tug-co"))


def needed(base: KnowledgeBase) -> dict[tuple[str, str], RequirementAccount]:
    return {(one.statement, one.occupation_address): one for one in requirements(base, read_agreement(base, SLUG))}


def test_before_anything_is_decided_requirements_are_told_by_hand(base: KnowledgeBase) -> None:
    """Ropes are stated for sailors. One firm gives two jobs' numbers for charts and another one: no median. No firm
    says of tides anything that a second one does."""
    with KnowledgeBase.in_memory() as fresh:
        fill(fresh)
        told = needed(fresh)
    ropes, charts = told[ROPES, SAILOR], told[CHARTS, SAILOR]

    assert told.keys() == {(ROPES, SAILOR), (CHARTS, SAILOR), (TIDES, SAILOR), (ENGINES, ENGINEER)}
    assert (ropes.relation, ropes.importance, ropes.level, ropes.few) == ("essential", 4, 3, ())
    assert {ropes.relation_from, ropes.importance_from, ropes.level_from} == {"stated"}
    assert (charts.relation, charts.relation_from, charts.level) == (
        "essential",
        "asked by 2 of 3 firms with such jobs",
        None,
    )
    assert (charts.level_from, charts.few) == ("too few firms: 2", ("importance", "level"))
    assert charts.occupation == "Sailors (53-5011.00)"


def test_what_is_told_is_what_the_version_has() -> None:
    """A decision on one number leaves the other where it was."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        decide(base, SLUG, [motion(base, ROPES, "level", occupation="53-5011.00", level="5")], DANA)
        agree(base)
        told = [one for one in needed(base).values() if one.status == "agreed"]
        ratify(base)
        release = publish(base, SLUG, ANA).release
        said = list(base.records(release, SkillRequirement))

    ropes = next(one for one in told if one.statement == ROPES)
    assert (ropes.level, ropes.level_from, ropes.importance, ropes.importance_from) == (5, "decided", 4, "stated")
    assert sorted((one.occupation_address, one.importance or 0, one.level or 0) for one in told) == sorted(
        (one.occupation, one.importance or 0, one.level or 0) for one in said
    )


def test_a_median_names_the_number_of_its_firms() -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        three = asked("ferry-co", "Deckhand", SAILOR, {CHARTS: (7, 1)})
        store(base, "sheet-ferry-co", "2", "sheet", three)
        said = voices()[0].model_copy(
            update={"candidate": CHARTS, "firm": firm("ferry-co"), "own_statement": own(CHARTS, "ferry-co")}
        )
        more = said.model_copy(update={"iri": voice_of(CHARTS, "ferry-co")})
        store(base, f"proposal-{SLUG}", "2", "proposal", [*candidates(), *voices(), more, *links()])
        charts = needed(base)[CHARTS, SAILOR]

    assert (charts.level, charts.level_from) == (5, "median of 3 firms")
    assert (charts.importance, charts.importance_from) == (4, "median of 3 firms")


def test_a_number_that_is_stated_for_what_went_into_a_statement_is_told_of_that() -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        decide(base, SLUG, [motion(base, ROPES, "merge", into=CHARTS)], DANA)
        charts = needed(base)[CHARTS, SAILOR]

    assert (charts.status, charts.level, charts.level_from) == ("proposed", 3, "stated")


def test_a_standard_without_a_working_copy_has_no_requirements() -> None:
    with KnowledgeBase.in_memory() as base:
        store(base, f"proposal-{SLUG}", "1", "proposal", [*candidates(), *voices(), *links()])

        assert requirements(base, read_agreement(base, SLUG)) == ()


@pytest.mark.parametrize(
    ("firms", "told"),
    [
        ([Asked(6, 5, None)], "asked by 1 of 4 firms with such jobs"),
        (
            [Asked(6, 5, Iri(RequirementType.OPTIONAL)), Asked(2, 1, None)],
            "asked by 2 of 4 firms with such jobs; essential to 0",
        ),
        ([Asked(6, 5, Iri(RequirementType.ESSENTIAL))], "asked by 1 of 4 firms with such jobs; essential to 1"),
    ],
)
def test_it_says_how_many_firms_ask_and_to_how_many_it_is_essential(firms: list[Asked], told: str) -> None:
    """What one firm rates high is optional where most that could do not ask for it, and the panel sees why."""
    ground = Ground("Sailors", Need(SAILOR, relation=Iri(RequirementType.OPTIONAL)), tuple(firms), hiring=4)
    assert ground.source("relation") == told


def asked_by_none(base: KnowledgeBase) -> list[Finding]:
    return [one for one in working(base) if one.code == "asked-by-none"]


@pytest.mark.parametrize("numbers", [{"importance": "3", "relation": "optional"}, {}])
def test_what_a_firm_asks_for_that_joined_since_is_not_said_to_be_asked_by_none(
    first: KnowledgeBase, numbers: dict[str, str]
) -> None:
    """Tides: decided for engineers, for which no firm asks until one joins; the version follows the decision still.
    It is not told either that it is left out until it is decided."""
    need = {"occupation": "53-5031.00", "level": "3", **numbers}
    with copied(first) as base:
        decide(base, SLUG, [motion(base, TIDES, "level", **need)], DANA)
        before = [(one.node, one.value) for one in asked_by_none(base)]
        propose(base, joined=SALVORS[:1])
        tides = needed(base)[TIDES, ENGINEER]
        assert asked_by_none(base) == []

    assert before == [("HT-3", "Ship Engineers (53-5031.00)")]
    assert (tides.level_from, tides.level, tides.otherwise) == ("decided", 3, "")


def test_what_is_new_is_not_said_to_stay_as_it_was_published(first: KnowledgeBase) -> None:
    """The salvors that joined have a part of the charts for themselves, and ask for the tides of engineers."""
    with copied(first) as base:
        propose(base, joined=SALVORS[:1])
        parted = motion(base, CHARTS, "split", voices="salvage-co", wording="Plot courses on radar")
        agreement = decide(base, SLUG, [parted], DANA).agreement
        (new,) = (iri for iri, one in agreement.statements.items() if one.split_from == CHARTS)
        decide(base, SLUG, [motion(base, new, "accept", code="HT-7")], DANA)
        speak(base, SLUG, [stance(base, name, new, "endorse") for name in ("tug-co", "ferry-co")], DANA)
        told = {one.node: one.message for one in working(base) if one.code == "asked-otherwise"}

    assert told["HT-7"] == "is new, and not needed yet where fewer than 3 firms ask for it that all joined since"
    assert told["HT-3"] == "stays as it was published, though firms ask otherwise now"


def test_a_table_of_requirements_is_named_where_there_is_one(base: KnowledgeBase) -> None:
    (told,) = asked_by_none(base)
    standard = agreed_standard(base, base.release(f"{SLUG}@draft"))
    assert standard is not None
    without = thin_requirements(base, base.release(f"{SLUG}@draft"), replace(standard, stated=()))

    assert "requirements.csv" in told.message
    assert "requirements.csv" in told.remedy
    assert {one.code for one in without} == {"asked-by-none", "few-numbers"}
    assert not any("requirements.csv" in str(one) for one in without)
