import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
import pytest

from ontology.errors import InputError, NotFoundError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Occupation, Record, Text
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.ladders.transitions import LONG
from pathways.occupations.catalog import Occupations
from pathways.questions.breaks import breaks, way_around
from pathways.questions.doors import doors
from pathways.questions.field import Field
from pathways.questions.leads_to import RELATED, leads_to
from pathways.questions.pays import onward_field, pays
from pathways.questions.records import Answer, Barrier, Verdict
from pathways.questions.taught import taught_in_one_more
from pathways.questions.writing import table, write_answer, write_csv, write_markdown
from pathways.snapshot import Snapshot

HELPER, OPERATOR, SENIOR, MANAGER = "51-9198.00", "51-8010.00", "51-8020.00", "11-3051.00"


@pytest.fixture
def works(plants: Snapshot) -> Field:
    return Field.of(plants)


@pytest.fixture
def unrated(add: Callable[[KnowledgeBase, str, Iterable[Record]], object]) -> Field:
    """Two occupations of which only titles and job zones are known."""
    ids = Identifiers()
    found = [
        Occupation(iri=Iri(ids.mint("onet", code)), label=Text(value=title), notation=code, job_zone=zone)
        for code, title, zone in ((HELPER, "Plant Helpers", 2), (OPERATOR, "Plant Operators", 3))
    ]
    with KnowledgeBase.in_memory(ids) as base:
        add(base, "onet", found)
        return Field.of(compute_snapshot(base))


# --- Which entry jobs lead here ---


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


# --- Which competencies open the most doors ---


def test_a_door_removes_what_it_takes_from_the_gap_of_each_sound_step(power: Field) -> None:
    answer = doors(power, most=200)
    door = next(one for one in answer.found if one.label.value == "Electrical Fundamentals")
    (rating,) = power.snapshot.requirements
    column = rating.competencies.index(door.competency)
    removed = 0.0
    for row, start in enumerate(power.members):
        for at, end in enumerate(power.members):
            if np.isfinite(power.steps[row, at]):
                importance, level = rating.importance[end], rating.level[end]
                needs = float((np.maximum(importance - 1, 0) * level).sum())
                lacking = max(0.0, float(level[column] - rating.level[start, column]))
                removed += max(0.0, float(importance[column]) - 1) * lacking / needs

    assert door.removed == pytest.approx(removed, abs=0.001)
    assert answer.steps == int(np.isfinite(power.steps).sum())


def test_the_doors_come_by_how_much_they_take_away(power: Field) -> None:
    answer = doors(power)

    assert [door.removed for door in answer.found] == sorted((door.removed for door in answer.found), reverse=True)
    assert answer.summary.startswith(f"{answer.found[0].label} opens the most doors")


def test_an_opened_step_was_too_long_and_asks_for_no_license(power: Field) -> None:
    opened = [step for door in doors(power).found for step in door.opened]

    assert opened
    for step in opened:
        start, end = (power.snapshot.find(named.iri) for named in (step.start, step.end))
        assert not {Barrier.LICENSE, Barrier.SCHOOL} & {*power.barriers(start, end)}
        assert step.gap is not None
        assert step.gap > LONG


def test_of_doors_that_no_course_opens_it_is_said(power: Field) -> None:
    answer = doors(power)

    assert not any(door.taught_by for door in answer.found)
    assert "No course here is said to teach any of these" in answer.notes[-1]


def test_without_ratings_it_is_said_that_nothing_can_be_said(unrated: Field) -> None:
    answer = doors(unrated)

    assert (answer.steps, answer.found) == (0, ())
    assert answer.summary.startswith("Which competencies open doors cannot be said of all occupations")


# --- Where the ladder breaks ---


def test_the_ladder_of_the_example_breaks_at_the_licenses_of_electricians(power: Field) -> None:
    found = {one.rung.label.value: one for one in breaks(power).found if one.entry}

    electricians = found["Helpers--Electricians"]
    assert electricians.next
    assert electricians.next.label.value == "Electricians"
    assert electricians.barriers == (Barrier.LICENSE,)
    assert "electrician certificate" in electricians.asks
    assert electricians.bridges[-1] == "Plant Electrician Apprenticeship"
    assert electricians.way_around is None
    laborers = found["Construction Laborers"]
    assert laborers.way_around
    assert laborers.way_around.label.value == "Maintenance and Repair Workers, General"


