from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ontology.errors import NotFoundError
from pathways.ladders.search import DETOUR, Search, tolled
from pathways.ladders.sound import is_sound
from pathways.ladders.standing import passable
from pathways.occupations.catalog import Occupations
from pathways.occupations.pay_table import PayTable
from pathways.occupations.wages import Region, find_region
from pathways.routes import Comparison, Mark, compare, compare_onward
from pathways.routes.choice import MOST_SHOWN, apart, bests, chosen, unbeaten
from pathways.routes.clock import Clock, average_pay
from pathways.routes.dominance import dominates, front
from pathways.routes.figures import COMPARED, ComparedWay, ways_of
from pathways.routes.forms import to_text
from pathways.routes.rows import rows
from pathways.routes.ways import FEWEST_STEPS, ways_between, ways_up
from pathways.routes.wording import explained
from pathways.snapshot import Snapshot


@pytest.fixture
def ends(plants: Snapshot) -> tuple[int, int]:
    return plants.find("Plant Helpers"), plants.find("Plant Managers")


def places(snapshot: Snapshot, found: Comparison) -> list[tuple[int, ...]]:
    return [tuple(snapshot.occupations.by_iri[iri] for iri in route.rungs) for route in found.routes]


def with_regions(snapshot: Snapshot, *regions: Region) -> Snapshot:
    return replace(snapshot, pay=PayTable.of(regions))


def elsewhere(snapshot: Snapshot, code: str, label: str, factor: float = 1.0, *unknown: int) -> Region:
    """The nation's pay times a factor in another region, unknown at some places."""
    nation = find_region(snapshot.regions, "0000000")
    assert nation is not None
    yearly = factor * nation.yearly
    yearly[list(unknown)] = np.nan
    return replace(nation, code=code, label=label, yearly=yearly.astype(np.float32))


# --- Dominance ---

TABLES = arrays(np.float64, st.tuples(st.integers(1, 30), st.integers(1, 6)), elements=st.integers(0, 4).map(float))


def test_what_is_no_worse_in_all_and_better_in_one_dominates() -> None:
    others = np.array([[12, 40, 3], [12, 30, 2], [11, 90, 9], [12, 30, 3]], dtype=float)
    assert dominates(np.array([12.0, 30.0, 3.0]), others).tolist() == [True, False, False, False]


@given(TABLES)
def test_the_front_is_all_that_nothing_dominates(table: np.ndarray) -> None:
    beaten = {place for one in table for place in np.flatnonzero(dominates(one, table)).tolist()}
    assert sorted(front(table).tolist()) == [place for place in range(len(table)) if place not in beaten]


@given(TABLES.filter(lambda table: table.shape[1] == len(COMPARED)))
def test_no_way_that_is_shown_is_beaten_by_any(table: np.ndarray) -> None:
    ways = [ComparedWay((0, place + 1, 99), float(place), tuple(row)) for place, row in enumerate(table.tolist())]
    shown = chosen(unbeaten(ways), open_end=False)
    assert 1 <= len(shown) <= MOST_SHOWN
    for way in shown:
        assert not any(dominates(np.array(other.figures), np.array([way.figures]))[0] for other in ways)
    for way, marks in shown.items():
        for mark in marks:
            column = COMPARED.index(mark)
            assert way.figures[column] == table[:, column].min()


def test_a_look_alike_is_shown_only_for_what_matters_most() -> None:
    cheap = ComparedWay((0, 1, 2, 9), 1.0, (10, -50, 40, 20, 5, -100))
    alike = ComparedWay((0, 1, 3, 9), 1.1, (10, -50, 40, 19, 5, -90))  # smaller steps, but half the rungs are shared
    other = ComparedWay((0, 4, 5, 9), 1.2, (12, -60, 45, 25, 5, -80))
    assert apart(cheap, alike, open_end=False) == pytest.approx(2 / 3)
    closer = replace(alike, places=(0, 1, 2, 3, 9))
    assert apart(cheap, closer, open_end=False) == pytest.approx(1 / 3)
    assert [*chosen([cheap, closer, other], open_end=False)] == [cheap, other]
    assert chosen([cheap, closer, other], open_end=False)[other] == (Mark.BEST_PAID,)


