import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def test_a_rung_of_the_example_is_traced_to_its_rows(run: Run, capsys: Captured) -> None:
    assert run("trace", "51-8013.00") == 0

    out = capsys.readouterr().out
    assert "job_zone `2` (where code 51-8013.00)" in out
    assert "| power-generation@draft | wages.csv |" in out


def test_a_step_is_written_as_json_with_all_inputs(run: Run, tmp_path: Path) -> None:
    assert run("trace", "--from", "47-2061.00", "--to", "49-9071.00", "-o", "step.json") == 0

    written = json.loads((tmp_path / "step.json").read_text())
    gap = next(figure for figure in written["figures"] if figure["name"] == "gap (to learn)")
    assert gap["inputs"][0]["finding"]["rows"][0]["cells"] == {"importance": "4.4"}
    assert {file["name"] for file in written["files"]} >= {"requirements.csv", "wages.csv"}


def test_a_changed_file_ends_with_findings(run: Run, tmp_path: Path, project: Path, capsys: Captured) -> None:
    folder = tmp_path / "panel"
    shutil.copytree(project / "examples" / "power-generation", folder)
    wages = folder / "wages.csv"
    wages.write_text(wages.read_text().replace("National,47-2061", "The nation,47-2061"))
    assert run("import", "partnership", folder) == 0
    wages.write_text(wages.read_text().replace("47120", "57120"))
    capsys.readouterr()

    assert run("trace", "47-2061.00", "--data", folder) == 1
    assert "wages.csv is not the file that was imported" in capsys.readouterr().out


def test_it_says_what_must_be_named(run: Run, capsys: Captured) -> None:
    for arguments in ((), ("51-8013.00", "--from", "47-2061.00", "--to", "49-9071.00"), ("--from", "47-2061.00")):
        assert run("trace", *arguments) == 2
        assert "name one occupation, or a step by --from and --to" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--of", "pigs"), "'pigs' cannot be traced; there are rung, step, ladder"),
        (("--of", "step", "--from", "47-2061.00"), "a step is named by --from and --to"),
        (("--of", "plan", "--from", "47-2061.00"), "give it (--have, or POST to plans/trace)"),
        (("--of", "pays", "--sector", "power-generation"), "give a wage of your own"),
        (("51-8013.00", "--offers", "gone.json"), "--have is for a plan"),
        (("51-8013.00", "--find", "pigs"), "no figure of Power Plant Operators shows 'pigs'"),
        (("--firm", "levels.csv"), "levels.csv declares its ladder itself"),
        (("--firm", "nobody"), "no jobs are known of a firm called 'nobody'"),
    ],
)
def test_what_cannot_be_traced_is_said(run: Run, capsys: Captured, arguments: tuple[str, ...], said: str) -> None:
    assert run("trace", *arguments) != 0
    assert said in capsys.readouterr().err


def test_one_number_of_a_drawn_ladder_is_found_with_what_it_takes(run: Run, capsys: Captured) -> None:
    assert run("trace", "--sector", "power-generation", "--find", "38% to learn") == 0

    out = capsys.readouterr().out
    assert "## Power Plant Operators (51-8013.00) to First-Line Supervisors" in out
    assert "requirements.csv, row" in out
    assert "relatedness" not in out


def test_the_mean_of_ten_years_leads_to_the_rows_of_its_pay(run: Run, capsys: Captured) -> None:
    asked = ("--from", "49-9098.00", "--to", "51-8013.00", "--region", "Washington")
    assert run("trace", "--of", "routes", *asked, "--find", "average pay") == 0

    out = capsys.readouterr().out
    assert "- takes Power Plant Operators (51-8013.00): pay, median: $131,620 a year" in out
    assert "annual_median `131620`" in out


def test_a_county_falls_back_to_the_row_of_its_state_and_says_so(run: Run, capsys: Captured) -> None:
    assert run("trace", "51-8013.00", "--region", "Chelan County, WA") == 0

    out = capsys.readouterr().out
    assert "No pay is published of Chelan County, WA: that of Washington stands in." in out
    assert "area_code 5300000" in out


