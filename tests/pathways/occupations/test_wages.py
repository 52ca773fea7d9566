from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from ontology.errors import NotFoundError
from ontology.records import Iri, Record, Release, Text, WageObservation, WorkTask
from ontology.records import Region as Place
from ontology.store import KnowledgeBase
from pathways.ladders.transitions import wage_change
from pathways.occupations.facts import read_occupations
from pathways.occupations.observations import read_regions
from pathways.occupations.states import FIPS
from pathways.occupations.wages import Region, choose_region, find_region
from pathways.snapshot import Snapshot


def test_pay_is_that_of_the_six_digit_occupation(plants: Snapshot) -> None:
    region = find_region(plants.regions, "")
    assert region is not None
    wage = region.wage(plants.find("Plant Operators"))
    assert wage is not None
    assert (wage.median, wage.low, wage.high) == (40_000, 28_000, 60_000)
    assert (wage.region, wage.period, wage.source) == ("National", "May 2025", "oews@May 2025")


def test_pay_that_is_not_published_is_none(plants: Snapshot) -> None:
    region = find_region(plants.regions, "National")
    assert region is not None
    assert region.wage(plants.find("Bakers")) is None
    assert wage_change(region, plants.find("Plant Operators"), plants.find("Bakers")) is None


def test_wage_change_is_a_fraction_of_the_lower_rung(plants: Snapshot) -> None:
    region = find_region(plants.regions, "0000000")
    assert wage_change(region, plants.find("Plant Operators"), plants.find("Senior Plant Operators")) == 0.25


def test_pay_of_the_group_stands_in_and_says_so(
    plant_base: KnowledgeBase, add: Callable[[KnowledgeBase, str, list[Record]], Release]
) -> None:
    mint = plant_base.identifiers.mint
    ohio = Place(iri=Iri(mint("region", "39")), label=Text(value="Toledo, OH"), code="39", kind="metropolitan")
    group = WageObservation(
        iri=Iri("http://x/1"),
        occupation=Iri(mint("soc", "51-9190")),
        region=ohio.iri,
        period="May 2025",
        employment=1200,
        annual_median=50_000,
    )
    add(plant_base, "oews", [ohio, group])
    occupations = read_occupations(plant_base)
    region = find_region(read_regions(plant_base, occupations), "toledo")
    assert region is not None
    helpers = occupations.find("Plant Helpers")
    assert [n for n in range(len(occupations)) if region.wage(n)] == [helpers]
    assert region.employment[helpers] == 1200
    assert [n for n in range(len(occupations)) if region.grouped[n]] == [helpers]


def test_pay_is_told_by_the_source_of_the_pay_whatever_else_a_release_has(
    plant_base: KnowledgeBase, add: Callable[[KnowledgeBase, str, list[Record]], Release]
) -> None:
    mint = plant_base.identifiers.mint
    ohio = Place(iri=Iri(mint("region", "39")), label=Text(value="Ohio"), code="3900000", kind="state")
    pay = WageObservation(
        iri=Iri("http://x/1"),
        occupation=Iri(mint("soc", "51-8010")),
        region=ohio.iri,
        period="May 2025",
        annual_median=50_000,
        source="BLS",
    )
    tasks = [
        WorkTask(iri=Iri(f"http://x/task/{n}"), label=Text(value=f"Task {n}"), source="A workshop") for n in range(2)
    ]
    add(plant_base, "panel", [ohio, pay, *tasks])

    region = find_region(read_regions(plant_base, read_occupations(plant_base)), "Ohio")
    assert region is not None
    assert region.source == "BLS"


@pytest.fixture(scope="module")
def states() -> tuple[Region, ...]:
    """Regions without pay."""
    named = {
        "0000000": "National",
        "1900000": "Iowa",
        "5300000": "Washington",
        "0042660": "Seattle, WA",
        "7200000": "PR",
    }
    nothing = np.zeros((0, 3), dtype=np.float32)
    return tuple(Region(code, label, "", "", nothing, nothing, nothing.astype(bool)) for code, label in named.items())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("WA", "5300000"), ("wa", "5300000"), (" Wa ", "5300000"), ("53", "5300000"), ("5300000", "5300000")),
        *(
            ("washington", "5300000"),
            ("washi", "5300000"),
            ("ia", "1900000"),
            ("42660", "0042660"),
            ("seattle", "0042660"),
        ),
    ],
)
def test_a_region_is_found_by_letters_digits_or_name(states: tuple[Region, ...], name: str, code: str) -> None:
    found = find_region(states, name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Washingtn", "nearest: Washington"),
        ("Atlantis", "pay is loaded of National, Iowa, Washington, Seattle, WA, PR"),
        ("99", "pay is loaded of National"),
    ],
)
def test_an_unknown_region_is_said_with_those_that_are_near(states: tuple[Region, ...], name: str, said: str) -> None:
    with pytest.raises(NotFoundError, match=f"no pay is known for the region '{name}'; {said}"):
        find_region(states, name)