def test_a_way_whose_tuition_is_not_known_neither_beats_nor_is_beaten_by_one_whose_is() -> None:
    figures = (12.0, -50.0, 40.0, 20.0, 5.0, -100.0)
    dear = ComparedWay((0, 1, 9), 1.0, figures, tuition=900.0)
    cheap = ComparedWay((0, 2, 9), 1.1, figures, tuition=300.0)
    slow = ComparedWay((0, 3, 9), 1.2, (13.0, *figures[1:]), tuition=300.0)
    unknown, unknown_slow = ComparedWay((0, 4, 9), 1.3, figures), ComparedWay((0, 5, 9), 1.4, slow.figures)
    assert unbeaten([dear, cheap, slow, unknown, unknown_slow]) == [cheap, unknown]
    quick = ComparedWay((0, 6, 9), 1.5, (11.0, *figures[1:]), tuition=900.0)
    assert chosen([cheap, unknown, quick], open_end=False)[cheap] == (Mark.LEAST_TUITION,)
    assert Mark.LEAST_TUITION not in bests([cheap, unknown, slow]), "one price only"


def test_up_from_a_job_ways_whose_jobs_nobody_counts_are_not_shown_where_others_are() -> None:
    counted = [ComparedWay((0, place), float(place), (place, -50, 40 - place, 20, 5, -100)) for place in (1, 2, 3)]
    rare = ComparedWay((0, 9), 0.5, (1, -90, 40, 20, 5, 0))
    assert rare in chosen([rare, *counted], open_end=False)
    assert rare not in chosen([rare, *counted], open_end=True)
    assert rare in chosen([rare, *counted[:1]], open_end=True)


# --- The ways that are compared ---


def test_every_way_is_made_of_steps_that_may_be_taken(plants: Snapshot, ends: tuple[int, int]) -> None:
    nation = find_region(plants.regions, "")
    roads = tolled(plants, *ends, nation)
    search, costs = Search.between(roads, *ends), []
    for paths, cost in ways_between(plants, *ends, nation):
        for way, price in zip(paths.tolist(), cost.tolist(), strict=True):
            assert (way[0], way[-1]) == ends
            assert len(set(way)) == len(way)
            assert passable(plants, *ends)[way[1:]].all()
            assert np.isfinite([plants.steps.cost[a, b] for a, b in pairwise(way)]).all()
            assert price == pytest.approx(sum(float(roads[a, b]) for a, b in pairwise(way)), rel=1e-5)
            costs.append(price)
    assert min(costs) == pytest.approx(search.cost(search.best), rel=1e-5)
    assert max(costs) <= search.limit


def test_all_ways_within_the_bound_are_looked_at(plants: Snapshot, ends: tuple[int, int]) -> None:
    """Against a plain search that tries every chain of rungs."""
    search = Search.between(tolled(plants, *ends, None), *ends)
    roads = search.roads.toarray()
    roads[roads == 0] = np.inf
    found = {tuple(way) for paths, _ in ways_between(plants, *ends, None) for way in paths.tolist()}
    inner = [place for place in range(len(plants.occupations)) if place not in ends]
    most = max(FEWEST_STEPS, len(search.best) - 1 + DETOUR)
    chains = [(ends[0], *between, ends[1]) for many in range(most) for between in permutations(inner, many)]
    known = [way for way in chains if all(np.isfinite(roads[a, b]) for a, b in pairwise(way))]
    assert found == {
        way
        for way in known
        if search.cost(way) <= search.limit
        and max(roads[a, b] for a, b in pairwise(way)) <= search.steepest
        and (way == search.best or is_sound(plants, search, way))
    }


@pytest.mark.parametrize("start", range(8))
def test_ways_up_stay_with_what_is_related_and_no_lower(plants: Snapshot, start: int) -> None:
    for paths, _ in ways_up(plants, start):
        for way in paths.tolist():
            assert passable(plants, start)[way[1:]].all()
            assert np.isfinite([plants.steps.cost[a, b] for a, b in pairwise(way)]).all()


# --- Side by side ---


def test_no_route_shown_beats_another(plants: Snapshot, ends: tuple[int, int]) -> None:
    pay = plants.regional(find_region(plants.regions, ""))
    shown = places(plants, compare(plants, *ends))
    assert shown
    figures = [ways_of(plants, np.array([way]), np.zeros(1), pay, open_end=False)[0].figures for way in shown]
    table = np.array(figures)
    assert len(front(table)) == len(table)


