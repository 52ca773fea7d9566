"""The table of counties, held against itself and against the areas of the wage statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from pathways.occupations.counties import POSTAL, STATES, County, called, counties
from pathways.occupations.states import FIPS


def test_every_county_is_in_a_state_and_no_code_is_that_of_a_metropolitan_area() -> None:
    table = counties()
    areas = {county.area[2:] for county in table if county.area.startswith("00")}

    assert {county.code[:2] for county in table} == STATES.keys()
    assert sum(county.area.startswith("00") for county in table) == 1252
    assert len(areas) == 393
    assert not areas & {county.code for county in table}


def test_a_name_and_its_state_mean_one_county() -> None:
    named = Counter((county.name.casefold(), county.code[:2]) for county in counties())
    assert [name for name, number in named.items() if number > 1] == []
    assert [county for county in counties() if called(county.label) != (county,)] == []


@pytest.mark.parametrize(("text", "code"), [("Saint Louis County, MO", "29189"), ("St. Louis city, MO", "29510")])
def test_a_city_of_its_own_is_not_the_county_around_it(text: str, code: str) -> None:
    assert [county.code for county in called(text)] == [code]


def test_what_names_no_county_is_none() -> None:
    assert called("King") == called("99999") == called("Atlantis County") == called("King County, ZZ") == ()


def test_states_are_those_with_letters() -> None:
    assert {FIPS[POSTAL[code].casefold()] for code in STATES} == STATES.keys()


def test_areas_are_those_of_the_statistics_and_lie_in_the_states_of_their_names(
    data: Path, needs: Callable[[Path], Path]
) -> None:
    file = needs(data / "wages/oews_may2025_metro.csv.gz")
    table = pl.read_csv(file, columns=["area_code", "area_name"], infer_schema=False).unique()
    labels = {code: name for code, name in table.iter_rows() if code.startswith("00")}
    within: dict[str, set[str]] = {}
    for county in counties():
        if county.area.startswith("00"):
            within.setdefault(county.area, set()).add(POSTAL[county.code[:2]])

    assert within == {code: {*name.rpartition(", ")[2].split("-")} for code, name in labels.items()}


def test_the_label_of_a_county_is_as_its_state_calls_it() -> None:
    assert County("22071", "Orleans", "").label == "Orleans Parish, LA"