def test_another_entry_rung_alone_is_no_way_around(power: Field) -> None:
    """Helpers in production rise to laborers without a barrier, where they could have begun as well."""
    found = {one.rung.label.value: one for one in breaks(power).found if one.entry}
    helpers = found["Helpers--Production Workers"]
    entries = {power.named(place).code for place in power.entries}

    assert helpers.way_around
    assert helpers.way_around.code not in entries
    assert {one.code for one in helpers.by_way_of} <= entries


def test_a_way_around_may_lead_through_other_entry_rungs(works: Field) -> None:
    first, second, third = works.members[:3]
    easy = replace(works.snapshot, gaps=np.zeros_like(works.snapshot.gaps))
    chained = replace(works, snapshot=easy, members=(first, second, third), region=None)
    steps, free = np.full((3, 3), np.inf), np.zeros((3, 3), dtype=bool)
    steps[0, 1] = steps[1, 2] = 1.0
    chained.__dict__.update(entries=(first, second), steps=steps, licensed=free, schooled=free)

    assert way_around(chained, first) == (first, second, third)
    assert way_around(chained, third) == ()


def test_a_zone_is_skipped_without_school_where_little_preparation_lies_between(works: Field) -> None:
    snapshot = works.snapshot
    first, second = works.members[:2]
    found = []
    for more in (20, 24):
        zones, training = snapshot.zones.copy(), np.zeros_like(snapshot.preparation.training)
        zones[[first, second]], training[second] = [1, 3], more
        level = np.zeros_like(training)
        ready = replace(snapshot.preparation, training=training, education=level, experience=level, degree=level)
        skipping = replace(works, members=(first, second), snapshot=replace(snapshot, preparation=ready))
        skipping.snapshot.__dict__["zones"] = zones
        found.append(bool(skipping.schooled[0, 1]))

    assert found == [False, True]


def test_rungs_that_no_step_leads_into_are_told_from_those_behind_a_barrier(works: Field) -> None:
    """Managers are behind a barrier here; no step leads into who is left alone."""
    alone = works.members.index(works.snapshot.find(SENIOR))
    steps = works.steps.copy()
    steps[:, alone] = np.inf
    apart = replace(works)
    apart.__dict__["steps"] = steps
    answer = breaks(apart)
    title = works.named(works.members[alone]).label

    assert title in [named.label for named in answer.beyond]
    (note,) = (note for note in answer.notes if note.startswith("Of those not reached"))
    led = [
        named
        for named in answer.beyond
        if np.isfinite(steps[:, works.members.index(works.snapshot.find(named.iri))]).any()
    ]
    assert str(title) in note
    assert not [named for named in led if str(named.label) in note]


def test_what_is_not_reached_meets_a_barrier_from_every_rung_that_is(power: Field) -> None:
    reached = power.reached()

    for named in breaks(power).beyond:
        column = power.members.index(power.snapshot.find(named.iri))
        for place in reached:
            if np.isfinite(power.steps[power.members.index(place), column]):
                assert power.barriers(place, power.members[column])


def test_small_rises_of_schooling_add_up_from_the_foot_of_the_ladder(power: Field) -> None:
    degree = power.snapshot.preparation.degree.copy()
    first, second, third = power.members[:3]
    degree[[*power.entries]] = 0
    degree[[first, second, third]] = [0, 12, 24]
    stepped = replace(
        power, snapshot=replace(power.snapshot, preparation=replace(power.snapshot.preparation, degree=degree))
    )
    at = stepped.members.index

    assert not stepped.schooled[at(first), at(second)]
    assert stepped.schooled[at(second), at(third)]


def test_lower_pay_counts_from_a_tenth_on(power: Field) -> None:
    assert power.region
    start, end = power.members[:2]
    yearly = power.region.yearly.copy()
    found = []
    for after in (45_500, 44_500):
        yearly[[start, end], 1] = [50_000, after]
        found.append(replace(power, region=replace(power.region, yearly=yearly)).barriers(start, end))

    assert [Barrier.PAY in barriers for barriers in found] == [False, True]


