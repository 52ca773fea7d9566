"""``ladderworks evaluate linking`` as people call it, on the example."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def labeled(project: Path) -> Path:
    return project / "examples/labeled-statements"


def test_the_tables_fit_a_terminal(run: Run, labeled: Path, capsys: Captured) -> None:
    assert run("evaluate", "linking", labeled, "--to", "power-generation", "--samples", 20) == 0

    printed = capsys.readouterr().out
    assert "firm-statements, sentences: 184 with an answer, 6 without" in printed
    for method in ("Ladderworks", "rapidfuzz", "character TF-IDF"):
        assert f"\n{method} " in printed
    assert max(map(len, printed.splitlines())) <= 100


def test_one_baseline_or_none(run: Run, labeled: Path, capsys: Captured) -> None:
    arguments = ("evaluate", "linking", labeled / "outcomes.csv", "--to", "power-generation", "--samples", 20)

    assert run(*arguments, "--baseline", "tfidf", "-o", "-") == 0
    assert "rapidfuzz" not in capsys.readouterr().out
    assert run(*arguments, "--no-baselines") == 0
    assert "By how much" not in capsys.readouterr().out


def test_the_same_seed_writes_the_same_file(run: Run, labeled: Path, tmp_path: Path) -> None:
    for name in ("one.json", "other.json"):
        arguments = ("--to", "power-generation", "--no-baselines", "--samples", 20, "-o", name)
        assert run("evaluate", "linking", labeled, *arguments) == 0

    one, other = (json.loads((tmp_path / name).read_text()) for name in ("one.json", "other.json"))
    assert one.pop("speeds")[0].keys() == other.pop("speeds")[0].keys()
    assert one == other


def test_bad_rows_are_named_and_the_rest_is_measured(run: Run, tmp_path: Path, capsys: Captured) -> None:
    rows = ["Statement,Competency", "Lock out a pump,PG-SAF-03", "Sing,PG-SNG-01", ",PG-SAF-03"]
    (tmp_path / "own.csv").write_text("\n".join(rows), encoding="utf-8")

    assert run("evaluate", "linking", "own.csv", "--to", "power-generation", "--no-baselines", "--samples", 9) == 0
    said = capsys.readouterr()
    assert "own.csv, row 3, Competency: is no concept of the framework" in said.err
    assert "own.csv, row 4, Statement: has no text" in said.err
    assert "1 with an answer, 0 without; 1 left out" in said.out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--to", "power-generation", "--baseline", "magic"), 2, "there is no baseline magic; there are rapidfuzz"),
        (("--to", "power-generation", "--unit", "span"), 1, "no marked spans are in"),
        (("--to", "power-generation", "-o", "a.docx"), 2, "end it in one of: csv, json, md"),
        ((), 1, "'esco' is no framework here; import it first: ladderworks import esco PATH...; there are "),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, labeled: Path, capsys: Captured, arguments: tuple[str, ...], status: int, said: str
) -> None:
    assert run("evaluate", "linking", labeled, *arguments) == status
    assert said in capsys.readouterr().err


def test_where_no_text_has_an_answer_there_is_nothing_to_measure(run: Run, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "own.csv").write_text("Statement,Competency\nSing,PG-SNG-01\nHum,\n", encoding="utf-8")

    assert run("evaluate", "linking", "own.csv", "--to", "power-generation", "--no-baselines") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing to measure: of 2 texts none has an answer" in said.err
    assert "1 of them name only concepts that it does not hold" in said.err


def test_a_missing_file_is_named(run: Run, capsys: Captured) -> None:
    assert run("evaluate", "linking", "nowhere.csv", "--to", "power-generation") == 2
    assert "nowhere.csv is missing" in capsys.readouterr().err


def test_evaluate_alone_says_what_can_be_measured(run: Run, capsys: Captured) -> None:
    run("evaluate")

    assert "linking" in capsys.readouterr().out


def test_relatedness_is_measured_only_where_experts_listed_it(run: Run, capsys: Captured) -> None:
    assert run("evaluate", "relatedness") == 1
    assert "Related Occupations" in capsys.readouterr().err
