"""Two people decide at the same moment, in two processes: the second is told who is in the way, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen

import pytest

from ontology.store import KnowledgeBase
from standards.agreement import read_agreement
from tests.standards.agreement.conftest import CHARTS, ROPES, SLUG, fill

FIRST = """
import sys
from api.commands import standard_agree
from api.command_line import run

speaking = standard_agree.decide
def slowly(*said):
    print("deciding", flush=True)
    sys.stdin.readline()
    return speaking(*said)
standard_agree.decide = slowly
sys.argv = ["ladderworks", *sys.argv[1:]]
sys.exit(run(sys.argv[1:]))
"""
"""Somebody whose decisions take as long as one wants: until a line comes in."""

SECOND = "import sys; from api.command_line import run; sys.exit(run(sys.argv[1:]))"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        fill(base)
        known = read_agreement(base, SLUG).statements
        for name, said in (("ana", {ROPES: "accept"}), ("ben", {CHARTS: "accept"}), ("cem", {ROPES: "reject"})):
            rows = (f"{one},{known[one].revision},{word},Old" for one, word in said.items())
            text = "\n".join(["address,revision,decision,reason", *rows, ""])
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return {**os.environ, "LADDERWORKS_KB": str(tmp_path / "kb")}


def command(tmp_path: Path, name: str) -> list[str]:
    return ["standard", "decide", SLUG, str(tmp_path / f"{name}.csv"), "--by", name.title()]


@pytest.fixture
def first(tmp_path: Path, environment: dict[str, str]) -> Iterator[Popen[str]]:
    """Ana, who has begun and is not done."""
    asked = [sys.executable, "-c", FIRST, *command(tmp_path, "ana")]
    with Popen(asked, env=environment, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "deciding\n"
        yield process
        process.kill()


def second(tmp_path: Path, environment: dict[str, str], name: str) -> CompletedProcess[str]:
    asked = [sys.executable, "-c", SECOND, *command(tmp_path, name)]
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)


def test_the_second_is_told_who_is_in_the_way_and_what_to_do_and_nothing_is_lost(
    tmp_path: Path, environment: dict[str, str], first: Popen[str]
) -> None:
    told = second(tmp_path, environment, "ben")
    assert told.returncode != 0
    assert "is busy: `ladderworks standard decide` of " in told.stderr
    assert f"(process {first.pid}, since " in told.stderr
    assert "Nothing was changed: wait until that is done and run the same again" in told.stderr
    assert "ana.csv" not in told.stderr

    first.communicate("go on\n")
    assert first.returncode == 0
    assert second(tmp_path, environment, "ben").returncode == 0
    conflict = second(tmp_path, environment, "cem")
    assert conflict.returncode == 1
    assert "Ana decided “accept” on " in conflict.stderr
    with KnowledgeBase.open(tmp_path / "kb") as base:
        log = read_agreement(base, SLUG).log.decisions
    assert sorted((one.by, one.candidate, one.decided.word) for one in log) == [
        ("Ana", ROPES, "accept"),
        ("Ben", CHARTS, "accept"),
    ]
