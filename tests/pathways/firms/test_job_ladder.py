"""A firm's own jobs as a ladder: each job on the rung of its occupation, none dropped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.queries.ladders import LadderQuery, UnclearLadderError
from ontology.errors import NotFoundError, RefusedError
from ontology.records import Iri, Text
from ontology.report import Severity
from ontology.store import KnowledgeBase
from pathways.diagrams import to_svg
from pathways.firms import firm_ladder, firms
from pathways.formats import to_markdown
from pathways.ladders.building import sector
from pathways.ladders.transitions import transition
from pathways.occupations.jobs import FirmJob
from pathways.occupations.wages import find_region
from pathways.records.ladder import Ladder
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
from standards.imports import import_release

PANEL, HYDRO, GAS = "power-generation", "stillwater-bend-hydro", "basalt-ridge-energy"


@pytest.fixture(scope="module")
def scopes(project: Path) -> Iterator[Scopes]:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        yield Scopes(base)


@pytest.fixture(scope="module")
def panel(scopes: Scopes) -> Snapshot:
    return scopes.of(PANEL)


def titles(ladder: Ladder) -> set[str]:
    return {str(job.label) for rung in ladder.rungs for job in rung.jobs}


def test_all_jobs_of_all_firms_are_read(panel: Snapshot) -> None:
    assert len(panel.jobs) == 28
    assert set(firms(panel)) == {HYDRO, GAS, "larkspur-plateau-wind", "tamarack-pud"}
    assert not any(job.strange for job in panel.jobs)


@pytest.mark.parametrize("firm", [HYDRO, GAS, "larkspur-plateau-wind", "tamarack-pud"])
def test_every_job_stands_on_a_rung(panel: Snapshot, firm: str) -> None:
    ladder = firm_ladder(panel, firm, PANEL)

    assert titles(ladder) == {str(job.label) for job in panel.jobs if job.firm.endswith(f"/{firm}")}
    assert ladder.steps
    assert {rung.wage.region for rung in ladder.rungs if rung.wage} == {"Washington"}


def test_steps_are_those_of_the_occupations(panel: Snapshot) -> None:
    washington = find_region(panel.regions, "Washington")

    for drawn in firm_ladder(panel, HYDRO, PANEL).steps:
        places = (panel.occupations.by_iri[drawn.start], panel.occupations.by_iri[drawn.end])
        assert drawn == transition(panel, *places, washington)


def test_jobs_with_one_code_share_a_rung_and_that_is_said(panel: Snapshot) -> None:
    ladder = firm_ladder(panel, GAS, PANEL)
    (rung,) = [rung for rung in ladder.rungs if rung.code == "51-8013.00"]

    assert [str(job.label) for job in rung.jobs] == ["Control Room Operator", "Outside Operator"]
    assert str(rung.label) == "Control Room Operator / Outside Operator"
    assert rung.description.startswith("Coded to Power Plant Operators (51-8013.00).")
    note = "2 jobs share one rung, all coded to Power Plant Operators (51-8013.00)"
    assert any(said.startswith(note) for said in ladder.notes)
    assert "8 jobs on 7 rungs" in ladder.description


def test_jobs_without_a_code_or_with_a_strange_one_are_named(panel: Snapshot) -> None:
    firm = next(job.firm for job in panel.jobs if job.firm.endswith(HYDRO))
    more = [
        FirmJob(Iri(f"{firm}/job/{at}"), Text(value=title), firm, "Stillwater Bend Hydro (fictional)", (), strange)
        for at, (title, strange) in enumerate((("Grounds Keeper", ()), ("Fish Biologist", ("19-1023.00",))))
    ]
    ladder = firm_ladder(replace(panel, jobs=(*panel.jobs, *more)), HYDRO, PANEL)

    assert "1 job has no code of an occupation and no rung: Grounds Keeper." in ladder.notes
    assert "Fish Biologist is coded to 19-1023.00, which is no known occupation." in ladder.notes


def test_a_firm_is_found_by_its_name_and_without_a_sector(scopes: Scopes) -> None:
    by_name = LadderQuery(firm="Stillwater Bend Hydro (fictional)").answer(scopes)
    by_slug = LadderQuery(firm=HYDRO).answer(scopes)

    assert by_name == by_slug
    assert by_slug.title == "Career ladder: jobs of Stillwater Bend Hydro (fictional)"


def test_a_firm_that_is_not_there_is_refused_with_those_that_are(scopes: Scopes) -> None:
    with pytest.raises(NotFoundError, match=f"there are those of .*{HYDRO}"):
        LadderQuery(sector=PANEL, firm="stillwater").answer(scopes)
    with pytest.raises(UnclearLadderError, match="leave out where it begins"):
        LadderQuery(firm=HYDRO, start="49-9098.00").answer(scopes)


def test_the_picture_and_the_words_call_rungs_by_jobs(panel: Snapshot) -> None:
    ladder = firm_ladder(panel, HYDRO, PANEL)

    assert "Powerhouse Helper" in to_svg(ladder)
    told = to_markdown(ladder)
    assert "Coded to Hydroelectric Plant Technicians" in told
    assert "not the firm's own" in told


def test_the_ladder_across_firms_knows_no_jobs(panel: Snapshot) -> None:
    assert not any(rung.jobs for rung in sector(panel, PANEL).rungs)


def test_a_firms_own_pay_stands_in_the_place_of_the_regions(panel: Snapshot) -> None:
    pays = {"Powerhouse Helper": 50_000.0, "Hydro Mechanic": 75_000.0, "Chief Operator": 60_000.0}
    jobs = tuple(replace(job, pay=pays.get(job.label.value)) for job in panel.jobs)
    ladder = firm_ladder(replace(panel, jobs=jobs), HYDRO, PANEL, "Washington")

    shown = {str(rung.label): rung.wage.median for rung in ladder.rungs if rung.wage}
    assert shown == pays
    assert {rung.wage.region for rung in ladder.rungs if rung.wage} == {"jobs of Stillwater Bend Hydro (fictional)"}
    assert "the firm's own" in ladder.description
    helper, mechanic = (
        next(rung.occupation for rung in ladder.rungs if str(rung.label) == title)
        for title in ("Powerhouse Helper", "Hydro Mechanic")
    )
    (climb,) = [step for step in ladder.steps if (step.start, step.end) == (helper, mechanic)]
    assert climb.wage_change == 0.5
    # An apprentice earns 60% at first of what the firm pays its mechanics.
    assert [bridge.wages.low for bridge in climb.bridges if bridge.wages] == [45_000]


def test_pay_is_read_from_a_firms_list(project: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(project / "examples/power-generation", tmp_path / "panel"))
    path = folder / "firms/stillwater-bend-hydro.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    paid = [f'{row},"$64,500"' if row.startswith("Powerhouse Helper") else f"{row}," for row in rows]
    path.write_text("\n".join([f"{head},Annual pay", *paid]) + "\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])
        jobs = Scopes(base).of(PANEL).jobs

    assert {(job.label.value, job.pay) for job in jobs if job.pay} == {("Powerhouse Helper", 64_500)}


def test_pay_that_is_no_amount_is_named(project: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(project / "examples/power-generation", tmp_path / "panel"))
    path = folder / "firms/stillwater-bend-hydro.csv"
    head, first, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join([f"{head},Annual pay", f"{first},plenty", *(f"{row}," for row in rows)]), encoding="utf-8"
    )

    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError) as refused:
        import_release(base, "partnership", [folder])
    (finding,) = refused.value.report.of(Severity.ERROR)
    assert (finding.row, finding.column, finding.value) == (2, "Annual pay", "plenty")
