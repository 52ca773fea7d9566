"""``ladderworks align``: one program, several side by side, all that are stored, and what reviewers said of them."""

import csv
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from api.example import example_folder
from pathways.coverage import Comparison

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def test_several_programs_stand_side_by_side(run: Run, capsys: Captured, tmp_path: Path) -> None:
    shutil.copy(example_folder() / "colleges" / "basin-rim-instrumentation.csv", tmp_path / "basin.csv")
    assert run("align", "wind", "basin.csv", "--to", "power-generation") == 0
    titles, answer, more, lacking, both, table = capsys.readouterr().out.strip().split("\n\n")

    wind, instruments = titles.split("; ")
    assert wind == "Wind Energy Maintenance, Tamarack Valley College (fictional)"
    assert instruments == "Instrumentation and Control Technology, Basin Rim Technical College (fictional)"
    assert re.match(r"\d+ of \d+ outcomes match nothing", more)
    assert re.search(r" Some of the \d+ missing may be taught in other words: check these outcomes first \(", more)
    assert more.endswith(
        "(ladderworks align PROGRAM --to power-generation -o program.html lists them with what comes nearest)."
    )
    lacks = r"\d+ of the 74 competencies that the 18 jobs of .+ ask for were found in neither program\."
    assert re.fullmatch(lacks, answer)
    assert lacking.startswith("asked for and found in no outcome")
    machine = r"All matches are suggestions by a machine; nobody has reviewed any of them yet\."
    assert re.fullmatch(rf"\d+ competencies are in both of them\. {machine}", both)
    assert re.search(
        r"^ +Tamarack Valley College \(fictional\) +Basin Rim Technical College \(fictional\)$", table, re.MULTILINE
    )
    assert re.search(r"^Motors and Drives +\d\d% +\d\d%$", table, re.MULTILINE)
    legend, *_ = table.splitlines()
    assert ("(M) " in table or "(R) " in table) == legend.startswith("I: introduced, R: reinforced")
    assert legend.endswith("A percentage is the confidence of a suggestion that no reviewer has accepted.")


