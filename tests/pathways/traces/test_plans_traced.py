"""Every number of a plan has a trace that ends in rows of files, or in what was given and is not kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from ontology.records import Iri
from pathways.amounts import months
from pathways.ladders.blocks import Block, Items
from pathways.plans import Offer, Person, Plan, PlanDesk, plan
from pathways.plans.account import plan_account
from pathways.plans.plan import MilestoneKind
from pathways.plans.wording import HEADS, milestone
from pathways.traces.ground import Ground
from pathways.traces.records import Traced
from pathways.traces.traces import trace_plan

Judge = Callable[[Traced], list[str]]
NUMBER = re.compile(r"\$?\d+(?:,\d{3})*(?:\.\d+)?%?")
NUMBERED = re.compile(r"^\d+\. ")
"""How a list is numbered."""

RECORD = {
    "jobs": [{"name": "Helpers--Electricians"}],
    "skills": [
        {"name": "Lockout/Tagout", "level": 3.5},
        {"name": "Read wiring diagrams"},
        {"name": "12 years of juggling"},
    ],
    "credentials": [{"name": "OSHA 10-Hour General Industry"}],
}
OWN = Offer(iri=Iri("http://example.org/relay"), label="Relay Night School", hours=90, cost=600)


PLANNED = {
    "electrician": ("47-3013.00", "47-2111.00"),
    "relay": ("47-3013.00", "49-2095.00"),
    "instrument": ("49-9071.00", "17-3023.00"),
    "engineer": ("17-3023.00", "17-2071.00"),
    "helper": ("47-2061.00", "47-3013.00"),
    "bare": ("47-3013.00", "49-2095.00"),
}
"""From where to where, by what the plan is for."""


@pytest.fixture(scope="module", params=PLANNED)
def planned(ground: Ground, request: pytest.FixtureRequest) -> tuple[Plan, Traced]:
    """A plan with its trace."""
    snapshot = ground.snapshot
    start, goal = PLANNED[request.param]
    person = Person() if request.param == "bare" else Person.model_validate(RECORD)
    desk = PlanDesk(ground.base, snapshot)
    taught = snapshot.requirements[0].competencies
    offer = OWN.model_copy(update={"covers": tuple(map(Iri, taught[:30]))})
    offers = [offer] if request.param == "relay" else []
    found = plan(desk, person, snapshot.find(start), snapshot.find(goal), "Washington", offers, date(2026, 3, 1))
    return found, trace_plan(ground, found)


def _lines(block: Block) -> Iterator[str]:
    lines = block.items if isinstance(block, Items) else (block.runs,)
    for line in lines:
        yield "".join(run.text for run in line)


def test_every_number_of_a_plan_is_traced(planned: tuple[Plan, Traced]) -> None:
    found, traced = planned
    shown = {n for figure in traced.figures for n in NUMBER.findall(figure.shown)}
    said = [line for block in plan_account(found) for line in _lines(block)]

    assert [line for line in said if {*NUMBER.findall(NUMBERED.sub("", line))} - shown] == []
    assert sum(bool(NUMBER.search(line)) for line in said) > 10


def test_every_figure_of_a_plan_ends_in_rows_or_in_what_was_given(
    planned: tuple[Plan, Traced], unfounded: Judge
) -> None:
    assert unfounded(planned[1]) == []


def test_every_formula_of_a_plan_is_explained(planned: tuple[Plan, Traced], unexplained: Judge) -> None:
    assert unexplained(planned[1]) == []


def test_the_credits_of_a_course_are_in_its_rows(planned: tuple[Plan, Traced]) -> None:
    found, traced = planned
    for part in (part for term in found.terms for part in term.parts if part.credits and part.kind.value == "course"):
        amount = next(f for f in traced.figures if f.name == "amount" and f"course {part.name}" in f.of)
        rows = [row for stated in amount.inputs if stated.finding for row in stated.finding.rows]
        assert f"{part.credits:g}" in {cell.removesuffix(".0") for row in rows for cell in row.cells.values()}


def test_each_milestone_has_a_figure_that_says_when_it_is_told_and_of_what_it_is_made(
    planned: tuple[Plan, Traced], ground: Ground
) -> None:
    found, traced = planned
    by_key = {figure.key: figure for figure in traced.figures}
    ready, places = ground.snapshot.preparation, ground.snapshot.occupations.by_iri
    rungs = [found.start, *(stage.rung for stage in found.stages)]
    for number, stage in enumerate(found.stages, start=1):
        before, place = (places[rungs[at].iri] for at in (number - 1, number))
        for told in stage.milestones:
            figure = by_key[f"rung {number}: {stage.rung.label}: milestone: {HEADS[told.kind].lower()}"]
            assert figure.how.startswith("told ")
            assert told.label in figure.shown
            assert milestone(told) in figure.shown
            if told.kind is MilestoneKind.JOB:
                worked = ready.experience[place] - ready.experience[before] - ready.training[before]
                assert (told.work_months or 0) == pytest.approx(max(0, worked), abs=0.05)
                assert f"less the {months(round(float(ready.experience[before]), 1))}" in figure.how


def test_every_kind_of_milestone_is_traced(ground: Ground) -> None:
    desk, find = PlanDesk(ground.base, ground.snapshot), ground.snapshot.find
    plans = [plan(desk, Person(), find(PLANNED[name][0]), find(PLANNED[name][1])) for name in ("engineer", "helper")]
    told = {figure.name: figure for one in plans for figure in trace_plan(ground, one).figures}

    assert {f"milestone: {HEADS[kind].lower()}" for kind in MilestoneKind} <= told.keys()
    assert told["milestone: license"].shown.startswith("Washington electrical training certificate, ")
    study = told["milestone: program of study"]
    assert study.shown == "Bachelor's degree in electrical engineering; about 2 years of school"
    assert "the rung asks for 4 years after high school, less the 2 years of the one before" in study.how
