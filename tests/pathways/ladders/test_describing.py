"""Whoever a ladder has anything from is named, whether it has steps or not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pathways.ladders.building import between, onward, sector
from pathways.ladders.describing import credited
from pathways.occupations.pay_table import PayTable
from pathways.questions.field import Field
from pathways.questions.pays import pays
from pathways.questions.why import why
from pathways.routes import compare
from pathways.snapshot import Snapshot


def names(sources: object) -> list[str]:
    return [source.name for source in sources]  # type: ignore[attr-defined]


def test_a_lone_rung_names_who_says_what_the_occupation_is(plants: Snapshot) -> None:
    nurses = plants.find("Plant Nurses")
    assert names(between(plants, nurses, nurses).sources) == ["oews@May 2025", "onet@1"]
    unpaid = replace(plants, pay=PayTable.of(()))
    assert names(between(unpaid, nurses, nurses).sources) == ["onet@1"]
    bakers = plants.find("Bakers")
    assert names(onward(plants, bakers).sources) == ["onet@1"]


def test_a_lone_rung_of_a_partnership_names_it(plants: Snapshot) -> None:
    helpers = plants.find("Plant Helpers")
    assert names(between(plants, helpers, helpers).sources) == ["oews@May 2025", "onet@1", "plants@1"]


def test_a_ladder_names_a_partnership_only_where_it_speaks_of_a_rung(plants: Snapshot) -> None:
    assert "plants@1" in names(sector(plants, "plants").sources)
    nurses, bakers = plants.find("Plant Nurses"), plants.find("Bakers")
    assert "plants@1" not in names(credited(plants, [nurses, bakers], {"plants@1"}))


def test_nothing_that_is_named_twice_is_named_twice(plants: Snapshot) -> None:
    found = names(credited(plants, [0], {"onet@1"}, {"onet@1", "A bureau"}))
    assert found == ["onet@1", "A bureau"]


def test_a_comparison_without_a_way_names_who_says_what_its_ends_are(plants: Snapshot) -> None:
    bakers = plants.find("Bakers")
    found = compare(plants, bakers, bakers)
    assert found.routes == ()
    assert names(found.sources) == ["oews@May 2025", "onet@1"]


@pytest.mark.parametrize("ends", [("Plant Helpers", "Plant Operators"), ("Plant Mechanics", "Plant Helpers")])
def test_why_names_what_its_reasons_are_from(plants: Snapshot, ends: tuple[str, str]) -> None:
    found = why(Field.of(plants), *(plants.find(end) for end in ends))
    reasons = {name for reason in found.found for name in reason.source.split(", ") if "@" in name and ";" not in name}
    assert reasons <= {*names(found.sources)}
    assert "onet@1" in names(found.sources)


def test_who_asks_for_pay_is_told_of_no_views(plants: Snapshot) -> None:
    """Nothing is judged, so that no release is named of which nothing is shown."""
    opinions = tuple(replace(opinion, source="views@1") for opinion in plants.opinions)
    viewed = replace(plants, opinions=opinions)
    assert names(pays(Field.of(viewed, "plants"), 45_000).sources) == ["oews@May 2025", "onet@1", "plants@1"]
