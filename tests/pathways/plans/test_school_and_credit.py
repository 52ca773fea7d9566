"""What school teaches and what was earned there: groups of needs, credits, licenses, and credentials of no catalog."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.forms import Form
from ontology.store import KnowledgeBase
from pathways.formats.markdown import blocks_to_markdown
from pathways.plans import FORMS, Person, Plan, PlanDesk, plan
from pathways.plans.account import plan_account
from pathways.plans.groups import KNOWLEDGE, groups
from pathways.plans.plan import MilestoneKind
from pathways.plans.reading import holdings
from pathways.plans.understood import uncounted, understood
from pathways.snapshot import Snapshot

CV = """EXPERIENCE
Certified Nursing Assistant, Trios Health, Kennewick WA, 06/2019 - present
Cashier, Yoke's Fresh Market, 2016-2019
- closed the store two nights a week
EDUCATION
Columbia Basin College: BIOL& 241 Anatomy & Physiology (5 credits, A-), ENGL& 101 (5 credits), MATH& 146 Statistics
CERTIFICATIONS
Washington State Nursing Assistant Certified (NAC)
BLS / CPR (American Heart Association), exp. 2026
Food Worker Card
"""
ASSISTANT, NURSE, MEDIC = "31-1131.00", "29-1141.00", "29-2042.00"


@pytest.fixture(scope="module")
def onet_desk(national: Path, onet: Snapshot) -> Iterator[PlanDesk]:
    with KnowledgeBase.open(national) as base:
        yield PlanDesk(base, onet, national / "indexes")


@pytest.fixture(scope="module")
def nursing(onet_desk: PlanDesk) -> Plan:
    find = onet_desk.snapshot.find
    return plan(onet_desk, Person(text=CV), find(ASSISTANT), find(NURSE))


def test_no_knowledge_is_learned_in_the_job_where_a_license_or_a_degree_is_asked_for(nursing: Plan) -> None:
    for stage in nursing.stages:
        assert "license" in stage.balance.school
        by_name = {group.name: group.needs for group in groups(stage.balance)}
        assert "Medicine and Dentistry" in {need.label for need in by_name["in the program"]}
        in_the_job = (*by_name["nearly there"], *by_name["to learn there"], *by_name["to practice"])
        assert not [need.label for need in in_the_job if str(need.kind) == KNOWLEDGE]
        shares = [need.share for need in by_name["in the program"]]
        assert shares == sorted(shares, reverse=True)


def test_school_license_and_job_are_planned_in_order_though_no_catalog_offers_them(nursing: Plan) -> None:
    practical, registered = nursing.stages

    assert nursing.terms == ()
    for stage in (practical, registered):
        assert [found.kind for found in stage.milestones] == [
            MilestoneKind.PROGRAM,
            MilestoneKind.LICENSE,
            MilestoneKind.JOB,
        ]
    study, license_, job = registered.milestones
    assert (study.award, study.months) == ("a bachelor's degree", 36)
    assert license_.label == "registered nurse license (NCLEX-RN)"
    assert "boards of nursing" in license_.granted_by
    assert job.label == "Registered Nurses"
    assert not [note for note in nursing.notes if "if any is named" in note or "it is not in the plan" in note]


@pytest.mark.parametrize("form", FORMS.all, ids=lambda form: form.extension)
def test_every_form_has_the_milestones(nursing: Plan, form: Form[...]) -> None:
    written = html.unescape(form.write(nursing).decode())
    names = [found.label for stage in nursing.stages for found in stage.milestones if found.kind != "job"]

    assert names == sorted(names, key=written.index)
    assert "No course or credential that is known here" not in written
    assert ("about 3 years of school" in written) or form.extension == "json"


def test_each_course_of_a_line_is_a_credit_already_earned(nursing: Plan) -> None:
    earned = [(one.said.split(" (")[0], one.credits) for one in nursing.holdings.earned]
    assert earned == [
        ("BIOL& 241 Anatomy & Physiology", 5.0),
        ("ENGL& 101", 5.0),
        ("MATH& 146 Statistics", None),
    ]
    assert sum("already earned" in line for line in understood(nursing.holdings)) == 3


def test_a_license_is_read_and_credentials_of_no_catalog_share_a_line(nursing: Plan) -> None:
    assert nursing.holdings.licensed == ("state nursing assistant certification",)
    strange = [line for line in uncounted(nursing.holdings) if line.startswith("Credentials")]
    assert len(strange) == 1
    assert "BLS / CPR" in strange[0]
    assert "Food Worker Card" in strange[0]


def test_what_shares_a_word_with_a_name_by_chance_is_neither_taken_for_it_nor_called_near(onet_desk: PlanDesk) -> None:
    known, _ = onet_desk.known(onet_desk.rating(-1, onet_desk.snapshot.find(NURSE)))
    lines = ("closed the store two nights a week", "monitors", "Secret security clearance", "blueprint reading")
    held = holdings(Person(text="\n".join(("SKILLS", *lines))), known)

    assert not [claim.label for claim in held.claims]
    assert {lost.nearest for lost in held.unmatched} == {""}


def test_what_a_job_that_nothing_rates_brings_is_not_known(onet_desk: PlanDesk) -> None:
    find = onet_desk.snapshot.find
    found = plan(onet_desk, Person(text="SKILLS\nSpanish\n"), find(MEDIC), find(NURSE))
    said = blocks_to_markdown(plan_account(found))

    assert found.to_goal.gap is None
    assert found.to_goal.needs
    assert "is not known, as nothing rates what Emergency Medical Technicians do" in said
    assert "You bring" not in said
    assert "Nearest of those that are rated is " in said
