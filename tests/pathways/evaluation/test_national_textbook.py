"""The textbook ladders for development among the occupations of O*NET; those for testing are left alone."""

from __future__ import annotations

from ontology.store import KnowledgeBase
from pathways.evaluation.ladders import TEST, Draws, Measure, Trial, evaluate
from pathways.evaluation.textbook import read_ladders
from pathways.occupations.wages import find_region
from pathways.snapshot import Snapshot


def test_most_development_ladders_are_whole_and_baselines_are_behind(whole: tuple[KnowledgeBase, Snapshot]) -> None:
    _, onet = whole
    ladders, report = read_ladders(onet.occupations)
    assert not len(report)
    developed = [ladder for ladder in ladders if ladder.split != TEST]
    found = evaluate(onet, Trial(developed, find_region(onet.regions, ""), draws=Draws(100)))
    own, *others = found.finders
    whole_ones = found.figure("development", "", own, Measure.WHOLE)
    assert whole_ones is not None
    assert (whole_ones.value or 0) > 0.9  # 93%: one ladder of 44 may be lost
    for other in others:
        ahead = found.figure("development", "", own, Measure.WHOLE, against=other)
        assert ahead is not None
        assert (ahead.low or 0) > 0
