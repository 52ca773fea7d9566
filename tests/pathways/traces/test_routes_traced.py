"""Every number of ways side by side has a trace that ends in rows of files."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pathways.amounts import money
from pathways.plans import Offer, Prices
from pathways.records.coded import title_and_code
from pathways.routes import Comparison, compare, compare_onward
from pathways.routes.forms import to_text
from pathways.traces.ground import Ground
from pathways.traces.names import step_name
from pathways.traces.records import Traced
from pathways.traces.traces import trace_routes

Judge = Callable[[Traced], list[str]]
NUMBER = re.compile(r"\$?\d+(?:,\d{3})*(?:\.\d+)?%?")
CONSTANTS = {"1,000"}
"""The unit in which jobs are told."""


def prices(ground: Ground) -> Prices:
    """Return the prices of a program that leads to a rung, of a license, and of courses for all that is asked."""
    snapshot = ground.snapshot
    rated = max(snapshot.requirements, key=lambda rating: len(rating.competencies)).competencies
    credential = next(use.credential for use in snapshot.credentials if use.required_for)
    program = min(snapshot.offers.programs, key=lambda one: one.iri)
    offers = (
        {"iri": "http://school.example/half", "label": "Half of it", "covers": rated[::2], "cost": 640},
        {"iri": "http://other.example/half", "label": "Half of it", "covers": rated[1::2], "cost": 1275},
        {"iri": credential.iri, "label": str(credential.label), "cost": 180},
        {"iri": program.iri, "label": str(program.label), "cost": 9800},
    )
    return Prices(snapshot, [Offer.model_validate(offer) for offer in offers])


@pytest.fixture(scope="module", params=["to a goal", "upward", "moving", "in haste", "nowhere", "priced", "priced up"])
def compared(ground: Ground, request: pytest.FixtureRequest) -> tuple[Comparison, Traced]:
    """Ways with their trace."""
    snapshot = ground.snapshot
    start, goal = snapshot.find("49-9098.00"), snapshot.find("51-8013.00")
    found = {
        "to a goal": lambda: compare(snapshot, start, goal, "Washington"),
        "upward": lambda: compare_onward(snapshot, start),
        "in haste": lambda: compare(snapshot, start, goal, "Washington", 3),
        "nowhere": lambda: compare(snapshot, goal, start, "Washington"),
        "priced": lambda: compare(snapshot, start, goal, "Washington", prices=prices(ground)),
        "priced up": lambda: compare_onward(snapshot, start, prices=prices(ground)),
        "moving": lambda: compare(snapshot, start, goal, "National", 0, "Washington"),
    }[request.param]()
    return found, trace_routes(ground, found)


def _owned(comparison: Comparison, at: int) -> set[str]:
    """Return whose figures the words on a way may show: its own, its rungs' and its steps'."""
    route = comparison.routes[at - 1]
    rungs = [comparison.rung(iri) for iri in route.rungs]
    steps = {step_name(comparison.rung(leg.step.start), comparison.rung(leg.step.end)) for leg in route.legs}
    moved = {f"{title_and_code(rungs[-1])} in {route.totals.moved.region}"} if route.totals.moved else set()
    return {f"way {at}", *map(title_and_code, rungs), *steps, *moved}


def test_every_number_of_a_way_is_traced(compared: tuple[Comparison, Traced]) -> None:
    comparison, traced = compared
    for block in to_text(comparison).split("\n\n"):
        if way := re.match(r"Way (\d+): ", block):
            owners = _owned(comparison, int(way[1]))
            shown = {n for f in traced.figures if f.of in owners for n in NUMBER.findall(f.shown)} | CONSTANTS
            assert {*NUMBER.findall(block[way.end() :])} - shown == set()


def test_what_is_said_of_all_ways_is_traced(compared: tuple[Comparison, Traced]) -> None:
    comparison, traced = compared
    shown = {n for figure in traced.figures if not figure.of for n in NUMBER.findall(figure.shown)}

    for said in (comparison.title, comparison.description, *comparison.notes):
        assert {*NUMBER.findall(said)} <= shown


def test_every_figure_of_ways_ends_in_rows(compared: tuple[Comparison, Traced], unfounded: Judge) -> None:
    assert unfounded(compared[1]) == []


def test_every_formula_of_ways_is_explained(compared: tuple[Comparison, Traced], unexplained: Judge) -> None:
    assert unexplained(compared[1]) == []


def test_a_total_takes_the_figures_of_its_steps(compared: tuple[Comparison, Traced]) -> None:
    comparison, traced = compared
    by_key = {figure.key: figure for figure in traced.figures}

    for at, route in enumerate(comparison.routes, start=1):
        total = by_key[f"way {at}: time in all"]
        steps = [part for part in total.parts if part.startswith(f"way {at}: step ")]
        assert len(steps) == 3 * len(route.legs)


def test_tuition_is_added_up_from_prices_that_are_given(ground: Ground) -> None:
    start, goal = ground.snapshot.find("49-9098.00"), ground.snapshot.find("51-8013.00")
    comparison = compare(ground.snapshot, start, goal, "Washington", prices=prices(ground))
    by_key = {figure.key: figure for figure in trace_routes(ground, comparison).figures}
    known = 0
    for at, route in enumerate(comparison.routes, start=1):
        cost, total = route.totals.cost, by_key[f"way {at}: tuition and fees"]
        assert cost
        paid = [by_key[part] for part in total.parts if part.startswith("price of ")]
        assert [stated.given for figure in paid for stated in figure.inputs] == [True] * len(cost.parts)
        assert sum(float(figure.shown.strip("$").replace(",", "")) for figure in paid) == cost.amount
        assert money(cost.amount) in total.shown or not cost.amount
        left = by_key.get(f"way {at}: not priced")
        assert (left.shown if left else "") == ", ".join(cost.unknown)
        known += len(cost.parts)
    assert known


def test_without_prices_nothing_is_said_of_tuition(ground: Ground) -> None:
    start, goal = ground.snapshot.find("49-9098.00"), ground.snapshot.find("51-8013.00")
    found = trace_routes(ground, compare(ground.snapshot, start, goal))

    assert not [figure.key for figure in found.figures if "tuition" in figure.key or "price" in figure.key]