def test_totals_add_up_the_legs(plants: Snapshot, ends: tuple[int, int]) -> None:
    for route in compare(plants, *ends).routes:
        totals = route.totals
        assert totals.months is not None
        assert totals.school_months is not None
        parts = [leg.work_months + leg.school_months + leg.training_months for leg in route.legs]
        assert totals.months.value == pytest.approx(sum(parts), abs=0.2)
        assert totals.school_months.value == pytest.approx(sum(leg.school_months for leg in route.legs), abs=0.2)
        gaps = [leg.step.gap for leg in route.legs if leg.step.gap is not None]
        assert len(gaps) == len(route.legs)
        assert totals.to_learn == pytest.approx(sum(gaps), abs=0.002)
        assert totals.largest == pytest.approx(max(gaps), abs=0.001)
        assert totals.cost is None, "no prices are named"
        assert totals.final_pay is not None
        assert (totals.final_pay.low, totals.final_pay.value, totals.final_pay.high) == (77_000, 110_000, 165_000)
        assert totals.final_pay.source


def test_pay_is_averaged_over_ten_years() -> None:
    """Six months at $24,000, a year of school, half a year in training at $20,000, eight years at $50,000."""
    time = Clock(np.array([[6.0]]), np.array([[12.0]]), np.array([[6.0]]))
    paid = average_pay(np.array([[24_000.0, 50_000.0]]), np.array([[18_000.0, 20_000.0]]), time)
    assert paid[0] == pytest.approx((0.5 * 24_000 + 0 + 0.5 * 20_000 + 8 * 50_000) / 10)


def test_a_way_longer_than_ten_years_counts_ten() -> None:
    time = Clock(np.array([[240.0]]), np.array([[12.0]]), np.array([[6.0]]))
    assert average_pay(np.array([[24_000.0, 50_000.0]]), np.array([[1.0, 1.0]]), time)[0] == 24_000


def test_moving_changes_only_the_last_rung(plants: Snapshot, ends: tuple[int, int]) -> None:
    nation, far = elsewhere(plants, "0000000", "National"), elsewhere(plants, "0600000", "California", 2)
    found = compare(with_regions(plants, nation, far), *ends, move="CA").routes[0].totals
    assert found.moved is not None
    assert found.moved.final_pay is not None
    assert found.moved.region == "California"
    assert found.final_pay is not None
    assert found.moved.final_pay.value == 2 * found.final_pay.value
    assert found.first_raise == compare(plants, *ends).routes[0].totals.first_raise


def test_the_nation_is_called_as_a_sentence_calls_it(plants: Snapshot, ends: tuple[int, int]) -> None:
    found = compare(plants, *ends, move="National")
    assert {row.name for row in rows(found)} >= {
        "Pay at the end in the United States",
        "Average pay, the last rung in the United States",
    }
    assert "Pay and jobs: the United States, May 2025." in found.description
    assert "National" not in to_text(found)


def test_pay_of_the_wider_region_stands_in_and_a_note_says_so(plants: Snapshot, ends: tuple[int, int]) -> None:
    goal = ends[1]
    city = elsewhere(plants, "0042660", "Seattle-Tacoma-Bellevue, WA", 1.2, goal)
    state, nation = elsewhere(plants, "5300000", "Washington", 1.1, goal), elsewhere(plants, "0000000", "National")
    world = with_regions(plants, nation, city, state)
    assert [region.label for region in world.regional(city).chain] == [city.label, "Washington", "National"]
    found = compare(world, *ends, region="42660")
    assert any(
        "publishes no pay of Plant Managers: that of the United States stands in" in note for note in found.notes
    )
    wage = found.rung(plants.occupations[goal].iri).wage
    assert wage is not None
    assert (wage.region, wage.median) == ("National", 110_000)


# --- Up, wherever pay is more ---


def test_ways_up_end_where_pay_is_a_tenth_more_or_better(plants: Snapshot, ends: tuple[int, int]) -> None:
    found = compare_onward(plants, ends[0])
    assert found.goal is None
    assert found.routes
    for route in found.routes:
        assert route.totals.final_pay is not None
        assert route.totals.final_pay.value >= 33_000
        assert not route.drawn


