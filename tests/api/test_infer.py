"""What follows from a release is found on demand, and only a query that asks for it sees it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

PARTS = "SELECT ?graph { GRAPH ?graph { ?course ceterms:isPartOf ?program } }"


def test_what_follows_is_said_and_seen_by_queries_that_ask_for_it(
    run: Run, project: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "parts.rq").write_text(PARTS)
    assert run("import", "partnership", project / "examples/power-generation") == 0
    capsys.readouterr()

    assert run("infer") == 0

    assert "power-generation@draft: " in (said := capsys.readouterr().out)
    assert "(http://localhost:8000/graph/inferred/power-generation/draft)\n" in said
    assert "sheet-tamarack-pud@1: " in said
    assert run("query", "parts.rq") == 1
    assert run("query", "--inferred", "parts.rq", "-o", "parts.csv") == 0
    rows = (tmp_path / "parts.csv").read_text().split()
    graphs = Counter(row.removeprefix("http://localhost:8000/graph/inferred/") for row in rows[1:])
    assert graphs["power-generation/draft"] == 28


def test_the_rest_of_the_knowledge_base_is_as_it_was(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("import", "partnership", project / "examples/power-generation") == 0
    with KnowledgeBase.open(tmp_path / "kb") as base:
        before = base.releases()

    assert run("infer", "power-generation") == 0
    assert run("infer", "power-generation") == 0

    with KnowledgeBase.open(tmp_path / "kb") as base:
        assert base.releases() == before
        assert len(base.inferred()) == 1


def test_nothing_follows_from_nothing(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("infer") == 1
    assert "make one with `ladderworks import`" in capsys.readouterr().err
    assert not (tmp_path / "kb").exists()
