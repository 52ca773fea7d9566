"""Where a region publishes no pay of an occupation, that of the wider one stands in, and every form says so."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from pathways.diagrams import to_dot, to_mermaid, to_svg
from pathways.formats import to_csv, to_markdown, to_turtle
from pathways.ladders.building import between, onward
from pathways.ladders.transitions import transition
from pathways.occupations.pay_table import PayTable
from pathways.occupations.wages import Region, find_region
from pathways.records.ladder import Ladder, TradeOff
from pathways.snapshot import Snapshot

CITY = "Longview-Kelso, WA"
STOOD_IN = f"pay of the United States; not published for {CITY}"


def region(nation: Region, code: str, label: str, medians: dict[int, float]) -> Region:
    """Return a region that publishes the pay of few occupations."""
    yearly = np.full_like(nation.yearly, np.nan)
    for place, median in medians.items():
        yearly[place, 1] = median
    return replace(nation, code=code, label=label, yearly=yearly)


@pytest.fixture(scope="module")
def world(plants: Snapshot) -> Snapshot:
    """The small world with a city that publishes pay of operators and mechanics only."""
    (nation,) = plants.regions
    paid = {plants.find("Plant Operators"): 60_000.0, plants.find("Plant Mechanics"): 50_000.0}
    return replace(plants, pay=PayTable.of([nation, region(nation, "0031020", CITY, paid)]))


@pytest.fixture(scope="module")
def ladder(world: Snapshot) -> Ladder:
    """The way of operators to the management, in the city."""
    return between(world, world.find("Plant Operators"), world.find("Plant Managers"), CITY)


def test_a_rung_has_the_pay_of_the_wider_region_and_says_which(ladder: Ladder) -> None:
    paid = {str(rung.label): (w.region, w.instead_of, w.median) for rung in ladder.rungs if (w := rung.wage)}

    assert paid["Plant Operators"] == (CITY, "", 60_000)
    assert paid["Plant Managers"] == ("National", CITY, 110_000)


def test_pay_of_two_regions_is_never_compared(ladder: Ladder) -> None:
    first = next(step for step in ladder.steps if ladder.rung(step.start).label.value == "Plant Operators")
    end = ladder.rung(first.end).wage

    # In the nation operators earn $40,000: the city's $60,000 is no measure of the nation's pay above.
    assert end
    assert end.median
    assert (first.wage_change, first.wage_region) == (round(end.median / 40_000 - 1, 3), "National")


def test_where_the_region_has_both_its_own_pay_is_compared(world: Snapshot) -> None:
    city = find_region(world.regions, CITY)
    step = transition(world, world.find("Plant Operators"), world.find("Plant Mechanics"), city)

    assert (step.wage_change, step.wage_region) == (-0.167, "")
    assert step.tradeoff == TradeOff(amount=10_000, share=0.167)
    assert "Trade-off: the median pay is 17% lower, by $10,000 a year." in step.notes


def test_every_form_says_whose_pay_it_is(ladder: Ladder) -> None:
    assert f"National, May 2025; oews May 2025; not published for {CITY})" in to_markdown(ladder)
    assert "**Pay**: pay rises by 25% in the United States" in to_markdown(ladder)
    for drawn in (to_dot(ladder), to_mermaid(ladder).replace("#59;", ";"), " ".join(to_svg(ladder).split())):
        assert STOOD_IN in drawn.replace("\\n", " ")
    assert f"Yearly pay in National, May 2025; not published for {CITY}" in to_turtle(ladder).decode()
    assert 'lw:wageRegion "National"' in to_turtle(ladder).decode()
    (row, *_) = csv.DictReader(io.StringIO(to_csv(ladder)))
    assert (row["from_pay_region"], row["pay_region"], row["pay_change_region"]) == (CITY, "National", "National")


def test_a_note_names_the_rungs_once(ladder: Ladder, world: Snapshot) -> None:
    (note,) = (note for note in ladder.notes if "stands in" in note)

    assert note.startswith(f"{CITY} publishes no pay of ")
    assert note.endswith(": that of the United States stands in.")
    assert not any("stands in" in note for note in onward(world, world.find("Plant Operators")).notes)
