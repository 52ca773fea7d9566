"""``ladderworks link`` to a list of one's own, and with its evidence."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from standards.sssom import NO_TERM_FOUND, read_sssom

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def statements(tmp_path: Path) -> str:
    (tmp_path / "statements.txt").write_text("Apply lockout and tagout\nBake bread\n")
    return "statements.txt"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_a_list_of_ones_own_needs_no_knowledge_base(
    run: Run, statements: str, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "own.csv").write_text("Skill,Synonyms\nControl of energy,lockout\n,\nBaking,bread\n")

    assert run("link", "--to", "own.csv", "--top", 1, statements, "-o", "l.tsv") == 0

    assert [row["label"] for row in rows(tmp_path / "l.tsv")] == ["Control of energy", "Baking"]
    assert rows(tmp_path / "l.tsv")[0]["id"] == "http://localhost:8000/id/list/own/control-of-energy"
    assert "embedded example" not in capsys.readouterr().err


def test_bad_rows_of_a_list_are_named(run: Run, statements: str, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "own.csv").write_text("Skill,Notes\nBake bread,\n,no name\nbake bread,\n")

    assert run("link", "--to", "own.csv", statements) == 0
    said = capsys.readouterr().err
    assert "own.csv, row 3, Skill: says no competency; the row is left out. Write the competency into each row" in said
    assert "own.csv, row 4, Skill: is already there, in row 2; the row is left out ('bake bread')" in said


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("none.csv", 2, "there is no file none.csv; name a list"),
        ("bad.csv", 1, "no column holds competencies; there are 'a'"),
    ],
)
def test_what_is_no_list_is_said(
    run: Run, statements: str, tmp_path: Path, capsys: Captured, name: str, status: int, said: str
) -> None:
    (tmp_path / "bad.csv").write_text("a\n1\n")

    assert run("link", "--to", name, statements) == status
    assert said in capsys.readouterr().err


def test_the_evidence_is_said_where_it_is_wanted(run: Run, statements: str, tmp_path: Path) -> None:
    assert run("link", "--to", "power-generation", "--top", 1, statements, "--evidence", "-o", "l.tsv") == 0

    first = rows(tmp_path / "l.tsv")[0]
    assert list(first)[:5] == ["statement", "rank", "id", "label", "confidence"]
    assert first["matched"]
    assert {"lockout", "tagout"} <= set(first["common"].casefold().replace("/", " ").split())
    assert all(0 <= float(first[view]) <= 1 for view in ("meaning", "words", "covered", "name", "passage"))


def test_json_and_sssom_say_the_same(run: Run, statements: str, tmp_path: Path) -> None:
    to = ("--to", "power-generation", "--top", 2, "--least", 0.4)
    for name in ("l.json", "l.sssom.tsv"):
        assert run("link", *to, statements, "-o", name) == 0

    said = json.loads((tmp_path / "l.json").read_text())
    found = read_sssom((tmp_path / "l.sssom.tsv").read_text())
    (best, *_), none = said[0]["suggestions"], said[1]["suggestions"]
    mapping = next(m for m in found.mappings if m.object_id == best["iri"])
    assert mapping.confidence == pytest.approx(best["confidence"], abs=1e-3)
    assert mapping.similarity_score == pytest.approx(best["evidence"]["meaning"], abs=1e-3)
    assert list(mapping.match_string) == best["common"]
    assert none == []
    assert [m.mapping_cardinality for m in found.mappings if m.subject_label == "Bake bread"] == ["1:0"]


def test_the_license_of_mappings_is_whoever_writes_thems_to_say(
    run: Run, statements: str, tmp_path: Path, capsys: Captured
) -> None:
    to = ("--to", "power-generation", statements, "-o", "l.sssom.tsv")

    assert run("link", *to) == 0
    assert read_sssom((tmp_path / "l.sssom.tsv").read_text()).license == "https://w3id.org/sssom/license/unspecified"
    assert run("link", *to, "--license", "CC-BY-4.0") == 0
    assert read_sssom((tmp_path / "l.sssom.tsv").read_text()).license.endswith("/licenses/by/4.0/")
    assert run("link", *to, "--license", "free") == 2
    assert "--license 'free' is neither an address nor one of CC0-1.0," in capsys.readouterr().err


def test_another_language_than_the_frameworks_is_said_and_tried(run: Run, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "s.txt").write_text("Soldar los tubos de la caldera\nWeld the pipes of a boiler\n")

    assert run("link", "--to", "power-generation", "--top", 1, "s.txt", "-o", "l.tsv") == 0
    assert "warning: of 2 statements, 1 is in Spanish; Cascade River" in capsys.readouterr().err
    assert len(rows(tmp_path / "l.tsv")) == 2


def test_statements_are_cleaned_and_what_was_done_is_said_by_line(run: Run, tmp_path: Path, capsys: Captured) -> None:
    lines = "Weld pipes\n<p>Weld <b>pipes</b></p>\n\n---\n\x00Read\x1b[31m prints\x0bof pumps\n" + "Weld pipes " * 1000
    (tmp_path / "s.txt").write_text(lines)
    (tmp_path / "own.csv").write_text("Skill\nWeld pipes\nRead prints\n")

    assert run("link", "--to", "own.csv", "--top", 1, "s.txt", "-o", "l.tsv") == 0
    plain, marked, read, long = rows(tmp_path / "l.tsv")
    said = capsys.readouterr().err

    assert plain == marked
    assert read["statement"] == "Read prints of pumps"
    assert long["statement"].endswith("…")
    assert len(long["statement"]) == 301
    for line in (
        "info: s.txt, row 2: the line has HTML, control characters or others",
        "info: s.txt, row 3: the line is blank and left out.",
        "warning: s.txt, row 4: the line says nothing and is left out ('---').",
        "warning: s.txt, row 6: the line is longer than 10,000 characters; read up to there ('Weld pipes",
    ):
        assert line in said
    assert not {"\x00", "\x1b"} & set(said)

    assert run("link", "--to", "own.csv", "--top", 1, "s.txt", "-o", "l.json") == 0
    assert len(json.loads((tmp_path / "l.json").read_text())[-1]["statement"]) == 10_000


def test_a_statement_without_a_suggestion_keeps_its_row(run: Run, statements: str, tmp_path: Path) -> None:
    to = ("link", "--to", "power-generation", "--top", 1, "--least", 0.4)
    assert run(*to, statements, "-o", "l.tsv") == 0
    assert run(*to, statements, "--evidence", "-o", "e.tsv") == 0

    for name in ("l.tsv", "e.tsv"):
        _, none = rows(tmp_path / name)
        assert none.pop("statement") == "Bake bread"
        assert set(none.values()) == {""}


def test_a_mapping_set_claims_only_what_is_likely(run: Run, statements: str, tmp_path: Path) -> None:
    to = ("link", "--to", "power-generation", "--top", 3, statements, "-o")
    assert run(*to, "l.sssom.tsv") == 0
    assert run(*to, "all.sssom.tsv", "--least", 0) == 0
    likely, every = (read_sssom((tmp_path / name).read_text()).mappings for name in ("l.sssom.tsv", "all.sssom.tsv"))

    assert [m.object_id for m in likely if m.subject_label == "Bake bread"] == [NO_TERM_FOUND]
    assert all((m.confidence or 0) >= 0.4 for m in likely if m.object_id != NO_TERM_FOUND)
    assert len(every) == 6


@pytest.mark.parametrize("command", [("link", "s.txt"), ("batch", "s.csv", "-o", "out")])
def test_no_more_are_asked_for_than_the_engine_looks_at(run: Run, capsys: Captured, command: tuple[str, ...]) -> None:
    assert run(*command, "--to", "power-generation", "--top", 101) == 2
    assert "Invalid value for '--top': Input should be less than or equal to 100" in capsys.readouterr().err


def test_blank_lines_are_said_once_and_a_syllabus_is_pointed_to_align(
    run: Run, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "own.csv").write_text("Skill\nWeld pipes\n")
    (tmp_path / "s.txt").write_text("WELD 101 Pipe Welding\n\nWeld pipes\n\n\nBraze\n")

    assert run("link", "--to", "own.csv", "s.txt", "-o", "l.tsv") == 0
    said = capsys.readouterr().err
    assert "info: s.txt, row 2: 3 lines, the first of them here, are blank and left out." in said
    assert said.count("blank") == 1
    assert "'WELD 101 Pipe Welding' looks like the heading of a course" in said


@pytest.mark.parametrize("text", ["", "\n\n", "---\n"])
def test_a_text_without_any_statement_is_said_to_have_none(
    run: Run, tmp_path: Path, capsys: Captured, text: str
) -> None:
    (tmp_path / "own.csv").write_text("Skill\nWeld pipes\n")
    (tmp_path / "s.txt").write_text(text)

    assert run("link", "--to", "own.csv", "s.txt") == 1
    out, err = capsys.readouterr()
    assert not out
    assert err.endswith("there is no statement in s.txt; write one on each line\n")
