"""Lists of one's own as what programs and corpora are aligned to: with the forms and answers of a framework."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from api.example import example_folder
from pathways.batch import Folder, read_manifest
from pathways.coverage import Comparison, CurriculumMap

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

SKILLS = """Code,Competency,Area
A1,Install and wire motors,Electrical
A2,Apply lockout and tagout,Safety
A3,Plan the fire brigade parade,Safety
A4,Bake sourdough bread,Kitchen
"""


@pytest.fixture
def skills(tmp_path: Path, run: Run) -> Path:
    """A list of four competencies, in the folder where commands run; a wind technician needs two of them."""
    del run  # which changes into the folder
    path = tmp_path / "our-skills.csv"
    path.write_text(SKILLS, encoding="utf-8")
    return path


def mapped(path: Path) -> CurriculumMap:
    return CurriculumMap.model_validate_json(path.read_text(encoding="utf-8"))


def test_the_answer_names_what_is_missing_and_says_that_there_are_no_jobs(
    run: Run, skills: Path, capsys: Captured
) -> None:
    assert run("align", "wind", "--to", skills.name) == 0
    answer, *parts = capsys.readouterr().out.strip().split("\n\n")
    said = "\n".join(parts)

    assert answer.startswith(
        "Wind Energy Maintenance, Tamarack Valley College (fictional): "
        "2 of the 4 competencies of our-skills were found in no outcome. "
    )
    assert re.search(r"\. \d+ of 22 outcomes match nothing\. Some of the 2 missing may be taught in other ", answer)
    assert re.search(r"^Bake sourdough bread +Kitchen", said, re.MULTILINE)
    assert "Jobs and ladders are not shown: a list of your own has none." in said
    assert "import it to see them: ladderworks import sheet our-skills.csv" in said
    assert re.search(r"Apply lockout/tagout to a turbine.+\tApply lockout and tagout\t\d\d% likely", said)


def test_the_map_holds_the_addresses_of_the_list(run: Run, skills: Path, tmp_path: Path) -> None:
    assert run("align", "wind", "--to", skills.name, "-o", "w.json") == 0
    found = mapped(tmp_path / "w.json")

    assert (found.framework, found.framework_label, found.size) == ("list/our-skills", "our-skills", 4)
    assert found.framework_iri.endswith("/id/list/our-skills")
    assert [c.iri.rsplit("/", 1)[-1] for c in found.gaps] == ["A3", "A4"]
    assert [c.code for c in found.taught] == ["A1", "A2"]
    assert found.demand is None
    assert found.rungs == ()


def test_what_comes_nearest_stands_beside_what_is_missing(run: Run, skills: Path, tmp_path: Path) -> None:
    program = "Course,Outcome\nB 1,Bake bread and cakes for a crowd\nB 1,Apply lockout and tagout\n"
    (tmp_path / "p.csv").write_text(program, encoding="utf-8")
    skills.write_text(f"{SKILLS}A5,Bake festive layer cakes,Kitchen\n", encoding="utf-8")
    for form in ("json", "html", "xlsx"):
        assert run("align", "p.csv", "--to", skills.name, "-o", f"p.{form}") == 0
    near = {gap.code: gap.nearest.statement for gap in mapped(tmp_path / "p.json").gaps if gap.nearest}
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx")["At a glance"]
    header, *rows = (row for row in sheet.iter_rows(values_only=True) if row[1])

    assert near == {"A5": "Bake bread and cakes for a crowd"}
    assert "“Bake bread and cakes for a crowd”" in (tmp_path / "p.html").read_text(encoding="utf-8")
    assert header == ("Competency found in no outcome", "Code", "Category", "Nearest outcome, not counted")
    assert {row[1]: "Bake bread and cakes" in (row[3] or "") for row in rows}["A5"]


@pytest.mark.parametrize("form", ["html", "xlsx", "csv", "ttl", "sssom.tsv"])
def test_every_form_is_written(run: Run, skills: Path, tmp_path: Path, form: str) -> None:
    assert run("align", "wind", "--to", skills.name, "-o", f"w.{form}") == 0
    content = (tmp_path / f"w.{form}").read_bytes()

    assert content[:2] == b"PK" if form == "xlsx" else b"Bake sourdough bread" in content


def test_page_and_workbook_say_where_jobs_would_stand_that_there_are_none(
    run: Run, skills: Path, tmp_path: Path
) -> None:
    for names, file in ((("wind",), "w"), (("--all",), "all")):
        for form in ("html", "xlsx"):
            assert run("align", *names, "--to", skills.name, "-o", f"{file}.{form}") == 0
        sheet = openpyxl.load_workbook(tmp_path / f"{file}.xlsx")["At a glance"]

        assert "Jobs and ladders are not shown" in (tmp_path / f"{file}.html").read_text(encoding="utf-8")
        assert any(str(row[0]).startswith("Jobs and ladders are not") for row in sheet.iter_rows(values_only=True))


def test_programs_stand_side_by_side(run: Run, skills: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("align", "--all", "--to", skills.name) == 0
    out = capsys.readouterr().out
    assert run("align", "--all", "--to", skills.name, "-o", "all.json") == 0
    found = Comparison.model_validate_json((tmp_path / "all.json").read_text(encoding="utf-8"))

    assert f"{len(found.untaught)} of 4 competencies of our-skills " in out
    assert re.search(r"^Bake sourdough bread +Kitchen", out, re.MULTILINE)
    assert "Jobs and ladders are not shown" in out
    assert len(found.programs) == 3


def test_a_long_list_is_listed_whole(run: Run, skills: Path, tmp_path: Path) -> None:
    more = "".join(f"Z{number},Zoology of species {number},Animals\n" for number in range(600))
    skills.write_text(SKILLS + more, encoding="utf-8")
    assert run("align", "wind", "--to", skills.name, "-o", "w.json") == 0
    found = mapped(tmp_path / "w.json")

    assert found.whole
    assert found.size == 604


def test_a_list_of_one_and_one_that_repeats_itself(run: Run, skills: Path, capsys: Captured) -> None:
    skills.write_text("Competency\nApply lockout and tagout\napply lockout  and tagout\n", encoding="utf-8")

    assert run("align", "wind", "--to", skills.name) == 0
    out, err = capsys.readouterr()
    assert "The 1 competency of our-skills is in some outcome, at least possibly." in out
    assert "our-skills.csv, row 3, Competency: is already there, in row 2; the row is left out" in err


@pytest.mark.parametrize(
    ("name", "content", "status", "said"),
    [
        (
            "gone.csv",
            None,
            2,
            "there is no file gone.csv; name a list (CSV, TSV, a spreadsheet, a text), or a framework",
        ),
        ("./skills", None, 2, "there is no file skills"),
        ("empty.csv", "Competency\n", 1, "empty.csv: holds no competency. Write one a line, or a table"),
        ("empty.txt", "", 1, "empty.txt: holds no competency"),
        ("odd.csv", "Color,Size\nred,3\n", 1, "odd.csv, row 1: no column holds competencies"),
        ("skills", "Weld pipes\n", 1, "There is a file 'skills': write --to ./skills for the list in it"),
    ],
)
def test_what_is_no_list_says_what_to_do(
    run: Run, capsys: Captured, tmp_path: Path, name: str, content: str | None, status: int, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")

    assert run("align", "wind", "--to", name) == status
    assert said in capsys.readouterr().err


def test_a_batch_without_its_list_makes_no_folder(run: Run, capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "corpus.csv").write_text("Outcome\nweld pipes\n", encoding="utf-8")

    assert run("batch", "corpus.csv", "-o", "out", "--to", "gone.csv") == 2
    assert "there is no file gone.csv" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_name_that_is_a_framework_and_a_file_is_the_framework(run: Run, capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "power-generation").write_text("Bake bread\n", encoding="utf-8")

    assert run("align", "wind", "--to", "power-generation") == 0
    out, err = capsys.readouterr()
    assert "Write ./power-generation for the list in the file" in err
    assert "of the 74 competencies" in out
    assert run("align", "wind", "--to", "./power-generation") == 0
    assert "1 of the 1 competency of power-generation was found in no outcome." in capsys.readouterr().out


def test_a_list_named_without_its_ending_is_found(run: Run, capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "ours.csv").write_text("Skill\nWeld pipes\n", encoding="utf-8")

    for name in ("ours", "oours"):
        assert run("align", "wind", "--to", name) == 1
        assert "There is a file 'ours.csv': write --to ours.csv for the list in it" in capsys.readouterr().err
    assert run("align", "wind", "--to", "elsewhere") == 1
    assert "There is a file" not in capsys.readouterr().err


def test_no_sector_asks_for_a_list(run: Run, skills: Path, capsys: Captured) -> None:
    assert run("align", "wind", "--to", skills.name, "--sector", "power-generation") == 1
    assert "A list of your own names no jobs: leave out --sector and --job" in capsys.readouterr().err


def test_verdicts_hold_as_long_as_the_list_says_the_same(
    run: Run, skills: Path, capsys: Captured, tmp_path: Path
) -> None:
    assert run("import", "partnership", example_folder()) == 0
    review = ("review", "wind", "--to", skills.name)
    said = ("--accept", "Apply lockout/tagout to a turbine", "A2", "--reviewer", "Dana Whitefeather")
    assert run(*review, *said) == 0
    assert "1 verdict stored" in capsys.readouterr().err

    assert run("align", "wind", "--to", skills.name, "-o", "w.json") == 0
    assert [competency.code for competency in mapped(tmp_path / "w.json").accepted] == ["A2"]
    skills.write_text(SKILLS.replace("Bake sourdough", "Bake rye"), encoding="utf-8")
    assert run("align", "wind", "--to", f"./{skills.name}", "-o", "w.json") == 0
    assert [competency.code for competency in mapped(tmp_path / "w.json").accepted] == ["A2"]

    skills.write_text(SKILLS.replace("Apply lockout and tagout", "Lock out and tag out energy"), encoding="utf-8")
    capsys.readouterr()
    assert run("align", "wind", "--to", skills.name, "-o", "w.json") == 0
    assert mapped(tmp_path / "w.json").accepted == ()
    assert run(*review) == 0
    assert "renamed to 'Lock out and tag out energy' in our-skills" in capsys.readouterr().out


def test_verdicts_against_a_list_are_not_those_of_a_framework_of_its_name(
    run: Run, skills: Path, capsys: Captured, tmp_path: Path
) -> None:
    assert run("import", "partnership", example_folder()) == 0
    assert run("import", "sheet", skills) == 0
    said = ("--accept-above", "0.9", "--reviewer", "Dana Whitefeather")
    assert run("review", "wind", "--to", skills.name, *said) == 0
    for name, accepted in ((skills.name, 1), ("our-skills", 0)):
        assert run("align", "wind", "--to", name, "-o", "w.json") == 0
        assert len(mapped(tmp_path / "w.json").accepted) == accepted
    capsys.readouterr()


def test_decisions_in_a_workbook_against_a_list_are_read_back(
    run: Run, skills: Path, capsys: Captured, tmp_path: Path
) -> None:
    assert run("import", "partnership", example_folder()) == 0
    assert run("align", "wind", "--to", skills.name, "-o", "w.xlsx") == 0
    book = openpyxl.load_workbook(tmp_path / "w.xlsx")
    sheet = book["Outcomes to review"]
    names = [cell.value for cell in sheet[1]]
    at = next(row[0].row for row in sheet.iter_rows(2) if row[names.index("Confidence")].value)
    sheet.cell(at, names.index("Decision") + 1, "accept")
    book.save(tmp_path / "w.xlsx")
    capsys.readouterr()

    assert run("review", "wind", "--to", skills.name, "--decisions", "w.xlsx", "--reviewer", "Dana") == 0
    assert "1 verdict stored" in capsys.readouterr().err


@pytest.mark.usefixtures("in_threads")
def test_a_batch_names_the_list_and_refuses_one_that_changed(
    run: Run, skills: Path, capsys: Captured, tmp_path: Path
) -> None:
    (tmp_path / "corpus.csv").write_text("Outcome\nwire motors\nbake bread\n", encoding="utf-8")
    batch = ("batch", "corpus.csv", "-o", "out", "--workers", 1, "--to")
    assert run(*batch, skills.name) == 0
    framework = read_manifest(Folder(tmp_path / "out").manifest).asked.framework
    best = pl.read_parquet("out/results").filter(pl.col("rank") == 1)

    assert (framework.name, framework.release, framework.competencies) == ("our-skills.csv", "", 4)
    assert framework.file_sha256 == sha256(skills.read_bytes()).hexdigest()
    assert sorted(best["label"]) == ["Bake sourdough bread", "Install and wire motors"]

    assert run(*batch, "./our-skills.csv") == 0
    assert "Nothing was left to do" in capsys.readouterr().err
    skills.write_text(f"{SKILLS}A5,Repair pumps,Mechanical\n", encoding="utf-8")
    assert run(*batch, skills.name) == 2
    assert "the competencies of our-skills.csv have changed" in capsys.readouterr().err
    assert run(*batch, "power-generation") == 2
    assert "--to was our-skills.csv and is power-generation (power-generation " in capsys.readouterr().err
    assert run(*batch, skills.name, "--fresh") == 0
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["asked"]["framework"]["competencies"] == 5


SPANISH = "Leer los planos de la planta\nAplicar las normas en el taller\nRead the prints of a plant\n"


@pytest.mark.parametrize("command", [("link", "taller.txt"), ("align", "taller.txt")])
@pytest.mark.parametrize(
    ("names", "said"),
    [
        (SKILLS, "2 are in Spanish; our-skills is in English. Matches across languages are worth little"),
        ("Skill\nWelding\nBlueprints\n", "2 are in Spanish. Matches across languages are worth little, and what"),
        ("Skill\nLeer los planos\nAplicar las normas en obra\n", "1 is in English; our-skills is in Spanish. Matches"),
    ],
)
def test_another_language_than_that_of_a_list_is_a_warning(
    run: Run, skills: Path, capsys: Captured, command: tuple[str, str], names: str, said: str
) -> None:
    Path("taller.txt").write_text(SPANISH, encoding="utf-8")
    skills.write_text(names, encoding="utf-8")

    assert run(*command, "--to", skills.name) == 0
    assert re.search(rf"^warning: (taller: )?of 3 (statements|outcomes), {said}", capsys.readouterr().err, re.MULTILINE)


@pytest.mark.parametrize("command", ["link", "align"])
def test_english_to_a_list_whose_language_cannot_be_told_is_no_warning(
    run: Run, skills: Path, capsys: Captured, command: str
) -> None:
    Path("shop.txt").write_text("Read the prints of a plant\n", encoding="utf-8")
    skills.write_text("Skill\nWelding\nBlueprints\n", encoding="utf-8")

    assert run(command, "shop.txt", "--to", skills.name) == 0
    assert "languages" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["link", "align"])
@pytest.mark.parametrize(("names", "alone"), [("Weld pipes\n", True), ("Weld pipes\nRead prints\n", False)])
def test_a_list_with_one_competency_is_pointed_out(
    run: Run, skills: Path, capsys: Captured, command: str, names: str, alone: bool
) -> None:
    Path("shop.txt").write_text("Weld the pipes of a boiler\n", encoding="utf-8")
    skills.write_text(f"Skill\n{names}", encoding="utf-8")

    assert run(command, "shop.txt", "--to", skills.name) == 0
    said = "info: our-skills holds one competency: confidence says little where there is nothing to choose from."
    assert (said in capsys.readouterr().err) is alone
