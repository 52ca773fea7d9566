"""A firm that leaves, joins or sends another list is not to be read out of two public versions of the standard."""

from __future__ import annotations

import pytest

from ontology.records import (
    Competency,
    Endorsement,
    Footing,
    Iri,
    JobRedefinition,
    Record,
    SkillRequirement,
)
from ontology.shown import PROPOSAL, is_kept_back, open_releases
from ontology.store import KnowledgeBase
from standards.agreement import decide, read_agreement, speak, undo
from standards.differences import compare
from standards.encoding import encoded
from standards.publishing import publish
from standards.publishing.agreed import AgreedStandard
from standards.publishing.footing import resting_on, unfooted
from standards.publishing.grounds import requirements, thin_requirements
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ENGINEER,
    ROPES,
    SAILOR,
    SLUG,
    TIDES,
    asked,
    fill,
    firm,
    motion,
    stance,
    store,
)
from tests.standards.agreement.rounds import ANA, ratify, settle
from tests.standards.publishing.coming_and_going import SALVORS, base, first, propose

__all__ = ["base", "first"]

Said = tuple[float | None, float | None, str]


def needed(base: KnowledgeBase, version: str) -> dict[tuple[str, str], Said]:
    """What occupations need by the statement: level, importance, relation."""
    release = base.release(f"{SLUG}@{version}")
    wording = {one.iri: str(one.statement or one.label) for one in base.records(release, Competency)}
    return {
        (wording[one.competency], one.occupation): (one.level, one.importance, (one.relation or "").rpartition("#")[2])
        for one in base.records(release, SkillRequirement)
    }


def support(base: KnowledgeBase, version: str) -> dict[str, str]:
    found = base.records(base.release(f"{SLUG}@{version}"), Competency)
    return {one.iri: (one.support or "").rpartition("#")[2] for one in found}


def moved(base: KnowledgeBase, version: str) -> list[tuple[str, Iri | None, Iri | None, Iri | None]]:
    """What moved, by the statement: from where, to where, whose."""
    release = base.release(f"{SLUG}@{version}")
    wording = {one.iri: str(one.statement or one.label) for one in base.records(release, Competency)}
    told = base.records(release, JobRedefinition)
    return [(wording[one.competency], one.moved_from, one.moved_to, one.firm) for one in told]


def otherwise(base: KnowledgeBase) -> dict[tuple[Iri, Iri], str]:
    told = requirements(base, read_agreement(base, SLUG))
    return {(Iri(one.statement), Iri(one.occupation_address)): one.otherwise for one in told if one.otherwise}


BEFORE = {
    ("Splice rope and wire", SAILOR): (3, 4, "Essential"),  # the panel's own
    ("Read charts", SAILOR): (4, 4, "Essential"),  # of 2, 4 and 6; of 3, 4 and 5
    ("Read charts", ENGINEER): (None, None, "Optional"),  # the dredgers alone, of two with engineers
    ("Read tide tables", SAILOR): (None, None, "Optional"),  # the ferry alone, of three with sailors
    ("Watch the engine", ENGINEER): (None, None, "Essential"),
}
STAYS = "asked for by nobody now; stays until decided, or 3 firms ask otherwise"
OTHERWISE = "asked for otherwise now; stays until decided, or 3 firms ask otherwise"


def test_the_first_version_has_what_the_firms_ask(first: KnowledgeBase) -> None:
    assert needed(first, "1.0") == BEFORE


def test_what_it_rests_on_is_kept_back(first: KnowledgeBase) -> None:
    footing = first.release(f"footing-{SLUG}")
    rows = [*first.records(footing, Footing)]

    assert is_kept_back(first, footing)
    assert footing not in open_releases(first)
    assert {one.firm for one in rows if one.occupation == ENGINEER and one.firm} == {firm("tug-co"), firm("dredge-co")}
    assert {one.level for one in rows if one.occupation == SAILOR} == {2, 4, 6, 3, None}


def test_nobody_reads_what_a_firm_asked_for_out_of_its_leaving(base: KnowledgeBase) -> None:
    """Without the dredgers no engineer would need charts, and no level of them would be told."""
    propose(base, "dredge-co")
    told = otherwise(base)
    thin = [one for one in thin_requirements(base, base.release(f"{SLUG}@draft")) if one.code == "asked-otherwise"]
    version = settle(base)

    assert (version, needed(base, version)) == ("1.1", BEFORE)
    assert support(base, "1.1") == support(base, "1.0")
    assert compare(base, f"{SLUG}@1.0", f"{SLUG}@1.1").needs == ()
    assert told == {(CHARTS, SAILOR): OTHERWISE, (CHARTS, ENGINEER): STAYS}
    assert [one.node for one in thin] == ["HT-2"]
    assert STAYS in thin[0].value


