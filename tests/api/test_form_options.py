"""The form and the language that an option names, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]
Bytes = pytest.CaptureFixture[bytes]

HELPER, MANAGER = "49-9098.00", "11-3051.00"


@pytest.mark.parametrize("name", ["mermaid", "mmd", "text/vnd.mermaid"])
def test_standard_output_takes_the_form_that_is_named(run: Run, capfdbinary: Bytes, name: str) -> None:
    assert run("ladder", "--sector", "power-generation", "--format", name) == 0
    assert capfdbinary.readouterr().out.startswith(b"flowchart BT\n")


def test_the_option_goes_before_the_end_of_the_file_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ways.txt"

    assert run("routes", "--from", HELPER, "--to", MANAGER, "--format", "json", "-o", file) == 0
    assert json.loads(file.read_text())["routes"]


def test_a_form_that_there_is_not_is_refused_with_those_there_are(run: Run, capsys: Captured) -> None:
    assert run("ladder", "--sector", "power-generation", "--format", "docx") == 2
    assert (
        "'docx' is not a format of ladders; take one of: json, svg, png, pdf, dot, mermaid" in capsys.readouterr().err
    )


@pytest.mark.parametrize("command", ["ladder", "routes"])
def test_a_language_that_nothing_is_named_in_is_refused(run: Run, capsys: Captured, command: str) -> None:
    assert run(command, "--from", HELPER, "--to", MANAGER, "--language", "fi") == 1
    assert "nothing here is named in 'fi'; there are names in en" in capsys.readouterr().err


def test_a_plan_has_one_language(run: Run, capsys: Captured, tmp_path: Path) -> None:
    have = tmp_path / "have.txt"
    have.write_text("Rigging and Lifting\n")

    assert run("ladder", "--to", MANAGER, "--have", have, "--language", "es") == 2
    assert "leave out --language" in capsys.readouterr().err
