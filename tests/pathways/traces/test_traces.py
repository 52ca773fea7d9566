import csv
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ontology.store import KnowledgeBase
from pathways.ladders.building import sector
from pathways.occupations.catalog import Occupations
from pathways.occupations.preparation import PARTS
from pathways.records.ladder import Ladder
from pathways.scopes import Scopes
from pathways.traces.ground import Ground
from pathways.traces.records import Basis, Figure, Input, Traced
from pathways.traces.rungs import rung_figures
from pathways.traces.traces import trace_rung, trace_step
from pathways.traces.writing import write_markdown
from standards.citations.citation import Finding, Standing
from standards.citations.shelf import Shelf
from standards.imports import import_release

LABORER, REPAIR, SUPERVISOR = "47-2061.00", "49-9071.00", "51-1011.00"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[tuple[Ground, Path]]:
    """The example's partnership, imported from a folder of its own."""
    folder = tmp_path_factory.mktemp("panel") / "power-generation"
    shutil.copytree(project / "examples" / "power-generation", folder)
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [folder])
        yield Ground(base, Scopes(base).of("power-generation"), Shelf([folder])), folder


def figure(traced: Traced, name: str) -> Figure:
    return next(one for one in traced.figures if one.name == name)


def finding(stated: Input) -> Finding:
    assert stated.finding
    return stated.finding


