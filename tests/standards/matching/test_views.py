"""What each view sees."""

from collections.abc import Callable
from dataclasses import fields

import numpy as np
import pytest

from standards.matching import Entry, Index, embed
from standards.matching.fitted import WEIGHTS
from standards.matching.suggestion import Evidence
from standards.matching.views import Views


def test_evidence_is_what_the_views_see_and_what_is_explained() -> None:
    assert {view.name for view in fields(Views)} == Evidence.model_fields.keys() - {"explained"}


def test_what_is_seen_by_hand(entry: Callable[..., Entry]) -> None:
    """Of one concept, seen in a statement that has one of the two words of its label.

    Among labels weld has rarity 1 and metal, which none has, 1 + ln 2 = 1.69315: the share of weld in the statement is
    1 / 1.96640 = .50854, in the label .70711, and their product .35959.
    """
    index = Index.of([entry("weld", "weld pump", description="Joining of metal.")])
    ranking = index.rank(["weld metal"], top=1)
    views = {view.name: float(getattr(ranking.views, view.name)[0, 0]) for view in fields(Views)}
    statement, label, described = embed(["weld metal", "weld pump", "joining of metal."])

    assert views["meaning"] == pytest.approx(statement @ label, abs=1e-4)
    assert views["words"] == pytest.approx(0.35959, abs=1e-4)
    assert views["covered"] == pytest.approx(0.5, abs=1e-4)
    assert views["description"] == pytest.approx(statement @ described, abs=1e-4)
    assert views["text"] == pytest.approx(0.5**0.5, abs=1e-4)
    seen = WEIGHTS.meaning * views["meaning"] + WEIGHTS.words * views["words"] + WEIGHTS.covered * views["covered"]
    assert views["name"] == pytest.approx(seen / WEIGHTS.whole, abs=1e-4)


def test_a_passage_that_is_the_label_is_seen_in_a_long_statement(entry: Callable[..., Entry]) -> None:
    index = Index.of([entry("weld", "arc welding of steel pipes")])
    said = "Those who pass have done arc welding of steel pipes, filed their own taxes and spoken in public"
    views = index.rank([said], top=1).views

    assert views.passage[0, 0] > views.meaning[0, 0] + 0.1


def test_what_is_seen_of_chosen_candidates() -> None:
    views = Views(*(np.arange(6, dtype=np.float32).reshape(2, 3) + number for number in range(len(fields(Views)))))

    assert views.chosen(np.array([[2], [0]])).meaning.tolist() == [[2], [3]]
    assert views.chosen(np.array([[2], [0]])).words.tolist() == [[3], [4]]


def test_scores_by_hand() -> None:
    """All views at .5: half of all weights, the name counting as much as a label as a whole."""
    views = Views(*(np.full((1, 1), 0.5, dtype=np.float32) for _ in fields(Views)))
    weights = WEIGHTS.whole * (1 + WEIGHTS.name) + WEIGHTS.description + WEIGHTS.text + WEIGHTS.passage

    assert views.scores[0, 0] == pytest.approx(weights / 2)
