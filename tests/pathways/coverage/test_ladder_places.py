"""On which level of which ladder a job stands, in every form, and what is said where there is no ladder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Iri, Text
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.coverage import CurriculumMap, Demand, Target, align, coverage_format
from pathways.coverage.ladder_places import ladder_places
from pathways.coverage.sheets.glance import glance_sheet
from pathways.coverage.sheets.rungs import rungs_sheet
from pathways.diagrams.picture import picture
from pathways.ladders.building import sector
from pathways.records.ladder import Direction, Ladder, Rung, Step
from standards.curricula import Curriculum
from standards.imports import import_release

HELPER, MECHANIC, LEAD, CHIEF = (Iri(f"http://x/job/{name}") for name in ("helper", "mechanic", "lead", "chief"))


def ladder(*occupations: Iri) -> Ladder:
    """Return a ladder from the helper over the lead and the chief, as far as it has them."""
    climbs = ((HELPER, CHIEF), (HELPER, LEAD), (LEAD, CHIEF))
    return Ladder(
        iri=Iri("http://x/ladders?sector=panel"),
        title="Ladder of <Panel>",
        description="",
        rungs=tuple(
            Rung(occupation=iri, code=iri[-4:], label=Text(value=iri.rpartition("/")[2].title())) for iri in occupations
        ),
        steps=tuple(
            Step(start=a, end=b, direction=Direction.ADVANCE, relatedness=0.5)
            for a, b in climbs
            if a in occupations and b in occupations
        ),
    )


@pytest.fixture(scope="module")
def example_ladder(project: Path) -> Ladder:
    """Return the ladder of the example partnership."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return sector(compute_snapshot(base), "power-generation")


@pytest.fixture
def placed(curriculum: Curriculum, target: Target, demand: Demand) -> CurriculumMap:
    """Return a program whose helper is on the ladder, and whose mechanic is not."""
    return align(curriculum, target, demand=demand, ladder=ladder(HELPER, LEAD, CHIEF))


def test_a_place_is_the_level_from_the_bottom_and_the_next_ones_in_order() -> None:
    places = ladder_places(ladder(HELPER, LEAD, CHIEF))

    assert [(p.level, p.levels, p.next) for p in places.values()] == [
        (1, 3, ("Lead", "Chief")),
        (2, 3, ("Chief",)),
        (3, 3, ()),
    ]
    assert {p.title for p in places.values()} == {"Ladder of <Panel>"}


def test_a_step_for_the_same_pay_is_called_sideways_and_a_rung_without_steps_stands_apart() -> None:
    whole = ladder(HELPER, LEAD, MECHANIC)
    steps = tuple(step.model_copy(update={"direction": Direction.LATERAL}) for step in whole.steps)
    places = ladder_places(whole.model_copy(update={"steps": steps}))

    assert (places[HELPER].next, places[HELPER].sideways) == ((), ("Lead",))
    assert places[HELPER].level == places[LEAD].level == 1
    assert (places[MECHANIC].level, places[MECHANIC].levels) == (0, 1)


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """Draw a ladder of up to nine rungs in any job zones, with steps in any direction."""
    zones = draw(st.lists(st.integers(0, 5), min_size=1, max_size=9))
    rungs = tuple(
        Rung(occupation=Iri(f"http://x/job/{at}"), code=str(at), label=Text(value=f"Job {at}"), zone=zone)
        for at, zone in enumerate(zones)
    )
    pairs = [(a.occupation, b.occupation) for a in rungs for b in rungs if a is not b]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12)) if pairs else []
    steps = tuple(Step(start=a, end=b, direction=draw(st.sampled_from(Direction)), relatedness=0.5) for a, b in chosen)
    return Ladder(iri=Iri("http://x/ladder"), title="Any", description="", rungs=rungs, steps=steps)


@given(ladders())
def test_whoever_is_next_stands_higher_and_every_other_step_is_called_sideways(whole: Ladder) -> None:
    places = ladder_places(whole)
    labels = {rung.occupation: rung.label.value for rung in whole.rungs}

    for step in whole.steps:
        start, end = places[step.start], places[step.end]
        up = step.direction is not Direction.LATERAL and end.level > start.level
        assert (labels[step.end] in start.next) is up
        assert (labels[step.end] in start.sideways) is not up
    assert sum(len(place.next) + len(place.sideways) for place in places.values()) == len(whole.steps)