def cells(path: Path, number: int) -> dict[str, str]:
    """Return a row of a file as anyone else would read it: the first is the header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return dict(zip(rows[0], rows[number - 1], strict=True))


def test_every_pay_on_the_sectors_ladder_is_in_the_row_that_is_named(example: tuple[Ground, Path]) -> None:
    ground, folder = example
    ladder = sector(ground.snapshot, "power-generation")
    checked = 0
    for rung in ladder.rungs:
        if rung.wage and rung.wage.median:
            region = next(region.code for region in ground.snapshot.regions if region.label == rung.wage.region)
            shown = figure(trace_rung(ground, ground.snapshot.find(rung.code), region), "pay, median")
            found = finding(shown.inputs[0])
            row = cells(folder / found.file, found.rows[0].number)
            assert (row["soc_code"], row["area_code"]) == (rung.code[:7], region)
            assert float(row["annual_median"]) == rung.wage.median
            checked += 1
    assert checked > 10


def test_the_pay_on_the_golden_ladder_is_in_the_row_that_is_named(example: tuple[Ground, Path], project: Path) -> None:
    ground, folder = example
    golden = Ladder.model_validate_json((project / "tests/golden/ladders/power-generation.json").read_bytes())
    rung = next(rung for rung in golden.rungs if rung.code == "49-9041.00")
    assert rung.wage
    region = next(region.code for region in ground.snapshot.regions if region.label == rung.wage.region)
    found = finding(figure(trace_rung(ground, ground.snapshot.find(rung.code), region), "pay, median").inputs[0])

    assert float(cells(folder / found.file, found.rows[0].number)["annual_median"]) == rung.wage.median


def test_every_gap_on_the_sectors_ladder_adds_up_from_the_rows_that_are_named(example: tuple[Ground, Path]) -> None:
    ground, folder = example
    for step in sector(ground.snapshot, "power-generation").steps[:6]:
        start, end = (ground.snapshot.find(iri) for iri in (step.start, step.end))
        shown = figure(trace_step(ground, start, end), "gap (to learn)")
        read: dict[tuple[str, str], dict[str, str]] = {}
        for stated in shown.inputs:
            row = cells(folder / finding(stated).file, finding(stated).rows[0].number)
            read[row["occupation"], row["competency"]] = row
        codes = [ground.snapshot.occupations[place].code for place in (start, end)]
        needs = missing = 0.0
        for (code, competency), row in read.items():
            if code == codes[1]:
                weight, level = float(row["importance"]) - 1, float(row["level"])
                has = float(read.get((codes[0], competency), {"level": "0"})["level"])
                needs += weight * level
                missing += weight * max(0.0, level - has)
        assert step.gap == pytest.approx(missing / needs, abs=0.001)
        assert all(stated.agrees for stated in shown.inputs)


def test_a_job_zone_is_asserted_and_its_row_is_given(example: tuple[Ground, Path]) -> None:
    ground, folder = example
    shown = figure(trace_rung(ground, ground.snapshot.find(LABORER)), "job zone")

    row = cells(folder / "occupations.csv", finding(shown.inputs[0]).rows[0].number)

    assert (shown.basis, shown.shown, row["code"], row["job_zone"]) == (Basis.ASSERTED, "2", LABORER, "2")


def test_the_months_of_preparation_are_the_sum_of_three_figures(example: tuple[Ground, Path]) -> None:
    ground, _ = example
    place = ground.snapshot.find("51-8013.00")
    traced = trace_rung(ground, place)

    shown = figure(traced, "preparation in all")

    assert shown.how == "0 months + 6 months + 3 years"
    assert float(ground.snapshot.preparation.total[place]) == 0 + 6 + 36
    assert figure(traced, "months of experience").basis is Basis.INFERRED


def test_a_license_and_a_credential_lead_to_their_rows(example: tuple[Ground, Path]) -> None:
    ground, folder = example
    step = next(s for s in sector(ground.snapshot, "power-generation").steps if s.preparation.license)
    traced = trace_step(ground, ground.snapshot.find(step.start), ground.snapshot.find(step.end))

    shown = figure(traced, "license")
    row = cells(folder / finding(shown.inputs[0]).file, finding(shown.inputs[0]).rows[0].number)

    assert row.get("licensure") == step.preparation.license
    for credential in [one for one in traced.figures if one.name.startswith("credential")]:
        found = finding(credential.inputs[0])
        assert cells(folder / found.file, found.rows[0].number)["name"] == credential.shown


def test_the_hours_and_the_pay_of_apprentices_lead_to_their_rows(example: tuple[Ground, Path]) -> None:
    ground, folder = example
    traced = trace_rung(ground, ground.snapshot.find("47-2111.00"))
    hours = figure(traced, "Plant Electrician Apprenticeship: hours at work")
    pay = figure(traced, "Plant Electrician Apprenticeship: pay")
    row = cells(folder / "apprenticeships.csv", finding(hours.inputs[0]).rows[0].number)

    assert (hours.shown, row["id"], row["on_the_job_hours"]) == ("8,000 hours", "plant-electrician", "8000")
    wages = cells(folder / "wages.csv", finding(pay.inputs[1]).rows[0].number)
    low, *_, high = (float(step) / 100 * float(wages["annual_median"]) for step in row["wage_steps"].split(" | "))
    assert pay.shown == f"${low:,.0f} to ${high:,.0f} a year"


def test_the_share_of_a_gap_that_an_apprenticeship_closes_is_traced(example: tuple[Ground, Path]) -> None:
    ground, _ = example
    ends = [ground.snapshot.find(code) for code in ("47-3013.00", "47-2111.00")]
    shown = figure(trace_step(ground, ends[0], ends[1]), "Plant Electrician Apprenticeship: share of the gap")

    assert shown.basis is Basis.COMPUTED
    assert "PG-ELE-03" in finding(shown.inputs[0]).rows[0].cells["teaches"]


def test_each_view_behind_relatedness_names_its_rows(example: tuple[Ground, Path]) -> None:
    ground, _ = example
    traced = trace_step(ground, ground.snapshot.find(LABORER), ground.snapshot.find(REPAIR))
    seen = [one for one in traced.figures if one.name.startswith("view: ")]

    assert len(seen) == len(ground.snapshot.opinions)
    assert all(finding(stated).standing is Standing.FOUND for one in seen for stated in one.inputs)


def test_a_file_that_changed_since_the_import_is_said_and_gives_no_row(
    example: tuple[Ground, Path], tmp_path: Path
) -> None:
    ground, folder = example
    shutil.copytree(folder, tmp_path / "changed")
    wages = tmp_path / "changed" / "wages.csv"
    wages.write_text(wages.read_text().replace("47120", "57120"))
    other = Ground(ground.base, ground.snapshot, Shelf([tmp_path / "changed"]))

    traced = trace_rung(other, ground.snapshot.find(LABORER))
    found = finding(figure(traced, "pay, median").inputs[0])

    assert (found.standing, found.rows) == (Standing.CHANGED, ())
    assert [note for note in traced.notes if note.startswith("wages.csv is not the file that was imported")]
    assert "has changed since the import" in write_markdown(traced)


def test_without_the_files_it_says_what_to_look_for_and_where(example: tuple[Ground, Path]) -> None:
    ground, _ = example
    traced = trace_rung(Ground(ground.base, ground.snapshot, Shelf([])), ground.snapshot.find(LABORER))

    assert {finding(stated).standing for one in traced.figures for stated in one.inputs} == {Standing.ABSENT}
    assert "soc_code 47-2061; SHA-256" in write_markdown(traced)
    assert [note for note in traced.notes if note.startswith("Not at hand: occupations.csv, wages.csv")]


def test_a_step_between_ends_that_no_release_rates_has_no_gap(
    plant_base: KnowledgeBase, add: Callable[..., object]
) -> None:
    snapshot = Scopes(plant_base).national
    traced = trace_step(
        Ground(plant_base, snapshot, Shelf([])), snapshot.find("51-9198.00"), snapshot.find("51-8010.00")
    )

    assert traced.notes[-1] == "No pay is loaded."
    assert "relatedness" in {one.name for one in traced.figures}


@pytest.fixture(scope="module")
def nation(national: Path, data: Path) -> Iterator[Ground]:
    with KnowledgeBase.open(national) as base:
        yield Ground(base, Scopes(base, national / "snapshots").national, Shelf([data / "onet" / "29.3-excel"]))


def test_a_rating_of_onet_is_in_the_row_that_is_named(nation: Ground) -> None:
    traced = trace_step(nation, nation.snapshot.find("31-1131.00"), nation.snapshot.find("29-2061.00"))
    inputs = [stated for one in traced.figures for stated in one.inputs if one.name == "gap (to learn)"]

    assert inputs[0].what == "importance of Psychology to Licensed Practical and Licensed Vocational Nurses"
    assert (finding(inputs[0]).file, finding(inputs[0]).rows[0].number) == ("Knowledge.xlsx", 27954)
    assert len(inputs) > 100
    assert all(stated.agrees for stated in inputs)


def test_a_share_of_onets_education_answers_is_in_the_row_that_is_named(nation: Ground) -> None:
    traced = trace_rung(nation, nation.snapshot.find("29-2061.00"))
    shown = figure(traced, "education share: an associate's degree")
    row = finding(shown.inputs[0]).rows[0]

    assert (shown.shown, row.number, dict(row.cells)) == ("16%", 17361, {"Data Value": "15.9"})
    assert figure(traced, "license").basis is Basis.INFERRED


def test_what_nobody_says_of_preparation_is_traced_as_unknown(ground: Ground) -> None:
    entries = list(ground.snapshot.occupations)
    place = ground.snapshot.find(LABORER)
    known = np.ones((len(entries), 3), dtype=bool)
    known[place] = False
    entries[place] = entries[place].model_copy(update={"zone": 0, "education": "", "training_months": None})
    strange = replace(
        ground.snapshot,
        occupations=Occupations(tuple(entries)),
        preparation=replace(ground.snapshot.preparation, known=known),
    )
    found = {figure.name: figure for figure in rung_figures(Ground(ground.base, strange, ground.shelf), place, None)}

    assert found["education"].shown == "unknown"
    assert {found[f"months of {part}"].shown for part in PARTS} == {"not known"}
    assert found["preparation in all"].shown == "not known"
    assert not any("job zone 0" in figure.how for figure in found.values())