def test_a_missing_job_zone_is_a_missing_rung(plants: Snapshot) -> None:
    places = tuple(plants.find(code) for code in (HELPER, MANAGER))
    answer = breaks(replace(Field.of(plants), members=places))

    assert "No rung stands in job zone 3: a rung is missing." in answer.notes


def test_a_sector_without_an_entry_rung_says_so(plants: Snapshot) -> None:
    answer = breaks(replace(Field.of(plants), members=(plants.find(MANAGER),), label="managers"))

    assert answer.summary == "No rung of managers is a place to begin: its lowest already asks for preparation."


# --- Which rung pays ---


def test_the_first_rung_that_pays_at_the_median_and_at_the_low_end(power: Field) -> None:
    answer = pays(power, 60_000, "an example")

    assert answer.first_median
    assert answer.first_low
    assert (answer.first_median.label.value, answer.first_low.label.value) == (
        "Helpers--Electricians",
        "Power Plant Operators",
    )
    assert "The threshold is from: an example." in answer.notes
    for rung in answer.found:
        assert (rung.verdict is Verdict.MOST) == (rung.low is not None and rung.low >= 60_000)


def test_a_wage_that_no_rung_pays_names_the_best_paid(power: Field) -> None:
    answer = pays(power, 1_000_000)

    assert (answer.first_median, answer.first_low) == (None, None)
    assert "the best paid, Hydroelectric Production Managers, pays $145,210" in answer.summary
    assert "The threshold is given without a source." in answer.notes


def test_of_a_rung_without_pay_no_wage_is_denied(plants: Snapshot) -> None:
    """The bakers have no pay: none of the others pays a million, and of the bakers nobody knows."""
    answer = pays(Field.of(plants), 1_000_000)

    assert answer.summary.startswith("No rung of all occupations whose pay is known pays $1,000,000 at the median")
    assert answer.summary.endswith("Of 1 rung pay is not known: whether it pays that much is not either.")
    assert [one.verdict for one in answer.found if one.rung.label.value == "Bakers"] == [Verdict.UNKNOWN]


def test_rungs_without_pay_are_not_counted_among_those_that_pay_too_little(plants: Snapshot) -> None:
    answer = pays(Field.of(plants), 45_000)

    assert "5 of 7 rungs whose pay is known pay it at the median" in answer.summary


def test_nine_in_ten_are_not_denied_where_no_low_end_is_known(plants: Snapshot) -> None:
    """Firms name one pay a job, which is a median alone."""
    field = Field.of(plants)
    assert field.region
    yearly = field.region.yearly.copy()
    yearly[:, 0] = np.nan
    answer = pays(replace(field, region=replace(field.region, yearly=yearly)), 45_000)

    assert "whether nine in ten earn it at any is not known" in answer.summary


def test_the_nation_is_called_by_its_name(plants: Snapshot) -> None:
    field = Field.of(plants)
    assert field.region
    nation = replace(field, region=replace(field.region, label="National"))

    assert "in the United States, " in pays(nation, 45_000).summary
    assert pays(nation, 45_000).region.startswith("National, ")


def test_without_pay_it_is_said_that_it_cannot_be_said(unrated: Field) -> None:
    answer = pays(unrated, 45_000)

    assert answer.summary == "Which rung pays $45,000 cannot be said: no pay is known of all occupations here."


@pytest.mark.parametrize("wage", [0, -1, float("nan"), float("inf")])
def test_what_is_no_wage_is_refused(power: Field, wage: float) -> None:
    with pytest.raises(InputError, match="is no amount to live on"):
        pays(power, wage)


def test_the_ladder_up_from_an_occupation_can_be_asked_too(works: Field) -> None:
    field = onward_field(works, works.snapshot.find(OPERATOR))

    assert field.label == "the ladder up from Plant Operators"
    assert works.snapshot.find(OPERATOR) in field.members


def test_a_county_without_pay_gets_that_of_its_state_and_is_told(panel: Snapshot) -> None:
    field = Field.of(panel, "power-generation", "Chelan County, WA")

    assert field.place == "Washington, May 2025"
    assert field.notes == ("No pay is published of Chelan County, WA: that of Washington stands in.",)
    with pytest.raises(NotFoundError, match="no pay is known for the region 'Nowhere, ZZ'"):
        Field.of(panel, "power-generation", "Nowhere, ZZ")