def test_levels_are_the_heights_of_the_picture(example_ladder: Ladder) -> None:
    places = ladder_places(example_ladder)
    heights: dict[str, float] = {one.card.rung.occupation: one.box.y for one in picture(example_ladder).cards}
    drawn = [(place.level, -heights[iri]) for iri, place in places.items() if place.level]

    assert sorted(drawn) == sorted(drawn, key=lambda one: (one[1], one[0]))
    assert len({level for level, _ in drawn}) == max(place.levels for place in places.values())


def test_every_step_up_the_example_leads_to_a_higher_level(example_ladder: Ladder) -> None:
    places = ladder_places(example_ladder)
    upward = [step for step in example_ladder.steps if step.direction is not Direction.LATERAL]

    assert upward
    assert all(places[step.start].level < places[step.end].level for step in upward)


def test_a_job_has_its_place_and_one_that_the_ladder_leaves_out_has_none(placed: CurriculumMap) -> None:
    places = {rung.job.iri: rung.place for rung in placed.rungs}

    assert places[MECHANIC] is None
    assert places[HELPER] == ladder_places(ladder(HELPER, LEAD, CHIEF))[HELPER]


def test_the_page_names_ladder_place_and_what_comes_next(placed: CurriculumMap) -> None:
    page = coverage_format("html").write(placed).decode()

    assert 'on the ladder <strong><a href="http://x/ladders?sector=panel">Ladder of &lt;Panel&gt;</a>' in page
    assert "level 1 of 3 from the bottom (preparation not known) <small>next: Lead; Chief</small>" in page
    assert "not among its rungs" in page


def test_from_the_highest_rung_no_step_leads_on(curriculum: Curriculum, target: Target, demand: Demand) -> None:
    whole = ladder(HELPER, MECHANIC)
    steps = (Step(start=MECHANIC, end=HELPER, direction=Direction.ADVANCE, relatedness=0.5),)
    climbed = align(curriculum, target, demand=demand, ladder=whole.model_copy(update={"steps": steps}))
    page = coverage_format("html").write(climbed).decode()

    assert "level 2 of 2 from the bottom (preparation not known) <small>no step leads up from here</small>" in page


def test_a_job_without_steps_is_said_to_stand_apart(curriculum: Curriculum, target: Target, demand: Demand) -> None:
    page = coverage_format("html").write(align(curriculum, target, demand=demand, ladder=ladder(HELPER))).decode()

    assert "apart: no step found" in page


def test_without_a_ladder_the_page_says_why_and_gives_the_job_zone(mapped: CurriculumMap) -> None:
    page = coverage_format("html").write(mapped).decode()

    assert "No ladder is drawn of those who ask" in page
    assert "<small>job zone 2, entry rung</small>" in page
    assert "Place on the ladder" not in page


def test_the_sheet_has_the_place_in_columns(placed: CurriculumMap) -> None:
    table = rungs_sheet(placed)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]

    assert {
        row["Occupation"]: (row["Level, from the bottom"], row["Of levels"], row["Next rungs"]) for row in rows
    } == {
        "Helper": (1, 3, "Lead; Chief"),
        "Mechanic": (None, None, ""),
    }


def test_titles_have_a_dash_on_page_and_sheet_and_the_words_of_the_source_in_the_record(
    curriculum: Curriculum, target: Target, demand: Demand
) -> None:
    jobs = tuple(job.model_copy(update={"label": f"{job.label}s--Fitters"}) for job in demand.jobs)
    asked = Demand(label=demand.label, jobs=jobs, firms=demand.firms, wants=demand.wants)
    found = align(curriculum, target, demand=asked)
    page = coverage_format("html").write(found).decode()
    sheets = str([table.rows for table in (rungs_sheet(found), glance_sheet(found))])

    assert "Helpers\u2013Fitters" in page
    assert sheets.count("Mechanics\u2013Fitters") > 2
    assert "s--Fitters" not in page + sheets
    assert "Helpers--Fitters" in coverage_format("json").write(found).decode()
