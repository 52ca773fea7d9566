"""The benchmark of routes: what is measured is a comparison, and what is missing is said."""

from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHMARKS, _function
from benchmarks.routes import MOST, measure, measured
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from standards.imports import import_release

EXAMPLE = Path(__file__).parents[2] / "examples" / "power-generation"


def test_it_is_listed() -> None:
    assert _function("routes") is measure
    assert "routes" in BENCHMARKS


def test_without_releases_it_says_which_are_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LADDERWORKS_DATA", str(tmp_path))
    (found,) = measure(full=False)
    assert found.value is None
    assert "oews_may2025_state.csv" in found.note


def test_each_comparison_is_held_against_the_ladder() -> None:
    with KnowledgeBase.in_memory(Identifiers()) as base:
        import_release(base, "partnership", [EXAMPLE])
        snapshot = compute_snapshot(base)
    found = list(measured(snapshot, [("49-9098.00", "11-3051.00")], "Washington"))
    assert [each.name for each in found] == ["routes-compared", "routes-up-compared"]
    for each in found:
        assert each.value is not None
        assert 0 < each.value < 20 * MOST
        assert each.reference
        assert each.goal == MOST
