from __future__ import annotations

from collections.abc import Callable

import pytest

from ontology.errors import NotFoundError
from ontology.records import Iri, Record, Release, Text, WageObservation
from ontology.records import Region as Place
from ontology.store import KnowledgeBase
from pathways.occupations import read_occupations
from pathways.snapshot import Snapshot
from pathways.transitions import wage_change
from pathways.wages import find_region, read_regions


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


def test_an_unknown_region_is_said(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="Atlantis"):
        find_region(plants.regions, "Atlantis")


def test_without_any_pay_there_is_no_region() -> None:
    assert find_region((), "") is None
