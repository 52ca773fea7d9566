"""``ladderworks standard release`` and ``keep-back``: what is said of a list, and of the lists of others by it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.graph_writing import stored_triples
from ontology.loads import Load
from ontology.store import KnowledgeBase
from tests.standards.publishing.test_exposure import base

__all__ = ["base"]
"""A fixture of others: five firms' lists, and a version in which a level rests on four of them."""

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def test_whose_lists_may_be_told_by_it_is_said_with_the_way_back(
    run: Run, base: KnowledgeBase, tmp_path: Path, capsys: Captured
) -> None:
    with KnowledgeBase.open(tmp_path / "kb", write=True) as stored:
        stored.replace_all([Load(one, (), [stored_triples(base, one)]) for one in base.releases()])
    said = []
    for firm in ("dam", "plant"):
        assert run("standard", "release", "river", firm, "--by", "Ines Calder") == 0
        said.append(capsys.readouterr())

    assert [one.out for one in said] == [
        f"The list of {firm} (sheet-{firm}@1) is public now\n" for firm in ("dam", "plant")
    ]
    assert "private lists" not in said[0].err
    assert (
        "Fewer than 3 private lists stand behind 1 published number now, and whoever subtracts may tell what these "
        "say: ask grid, mill, or keep it back again (`ladderworks standard keep-back river plant --by NAME`)"
    ) in " ".join(said[1].err.split())
    assert run("standard", "keep-back", "river", "plant", "--by", "Ines Calder") == 0
    assert "is kept back now" in capsys.readouterr().out
