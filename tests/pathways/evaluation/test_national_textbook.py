"""The textbook ladders for development among the occupations of O*NET; those for testing are left alone."""

from __future__ import annotations

from pathlib import Path

from ontology.store import KnowledgeBase
from pathways.cache import snapshot_of
from pathways.evaluation.ladders import TEST, Measure, evaluate
from pathways.evaluation.textbook import read_ladders


def test_most_development_ladders_are_whole_and_baselines_are_behind(national: Path) -> None:
    with KnowledgeBase.open(national) as base:
        onet = snapshot_of(base, national / "snapshots")
    ladders, report = read_ladders(onet.occupations)
    assert not len(report)
    found = evaluate(onet, [ladder for ladder in ladders if ladder.split != TEST], None, samples=100)
    own, *others = found.finders
    whole = found.figure("development", "", own, Measure.WHOLE)
    assert whole is not None
    assert (whole.value or 0) > 0.65
    for other in others:
        ahead = found.figure("development", "", own, Measure.WHOLE, against=other)
        assert ahead is not None
        assert (ahead.low or 0) > 0
