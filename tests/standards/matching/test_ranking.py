"""Ranking candidates."""

from collections.abc import Callable

import numpy as np
import pytest

from standards.matching import Entry, Index, ranking
from standards.matching.fitted import WEIGHTS
from standards.matching.ranking import DIGITS
from standards.matching.weights import LONGEST

MakeEntry = Callable[..., Entry]


def test_scores_fall_and_are_rounded(index: Index) -> None:
    scores = index.rank(["verify zero energy before welding", "python", ""], top=5).scores

    assert (np.diff(scores, axis=1) <= 0).all()
    assert scores == pytest.approx(np.round(scores.astype(np.float64), DIGITS), abs=1e-6)


def test_the_lowest_and_the_highest_score_by_hand() -> None:
    """Nothing seen of a long name that one occupation needs; all seen of one word that every field needs."""
    views = WEIGHTS.whole * (1 + WEIGHTS.name) + WEIGHTS.description + WEIGHTS.text + WEIGHTS.passage

    assert WEIGHTS.length * LONGEST - WEIGHTS.reach == pytest.approx(-0.33)
    assert views + WEIGHTS.reach + WEIGHTS.length == pytest.approx(3.93)


def test_what_is_explained_counts_among_few_labels_only(entry: MakeEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that weld says is explained; among more labels than are few, the score is less by the weight of that."""
    entries = [entry("weld", "weld", "braze")]
    few = Index.of(entries).rank(["weld"], top=1).scores[0, 0]
    monkeypatch.setattr(ranking, "FEW", 1)
    many = Index.of(entries).rank(["weld"], top=1).scores[0, 0]

    assert few - many == pytest.approx(WEIGHTS.explained, abs=1e-4)
    assert WEIGHTS.explained > 0


def test_statements_have_their_different_words(index: Index) -> None:
    found = index.rank(["weld, weld and pump", "…"], top=2)

    assert found.said == (("weld", "pump"), ())
    assert found.lengths.tolist() == [2, 0]


def test_the_best_of_many_are_the_same_as_the_best_of_few(index: Index) -> None:
    many, few = (index.rank(["weld metal by gas"], top) for top in (5, 2))

    assert many.concepts[:, :2].tolist() == few.concepts.tolist()
    assert many.labels[:, :2].tolist() == few.labels.tolist()
    assert many.views.text[:, :2] == pytest.approx(few.views.text)
    assert many.explained[:, :2] == pytest.approx(few.explained)
    assert many.own[:, :2] == pytest.approx(few.own)
    assert many.phrased[:, :2] == pytest.approx(few.phrased)


def test_a_word_counts_by_how_few_concepts_have_it(entry: MakeEntry) -> None:
    """All have weld, 1 - ln 4 / ln 61 = .66277, one has pipe, .83139; .49457 and .50543 of the statement: .74799."""
    index = Index.of([entry("a", "weld pipe"), entry("b", "weld plate"), entry("c", "weld", "weld tube")])
    fewness = dict(zip(index.lexicon.texts.vocabulary, index.about.fewness.tolist(), strict=True))
    found = index.rank(["weld pipe"], top=1)

    assert (fewness["pipe"], fewness["weld"]) == pytest.approx((0.83139, 0.66277), abs=1e-5)
    assert found.explained[0, 0] == 1
    assert found.own[0, 0] == pytest.approx(0.74799, abs=1e-5)


def test_one_thing_of_many_in_a_description_is_a_phrase(entry: MakeEntry) -> None:
    index = Index.of(
        [entry("a", "Fabrication", description="Includes grinding, riveting, brazing and hot work permits.")]
    )
    found = index.rank(["Braze copper"], top=1)

    assert found.phrased[0, 0] == 1
    assert found.views.description[0, 0] < 1