# --- What one more course does ---


def test_a_skill_that_is_taught_shortens_the_steps_that_ask_for_it(power: Field) -> None:
    answer = taught_in_one_more(power, ["PG-ELE-01"])

    assert answer.open_after > answer.open_before
    assert [named.label.value for named in answer.newly_reached] == ["Power Plant Operators"]
    assert answer.reached_after == answer.reached_before + 1
    for step in answer.found:
        assert step.passage.gap is not None
        assert step.gap_after < step.passage.gap


def test_a_lower_level_takes_less_away(power: Field) -> None:
    by_level = [
        sum(
            (step.passage.gap or 0) - step.gap_after
            for step in taught_in_one_more(power, ["PG-ELE-01"], level, 999).found
        )
        for level in (1, 2, None)
    ]

    assert by_level == sorted(by_level)
    assert by_level[0] < by_level[-1]


def test_a_level_that_everyone_has_changes_nothing_and_says_so(power: Field) -> None:
    answer = taught_in_one_more(power, ["PG-ELE-01"], 0)

    assert answer.summary.startswith("Nothing changes: no step up in")
    assert answer.found == ()


def test_of_what_is_taught_the_step_whose_gap_falls_most_is_named(power: Field) -> None:
    """Not the first that opens: a step of 51% may open by a hair."""
    answer = taught_in_one_more(power, ["PG-ELE-01"])
    whole = taught_in_one_more(power, ["PG-ELE-01"], most=999).found
    most = max(whole, key=lambda step: (step.passage.gap or 0) - step.gap_after)

    assert f"Most falls from {most.passage.start.label} to {most.passage.end.label}" in answer.summary
    assert not most.opens
    assert f"The table names {len(answer.found)} of the {len(whole)} steps" in " ".join(answer.notes)
    assert "The table names" not in " ".join(taught_in_one_more(power, ["PG-ELE-01"], most=999).notes)


def test_what_falls_away_is_the_share_that_opens_doors(power: Field) -> None:
    door = next(one for one in doors(power, most=200).found if one.label.value == "Electrical Fundamentals")
    share = door.removed / doors(power).to_learn

    assert f"{share:.1%} of all that is to be learned" in taught_in_one_more(power, ["PG-ELE-01"]).summary


def test_of_two_skills_it_is_said_that_they_are_taught(power: Field) -> None:
    answer = taught_in_one_more(power, ["PG-ELE-01", "PG-SAF-03"])

    assert answer.title.startswith("If Electrical Fundamentals and Lockout/Tagout are taught in one more course")


# --- Forms ---


def test_every_answer_is_written_in_every_form(power: Field) -> None:
    answers: list[Answer] = [
        leads_to(power, power.snapshot.find("51-8013.00")),
        doors(power),
        breaks(power),
        pays(power, 60_000),
        taught_in_one_more(power, ["PG-ELE-01"]),
    ]

    for answer in answers:
        rows = table(answer)
        assert {len(row) for row in rows} == {len(rows[0])}
        assert type(answer).model_validate_json(write_answer(answer, "json")) == answer
        assert len(list(csv.reader(io.StringIO(write_csv(answer).decode("utf-8-sig"))))) == len(rows)
        assert write_markdown(answer).startswith(f"# {answer.title}\n\n{answer.summary}\n")
        assert "Helpers--" not in write_markdown(answer)
    assert any("Helpers--" in write_csv(answer).decode() for answer in answers)
    assert any("Helpers\u2013" in write_markdown(answer) for answer in answers)


def test_a_csv_of_nothing_holds_the_sentence(unrated: Field) -> None:
    answer = doors(unrated)

    assert list(csv.reader(io.StringIO(write_csv(answer).decode("utf-8-sig")))) == [[answer.summary]]


def test_one_entry_rung_is_called_the_only_one(power: Field) -> None:
    only = replace(power)
    only.__dict__["entries"] = power.entries[:1]
    said = breaks(only).summary
    assert said.startswith(f"The only entry rung of {power.label} meets")
    assert "of the 1 entry" not in said
