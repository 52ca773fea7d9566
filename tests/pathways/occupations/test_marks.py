"""Marks: high wage, high skill and in demand, by the region's bars or by those that are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pytest

from ontology.identifiers import Identifiers
from ontology.records import Iri, Record, Region, Release, Text, WageObservation
from ontology.store import KnowledgeBase
from pathways.ladders import wording
from pathways.ladders.building import onward
from pathways.ladders.rungs import rung
from pathways.occupations import wages
from pathways.occupations.facts import read_occupations
from pathways.occupations.marks import UNTOLD, Told, bars, marked, remarked, told_bars, wage_bar
from pathways.occupations.observations import read_regions
from pathways.occupations.pay_table import PayTable
from pathways.occupations.regional import Regional
from pathways.records.mark import Bars, RungMark
from pathways.records.rung import Rung
from pathways.snapshot import Snapshot

IDS = Identifiers()
WAGE, SKILL, DEMAND = RungMark

Add = Callable[[KnowledgeBase, str, Iterable[Record]], Release]


def place(
    code: str, label: str, medians: Sequence[float], jobs: Sequence[float], everyone: tuple[float, float]
) -> wages.Region:
    """Return a region with the pay and the jobs of some occupations and of all who work there."""
    yearly = np.array([[np.nan, median, np.nan] for median in medians], dtype=np.float32)
    people = np.array(jobs, dtype=np.float32)
    return wages.Region(code, label, "May 2025", "oews", yearly, people, np.isnan(people), *everyone)


STATE = place("3900000", "Ohio", [40_000, 50_000], [90_000, 3_000], (48_000, 5_000_000))
CITY = place("0018140", "Columbus, OH", [np.nan, 49_000], [np.nan, 1_000], (52_000, 1_000_000))
PAY = Regional.of({"3900000": STATE}, CITY, 2)


def a_rung(zone: int = 0, median: float | None = None, employed: float | None = None) -> Rung:
    """Return a rung with what marks are given by."""
    wage = {"region": "Ohio", "period": "May 2025", "source": "oews", "median": median}
    found = {"occupation": "http://x/1", "code": "1", "label": {"value": "Welders"}, "wage": wage if median else None}
    return Rung.model_validate({**found, "zone": zone, "employed": employed})


def test_the_bars_of_a_region_are_its_own() -> None:
    found = bars(PAY)

    assert (found.wage, found.zone, found.jobs, found.per_thousand) == (52_000, 3, 1_000, 1)
    assert (found.region, found.period, found.told) == ("Columbus, OH", "May 2025", ())


def test_pay_that_stands_in_is_held_against_all_who_work_where_it_is_from() -> None:
    assert [wage_bar(PAY, occupation) for occupation in (0, 1)] == [48_000, 52_000]


@pytest.mark.parametrize(
    ("zone", "median", "employed", "given"),
    [
        (2, 47_999, 999, ()),
        (3, 48_000, 1_000, (WAGE, SKILL, DEMAND)),
        (0, None, None, ()),
        (5, None, 2_000, (SKILL, DEMAND)),
    ],
)
def test_a_mark_begins_at_its_bar(
    zone: int, median: float | None, employed: float | None, given: tuple[RungMark, ...]
) -> None:
    assert marked(a_rung(zone, median, employed), Bars(wage=48_000, jobs=1_000), 48_000).marks == given


def test_no_mark_is_given_where_the_bar_is_not_known() -> None:
    assert marked(a_rung(2, 90_000, 9_000), Bars(), None).marks == ()


def test_bars_that_are_told_take_the_place_of_the_usual_ones() -> None:
    found = told_bars(bars(PAY), Told(wage=60_000, per_thousand=2.5))

    assert (found.wage, found.zone, found.jobs, found.told) == (60_000, 3, 2_500, (WAGE, DEMAND))


def test_a_ladder_is_marked_anew_by_what_is_told(plants: Snapshot) -> None:
    drawn = onward(plants, plants.find("51-8010.00"))
    told = remarked(drawn, Told(wage=45_000, zone=4))

    assert remarked(drawn, UNTOLD) is drawn
    assert told.iri == f"{drawn.iri}&high_wage=45000&high_skill=4"
    paid = [each.wage.median or 0 if each.wage else 0 for each in told.rungs]
    assert [WAGE in each.marks for each in told.rungs] == [median >= 45_000 for median in paid]
    assert [SKILL in each.marks for each in told.rungs] == [each.zone >= 4 for each in told.rungs]


def test_high_wage_stays_where_another_bar_is_told(plants: Snapshot) -> None:
    drawn = onward(plants, plants.find("51-8010.00"))
    rungs = tuple(each.model_copy(update={"marks": (WAGE,)}) for each in drawn.rungs)
    told = remarked(drawn.model_copy(update={"rungs": rungs}), Told(zone=5))

    assert {each.marks for each in told.rungs} == {(WAGE,)}


def test_what_marks_mean_is_said_of_those_that_are_given(plants: Snapshot) -> None:
    drawn = onward(plants, plants.find("51-8010.00"))
    asked = told_bars(bars(PAY), Told(per_thousand=2.5))
    rungs = tuple(each.model_copy(update={"marks": (WAGE, DEMAND)}) for each in drawn.rungs)
    said = wording.marks_meaning(drawn.model_copy(update={"rungs": rungs, "bars": asked}))

    assert said == (
        "High wage: a median of at least $52,000 a year, the median of all who work in Columbus, OH. "
        "In demand: at least 2.5 of every 1,000 jobs in Columbus, OH, as you say (2,500), counted today: "
        "no openings to come are in these numbers."
    )
    assert wording.marks_meaning(drawn.model_copy(update={"rungs": ()})) == ""


def test_the_row_of_all_who_work_is_read_and_kept(plant_base: KnowledgeBase, add: Add) -> None:
    region = Region(iri=Iri(IDS.mint("region", "3900000")), label=Text(value="Ohio"), code="3900000", kind="state")
    work = {"00-0000": (48_000, 5_000_000), "51-8010": (50_000, 6_000)}
    add(plant_base, "oews", [region, *(_observation(code, region.iri, *numbers) for code, numbers in work.items())])
    read = read_regions(plant_base, read_occupations(plant_base))
    (kept,) = PayTable.of(read).regions()

    assert (kept.median_of_all, kept.jobs_of_all) == (48_000, 5_000_000)
    assert np.nanmax(kept.employment) == 6_000


def test_a_region_without_that_row_has_no_bar_of_pay_or_jobs(plants: Snapshot) -> None:
    operators = rung(plants, plants.find("51-8010.00"), plants.regions[0])

    assert bars(plants.regional(plants.regions[0])).wage is None
    assert operators.wage
    assert operators.wage.median == 40_000
    assert operators.marks == ()


def _observation(code: str, region: Iri, median: float, jobs: float) -> WageObservation:
    return WageObservation(
        iri=Iri(IDS.mint("oews", code)),
        occupation=Iri(IDS.mint("soc", code)),
        region=region,
        period="May 2025",
        annual_median=median,
        employment=jobs,
    )
