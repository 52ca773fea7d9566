"""Plans by the ratings of O*NET, from a CV as people write it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from ontology.errors import InputError
from ontology.namespaces import LW
from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.occupations.requirements import Requirements
from pathways.plans import Person, Plan, PlanDesk, plan
from pathways.plans.claims import Basis
from pathways.plans.ends import start_of
from pathways.plans.known import Known
from pathways.plans.reading import holdings
from pathways.plans.understood import understood
from pathways.snapshot import Snapshot
from standards.matching import UNMATCHED

CV = """Maria Lopez
Yakima, WA 98901
EXPERIENCE
Maintenance Helper, Yakima Fruit Packers, 2021 - present
- Greased conveyors and replaced bearings and belts
- Helped the electrician wire motors and pull cable
Dishwasher, Red Robin, 2019-2021
SKILLS
MIG welding
Guitar
"""
MECHANIC, JANITOR = "49-9041.00", "37-2011.00"


@pytest.fixture(scope="module")
def onet_desk(national: Path, onet: Snapshot) -> Iterator[PlanDesk]:
    with KnowledgeBase.open(national) as base:
        yield PlanDesk(base, onet, national / "indexes")


@pytest.fixture(scope="module")
def planned(onet_desk: PlanDesk) -> Plan:
    find, person = onet_desk.snapshot.find, Person(text=CV)
    start = start_of(onet_desk, person, find(MECHANIC))
    return plan(onet_desk, person, start, find(MECHANIC), today=date(2026, 3, 1))


def test_the_plan_begins_with_the_job_of_today_though_several_share_its_title(planned: Plan) -> None:
    assert planned.start.label.value == "Helpers--Installation, Maintenance, and Repair Workers"
    assert "“Maintenance Helper, Yakima Fruit Packers, 2021 - present” (line 4, your job today)" in planned.begins
    assert "The title is also one of Janitors and Cleaners" in planned.begins
    assert [job.year for job in planned.holdings.worked] == [2021, 2021]


def test_where_the_start_is_named_a_shared_title_means_it(onet_desk: PlanDesk) -> None:
    find = onet_desk.snapshot.find
    found = plan(onet_desk, Person(text=CV), find(JANITOR), find(MECHANIC), today=date(2026, 3, 1))

    assert found.holdings.worked[0].occupation.label.value.startswith("Janitors")
    assert len(found.holdings.jobs) == 2  # none is added beside it


def test_an_earlier_job_begins_the_plan_only_where_it_is_much_nearer(onet_desk: PlanDesk) -> None:
    nurse = onet_desk.snapshot.find("29-1171.00")
    person = Person(text="EXPERIENCE\nDishwasher, 2022 - present\nRegistered Nurse, Mercy Hospital, 2010-2019\n")

    assert start_of(onet_desk, person, nurse) == onet_desk.snapshot.find("29-1141.00")


def rated_by(desk: PlanDesk, label: str) -> Known:
    """Return what a record is held against where all occupations ask for one work activity, at level 4."""
    work = desk.work((0,))
    assert work
    iri = next(entry.code for entry in work.index.entries if entry.label == label)
    size = len(desk.snapshot.occupations)
    levels = np.full((size, 1), 4, dtype=np.float32)
    rating = Requirements("x@1", (Iri(iri),), ("Maintaining",), (Iri(LW.WorkActivity),), levels, levels)
    return Known(desk.snapshot.occupations, rating, None, {})


def test_what_was_done_counts_as_the_work_that_onet_counts_it_as(onet_desk: PlanDesk) -> None:
    """No detailed activity means greasing and replacing belts for sure, but most of those near are maintenance."""
    known = rated_by(onet_desk, "Replace worn equipment components.")
    person = Person(
        text="- Greased conveyors and replaced bearings and belts\n"
        "- Ran the register and handled cash\n- Played the guitar\n"
    )
    found = holdings(person, known, work=lambda: onet_desk.work((onet_desk.snapshot.find(MECHANIC),)))

    [claim] = found.claims
    assert (claim.basis, claim.row, claim.level) == (Basis.DONE, 1, None)
    assert UNMATCHED <= (claim.confidence or 0) < 0.6
    cash, guitar = found.unmatched
    assert cash.why.startswith("a machine reads it as the work “Operate cash registers”")
    assert guitar.why == "nothing that this goal is rated by means this"


def test_a_line_speaks_for_tasks_and_tools_of_the_goal(planned: Plan) -> None:
    fits = {(fit.tool, fit.said): fit.does for fit in planned.holdings.fitting}

    assert fits[False, "MIG welding"].startswith("Cut and weld metal to repair broken metal parts")
    assert fits[True, "MIG welding"] == "Metal inert gas MIG welders"
    [line] = [line for line in understood(planned.holdings) if line.startswith("“MIG welding”, line 9")]
    assert "speaks for a task of Industrial Machinery Mechanics" in line


def test_a_name_and_an_address_are_left_out_and_what_says_nothing_says_so(planned: Plan) -> None:
    lost = {one.said: one.why for one in planned.holdings.unmatched}
    # The release of the tests has no ratings of work activities.
    assert "Greased conveyors and replaced bearings and belts" in lost
    assert "Maria Lopez" not in lost
    assert lost["Guitar"] == "nothing that this goal is rated by means this"
    assert any("lines 1, 2 were taken for a name or an address" in note for note in planned.notes)


def test_no_course_is_planned_for_what_most_jobs_ask_for_nor_for_an_ability(onet_desk: PlanDesk) -> None:
    find = onet_desk.snapshot.find
    found = plan(onet_desk, Person(text="Welder, 2019 - present"), find("51-4121.00"), find("51-1011.00"))
    planned = {need.label: need for stage in found.stages for need in stage.balance.planned}
    put_off = {need.label for stage in found.stages for need in stage.balance.needs if need.important and need.general}

    assert {"Management of Personnel Resources", "Personnel and Human Resources"} <= planned.keys()
    assert {"Active Listening", "Time Management"} <= put_off
    assert not {"Monitoring", "Speaking"} & planned.keys()
    assert not put_off & {need.label for need in found.untaught}


def test_who_speaks_languages_knows_languages_and_nothing_else(onet_desk: PlanDesk) -> None:
    known, _ = onet_desk.known(onet_desk.rating(-1, onet_desk.snapshot.find("51-1011.00")))
    found = holdings(Person(text="SUMMARY\nReliable, six years in steel. Speak Spanish and English."), known)

    spoken = {claim.label for claim in found.claims if claim.said == "Speak Spanish and English."}
    assert spoken == {"English Language", "Foreign Language"}


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("IT Help Desk Technician, Benton PUD, 2020-2024", "Computer User Support Specialists"),
        ("Retail Store Supervisor, Fred Meyer (2016-2024)", "First-Line Supervisors of Retail Sales Workers"),
    ],
)
def test_a_title_is_known_behind_words_of_its_branch(onet_desk: PlanDesk, line: str, label: str) -> None:
    known, _ = onet_desk.known(onet_desk.rating(-1, onet_desk.snapshot.find("15-1212.00")))
    (job,) = holdings(Person(text=f"{line}\nBarista, Starbucks, 2017-2020\n"), known).worked[:1]

    assert job.occupation.label.value == label


def test_a_line_under_certificates_is_no_job_and_a_license_no_skill(onet_desk: PlanDesk) -> None:
    known, _ = onet_desk.known(onet_desk.rating(-1, onet_desk.snapshot.find("51-1011.00")))
    text = "CERTIFICATIONS\nForklift operator\nEXPERIENCE\nLicenses: Journeyman Electrician (01), Washington\n"
    found = holdings(Person(text=text), known)

    assert not found.worked
    assert {lost.said for lost in found.unmatched} >= {"Forklift operator", "Journeyman Electrician (01)"}


def test_the_job_that_a_plan_begins_with_is_counted_once(onet_desk: PlanDesk) -> None:
    find = onet_desk.snapshot.find
    person = Person(text="IT Help Desk Technician, Benton PUD, 2020-2024\n")
    start = start_of(onet_desk, person, find("15-1212.00"))
    found = plan(onet_desk, person, start, find("15-1212.00"))

    assert [job.said for job in found.holdings.worked] == ["IT Help Desk Technician, Benton PUD, 2020-2024"]


def test_what_the_ways_asked_of_last_do_is_kept_and_nothing_of_whom_they_were_for(onet_desk: PlanDesk) -> None:
    find = onet_desk.snapshot.find
    places = (find("51-1011.00"), find("51-4121.00"))

    first, second = onet_desk.work(places), onet_desk.work(places)

    assert first is not None
    assert second is not None
    assert first.jobs is second.jobs


SERGEANT = """WORK EXPERIENCE
12B Combat Engineer, U.S. Army, Fort Bragg, NC
June 2017 - August 2023
- Operated dozers and backhoes
Framing Laborer, Hill Country Homes
2015 - 2017
EDUCATION
GED, 2015
MILITARY TRAINING
Sapper Leader Course
"""


def test_a_military_job_is_no_start_and_says_what_to_write_instead(onet_desk: PlanDesk) -> None:
    goal = onet_desk.snapshot.find("11-9021.00")
    with pytest.raises(InputError, match=r"12B Combat Engineer.* is a military job.*Write the civilian job beside it"):
        start_of(onet_desk, Person(text=SERGEANT), goal)
    with pytest.raises(InputError, match=r"68W.* is a military job"):
        start_of(onet_desk, Person.model_validate({"jobs": ["68W Combat Medic"]}), goal)


def test_lines_of_school_and_jobs_without_a_known_title_say_why_they_do_not_count(onet_desk: PlanDesk) -> None:
    known, _ = onet_desk.known(onet_desk.rating(-1, onet_desk.snapshot.find("11-9021.00")))
    found = holdings(Person(text=SERGEANT), known)
    why = {lost.said.split(",")[0]: lost.why for lost in found.unmatched}

    assert not found.worked
    assert why["12B Combat Engineer"].startswith("a military job")
    assert why["Framing Laborer"].startswith("a job that is not known here")
    assert why["GED"].startswith("schooling")
    assert "MILITARY TRAINING" not in why
    assert "no course or credential" in why["Sapper Leader Course"]


def test_a_shared_title_means_the_start_only_where_no_other_line_does(onet_desk: PlanDesk) -> None:
    find = onet_desk.snapshot.find
    known, _ = onet_desk.known(onet_desk.rating(-1, find("41-1011.00")))

    def jobs(text: str) -> list[str]:
        return [
            job.occupation.label.value for job in holdings(Person(text=text), known, start=find("41-2011.00")).worked
        ]

    assert jobs("Cashier, Kroger, 2021 - now\nSales Associate, Dollar General, 2019")[1] == "Retail Salespersons"
    assert jobs("Sales Associate, Dollar General, 2019") == ["Cashiers"]
