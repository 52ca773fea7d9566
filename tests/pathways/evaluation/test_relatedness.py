"""Relatedness held against lists of experts, by numbers to check by hand; and that the lists are no input."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ontology.errors import NotFoundError
from ontology.identifiers import Identifiers
from ontology.records import Iri, Record, RelatedOccupation, Release
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.evaluation.relatedness import ENGINE, FIRST, SPLITS, evaluate_relatedness, places_of, recall

Add = Callable[[KnowledgeBase, str, Iterable[Record]], Release]

LISTED = {"51-8010.00": ("51-8020.00", "51-9198.00"), "51-1011.00": ("11-3051.00",), "51-3011.00": ("51-9198.00",)}


def lists() -> list[Record]:
    """Return what experts call related: two of an even code, one each of two odd ones."""
    mint = Identifiers().mint
    return [
        RelatedOccupation(
            iri=Iri(mint("experts", one, other)),
            occupation=Iri(mint("onet", one)),
            related=Iri(mint("onet", other)),
            rank=rank,
        )
        for one, others in LISTED.items()
        for rank, other in enumerate(others, start=1)
    ]


def test_splits_go_by_the_last_digit_of_the_six() -> None:
    codes = ("29-1141.00", "29-1141.01", "51-8010.00")

    assert [code for code in codes if SPLITS["odd"](code)] == ["29-1141.00", "29-1141.01"]
    assert [code for code in codes if SPLITS["even"](code)] == ["51-8010.00"]


def test_a_list_is_measured_by_split(plant_base: KnowledgeBase, add: Add) -> None:
    add(plant_base, "experts", lists())
    found = evaluate_relatedness(plant_base, compute_snapshot(plant_base), samples=50)

    assert {(each.split, each.occupations) for each in found} == {("all", 3), ("even", 1), ("odd", 2)}
    assert all(each.recall == 1 for each in found), "eight occupations are all among the first twenty"
    assert all(each.recall_from <= each.recall <= each.recall_to for each in found)
    assert next(each.method for each in found if each.split == "odd") == ENGINE
    assert len({each.method for each in found}) > 1


def test_the_rank_of_the_first_is_what_the_order_says(plant_base: KnowledgeBase, add: Add) -> None:
    add(plant_base, "experts", lists())
    snapshot = compute_snapshot(plant_base)
    operators = snapshot.find("51-8010.00")
    order = np.argsort(-snapshot.relatedness[operators], kind="stable").tolist()
    first = min(order.index(snapshot.find(code)) for code in LISTED["51-8010.00"]) + 1

    (even,) = (e for e in evaluate_relatedness(plant_base, snapshot, 10) if (e.split, e.method) == ("even", ENGINE))
    assert even.reciprocal_rank == round(1 / first, 4)


def test_the_lists_are_no_input(plant_base: KnowledgeBase, add: Add) -> None:
    before = compute_snapshot(plant_base)
    add(plant_base, "experts", lists())
    after = compute_snapshot(plant_base)

    assert np.array_equal(before.relatedness, after.relatedness)
    assert np.array_equal(before.steps.cost, after.steps.cost)


def test_without_lists_there_is_nothing_to_measure(plant_base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="import O\\*NET with its table 'Related Occupations'"):
        evaluate_relatedness(plant_base, compute_snapshot(plant_base))


def test_recall_counts_the_first_places() -> None:
    assert recall(np.array([FIRST, FIRST + 1])) == 0.5


@given(arrays(np.float32, (6, 6), elements=st.floats(0, 1, width=32)), st.sets(st.integers(1, 5), min_size=1))
def test_places_are_those_of_the_sorted_scores(scores: np.ndarray, wanted: set[int]) -> None:
    (places,) = places_of(scores, {0: frozenset(wanted)})

    others = sorted(range(1, 6), key=lambda other: (-scores[0, other], other))
    assert places.tolist() == sorted(others.index(other) + 1 for other in wanted)