def test_nor_out_of_a_second_one_that_leaves_after_it(base: KnowledgeBase) -> None:
    propose(base, "dredge-co")
    settle(base)
    store(base, "sheet-tug-co", "1", "sheet", asked("tug-co", "Deckhand", SAILOR, {ROPES: (1, 1)}))
    decide(base, SLUG, [motion(base, ROPES, "reword", label="Ropes")], DANA)

    assert needed(base, settle(base)) == BEFORE


def test_nobody_reads_what_a_firm_asks_for_out_of_its_joining(base: KnowledgeBase) -> None:
    propose(base, joined=SALVORS[:1])
    told = otherwise(base)
    version = settle(base)

    assert needed(base, version) == BEFORE
    assert support(base, version) == support(base, "1.0")
    assert told[TIDES, ENGINEER].startswith("asked for by 1 firm since the last version; left out until decided")


def test_three_that_join_change_it(base: KnowledgeBase) -> None:
    """Charts: of 2, 4, 6, 7, 7 and 7, and of 3, 4, 5, 1, 1 and 1. Tides for engineers, and engines for sailors, are
    new."""
    propose(base, joined=SALVORS)
    now = needed(base, settle(base))

    assert now == {
        **BEFORE,
        ("Read charts", SAILOR): (6.5, 2, "Essential"),
        ("Read charts", ENGINEER): (None, None, "Optional"),
        ("Read tide tables", ENGINEER): (7, 5, "Essential"),
        ("Watch the engine", SAILOR): (1, 1, "Optional"),
    }


def test_a_firms_new_list_changes_nothing_by_itself(base: KnowledgeBase) -> None:
    store(base, "sheet-tug-co", "1", "sheet", asked("tug-co", "Deckhand", SAILOR, {TIDES: (7, 5), CHARTS: (7, 5)}))
    decide(base, SLUG, [motion(base, ROPES, "reword", label="Ropes")], DANA)

    assert needed(base, settle(base)) == BEFORE


def test_the_panel_decides_that_an_occupation_needs_it_no_more_and_undoes_it(base: KnowledgeBase) -> None:
    propose(base, "dredge-co")
    made = decide(base, SLUG, [motion(base, CHARTS, "not needed", occupation="53-5031.00", reason="Left")], DANA)
    told = {(one.statement, one.occupation_address): one for one in requirements(base, made.agreement)}
    charts = told[CHARTS, ENGINEER]
    second = needed(base, settle(base))
    undo(base, SLUG, made.decisions[0].iri, DANA, "We were wrong")
    third = needed(base, settle(base))

    assert (charts.relation, charts.relation_from, charts.otherwise) == ("not needed", "decided", "")
    assert second == {key: said for key, said in BEFORE.items() if key != ("Read charts", ENGINEER)}
    assert third == BEFORE


def test_the_panel_decides_another_level(base: KnowledgeBase) -> None:
    propose(base, "dredge-co")
    decide(base, SLUG, [motion(base, CHARTS, "level", occupation="53-5011.00", level="5")], DANA)

    assert needed(base, settle(base)) == {**BEFORE, ("Read charts", SAILOR): (5, 4, "Essential")}


def test_what_was_dropped_and_comes_back_needs_what_it_did(base: KnowledgeBase) -> None:
    """The dredgers leave while no version has the charts."""
    gone = decide(base, SLUG, [motion(base, CHARTS, "reject", reason="Not now")], DANA).decisions[0].iri
    settle(base)
    propose(base, "dredge-co")
    undo(base, SLUG, gone, DANA, "Now")
    speak(base, SLUG, [stance(base, name, CHARTS, "endorse") for name in ("tug-co", "ferry-co")], DANA)

    assert needed(base, settle(base)) == BEFORE


def test_what_goes_into_another_statement_needs_there_what_it_did(base: KnowledgeBase) -> None:
    """Charts go into tides as the dredgers leave: what asks for most of what both versions had."""
    propose(base, "dredge-co")
    decide(base, SLUG, [motion(base, CHARTS, "merge", into=TIDES)], DANA)

    assert needed(base, settle(base)) == {
        **{key: said for key, said in BEFORE.items() if key[0] not in ("Read charts", "Read tide tables")},
        ("Read tide tables", SAILOR): (4, 4, "Essential"),
        ("Read tide tables", ENGINEER): (None, None, "Optional"),
    }


