"""``ladderworks standard outcomes``: from what was imported to what may be told, behind no other door."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from ontology.store import KnowledgeBase
from standards.imports import import_release

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

SLUG = "power-generation"
TAKEN_UP = ("--since", "2025-01-01", "--adopted", "tamarack-pud", "--adopted", "stillwater-bend-hydro=2025-01-01")


@pytest.fixture
def imported(run: Run, project: Path, capsys: Captured) -> Run:
    """Return the command line on a knowledge base with the example."""
    assert run("import", "partnership", str(project / "examples/power-generation"), "--no-prepare") == 0
    capsys.readouterr()
    return run


def test_text_and_files(imported: Run, tmp_path: Path, capsys: Captured) -> None:
    assert imported("standard", "outcomes", SLUG, *TAKEN_UP) == 0
    assert "Taken up by Stillwater Bend Hydro (fictional), Tamarack County" in capsys.readouterr().out

    assert imported("standard", "outcomes", SLUG, *TAKEN_UP, "-o", str(tmp_path / "told.svg")) == 0
    assert (tmp_path / "told.svg").read_text(encoding="utf-8").startswith("<svg")
    assert "told.svg: 42 observations of 9 measures, 5 hidden" in capsys.readouterr().err


def test_limits_can_be_raised_and_not_lowered(imported: Run, capsys: Captured) -> None:
    assert imported("standard", "outcomes", SLUG, *TAKEN_UP, "--people", "50", "--few", "5", "--format", "csv") == 0
    hidden = [line for line in capsys.readouterr().out.splitlines() if ",yes,,,," in line]
    assert len(hidden) > 20
    assert imported("standard", "outcomes", SLUG, "--people", "5") == 2
    assert imported("standard", "outcomes", SLUG, "--few", "1") == 2


def test_nothing_can_be_said_yet(imported: Run, capsys: Captured) -> None:
    assert imported("standard", "outcomes", SLUG) == 1
    assert "neither ratified nor published" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--since", "soon"), "--since 'soon' is no day; write one as 2025-01-31"),
        (("--adopted", "tamarack-pod"), "Write 'tamarack-pud' if that is meant"),
    ],
)
def test_what_is_wrong_is_told(imported: Run, capsys: Captured, options: tuple[str, str], said: str) -> None:
    assert imported("standard", "outcomes", SLUG, *options) != 0
    assert said in " ".join(capsys.readouterr().err.replace("\u2502", " ").split())


def test_where_there_are_none_it_is_told(run: Run, project: Path, tmp_path: Path, capsys: Captured) -> None:
    panel = project / "examples" / SLUG
    for file in panel.rglob("*.*"):
        if file.is_file() and file.name != "outcomes.csv":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    declared = tmp_path / "partnership.toml"
    declared.write_text(declared.read_text(encoding="utf-8").replace('outcomes = "outcomes.csv"\n', ""), "utf-8")
    assert run("import", "partnership", str(tmp_path), "--no-prepare") == 0
    assert run("standard", "outcomes", SLUG) == 1
    assert "there are no outcomes under power-generation" in capsys.readouterr().err


def test_two_files_of_the_same_people_are_refused(
    imported: Run, project: Path, tmp_path: Path, capsys: Captured
) -> None:
    other = tmp_path / "other.csv"
    rows = (project / f"examples/{SLUG}/outcomes.csv").read_text(encoding="utf-8").splitlines()
    other.write_text("\n".join(rows[:2]) + "\n", encoding="utf-8")
    assert imported("import", "outcomes", str(other), "--no-prepare") == 0
    assert imported("standard", "outcomes", SLUG) != 0
    err = capsys.readouterr().err
    assert "hold outcomes of the same people" in err
    assert "take one of them out: `ladderworks remove " in err
    remedy = re.findall("`ladderworks (remove [^`]+)`", err)[-1]
    assert imported(*remedy.split(), "--yes") == 0
    imported("standard", "outcomes", SLUG)
    assert "Outcomes under Cascade River" in capsys.readouterr().out


def test_observations_are_behind_no_other_door(serve: Callable[..., TestClient], project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples" / SLUG])
        client = serve(base, ready=True)
        everywhere = "SELECT * { { ?s a lw:OutcomeObservation } UNION { GRAPH ?g { ?s a lw:OutcomeObservation } } }"
        asked = client.get(
            "/sparql", params={"query": f"PREFIX lw: <https://w3id.org/ladderworks/terms#> {everywhere}"}
        )
        assert asked.status_code == 200
        assert asked.json()["results"]["bindings"] == []
        for door in ("/dataset.ttl", "/dumps", "/dumps/all.nq.gz", "/api/v1/openapi.json"):
            content = client.get(door).content
            assert b"outcomes-power-generation" not in (gzip.decompress(content) if door.endswith("gz") else content)
        first = "/doc/outcome/turnover/tamarack-pud/2024-01/2024-12"
        assert client.get(first).status_code == 404
