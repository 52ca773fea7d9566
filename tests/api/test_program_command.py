"""Programs held against a standard, stored ones and those of a file."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from api.commands.align import unlisted
from api.example import example_folder
from ontology.records import Iri
from pathways.coverage import CompetencyCoverage, CurriculumMap

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    "program", ["wind-energy-maintenance", "Wind Energy Maintenance", "wind ENERGY maintenance", "wind energy", "WIND"]
)
def test_a_stored_program_is_held_against_the_standard(run: Run, capsys: Captured, program: str) -> None:
    assert run("align", program, "--to", "power-generation") == 0
    wind = r"Wind Energy Maintenance, Tamarack Valley College \(fictional\)"
    assert re.match(rf"{wind}: \d+ of the 74 competencies that the 18 jobs of ", capsys.readouterr().out)


@pytest.mark.parametrize("extension", ["sssom.tsv", "csv", "xlsx", "json", "html", "ttl"])
def test_a_program_from_a_file_is_written_in_every_form(run: Run, tmp_path: Path, extension: str) -> None:
    program = example_folder() / "colleges" / "tamarack-valley-wind-energy.xlsx"

    assert run("align", program, "--to", "tamarack-pud", "-o", tmp_path / f"map.{extension}") == 0
    assert (tmp_path / f"map.{extension}").stat().st_size > 1000


def test_a_program_on_the_screen_is_what_it_lacks_then_its_outcomes(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("align", "wind", "--to", "power-generation") == 0
    head, offer, lacking, found, outcomes = capsys.readouterr().out.strip().split("\n\n")
    assert "ladderworks align wind --to power-generation --job 49-9081.00 holds it" in offer
    columns, *rows = outcomes.splitlines()

    nothing = re.search(
        r" ask for were found in no outcome\. (\d) of 22 outcomes match nothing: \1 nearly matched ", head
    )
    assert re.search(r" Some of the \d\d missing may be taught in other words: check these outcomes first ", head)
    assert re.fullmatch(r"Teamwork Across Crafts +18 of 18 jobs  4\.1 of 5", lacking.splitlines()[1])
    assert lacking.splitlines()[-1].endswith(" more; -o FILE.html for all")
    assert "of 22 outcomes match nothing" not in found, "once is enough"
    assert columns.split("\t") == ["course", "statement", "may mean", "how sure"]
    assert sum(row.startswith("WET") for row in rows) == 22
    lockout = r"(WET 101)?\tApply lockout/tagout to .+ rotor energy\.\tLockout/Tagout\t\d\d% likely"
    assert sum(bool(re.fullmatch(lockout, row)) for row in rows) == 1
    assert nothing
    assert sum("\tno match\t" in row for row in rows) == int(nothing[1])

    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("api.terminal.outcome_table.SHOWN", 5)
    assert run("align", "wind", "--to", "power-generation") == 0
    shown = capsys.readouterr().out.strip().split("\n\n")[-1].splitlines()
    assert max(map(len, shown)) < 150
    assert shown[6] == f"… and {len(rows) - 5} more; -o FILE.html for all"


def test_a_program_that_is_not_there_is_named_with_those_that_are(run: Run, capsys: Captured) -> None:
    assert run("align", "astrology", "--to", "power-generation") == 1
    assert "wind-energy-maintenance" in capsys.readouterr().err


def test_a_part_that_several_programs_have_names_them(run: Run, capsys: Captured) -> None:
    assert run("align", "technology", "--to", "power-generation") == 1

    err = capsys.readouterr().err
    assert "'technology' fits several programs; name one of: " in err
    assert "power-generation-technology" in err
    assert "wind" not in err.split("; name one of: ")[1]


def test_columns_that_are_not_read_are_said(run: Run, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "p.csv").write_text("Course,Learning outcomes,Favorite color\nA 1,Apply lockout and tagout,red\n")

    assert run("align", "p.csv", "--to", "power-generation") == 0
    out, err = capsys.readouterr()
    assert "Favorite color" in err
    assert "Favorite color" not in out
    assert "matches something." in out


def test_what_a_page_does_not_list_is_not_promised() -> None:
    map_of = {
        "program": "http://x/p",
        "label": "P",
        "framework": "f",
        "framework_iri": "http://x/f",
        "framework_label": "F",
    }
    large = CurriculumMap.model_validate({**map_of, "size": 9_000, "threshold": 0.4, "competencies": (), "courses": ()})

    gap = CompetencyCoverage(iri=Iri("http://x/g"), label="G")

    assert unlisted(large).startswith("What is lacking is not listed")
    assert unlisted(large.model_copy(update={"size": 1, "competencies": (gap,)})).startswith("found in no outcome")
