"""What is learned from the lists of even codes, held against those of odd ones."""

from __future__ import annotations

from pathlib import Path

from ontology.store import KnowledgeBase
from pathways.cache import snapshot_of
from pathways.evaluation.relatedness import ENGINE, FUSED, evaluate_relatedness


def test_related_occupations_are_found_where_nothing_was_learned_from(national: Path) -> None:
    with KnowledgeBase.open(national) as base:
        found = evaluate_relatedness(base, snapshot_of(base, national / "snapshots"), samples=100)
    odd = {each.method: each for each in found if each.split == "odd"}

    # without ESCO, wages and programs of study: .70 against .61
    assert odd[ENGINE].recall_from > odd[FUSED].recall_to + 0.05
    assert odd[ENGINE].recall > 0.69
