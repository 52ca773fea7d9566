"""The ladder of the example partnership, beside the steps that its own advisers would sign."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.formats.markdown import to_markdown
from pathways.ladders.account import SKILLS
from pathways.ladders.building import sector
from pathways.records.ladder import Ladder
from standards.imports import import_release

AGREED = 15
"""Adviser steps that the engine draws; more is better, fewer is a step back."""


@pytest.fixture(scope="module")
def ladder(project: Path) -> Ladder:
    """Return the ladder of the power generation panel with the pay of its own region."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return sector(compute_snapshot(base), "power-generation")


def test_it_shows_every_occupation_of_the_panel_with_pay(ladder: Ladder) -> None:
    assert len(ladder.rungs) == 18
    assert {rung.wage.region for rung in ladder.rungs if rung.wage} == {"Washington"}
    assert all(rung.wage and rung.wage.median for rung in ladder.rungs)


def test_pay_is_credited_to_who_published_it(ladder: Ladder) -> None:
    publishers = {rung.wage.source for rung in ladder.rungs if rung.wage}
    assert len(publishers) == 1
    assert min(publishers).startswith("BLS Occupational Employment and Wage Statistics, May 2025")
    panel, bureau = ladder.sources
    assert (panel.name, bureau.name) == ("power-generation@draft", *publishers)
    assert "Bureau of Labor Statistics" in panel.attribution


def test_advisers_recognize_it(ladder: Ladder, project: Path) -> None:
    with (project / "examples/power-generation/lines.csv").open(encoding="utf-8", newline="") as file:
        advised = {(row["from_code"], row["to_code"]) for row in csv.DictReader(file)}
    drawn = {(ladder.rung(step.start).code, ladder.rung(step.end).code) for step in ladder.steps}
    assert len(advised & drawn) >= AGREED, sorted(advised - drawn)


def test_preparation_never_falls(ladder: Ladder) -> None:
    assert ladder.steps
    assert all(ladder.rung(step.start).zone <= ladder.rung(step.end).zone for step in ladder.steps)


def test_every_step_is_explained_by_the_panels_own_standard(ladder: Ladder) -> None:
    assert ladder.steps
    assert all(step.gains and step.gap for step in ladder.steps)
    assert {gain.source for step in ladder.steps for gain in step.gains} == {"power-generation@draft"}


def test_all_that_is_to_be_learned_is_in_the_record_and_eight_of_it_in_words(ladder: Ladder) -> None:
    assert all(sum(gain.share for gain in step.gains) == pytest.approx(1, abs=0.02) for step in ladder.steps)
    more = [len(step.gains) - SKILLS for step in ladder.steps if len(step.gains) > SKILLS]
    assert max(more) > SKILLS
    told = to_markdown(ladder)
    assert [said for said in {f"and {many} more" for many in more} if said not in told] == []


def test_what_a_credential_attests_is_said_where_it_is_to_be_learned(ladder: Ladder) -> None:
    attested = [gain for step in ladder.steps for gain in step.gains if gain.attested_by]
    assert len(attested) > 20
    nerc = {gain.competency.rpartition("/")[2] for gain in attested if "NERC" in str(gain.attested_by)}
    assert nerc
    assert nerc <= {f"PG-OPS-0{n}" for n in (3, 5, 6, 7, 8, 9)} | {"PG-COM-01"}


def test_nobody_is_told_to_show_a_skill_by_the_license_of_another_job(ladder: Ladder) -> None:
    toward = {
        ladder.rung(step.end).code
        for step in ladder.steps
        for gain in step.gains
        if "Journey Level Electrician" in str(gain.attested_by)
    }
    assert toward == {"47-2111.00", "49-2095.00"}


def test_no_course_is_said_to_teach_what_nobody_has_asserted(ladder: Ladder) -> None:
    """The example's colleges list outcomes; what they mean is only suggested, on the curriculum maps."""
    assert not any(gain.taught_by for step in ladder.steps for gain in step.gains)


def test_no_one_is_led_into_management_past_the_supervisors(ladder: Ladder) -> None:
    ends = ((ladder.rung(step.start).code, ladder.rung(step.end).code) for step in ladder.steps)
    into = {start for start, end in ends if end.startswith("11-") and not start.startswith("11-")}
    assert into == {"49-1011.00", "51-1011.00"}


def test_the_step_that_gives_up_pay_says_how_much(ladder: Ladder) -> None:
    lost = {ladder.rung(s.start).code: s.tradeoff for s in ladder.steps if s.tradeoff}
    assert set(lost) == {"51-8013.00"}
    assert lost["51-8013.00"].share == pytest.approx(0.397)


def test_every_rung_below_the_top_leads_on_or_says_so(ladder: Ladder) -> None:
    left = {step.start for step in ladder.steps}
    stuck = [rung for rung in ladder.rungs if rung.occupation not in left and rung.zone < 4]
    assert {rung.code for rung in stuck if rung.dead_end} == {"51-8012.00"}
    assert all(rung.dead_end or rung.code.startswith("11-") for rung in stuck)
