"""Which entry jobs lead to an occupation, over rungs that rise."""

import re
from dataclasses import replace

import numpy as np

from pathways.occupations.catalog import Occupations
from pathways.questions.field import Field
from pathways.questions.leads_to import RELATED, leads_to
from pathways.questions.writing import table, write_answer, write_markdown
from pathways.snapshot import Snapshot
from tests.pathways.questions.conftest import HELPER, MANAGER, OPERATOR


def test_entry_jobs_lead_to_a_goal_over_rungs_that_rise(works: Field) -> None:
    found = leads_to(works, works.snapshot.find(MANAGER)).found

    assert found
    assert {way.entry.code for way in found} <= {works.snapshot.occupations[place].code for place in works.entries}
    for way in found:
        assert (way.rungs[0].code, way.rungs[-1].code) == (way.entry.code, MANAGER)
    assert [way.cost for way in found] == sorted(way.cost for way in found)


def test_helpers_of_the_goal_are_entry_jobs_whatever_they_report_of_experience(works: Field) -> None:
    snapshot = works.snapshot
    helper, goal = snapshot.find(HELPER), snapshot.find(OPERATOR)
    told = "Help plant operators by performing duties requiring less skill."
    entries = tuple(
        e.model_copy(update={"entry": False, "description": told if e.code == HELPER else ""})
        for e in snapshot.occupations
    )
    training = np.zeros_like(snapshot.preparation.training)
    training[helper], training[goal] = 30, 90
    slow = replace(
        snapshot,
        occupations=Occupations(entries),
        sectors=(),
        preparation=replace(snapshot.preparation, training=training),
    )
    answer = leads_to(Field.of(slow), goal)

    assert [way.entry.code for way in answer.found] == [HELPER]
    assert any("of preparation in all, more than the 24 of an entry job" in note for note in answer.notes)

    nobody = replace(slow, occupations=Occupations(tuple(e.model_copy(update={"description": ""}) for e in entries)))
    left = leads_to(Field.of(nobody), goal)
    assert left.found == ()
    assert any(
        "left out because they ask for more preparation" in note and "Plant Helpers" in note for note in left.notes
    )


def test_laborers_and_helpers_in_production_lead_to_the_operators_of_the_plants_of_the_example(power: Field) -> None:
    answer = leads_to(power, power.snapshot.find("51-8013.00"))

    assert (answer.entries, answer.reaching) == (4, 2)
    assert "Helpers--Electricians" not in {way.entry.label.value for way in answer.found}
    assert answer.found[0].entry.label.value == "Helpers--Production Workers"
    # 36 months of training, 6 of experience; below 6 of training and 6 of experience.
    assert answer.found[0].months == 30
    assert answer.pay == 131_620


def test_months_are_whole_in_words_and_exact_in_json(power: Field) -> None:
    answer = leads_to(power, power.snapshot.find("51-8013.00"))
    exact = answer.model_copy(update={"found": tuple(w.model_copy(update={"months": 52.9}) for w in answer.found)})

    assert {row[4] for row in table(exact)[1:]} == {"53 months"}
    assert '"months": 52.9' in write_answer(exact, "json").decode()


def test_an_entry_job_says_that_it_can_be_one_itself(power: Field) -> None:
    answer = leads_to(power, power.snapshot.find("47-2061.00"))

    assert "Construction Laborers can be an entry job itself." in answer.notes
    assert answer.entries == 3


def test_a_goal_that_nothing_leads_to_gets_a_sentence_and_no_table(works: Field) -> None:
    answer = leads_to(works, works.snapshot.find("51-3011.00"))

    assert (answer.reaching, answer.found) == (0, ())
    assert answer.summary.startswith("No entry job of all occupations leads to Bakers by sound steps.")
    assert "|" not in write_markdown(answer)


def test_nurses_are_reached_from_aides_and_orderlies_and_not_by_way_of_other_work(onet: Snapshot) -> None:
    field = Field.of(onet)
    answer = leads_to(field, onet.find("29-1141.00"))
    entries = {way.entry.label.value for way in answer.found}

    assert {"Home Health Aides", "Orderlies", "Personal Care Aides"} <= entries
    assert answer.reaching < 15
    for way in answer.found:
        assert "registered nurse license (NCLEX-RN)" in way.asks
        assert not {"Veterinary Technologists and Technicians"} & {rung.label.value for rung in way.rungs}
    (between,) = (note for note in answer.notes if note.startswith("Rungs between"))
    assert "Nursing Assistants (" in between, "the cheapest way from home health aides does not go through them"


def test_who_works_in_the_field_of_a_manager_has_to_do_with_managing_it(onet: Snapshot) -> None:
    laborers, managers = onet.find("47-2061.00"), onet.find("11-9021.00")
    answer = leads_to(Field.of(onet), managers, most=99)

    assert onet.steps.relatedness[laborers, managers] < RELATED
    assert "Construction Laborers" in {way.entry.label.value for way in answer.found}
    assert not {"Telephone Operators", "Cashiers"} & {way.entry.label.value for way in answer.found}


def test_who_leads_is_left_out_for_leading_and_not_for_the_months_that_it_takes(onet: Snapshot) -> None:
    notes = leads_to(Field.of(onet), onet.find("35-1011.00")).notes

    led = [note for note in notes if "nobody begins by leading others" in note]
    assert [note for note in led if "First-Line Supervisors of Food Preparation" in note]
    assert not [note for note in notes if "more preparation" in note and "First-Line Supervisors" in note]


def test_no_one_is_apprenticed_to_plumbers_on_the_way_to_electricians(onet: Snapshot) -> None:
    answer = leads_to(Field.of(onet), onet.find("47-2111.00"))

    assert answer.found
    for way in answer.found:
        assert "Plumbers, Pipefitters, and Steamfitters" not in {rung.label.value for rung in way.rungs}


def test_where_no_entry_job_has_to_do_with_the_goal_the_rung_below_is_named(onet: Snapshot) -> None:
    answer = leads_to(Field.of(onet), onet.find("15-1244.00"))

    assert answer.found == ()
    assert "No entry job of all occupations leads to Network and Computer Systems Administrators" in answer.summary
    assert re.search(r"which asks for \d+ (months|years) itself\.$", answer.summary)