def test_nobody_reads_whose_job_moved_out_of_its_leaving(base: KnowledgeBase) -> None:
    """The dredgers' hand no longer reads charts, their engineer does; the dredgers adopted nothing by name."""
    jobs = {"moved_from": "dredge-co/job/Hand", "moved_to": "dredge-co/job/Engineer"}
    made = decide(base, SLUG, [motion(base, CHARTS, "move", **jobs)], DANA)
    told = moved(base, settle(base))
    propose(base, "dredge-co")
    left = settle(base)
    stayed, changes = moved(base, left), compare(base, f"{SLUG}@1.1", f"{SLUG}@{left}").jobs
    decide(base, SLUG, [motion(base, CHARTS, "merge", into=TIDES)], DANA)
    merged = moved(base, settle(base))
    undo(base, SLUG, made.decisions[0].iri, DANA, "It is done by hands again")

    assert told == stayed == [("Read charts", SAILOR, ENGINEER, None)]
    assert not changes
    assert merged == [("Read tide tables", SAILOR, ENGINEER, None)]
    assert moved(base, settle(base)) == []


def test_a_move_is_undone_when_its_job_is_gone_and_the_need_stays_until_it_is_decided(base: KnowledgeBase) -> None:
    """The ferries' deckhands read tide tables no longer, engineers do, whom they do not have."""
    move = {"moved_from": "ferry-co/job/Deckhand", "moved_to": "53-5031.00"}
    made = decide(base, SLUG, [motion(base, TIDES, "move", **move)], DANA)
    version = settle(base)
    told = needed(base, version)
    assert told.get(("Read tide tables", ENGINEER)) == (None, None, "Optional")
    assert ("Read tide tables", SAILOR) not in told
    assert moved(base, version) == [("Read tide tables", SAILOR, ENGINEER, None)]

    propose(base, "ferry-co")
    left = undo(base, SLUG, made.decisions[0].iri, DANA, "Nobody has moved")
    assert left.idle == ()
    assert otherwise(base)[TIDES, ENGINEER] == STAYS
    decide(base, SLUG, [motion(base, TIDES, "not needed", occupation="53-5031.00")], DANA)
    version = settle(base)
    assert moved(base, version) == []
    assert {occupation for said, occupation in needed(base, version) if said == "Read tide tables"} == set()


@pytest.mark.parametrize(("left", "joined"), [(("dredge-co",), ()), ((), SALVORS[:1])])
def test_nothing_that_follows_from_the_agreement_is_another_by_one_firm(
    base: KnowledgeBase, left: tuple[str, ...], joined: tuple[str, ...]
) -> None:
    """All but the positions, which a union has to take anew."""

    def told() -> list[Record]:
        coming = AgreedStandard.of(base, base.release(f"{SLUG}@draft")).records("next")
        return [one for one in coming if not isinstance(one, Endorsement)]

    jobs = {"moved_from": "dredge-co/job/Hand", "moved_to": "dredge-co/job/Engineer"}
    decide(base, SLUG, [motion(base, CHARTS, "move", **jobs)], DANA)
    settle(base)
    before = told()
    propose(base, *left, joined=joined)

    assert {JobRedefinition, SkillRequirement, Competency} <= {*map(type, before)}
    assert told() == before


def test_nothing_is_kept_of_a_standard_that_nothing_was_proposed_for() -> None:
    with KnowledgeBase.in_memory() as base:
        fill(base)
        base.remove([one for one in base.releases() if one.reader == PROPOSAL])
        ratify(base)
        publish(base, SLUG, ANA)

        assert f"footing-{SLUG}" not in {one.source for one in base.releases()}


def test_a_version_whose_footing_is_gone_is_told_with_what_to_do(base: KnowledgeBase) -> None:
    """Without it the next version would say what the firm asked that left."""
    working = base.release(f"{SLUG}@draft")
    footing = base.release(f"footing-{SLUG}")
    assert not unfooted(base, working)
    assert resting_on(base, footing) == base.release(f"{SLUG}@1.0")
    assert resting_on(base, working) is None
    base.remove([footing])
    propose(base, "dredge-co")
    told, *_ = thin_requirements(base, base.release(f"{SLUG}@draft"))

    assert (told.code, told.value) == ("no-footing", f"{SLUG}@1.0")
    assert f"footing-{SLUG}, which kept what each asked for, is not in the knowledge base" in told.message
    assert f"ladderworks standard agreement {SLUG} -o" in (told.remedy or "")
    assert settle(base) == "1.1"
    assert needed(base, "1.1") != BEFORE
    assert not unfooted(base, base.release(f"{SLUG}@draft"))


def test_a_version_that_rests_on_no_list_needs_no_footing(base: KnowledgeBase) -> None:
    """That a standard is agreed on for the first time after it was published tells nothing of any list."""
    base.remove([base.release(f"footing-{SLUG}")])
    version = base.release(f"{SLUG}@1.0")
    plain = [one.model_copy(update={"support": None}) for one in base.records(version, Competency)]
    with KnowledgeBase.in_memory() as other:
        other.replace(version, [], [encoded(plain)])

        assert unfooted(other, version) == []
    assert unfooted(base, version) == [version]
