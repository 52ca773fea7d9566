"""Where a region publishes no pay of a rung, answers take that of the wider one, as ladders do, and say whose it is."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from pathways.ladders.building import onward
from pathways.occupations.pay_table import PayTable
from pathways.questions.breaks import breaks
from pathways.questions.field import Field
from pathways.questions.leads_to import leads_to
from pathways.questions.pays import pays
from pathways.questions.records import Barrier, Verdict
from pathways.questions.writing import write_csv, write_markdown
from pathways.snapshot import Snapshot

CITY = "Longview-Kelso, WA"
OPERATOR, MECHANIC, MANAGER = "Plant Operators", "Plant Mechanics", "Plant Managers"


@pytest.fixture(scope="module")
def city(plants: Snapshot) -> Field:
    """The small world in a city that publishes pay of operators ($60,000) and mechanics ($50,000) alone."""
    (nation,) = plants.regions
    yearly = np.full_like(nation.yearly, np.nan)
    yearly[plants.find(OPERATOR), 1], yearly[plants.find(MECHANIC), 1] = 60_000, 50_000
    here = replace(nation, code="0031020", label=CITY, source="a city's survey", yearly=yearly)
    return Field.of(replace(plants, pay=PayTable.of([nation, here])), region=CITY)


def test_rungs_have_the_pay_that_the_ladder_shows_and_say_whose(city: Field) -> None:
    found = {str(one.rung.label): (one.median, one.wage_region) for one in pays(city, 55_000).found}
    ladder = onward(city.snapshot, city.snapshot.find(OPERATOR), CITY)
    drawn = {str(rung.label): rung.wage.median for rung in ladder.rungs if rung.wage}

    assert found[OPERATOR] == (60_000, "")
    assert found[MANAGER] == (110_000, "National")
    assert drawn
    assert {label: found[label][0] for label in drawn} == drawn


def test_the_answer_counts_the_rungs_of_a_wider_region(city: Field) -> None:
    """Five of the eight have pay of the nation alone, and the bakers none at all."""
    answer = pays(city, 45_000)

    assert answer.wider == 5
    assert f"{CITY} publishes no pay of 5 rungs: that of the United States (5) stands in." in answer.summary
    assert "Of 1 rung pay is not known" in answer.summary
    assert [str(one.rung.label) for one in answer.found if one.verdict is Verdict.UNKNOWN] == ["Bakers"]
    assert pays(replace(city, region=city.snapshot.regions_by_code["0000000"]), 45_000).wider == 0


def test_a_first_rung_of_a_wider_region_is_said_to_be_one(city: Field) -> None:
    managers = replace(city, members=(city.snapshot.find(MANAGER),))

    assert "(median $110,000 in the United States)" in pays(managers, 100_000).summary
    assert "pays $110,000 in the United States." in pays(managers, 1_000_000).summary


def test_each_row_says_whose_pay_it_is(city: Field) -> None:
    answer = pays(city, 45_000)
    rows = {row["rung"]: row for row in csv.DictReader(io.StringIO(write_csv(answer).decode("utf-8-sig")))}

    assert (rows[MANAGER]["median"], rows[MANAGER]["of a wider region"]) == ("$110,000", "of the United States")
    assert (rows[OPERATOR]["median"], rows[OPERATOR]["of a wider region"]) == ("$60,000", "")
    assert "| $110,000 | of the United States |" in write_markdown(answer)


def test_who_publishes_the_pay_that_stands_in_is_named(city: Field) -> None:
    assert {source.name for source in pays(city, 45_000).sources} >= {"a city's survey", "oews@May 2025"}


def test_a_change_of_pay_is_told_by_one_region(city: Field) -> None:
    """In the nation mechanics earn $48,000 and managers $110,000: the city's $50,000 is no measure of that."""
    start, end, baker = (city.snapshot.find(name) for name in (MECHANIC, MANAGER, "Bakers"))

    assert city.wage_change(start, end) == pytest.approx(110 / 48 - 1)
    assert (city.wider(start, end), city.wider(start)) == ("National", "")
    assert (city.wage_change(start, baker), city.wider(start, baker)) == (None, "")


def test_less_pay_in_a_wider_region_is_a_barrier(city: Field) -> None:
    """Supervisors ($70,000) and senior operators ($50,000) are published for the nation alone."""
    start, end = (city.snapshot.find(name) for name in ("Supervisors of Plant Operators", "Senior Plant Operators"))

    assert Barrier.PAY in city.barriers(start, end)
    assert Barrier.PAY not in city.barriers(end, start)


def test_entry_jobs_and_goals_have_it_too(city: Field) -> None:
    answer = leads_to(city, city.snapshot.find(MANAGER))

    assert (answer.pay, answer.wage_region) == (110_000, "National")
    assert "The median there is $110,000 a year in the United States." in answer.summary
    helper = next(way for way in answer.found if str(way.entry.label) == "Plant Helpers")
    assert (helper.pay, helper.wage_region) == (30_000, "National")


def test_where_a_ladder_breaks_the_region_of_the_pay_is_named(city: Field) -> None:
    changed = [one for one in breaks(city).found if one.wage_change is not None and one.wage_region]

    assert changed
    assert f"{changed[0].wage_change:+.0%} in the United States" in write_markdown(breaks(city))


def test_steps_lead_up_by_the_pay_that_a_ladder_goes_by(plants: Snapshot) -> None:
    """Senior operators are above mechanics by the nation's pay alone: a city that publishes none changes nothing."""
    (nation,) = plants.regions
    silent = replace(nation, code="0031020", label=CITY, yearly=np.full_like(nation.yearly, np.nan))
    fields = [
        Field.of(replace(plants, pay=PayTable.of([nation, silent])), region=name) for name in ("National", "Longview")
    ]
    mechanic, senior = (plants.find(name) for name in (MECHANIC, "Senior Plant Operators"))

    assert [senior in field.next_steps(mechanic) for field in fields] == [True, True]
    np.testing.assert_array_equal(np.isfinite(fields[0].steps), np.isfinite(fields[1].steps))
