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


def test_data_that_is_not_there_is_refused(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("trace", "51-8013.00", "--data", tmp_path / "gone") == 2
    assert "there is nothing at" in capsys.readouterr().err


def test_the_pay_of_the_sectors_own_region_is_traced(run: Run, capsys: Captured) -> None:
    assert run("trace", "51-8013.00", "--sector", "power-generation") == 0
    assert "Washington" in capsys.readouterr().out
