"""What is agreed becomes the standard: refused until the quorum carries it, published, and published again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from functools import partial

import pytest

from ontology.errors import InputError, RefusedError
from ontology.identifiers import Identifiers
from ontology.records import (
    Competency,
    Credential,
    Endorsement,
    Iri,
    PublicationStatus,
    RequirementType,
    SkillRequirement,
    Support,
)
from ontology.shown import open_releases
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Parties, Stance, account, decide, read_agreement, speak, undo
from standards.differences import compare
from standards.differences.thing import Thing
from standards.publishing import move_on, publish, standing
from standards.publishing.agreed import AgreedStandard
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ENGINEER,
    ENGINES,
    FRAMEWORK,
    MINT,
    ROPES,
    SAILOR,
    SLUG,
    TIDES,
    asked,
    fill,
    firm,
    members,
    motion,
    stance,
    store,
    store_panel,
)
from tests.standards.agreement.rounds import ANA, agree, copied, ratify, settle

Move = Callable[..., Motion]
Say = Callable[..., Stance]


@pytest.fixture(scope="module")
def published() -> Iterator[KnowledgeBase]:
    """Version 1.0; it is only read."""
    with KnowledgeBase.in_memory() as base:
        fill(base)
        agree(base)
        ratify(base)
        publish(base, SLUG, ANA)
        yield base


@pytest.fixture(scope="module")
def twice(published: KnowledgeBase) -> Iterator[KnowledgeBase]:
    """Versions 1.0 and 1.1; a firm has left in between."""
    with copied(published) as base:
        move, say = partial(motion, base), partial(stance, base)
        store_panel(base, [one for one in members() if one.iri != firm("ferry-co")])
        motions = [
            move(ENGINES, "split", voices="Dredge Co", wording="Stand watch in the engine room of a dredge"),
            move(ROPES, "merge", into=TIDES, reason="They go together on deck"),
            move(TIDES, "accept", wording="Splice rope and read tide tables"),
            move(CHARTS, "reword", wording="Read electronic charts"),
            move(ENGINES, "move", category="Machines"),
        ]
        new = next(one.into for one in decide(base, SLUG, motions, DANA).decisions if one.into)
        decide(base, SLUG, [move(new, "accept")], DANA)
        names = ("tug-co", "dredge-co")
        speak(base, SLUG, [say(name, one, "endorse") for name in names for one in (TIDES, CHARTS, new)], DANA)
        settle(base)
        yield base


def items(base: KnowledgeBase, version: str) -> dict[str, Competency]:
    found = base.records(base.release(f"{SLUG}@{version}"), Competency)
    return {item.iri.rsplit("/", 1)[-1]: item for item in found}


def test_what_the_quorum_does_not_carry_is_not_ratified(base: KnowledgeBase, move: Move, say: Say) -> None:
    decide(base, SLUG, [move(CHARTS, "accept")], DANA)
    speak(base, SLUG, [say("tug-co", CHARTS, "endorse")], DANA)
    move_on(base, SLUG, PublicationStatus.REVIEW, ANA)
    with pytest.raises(RefusedError) as error:
        move_on(base, SLUG, PublicationStatus.RATIFIED, ANA)

    assert [(finding.code, finding.value) for finding in error.value.report] == [
        ("nothing-agreed", "harbor"),
        ("not-agreed", "HT-2: Read charts"),
        ("not-ratified", "Seafarers"),
    ]
    assert "not spoken: Dredge Co, Ferry Co" in str(error.value)
    assert "remove proposal" not in str(error.value)  # what was decided would go with it


def test_what_is_proposed_and_nobody_spoke_of_is_not_ratified(base: KnowledgeBase) -> None:
    move_on(base, SLUG, PublicationStatus.REVIEW, ANA)
    with pytest.raises(RefusedError, match="no statement is agreed") as error:
        move_on(base, SLUG, PublicationStatus.RATIFIED, ANA)

    assert [(finding.code, finding.value) for finding in error.value.report] == [
        ("nothing-agreed", "harbor"),
        ("not-ratified", "Seafarers"),
    ]
    assert [one.stands for one in base.releases() if one.source == SLUG] == [PublicationStatus.REVIEW]


def test_what_was_taken_back_after_ratification_is_not_published(base: KnowledgeBase, say: Say) -> None:
    agree(base)
    ratify(base)
    speak(base, SLUG, [say("tug-co", ROPES, "withdraw")], DANA)
    with pytest.raises(RefusedError, match="HT-1: Splice rope and wire"):
        publish(base, SLUG, ANA)


def test_a_version_has_what_was_agreed_and_nothing_of_the_firms_own_words(published: KnowledgeBase) -> None:
    found = items(published, "1.0")
    text = published.graph(published.release("harbor@1.0")).serialize(format="nt")

    assert sorted(found) == ["HT-1", "HT-2", "HT-9"]
    assert str(found["HT-1"].label) == "Rope Splicing"
    charts = found["HT-2"]
    assert (str(charts.label), str(charts.statement), charts.notation) == (
        "Chart Reading",
        "Read charts on paper and screen",
        "HT-2",
    )
    assert charts.in_scheme == (FRAMEWORK,)
    assert "Engine room watch" not in text
    assert "/skill/" not in text
    assert "/voice/" not in text
    assert "Whitefeather" not in text
    assert {one.source for one in open_releases(published)} == {"harbor"}


def test_occupations_need_what_the_firms_ask_unless_the_panel_or_a_decision_says_otherwise(
    published: KnowledgeBase,
) -> None:
    found = {
        (one.occupation, one.competency.rsplit("/", 1)[-1]): (one.level, one.importance, one.relation)
        for one in published.records(published.release("harbor@1.0"), SkillRequirement)
    }

    essential = Iri(RequirementType.ESSENTIAL)
    assert found == {
        (SAILOR, "HT-1"): (3, 4, essential),  # the panel's own
        (SAILOR, "HT-2"): (None, None, essential),  # two firms ask for it, and what each has in its list is its own
        (ENGINEER, "HT-9"): (6, None, essential),  # the level was decided
    }


def needed(base: KnowledgeBase) -> set[tuple[Iri, str, float | None, Iri | None]]:
    """What occupations would need in a version that is published now."""
    made = AgreedStandard.of(base, base.release(f"{SLUG}@draft")).records("1.0")
    found = (one for one in made if isinstance(one, SkillRequirement))
    return {(one.occupation, one.competency.rsplit("/", 1)[-1], one.level, one.relation) for one in found}


def test_jobs_of_firms_outside_the_partnership_count_nothing(base: KnowledgeBase) -> None:
    agree(base)
    before = needed(base)
    for number in range(6):
        name = f"stranger-{number}"
        store(base, f"sheet-{name}", "1", "sheet", asked(name, "Mate", SAILOR, {}))

    assert needed(base) == before
    assert (SAILOR, "HT-2", None, Iri(RequirementType.ESSENTIAL)) in before  # two of three have it, not two of nine


def test_a_firm_that_left_counts_no_more_in_what_occupations_need(base: KnowledgeBase) -> None:
    agree(base)
    store_panel(base, [one for one in members() if one.iri != firm("dredge-co")])

    # one of the two firms that have sailors now asks for it, not two of three
    assert (SAILOR, "HT-2", None, Iri(RequirementType.OPTIONAL)) in needed(base)


def test_positions_are_published_with_organization_and_reason_and_without_the_person_or_the_hour(
    published: KnowledgeBase,
) -> None:
    found = list(published.records(published.release("harbor@1.0"), Endorsement))
    charts = Iri(MINT(SLUG, "HT-2"))

    assert {(one.organization, one.taken.word, one.reason) for one in found if one.subject == charts} == {
        (firm("tug-co"), "endorse", None),
        (firm("ferry-co"), "endorse", None),
        (firm("dredge-co"), "dissent", "We use no paper"),
    }
    (union,) = (one for one in found if one.subject == FRAMEWORK)
    assert (union.organization, union.taken.word, union.reason) == (firm("seafarers"), "ratify", "A good start")
    assert {(one.version, one.by, one.decider) for one in found} == {("1.0", None, None)}
    assert {one.at.time() for one in found} == {time()}
    assert not list(published.rows("SELECT ?p { ?p a prov:Person }", [published.release("harbor@1.0").iri]))
    assert "/person/" not in published.graph(published.release("harbor@1.0")).serialize(format="nt")


def test_a_competency_says_how_many_firms_say_it_and_by_which_decision_it_is_there(published: KnowledgeBase) -> None:
    found = items(published, "1.0")
    log = read_agreement(published, SLUG).log

    assert {name: Support(item.support or "") for name, item in found.items()} == {
        "HT-1": Support.SHARED,
        "HT-2": Support.SHARED,
        "HT-9": Support.SHARED,
    }
    assert [log.accepted[decision] for decision in found["HT-2"].generated_by] == [CHARTS]
    said = published.rows("SELECT ?d { ?item prov:wasGeneratedBy ?d }", [published.release("harbor@1.0").iri])
    assert {decision for (decision,) in said} == {decision for one in found.values() for decision in one.generated_by}
    assert "/candidate/" not in published.graph(published.release("harbor@1.0")).serialize(format="nt")


def test_what_attests_a_competency_leads_to_what_is_in_the_version_and_to_what_it_was_merged_into(
    twice: KnowledgeBase,
) -> None:
    attested = [
        [*map(Identifiers().local, one.attests)]
        for version in ("draft", "1.0", "1.1")
        for one in twice.records(twice.release(f"{SLUG}@{version}"), Credential)
    ]

    assert attested == [["HT-0", "HT-1"], ["HT-1"], ["HT-10"]]


def test_what_the_panel_says_of_a_statement_is_said_of_the_one_that_it_went_into(twice: KnowledgeBase) -> None:
    found = {
        (one.occupation, one.competency.rsplit("/", 1)[-1]): (one.level, one.importance)
        for one in twice.records(twice.release("harbor@1.1"), SkillRequirement)
    }

    assert found[SAILOR, "HT-10"] == (3, 4)  # the panel's own of HT-1, not the firms' 2.5 and 3


def test_nothing_new_is_not_published_twice(published: KnowledgeBase) -> None:
    with copied(published) as base:
        ratify(base)
        with pytest.raises(
            InputError, match=r"says nothing that harbor@1\.0 does .*agreement harbor -o harbor"
        ) as error:
            publish(base, SLUG, ANA)

    assert "`ladderworks harmonize --standard harbor`" in str(error.value)
    assert "`ladderworks standard decide harbor harbor.xlsx --by NAME`" in str(error.value)
    assert "folder" not in str(error.value)  # none was imported


def test_a_second_round_tells_splits_mergers_rewordings_and_moves_as_such(twice: KnowledgeBase) -> None:
    first, second = items(twice, "1.0"), items(twice, "1.1")
    new = next(item for name, item in second.items() if name not in first and name != "HT-10")

    assert sorted(second) == ["HT-1", "HT-10", "HT-2", "HT-9", "HT-ENG-01"]
    assert new.revises == (MINT(SLUG, "HT-9"),)
    assert second["HT-10"].revises == (MINT(SLUG, "HT-1"),)
    assert (second["HT-1"].deprecated, second["HT-1"].replaced_by) == (True, (MINT(SLUG, "HT-10"),))
    assert str(second["HT-2"].statement) == "Read electronic charts"
    assert str(second["HT-9"].category) == "Machines"

    difference = compare(twice, "harbor@1.0", "harbor@1.1")
    successions = [(one.kind.value, [*map(code, one.older)], [*map(code, one.newer)]) for one in difference.successions]
    assert sorted(successions) == [
        ("replaced", ["HT-1"], ["HT-10"]),
        ("split", ["HT-9"], ["HT-9", "HT-ENG-01"]),
    ]
    assert {(one.thing.code, text.field.value) for one in difference.changed for text in one.texts} == {
        ("HT-2", "statement"),
        ("HT-9", "category"),
    }


def test_what_was_split_off_before_both_were_published_takes_the_place_of_nothing(base: KnowledgeBase) -> None:
    """Only what a version had before the other was there is replaced by it; that it was is said from then on."""
    move = partial(motion, base)
    decide(base, SLUG, [move(ENGINES, "split", voices="Dredge Co", wording="Watch the engine of a dredge")], DANA)
    new = next(one.into for one in read_agreement(base, SLUG).log.decisions if one.into)
    codes = {new: "HT-7", CHARTS: "HT-8", ENGINES: "HT-9"}
    decide(base, SLUG, [move(one, "accept", code=code) for one, code in codes.items()], DANA)
    again(base, *codes)
    decide(base, SLUG, [move(CHARTS, "split", voices="Dredge Co", wording="Read charts of a river")], DANA)
    later = next(one.into for one in read_agreement(base, SLUG).log.decisions if one.into and one.into != new)
    decide(base, SLUG, [move(later, "accept", code="HT-6")], DANA)
    again(base, later)
    decide(base, SLUG, [move(ENGINES, "reword", label="Engine Watch")], DANA)
    again(base)

    replaced = {
        version: {name: one.revises for name, one in items(base, version).items()} for version in ("1.0", "1.1", "1.2")
    }
    assert replaced["1.0"] == {"HT-7": (), "HT-8": (), "HT-9": ()}
    assert replaced["1.1"] == replaced["1.2"] == {**replaced["1.0"], "HT-6": (MINT(SLUG, "HT-8"),)}


def again(base: KnowledgeBase, *new: Iri) -> None:
    """Agree on statements, and publish the next version."""
    spoken = [stance(base, name, one, "endorse") for name in ("tug-co", "ferry-co") for one in new]
    speak(base, SLUG, spoken, DANA)
    settle(base)


def test_what_is_worded_back_reads_in_the_next_version_as_it_was_agreed(published: KnowledgeBase) -> None:
    with copied(published) as base:
        (labeled,) = (one for one in read_agreement(base, SLUG).log.decisions if one.label)
        undo(base, SLUG, labeled.iri, DANA, "Too short")
        decide(base, SLUG, [motion(base, CHARTS, "accept", code="HT-2", wording="Read charts")], DANA)
        names = ("tug-co", "ferry-co")
        speak(base, SLUG, [stance(base, name, CHARTS, "endorse") for name in names], DANA)
        settle(base)
        charts = items(base, "1.1")["HT-2"]

    assert (str(charts.label), str(charts.statement), str(charts.category)) == ("Read charts", "Read charts", "Deck")


def code(thing: Thing) -> str:
    return thing.code


def test_what_was_published_stays_agreed_as_it_reads_whoever_leaves(published: KnowledgeBase) -> None:
    now = read_agreement(published, SLUG)
    left = Parties.of(members(), [firm("tug-co")])
    later = replace(now, ballot=replace(now.ballot, parties=left))

    assert {one.iri for one in later.agreed} == {ROPES, CHARTS, ENGINES}
    assert {one.iri for one in replace(later, published={}).agreed} == set()


def test_a_firm_that_leaves_keeps_its_position_in_what_was_published_and_has_none_in_the_next(
    twice: KnowledgeBase,
) -> None:
    spoken = [
        {one.organization for one in twice.records(twice.release(f"harbor@{version}"), Endorsement)}
        for version in ("1.0", "1.1")
    ]

    assert [firm("ferry-co") in each for each in spoken] == [True, False]
    assert read_agreement(twice, SLUG).departed == (firm("ferry-co"),)
    assert account(read_agreement(twice, SLUG)).left == ("Ferry Co",)


def test_a_rule_that_cannot_be_met_any_more_stands_in_the_way_and_what_was_published_stays(
    base: KnowledgeBase,
) -> None:
    agree(base)
    ratify(base)
    publish(base, SLUG, ANA)
    store_panel(base, [one for one in members() if one.iri not in (firm("ferry-co"), firm("dredge-co"))])
    move_on(base, SLUG, PublicationStatus.REVIEW, ANA)
    with pytest.raises(RefusedError) as error:
        move_on(base, SLUG, PublicationStatus.RATIFIED, ANA)

    (finding,) = error.value.report
    assert (finding.code, finding.message) == (
        "unmeetable-quorum",
        "2 firms must adopt a statement, and 1 is a member",
    )
    assert finding.remedy == "Ask for 1 or fewer, or win more firms"
    in_force = standing(base, SLUG).in_force
    assert in_force
    assert in_force.name == "harbor@1.0"
    assert {one.iri for one in read_agreement(base, SLUG).agreed} == {ROPES, CHARTS, ENGINES}


def test_a_new_proposal_does_not_reshuffle_what_was_published(published: KnowledgeBase) -> None:
    now = read_agreement(published, SLUG)
    more = now.candidates[0].model_copy(update={"iri": Iri(MINT(SLUG, "candidate", "new")), "stands_for": None})
    later = replace(now, candidates=(*now.candidates, more))

    assert later.agreed == now.agreed
    assert len(later.statements) == len(now.statements) + 1