def loaded(**named: str) -> tuple[Region, ...]:
    """Return regions without pay, by their codes behind an underscore."""
    nothing = np.zeros((0, 3), dtype=np.float32)
    return tuple(
        Region(code.removeprefix("_"), label, "", "", nothing, nothing, nothing.astype(bool))
        for code, label in named.items()
    )


AREAS = {
    "_0028420": "Kennewick-Richland, WA",
    "_0049420": "Yakima, WA",
    "_0013820": "Birmingham, AL",
    "_0100001": "Northwest Alabama nonmetropolitan area",
    "_0100002": "Northeast Alabama nonmetropolitan area",
    "_0100000": "Alabama",
    "_0200006": "Alaska nonmetropolitan area",
    "_0200000": "Alaska",
    "_0900001": "Connecticut nonmetropolitan area",
    "_0900000": "Connecticut",
    "_5300000": "Washington",
}


@pytest.mark.parametrize(
    ("name", "stands_in", "called"),
    [
        *((name, "Kennewick-Richland, WA", "Benton County, WA") for name in ("Benton County, WA", "53005")),
        ("benton county, washington", "Kennewick-Richland, WA", "Benton County, WA"),
        ("Benton, WA", "Kennewick-Richland, WA", "Benton County, WA"),
        ("Benton County", "Kennewick-Richland, WA", "Benton County, WA"),
        ("Chelan County, WA", "Washington", "Chelan County, WA"),
        ("Winston County, AL", "Alabama", "Winston County, AL"),
        ("Nome, AK", "Alaska nonmetropolitan area", "Nome, AK"),
        ("Hartford County, CT", "Connecticut", "Hartford County, CT"),
        ("Forks, WA", "Washington", "'Forks, WA'"),
    ],
)
def test_a_county_has_the_pay_of_what_it_lies_in_and_says_so(name: str, stands_in: str, called: str) -> None:
    region, note = choose_region(loaded(**AREAS), name)

    assert region is not None
    assert region.label == stands_in
    assert note == f"No pay is published of {called}: that of {stands_in} stands in."


@pytest.mark.parametrize("name", ["Richland, WA", "Yakima, WA", "yakima", "0028420", "Yakima", "Kennewick-Richland"])
def test_an_area_is_itself(name: str) -> None:
    region, note = choose_region(loaded(**AREAS), name)
    assert region is not None
    assert region.label.endswith(", WA")
    assert not note


def test_counties_of_one_name_are_all_said() -> None:
    both = loaded(_5300000="Washington", _4800000="Texas")
    with pytest.raises(
        NotFoundError, match=r"King County, TX \(48269\), King County, WA \(53033\). Name one with its state"
    ):
        choose_region(both, "King County")
    assert choose_region(both, "King County, TX").region is both[1]


def test_a_county_of_a_state_without_pay_is_unknown() -> None:
    with pytest.raises(NotFoundError, match="no pay is known for the region 'Cook County, IL'"):
        choose_region(loaded(**AREAS), "Cook County, IL")


def test_letters_of_a_state_are_no_part_of_another_name(states: tuple[Region, ...]) -> None:
    with pytest.raises(NotFoundError, match="'WA'"):
        find_region(tuple(region for region in states if region.label != "Washington"), "WA")


def test_every_state_has_two_letters_and_two_digits() -> None:
    assert len(FIPS) == 54
    assert len(set(FIPS.values())) == 54
    assert [pair for pair in FIPS.items() if not re.fullmatch("[a-z]{2}[0-9]{2}", "".join(pair))] == []


def test_an_unknown_region_is_said(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="Atlantis"):
        find_region(plants.regions, "Atlantis")


def test_without_any_pay_there_is_no_region() -> None:
    assert find_region((), "") is None


def test_no_place_among_many_stands_for_the_nation(plants: Snapshot) -> None:
    nation, *others = plants.regions
    places = tuple(replace(nation, code=code, label=code) for code in ("0100001", "0100002"))

    assert nation.code == "0000000"
    assert find_region((nation, *others, *places), "") is nation
    assert find_region(places, "") is None
    assert find_region(places[:1], "") is places[0]
    assert find_region((), "") is None
