"""On which rung of which ladder a job stands, in every form, and what is said where there is no ladder."""

from __future__ import annotations

import pytest

from ontology.records import Iri, Text
from pathways.coverage import CurriculumMap, Demand, Target, align, coverage_format
from pathways.coverage.ladder_places import ladder_places
from pathways.coverage.sheets.rungs import COLUMNS, rungs_sheet
from pathways.ladder import Direction, Ladder, Rung, Step
from standards.curricula import Curriculum

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


@pytest.fixture
def placed(curriculum: Curriculum, target: Target, demand: Demand) -> CurriculumMap:
    """Return a program whose helper is on the ladder, and whose mechanic is not."""
    return align(curriculum, target, demand=demand, ladder=ladder(HELPER, LEAD, CHIEF))


def test_a_place_is_the_rung_from_the_bottom_and_the_next_ones_in_order() -> None:
    places = ladder_places(ladder(HELPER, LEAD, CHIEF))

    assert [(p.rung, p.rungs, p.next) for p in places.values()] == [
        (1, 3, ("Lead", "Chief")),
        (2, 3, ("Chief",)),
        (3, 3, ()),
    ]
    assert {p.title for p in places.values()} == {"Ladder of <Panel>"}


def test_a_job_has_its_place_and_one_that_the_ladder_leaves_out_has_none(placed: CurriculumMap) -> None:
    places = {rung.job.iri: rung.place for rung in placed.rungs}

    assert places[MECHANIC] is None
    assert places[HELPER] == ladder_places(ladder(HELPER, LEAD, CHIEF))[HELPER]


def test_the_page_names_ladder_place_and_what_comes_next(placed: CurriculumMap) -> None:
    page = coverage_format("html").write(placed).decode()

    assert 'on the ladder <strong><a href="http://x/ladders?sector=panel">Ladder of &lt;Panel&gt;</a>' in page
    assert "rung 1 of 3 <small>next: Lead; Chief</small>" in page
    assert "not among its rungs" in page


def test_from_the_highest_rung_no_step_leads_on(curriculum: Curriculum, target: Target, demand: Demand) -> None:
    page = coverage_format("html").write(align(curriculum, target, demand=demand, ladder=ladder(HELPER))).decode()

    assert "rung 1 of 1 <small>no step leads on</small>" in page


def test_without_a_ladder_the_page_says_why_and_gives_the_job_zone(mapped: CurriculumMap) -> None:
    page = coverage_format("html").write(mapped).decode()

    assert "No ladder is drawn of those who ask" in page
    assert "<small>job zone 2, entry rung</small>" in page
    assert "Place on the ladder" not in page


def test_the_sheet_has_the_place_in_columns(placed: CurriculumMap) -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in rungs_sheet(placed).rows]

    assert {row["Occupation"]: (row["Rung"], row["Of rungs"], row["Next rungs"]) for row in rows} == {
        "Helper": (1, 3, "Lead; Chief"),
        "Mechanic": (None, None, ""),
    }