def test_ways_up_take_no_longer_than_asked(plants: Snapshot, ends: tuple[int, int]) -> None:
    long = compare_onward(plants, ends[0])
    slowest = max(route.totals.months.value for route in long.routes if route.totals.months)
    quick = compare_onward(plants, ends[0], within=int(slowest) - 1)
    assert quick.routes
    assert all(route.totals.months and route.totals.months.value < slowest for route in quick.routes)


def test_where_nothing_is_as_quick_the_shortest_is_shown(plants: Snapshot, ends: tuple[int, int]) -> None:
    found = compare(plants, *ends, within=1)
    assert len(found.routes) == 1
    assert "takes 1 month or less: the shortest takes" in found.notes[0]


def test_who_earns_an_unknown_amount_must_name_a_goal(plants: Snapshot) -> None:
    found = compare_onward(plants, plants.find("Bakers"))
    assert found.routes == ()
    assert "name a goal" in found.notes[0]


# --- What cannot be answered ---


def test_start_and_goal_may_not_be_the_same(plants: Snapshot, ends: tuple[int, int]) -> None:
    found = compare(plants, ends[0], ends[0])
    assert found.routes == ()
    assert found.notes[0] == "Start and goal are the same: Plant Helpers. Name another goal, or none."


def test_a_goal_that_cannot_be_reached_gives_the_nearest_rung(plants: Snapshot, ends: tuple[int, int]) -> None:
    cost = plants.steps.cost.copy()
    cost[:, ends[1]] = np.inf
    cut = replace(plants, steps=replace(plants.steps, cost=cost))
    found = compare(cut, *ends)
    assert any(note.startswith("Plant Managers: a new start from Plant Helpers") for note in found.notes)
    assert any("The nearest rung that can be reached is" in note for note in found.notes)
    assert all(route.rungs[-1] != plants.occupations[ends[1]].iri for route in found.routes)
    assert found.rung(plants.occupations[ends[1]].iri).label.value == "Plant Managers"


def test_no_way_leads_down(plants: Snapshot, ends: tuple[int, int]) -> None:
    found = compare(plants, ends[1], ends[0])
    assert found.routes == ()
    assert "ask for less preparation" in found.notes[0]


@pytest.mark.parametrize(("region", "move"), [("Atlantis", ""), ("", "Atlantis")], ids=["region", "move"])
def test_an_unknown_region_is_refused(plants: Snapshot, ends: tuple[int, int], region: str, move: str) -> None:
    with pytest.raises(NotFoundError, match="no pay is known for the region 'Atlantis'"):
        compare(plants, *ends, region, move=move)


def test_without_pay_ways_are_compared_by_the_rest(plants: Snapshot, ends: tuple[int, int]) -> None:
    found = compare(with_regions(plants), *ends)
    assert found.routes
    assert "without pay" in found.notes[0]
    assert all(route.totals.average_pay is None for route in found.routes)


def test_times_are_unknown_where_preparation_is(plants: Snapshot, ends: tuple[int, int]) -> None:
    """A goal without a job zone, and without answers to O*NET's questions, is no goal that takes no time."""
    entries = list(plants.occupations)
    entries[ends[1]] = entries[ends[1]].model_copy(update={"zone": 0})
    found = compare(replace(plants, occupations=Occupations(tuple(entries))), *ends)
    assert found.routes
    assert all(route.totals.months is None for route in found.routes)
    assert any("How much preparation is asked for is not known of Plant Managers" in note for note in found.notes)


def test_the_marks_that_were_given_are_explained_and_no_others(plants: Snapshot, ends: tuple[int, int]) -> None:
    found = compare_onward(plants, ends[0])
    said = " ".join(explained(found))
    given = {mark for route in found.routes for mark in route.marks}
    assert given
    assert {mark for mark in Mark if f"“{mark}”" in said} == given


def test_a_comparison_survives_json(plants: Snapshot, ends: tuple[int, int]) -> None:
    found = compare(plants, *ends)
    assert Comparison.model_validate_json(found.model_dump_json()) == found


def test_what_whoever_starts_is_taken_to_have_is_said(plants: Snapshot, ends: tuple[int, int]) -> None:
    experience = plants.preparation.experience.copy()
    experience[ends[0]] = 40
    worked = replace(plants, preparation=replace(plants.preparation, experience=experience))
    said = " ".join(compare(worked, *ends).notes)
    assert "Times are those of somebody who has what is usual in Plant Helpers: " in said
    assert "With less of it, the first steps take as much longer." in said
