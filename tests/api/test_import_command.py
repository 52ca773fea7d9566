"""What is imported, and what is said of bad rows."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from api.commands.imports import as_published
from api.example import example_folder
from ontology.report import Finding, Report, Severity
from tests.api.conftest import BESIDE, stored

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def test_the_example_stands_in_and_that_is_said(run: Run, capsys: Captured) -> None:
    assert run("status") == 0

    out, err = capsys.readouterr()
    assert "power-generation" in out
    assert "using the embedded example" in err
    assert out.startswith("Knowledge base: the embedded example (nothing is imported into ")


def test_status_counts_records_as_they_are_stored(run: Run, capsys: Captured) -> None:
    assert run("status", "--json") == 0

    held = stored(capsys.readouterr().out)
    counts = {count["name"]: count["count"] for count in held["records"]}
    files = {file["name"]: (file["rows"], file["kept"]) for file in held["files"]}
    assert held["release"]["source"] == "power-generation"
    assert counts["ceterms:Occupation"] == 18
    assert counts["lw:SkillRequirement"] == 415
    assert files["requirements.csv"] == (415, 415)


def test_a_release_is_imported_and_then_used(run: Run, capsys: Captured) -> None:
    assert run("import", "partnership", example_folder()) == 0
    first, *others = capsys.readouterr().out.splitlines()
    kept, beside = others[:4], others[4:]
    said = re.match(r"power-generation draft: (\d+) of (\d+) rows of (\d+) files are in ", first)
    assert [line.partition(" ")[0] for line in beside] == BESIDE
    assert [line.partition(" (")[0] for line in kept] == [
        "decisions.csv",
        "lines.csv",
        "positions.csv",
        "ratifications.csv",
    ]
    assert kept[1].startswith("lines.csv (25 rows) is kept for comparison with the computed ladder; nothing of it is")
    assert kept[0].startswith("decisions.csv (121 rows) is kept for `ladderworks standard decide` and `position`;")

    assert run("status", "--json") == 0
    out, err = capsys.readouterr()
    files = stored(out)["files"]
    assert said is not None
    assert [sum(f["kept"] for f in files), sum(f["rows"] for f in files), len(files)] == [int(n) for n in said.groups()]
    assert len(json.loads(out)["releases"]) == 1 + len(BESIDE)
    assert err == ""

    assert run("check", "power-generation") == 0
    assert "nothing found (SHACL" in capsys.readouterr().out


def test_the_ladders_of_several_imports_are_prepared_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "kb"))
    snapshots = tmp_path / "kb" / "snapshots"

    assert run("import", "partnership", example_folder(), "--no-prepare") == 0
    assert "s; whoever asks for a ladder first prepares it\n" in capsys.readouterr().err
    assert not [*snapshots.rglob("snapshot.json")]
    assert run("ladder", "--sector", "power-generation", "-o", "l.json") == 0
    assert [*snapshots.rglob("snapshot.json")]


def test_an_import_says_how_long_it_took(run: Run, capsys: Captured) -> None:
    assert run("import", "partnership", example_folder()) == 0

    timed = r"^Loaded in \d+\.\d s, then prepared the ladders in \d+\.\d s$"
    assert re.search(timed, capsys.readouterr().err, re.MULTILINE)


def test_addresses_of_one_machine_are_told_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    told = "the addresses of the standard lead to this machine alone, and what is published keeps them ('http://local"
    assert run("import", "partnership", example_folder(), "--no-prepare") == 0
    assert told in capsys.readouterr().err
    assert run("import", "partnership", example_folder(), "--no-prepare", "--release", "next") == 0
    assert "this machine alone" not in capsys.readouterr().err

    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "public"))
    monkeypatch.setenv("LADDERWORKS_BASE_IRI", "https://skills.example.org")
    assert run("import", "partnership", example_folder(), "--no-prepare") == 0
    assert "this machine alone" not in capsys.readouterr().err


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The example with forty requirements of competencies that it does not have."""
    folder = tmp_path / "broken"
    shutil.copytree(example_folder(), folder)
    rows = (folder / "requirements.csv").read_text().splitlines()
    rows[1:41] = [row.replace(",PG-", ",XX-") for row in rows[1:41]]
    (folder / "requirements.csv").write_text("\n".join(rows))
    return folder


def test_after_a_refusal_it_is_said_what_to_do(run: Run, broken: Path, capsys: Captured) -> None:
    assert run("import", "partnership", broken) == 1
    assert "Correct the rows and import again, or leave them out with --skip-bad-rows" in capsys.readouterr().err

    assert run("import", "partnership", broken, "--skip-bad-rows") == 0
    assert "(the first of 40)" in capsys.readouterr().err


def test_what_cannot_be_skipped_is_not_told_to_be(run: Run, broken: Path, capsys: Captured) -> None:
    occupations = broken / "occupations.csv"
    occupations.write_text(occupations.read_text().replace("code", "number", 1))

    assert run("import", "partnership", broken, "--skip-bad-rows") == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("Nothing was stored. --skip-bad-rows left out what it can; correct what is said above")


def test_what_is_no_fault_of_a_row_is_not_told_to_be_skipped(run: Run, broken: Path, capsys: Captured) -> None:
    (broken / "occupations.csv").unlink()

    assert run("import", "partnership", broken) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == "Nothing was stored. Correct what is said above and import again"


def test_bad_rows_are_refused_and_all_of_them_listed(run: Run, broken: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", "partnership", broken, "--report", tmp_path / "report.tsv") == 1

    err = capsys.readouterr().err
    report = (tmp_path / "report.tsv").read_text().splitlines()
    assert "40 errors" in err
    assert "(the first of 40)" in err
    assert sum("XX-" in line for line in report) == 40
    assert run("status", "--json") == 0
    assert stored(capsys.readouterr().out)


def test_a_source_that_is_not_there_is_wrong_use(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", "astrology", tmp_path) == 2
    assert "onet" in capsys.readouterr().err


def test_faults_of_the_publisher_need_nothing_done() -> None:
    odd = Finding(code="unknown-code", severity=Severity.WARNING, message="is withdrawn", file="a.txt", row=3)
    cut = odd.model_copy(update={"code": "cut-short"})
    unclear = odd.model_copy(update={"severity": Severity.UNKNOWN})

    assert as_published("onet", Report([odd]), skipped=False)
    assert not as_published("onet", Report([odd]), skipped=True)
    assert not as_published("partnership", Report([odd]), skipped=False)
    assert not as_published("onet", Report([odd, cut]), skipped=False)
    assert not as_published("onet", Report([odd, unclear]), skipped=False)


def test_rows_of_what_is_read_whole_are_not_offered_to_be_left_out(run: Run, capsys: Captured) -> None:
    Path("skills.csv").write_text("RSD Name,Skill Statement\nWeld,Weld it.\nGrind,\n", encoding="utf-8")
    assert run("import", "rsd", "skills.csv") == 1
    assert "Nothing was stored. Correct what is said above and import again" in capsys.readouterr().err
    assert run("import", "rsd", "skills.csv", "--skip-bad-rows") == 2
    assert "what comes as rsd is read whole or not at all" in capsys.readouterr().err
