"""What is removed, who is asked, and what is lost."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from api.example import example_folder
from ontology.graph_writing import stored_triples
from ontology.loads import Load
from ontology.store import KnowledgeBase
from tests.api.conftest import BESIDE, stored
from tests.standards.publishing.coming_and_going import first

__all__ = ["first"]
"""A fixture of others: a standard that was agreed on, in version 1.0."""

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def test_a_source_is_removed_and_what_is_lost_said(run: Run, capsys: Captured) -> None:
    run("import", "partnership", example_folder())
    capsys.readouterr()

    assert run("remove", "power-generation", "--yes") == 0
    out = capsys.readouterr().out.splitlines()
    assert re.match(r"  power-generation@draft · Cascade River .*\([\d,]+ rows of \d+ files\)$", out[1])
    assert [line.split("@")[0].strip() for line in out[2 : 2 + len(BESIDE)]] == BESIDE
    assert out[2 + len(BESIDE) : 4 + len(BESIDE)] == ["Removed.", "No longer computed:"]
    assert "  ladders and related occupations: no occupation is left" in out
    assert "  ladder --sector: power-generation" in out
    assert "  ladder --region: National, Washington" in out
    assert (
        "  align: Instrumentation and Control Technology, Power Generation Technology, Wind Energy Maintenance" in out
    )
    assert sum(line.startswith("  link --to and align --to: ") for line in out) == 1
    assert out[-1] == "Nothing is imported any more: commands use the embedded example."

    assert run("status") == 0
    assert capsys.readouterr().out.startswith("Knowledge base: the embedded example")


def test_one_release_is_removed_and_the_newest_named(run: Run, capsys: Captured) -> None:
    for year in ("2025.1", "2026.1"):
        run("import", "partnership", example_folder(), "--release", year)
    capsys.readouterr()

    assert run("remove", "power-generation@2026.1", "--yes") == 0
    out = capsys.readouterr().out
    assert "power-generation@2025.1 ·" not in out
    assert "The newest of power-generation is now power-generation@2025.1." in out
    assert "Everything that could be computed still can be, from what is left." in out

    run("status", "--json")
    assert stored(capsys.readouterr().out)["release"]["version"] == "2025.1"


@pytest.mark.parametrize(("said", "status", "held"), [("n\n", 1, 1 + len(BESIDE)), ("y\n", 0, 0)])
def test_a_person_is_asked_first(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, status: int, held: int
) -> None:
    run("import", "partnership", example_folder())
    capsys.readouterr()
    answer = io.StringIO(said)
    monkeypatch.setattr(answer, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdin", answer)

    assert run("remove", "power-generation") == status
    assert ("Nothing was removed." in capsys.readouterr().out) == bool(held)
    with KnowledgeBase.open(tmp_path / "kb") as base:
        assert len(base.releases()) == held


@pytest.mark.parametrize(("said", "status"), [("n\n", 1), ("y\n", 0)])
def test_an_answer_may_come_through_a_pipe(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch, said: str, status: int
) -> None:
    run("import", "partnership", example_folder())
    monkeypatch.setattr("sys.stdin", io.StringIO(said))

    assert run("remove", "power-generation") == status
    assert ("Nothing was removed." in capsys.readouterr().out) == bool(status)


def test_a_script_that_does_not_answer_has_to_say_that_it_means_it(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", "partnership", example_folder())
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert run("remove", "power-generation") == 2
    assert "say --yes where this is meant" in capsys.readouterr().err
    assert run("status") == 0
    assert "power-generation draft" in capsys.readouterr().out


def test_what_is_not_there_cannot_be_removed(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("remove", "power-generation", "--yes") == 1
    assert "nothing is imported into" in capsys.readouterr().err
    assert not (tmp_path / "kb").exists()

    run("import", "partnership", example_folder())
    assert run("remove", "power-generation@1999", "--yes") == 1
    assert ", power-generation@draft, " in capsys.readouterr().err


@pytest.mark.parametrize(("said", "status"), [("n\n", 1), ("y\n", 0)])
def test_what_is_lost_with_what_a_version_rests_on_is_said_before_it_goes(
    run: Run,
    first: KnowledgeBase,
    tmp_path: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    said: str,
    status: int,
) -> None:
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        base.replace_all([Load(one, (), [stored_triples(first, one)]) for one in first.releases()])
    monkeypatch.setattr("sys.stdin", io.StringIO(said))

    assert run("remove", "footing-harbor") == status
    warned, _, answered = capsys.readouterr().out.partition("Nothing was removed." if status else "Removed.")
    assert "harbor@1.0 rests on footing-harbor@1. Without it the next version follows today's lists" in warned
    assert "copy the knowledge base first" in warned
    assert "(`ladderworks standard agreement harbor -o harbor.xlsx`)" in warned
    assert ("No longer computed" in answered or "Everything that could be computed" in answered) != bool(status)