def test_every_finding_goes_to_a_file(
    run: Run, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = ("Install, test and repair motors", "Read, draw and explain diagrams", "Test and repair pumps")
    Path("shop.txt").write_text("\n".join(said), encoding="utf-8")

    assert run("align", "shop.txt", "--to", "power-generation") == 0
    assert "All of them go to a file with --report FILE.tsv" in capsys.readouterr().err
    assert run("align", "shop.txt", "--to", "power-generation", "--report", "found.tsv") == 0
    assert "--report" not in capsys.readouterr().err
    with Path("found.tsv").open(encoding="utf-8", newline="") as table:
        values = {row["row"]: row["value"] for row in csv.DictReader(table, dialect="excel-tab") if row["value"]}
    assert [values[row] for row in "123"] == [
        "Install motors | test motors | repair motors",
        "Read diagrams | draw diagrams | explain diagrams",
        "Test pumps | repair pumps",
    ]


@pytest.mark.parametrize("form", [(), ("-o", "-"), ("-o", "map.json"), ("-o", "map.csv")])
def test_outcomes_in_another_language_than_the_framework_are_a_warning(
    run: Run, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = "Leer los planos de la planta\nAplicar las normas en el taller\nRead the prints of a plant\n"
    Path("taller.txt").write_text(lines, encoding="utf-8")

    assert run("align", "taller.txt", "--to", "power-generation", *form) == 0
    said = capsys.readouterr()
    assert "warning: taller: of 3 outcomes, 2 are in Spanish; Cascade River Power Generation" in said.err
    assert "(fictional) is in English. Matches across languages are worth little" in said.err
    assert "Spanish" not in said.out
    assert "info: taller.txt, row 1" in said.err

    assert run("align", "wind", "--to", "power-generation", *form) == 0
    assert "languages" not in capsys.readouterr().err


def test_the_answer_comes_first_and_a_misspelled_framework_before_all_advice(
    run: Run, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shop.csv").write_text("Program,Course,Outcome,Room\nShop,S 1,Read the prints,12\n", encoding="utf-8")
    assert run("align", "shop.csv", "--to", "power-gneration") == 1
    assert ": shop.csv, " not in capsys.readouterr().err

    monkeypatch.setattr(sys, "stderr", sys.stdout)
    assert run("align", "shop.csv", "--to", "power-generation") == 0
    said = capsys.readouterr().out
    assert said.index("found in no outcome") < said.index(": shop.csv, ")


@pytest.mark.parametrize("form", ["html", "xlsx", "csv", "json"])
def test_all_programs_of_the_region_are_compared_in_every_form(run: Run, tmp_path: Path, form: str) -> None:
    assert run("align", "--all", "--to", "power-generation", "-o", tmp_path / f"all.{form}") == 0
    assert (tmp_path / f"all.{form}").stat().st_size > 5_000


def test_a_comparison_names_colleges_and_links_to_no_local_address(run: Run, tmp_path: Path) -> None:
    for form in ("json", "html"):
        assert run("align", "--all", "--to", "power-generation", "-o", tmp_path / f"all.{form}") == 0
    found = Comparison.model_validate_json((tmp_path / "all.json").read_text())

    assert {program.college for program in found.programs} == {
        "Tamarack Valley College (fictional)",
        "Basin Rim Technical College (fictional)",
    }
    assert "localhost" not in (tmp_path / "all.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("wind",), 2, "say what to align to: --to esco"),
        (("--to", "power-generation"), 2, "name a program, or say --all"),
        (("wind", "--all", "--to", "power-generation"), 2, "not both"),
        (("wind", "WIND", "--to", "power-generation"), 2, "'Wind Energy Maintenance' is named twice"),
        (("wind", "basin", "--to", "power-generation", "-o", "x.ttl"), 2, "names no form that is offered"),
        (("wind", "--to", "power-generation", "-o", "x.PDF"), 2, "write 'x.html' instead, open it in a browser"),
        (("wind", "--to", "power-generation", "--sector", "astrology"), 1, "no sector is called 'astrology'"),
    ],
)
def test_what_cannot_be_done_says_what_can(
    run: Run, capsys: Captured, arguments: tuple[str, ...], status: int, said: str
) -> None:
    assert run("align", *arguments) == status
    assert said in capsys.readouterr().err


def test_a_program_that_is_stored_twice_is_shown_once(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", "partnership", example_folder()) == 0
    copy = tmp_path / "power.csv"
    shutil.copy(example_folder() / "colleges" / "tamarack-valley-power-generation.csv", copy)
    assert run("import", "program", copy) == 0
    capsys.readouterr()
    assert run("align", "--all", "--to", "power-generation", "-o", tmp_path / "all.json") == 0
    found = Comparison.model_validate_json((tmp_path / "all.json").read_text())

    assert "Power Generation Technology is stored twice with the same outcomes" in capsys.readouterr().err
    assert [(p.label, p.college) for p in found.programs if p.label.startswith("Power")] == [
        ("Power Generation Technology", "Tamarack Valley College (fictional)")
    ]


def test_colleges_that_share_a_program_stand_beside_each_other(run: Run, tmp_path: Path, capsys: Captured) -> None:
    for college in ("Pine", "Fir"):
        rows = f"College,Program,Course,Outcome\n{college} College,Welding,W 1,Weld pipes\n"
        (tmp_path / f"{college}.csv").write_text(rows)
        assert run("import", "program", tmp_path / f"{college}.csv") == 0
    assert run("import", "partnership", example_folder()) == 0
    capsys.readouterr()
    assert run("align", "--all", "--to", "power-generation") == 0
    out, err = capsys.readouterr()

    assert "Welding, Fir College; Welding, Pine College" in out
    assert "stored twice" not in err


def test_a_sector_may_ask_instead_of_the_partnership(run: Run, tmp_path: Path) -> None:
    assert (
        run("align", "wind", "--to", "power-generation", "--sector", "power-generation", "-o", tmp_path / "w.json") == 0
    )
    demand = json.loads((tmp_path / "w.json").read_text())["demand"]

    assert demand["label"] == "Cascade River Power Generation Skill Panel (fictional)"
    assert len(demand["jobs"]) == 18


def test_what_a_reviewer_decides_is_in_the_next_page(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", "partnership", example_folder()) == 0
    assert run("align", "wind", "--to", "power-generation", "-o", tmp_path / "w.json") == 0
    outcome = next(
        one for course in json.loads((tmp_path / "w.json").read_text())["courses"] for one in course["outcomes"]
    )
    best = outcome["suggestions"][0]
    review = ("review", "wind", "--to", "power-generation", "--reviewer", "Dana Whitefeather")
    assert run(*review, "--accept", outcome["iri"], best["iri"], "--comment", "Unit 2") == 0
    assert run("align", "wind", "--to", "power-generation", "-o", tmp_path / "w.html") == 0
    page = (tmp_path / "w.html").read_text()

    assert re.search(r"Accepted by Dana Whitefeather, \d{4}-\d\d-\d\d\. “Unit 2”", page)
    assert "1 taught, " in page
    assert "Of " in page
    assert "1 accepted" in page


def test_a_zip_of_several_files_is_named(run: Run, capsys: Captured, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as packed:
        packed.writestr("a.csv", "x")
        packed.writestr("b.csv", "y")

    assert run("align", "two.zip", "--to", "power-generation") == 2
    assert "two.zip holds 2 files (a.csv, b.csv); take the one with the program out of it" in capsys.readouterr().err
    assert run("align", "wind", "--columns", "two.zip", "--to", "power-generation") == 2
    assert "take the one with the columns out of it" in capsys.readouterr().err


def test_a_long_statement_lengthens_no_row_of_a_pipe(run: Run, capsys: Captured, tmp_path: Path) -> None:
    long = "calibrate transmitters and " * 10_000
    (tmp_path / "long.csv").write_text(f"Course,Outcome\nW 1,{long}\nW 1,Apply lockout and tagout\n", encoding="utf-8")

    assert run("align", "long.csv", "--to", "power-generation") == 0
    columns, *rows = capsys.readouterr().out.strip().split("\n\n")[-1].splitlines()

    assert columns == "course\tstatement\tmay mean\thow sure"
    assert {row.count("\t") for row in rows} == {3}
    statements = [row.split("\t")[1] for row in rows]
    assert statements[0] == f"{long[:499]}\u2026"
    assert "Apply lockout and tagout" in statements


@pytest.mark.parametrize("form", ["sssom.tsv", "ttl"])
def test_mappings_have_the_license_that_is_named_and_none_unasked(run: Run, tmp_path: Path, form: str) -> None:
    address = "https://creativecommons.org/licenses/by/4.0/"
    for name, license in (("none", ()), ("by", ("--license", address))):
        assert run("align", "wind", "--to", "power-generation", *license, "-o", f"{name}.{form}") == 0

    assert "https://w3id.org/sssom/license/unspecified" in (tmp_path / f"none.{form}").read_text()
    assert address in (tmp_path / f"by.{form}").read_text()


def test_a_program_is_held_against_named_jobs_alone(run: Run, capsys: Captured, tmp_path: Path) -> None:
    page = tmp_path / "wind.html"
    jobs = ("--job", "49-9081", "--job", "site helper")
    assert run("align", "wind", "--to", "power-generation", *jobs, "-o", page) == 0
    assert "only what 2 of 18 jobs ask for: Site Helper (Helpers" in page.read_text(encoding="utf-8")

    assert run("align", "wind", "--to", "power-generation", "--job", "49-9081.00") == 0
    said = capsys.readouterr().out
    assert "that 1 of the 18 jobs of Cascade River Power Generation Skill Panel (fictional), Wind Turbine" in said
    assert "Only what 1 of 18 jobs asks for: Wind Turbine Service Technicians (49-9081.00)." in said
    assert "holds it against" not in said

    assert run("align", "wind", "--to", "power-generation", "--job", "49-9080") == 1
    assert "Wind Turbine Service Technicians (49-9081.00)" in capsys.readouterr().err