def test_the_pay_that_a_firm_names_leads_to_its_own_list(run: Run, tmp_path: Path, project: Path) -> None:
    folder = tmp_path / "panel"
    shutil.copytree(project / "examples" / "power-generation", folder)
    path = folder / "firms" / "stillwater-bend-hydro.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    paid = [f'{row},"$64,500"' if row.startswith("Powerhouse Helper") else f"{row}," for row in rows]
    path.write_text("\n".join([f"{header},Annual pay", *paid]) + "\n", encoding="utf-8")
    assert run("import", "partnership", folder) == 0

    assert run("trace", "--firm", "stillwater-bend-hydro", "--data", folder, "-o", "firm.json") == 0
    assert run("trace", "49-9098.00", "--firm", "stillwater-bend-hydro", "--data", folder, "-o", "rung.json") == 0

    for name in ("firm.json", "rung.json"):
        figures = json.loads((tmp_path / name).read_text())["figures"]
        pay = next(figure for figure in figures if figure["name"] == "pay, median")
        assert (pay["shown"], pay["how"]) == ("$64,500 a year", "as the firm's list says")
        finding = pay["inputs"][0]["finding"]
        assert (finding["file"], finding["rows"][0]["number"]) == ("stillwater-bend-hydro.csv", 2)
        assert pay["inputs"][0]["agrees"]


def test_a_plan_is_traced_with_the_record_it_is_made_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("Kind,Name,Level\nskill,Lockout/Tagout,3.5\n", encoding="utf-8")
    asked = ("--from", "47-3013.00", "--to", "47-2111.00", "--have", "mine.csv")

    assert run("trace", *asked, "-o", "plan.json") == 0

    figures = json.loads((tmp_path / "plan.json").read_text())["figures"]
    need = next(figure for figure in figures if figure["name"].startswith("Lockout/Tagout"))
    assert [stated["value"] for stated in need["inputs"] if stated["given"]] == ["level 3.5", "level 2.3"]


def test_folders_of_releases_are_taken_from_the_environment(
    run: Run, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    folder = tmp_path / "panel"
    shutil.copytree(project / "examples" / "power-generation", folder)
    (folder / "wages.csv").write_text((folder / "wages.csv").read_text().replace("47120", "57120"))
    assert run("import", "partnership", folder) == 0
    monkeypatch.setenv("LADDERWORKS_RELEASES", str(folder))
    capsys.readouterr()

    assert run("trace", "47-2061.00") == 0
    assert "annual_median `57120`" in capsys.readouterr().out


def test_data_that_is_not_there_is_refused(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("trace", "51-8013.00", "--data", tmp_path / "gone") == 2
    assert "there is nothing at" in capsys.readouterr().err


def test_the_pay_of_the_sectors_own_region_is_traced(run: Run, capsys: Captured) -> None:
    assert run("trace", "51-8013.00", "--sector", "power-generation") == 0
    assert "Washington" in capsys.readouterr().out


def test_the_tuition_of_ways_is_traced_to_the_prices_that_are_named(run: Run, tmp_path: Path, capsys: Captured) -> None:
    competency = "http://localhost:8000/id/power-generation/PG-ELE-06"
    offer = {"iri": "http://x/relays", "label": "Relay School", "covers": [competency], "cost": 900}
    (tmp_path / "offers.json").write_text(json.dumps([offer]))
    ends = ("--from", "47-3013.00", "--to", "49-2095.00")

    assert run("trace", "--of", "routes", *ends, "--offers", "offers.json", "--find", "tuition") == 0
    out = capsys.readouterr().out
    assert "takes price of Relay School (http://x/relays): $900" in out
    assert "- offer that was given with the question: Relay School = $900" in out
    assert run("trace", "--of", "routes", *ends, "--have", "offers.json") == 2
