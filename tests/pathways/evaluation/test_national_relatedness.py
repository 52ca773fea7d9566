"""What is learned from the lists of even codes, held against those of odd ones."""

from __future__ import annotations

import numpy as np
import pytest

from ontology.store import KnowledgeBase
from pathways.evaluation.relatedness import ENGINE, FUSED, SPLITS, evaluate_relatedness, expected_of, places_of, recall
from pathways.relatedness import fusion
from pathways.snapshot import Snapshot


def test_related_occupations_are_found_where_nothing_was_learned_from(whole: tuple[KnowledgeBase, Snapshot]) -> None:
    odd = {each.method: each for each in evaluate_relatedness(*whole, samples=100) if each.split == "odd"}
    assert odd[ENGINE].recall_from > odd[FUSED].recall_to + 0.05
    assert odd[ENGINE].recall > 0.72
    assert odd[FUSED].recall > 0.60


def test_how_fast_a_view_falls_off_matters_little_on_even_codes(
    whole: tuple[KnowledgeBase, Snapshot], monkeypatch: pytest.MonkeyPatch
) -> None:
    base, snapshot = whole
    listed = expected_of(base, snapshot.occupations)
    even = {place: others for place, others in listed.items() if SPLITS["even"](snapshot.occupations[place].code)}
    ranks = {opinion.name: opinion.rank for opinion in snapshot.opinions if opinion.counted}
    known = {opinion.name: opinion.known for opinion in snapshot.opinions if opinion.counted}
    found = {}
    for smoothing in (5, 10, 20, 40, 60):
        monkeypatch.setattr(fusion, "SMOOTHING", smoothing)
        places = places_of(fusion.fuse(ranks, known), even)
        found[smoothing] = round(float(np.mean([recall(each) for each in places])), 3)
    assert found == pytest.approx({5: 0.593, 10: 0.600, 20: 0.599, 40: 0.601, 60: 0.598}, abs=0.0015)
