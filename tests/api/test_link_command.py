"""Statements linked to a framework, from files and pipes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def test_statements_are_linked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "statements.txt").write_text("Apply lockout and tagout\n\nRead single-line diagrams\n")

    assert run("link", "--to", "power-generation", "--top", 2, "statements.txt", "-o", tmp_path / "l.tsv") == 0

    header, *rows = (line.split("\t") for line in (tmp_path / "l.tsv").read_text().splitlines())
    assert header == ["statement", "rank", "id", "label", "confidence"]
    assert len(rows) == 4
    assert rows[0][2].endswith("/id/power-generation/PG-SAF-03")


def test_a_statement_that_begins_as_a_formula_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "statements.txt").write_text("=HYPERLINK(0) lockout\n- Apply lockout and tagout\n")

    assert run("link", "--to", "power-generation", "--top", 1, "statements.txt", "-o", tmp_path / "l.tsv") == 0

    rows = (tmp_path / "l.tsv").read_text().splitlines()[1:]
    assert [row.partition("\t")[0] for row in rows] == ["'=HYPERLINK(0) lockout", "'- Apply lockout and tagout"]


def test_statements_may_come_from_a_pipe(run: Run, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"Apply lockout and tagout\n")
    os.close(writing)

    assert run("link", "--to", "power-generation", "--top", 1, f"/dev/fd/{reading}") == 0
    os.close(reading)
    assert b"PG-SAF-03" in capfdbinary.readouterr().out


def test_statements_may_come_from_standard_input() -> None:
    program = Path(sys.executable).with_name("ladderworks")
    command = [str(program), "link", "--to", "power-generation", "--top", "1", "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, input="Apply lockout and tagout\n")

    assert "PG-SAF-03" in done.stdout


def test_no_statements_find_nothing(run: Run, capsys: Captured) -> None:
    assert run("link", "--to", "power-generation", "/dev/null") == 1
    assert run("link", "--to", "power-generation", "missing.txt") == 2
    assert "there is no file missing.txt; name one with a statement" in capsys.readouterr().err


def test_a_framework_that_is_not_there_is_named_with_those_that_are(run: Run, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "statements.txt").write_text("Weld\n")

    assert run("link", "--to", "astrology", "statements.txt") == 1
    assert "tamarack-pud" in capsys.readouterr().err
