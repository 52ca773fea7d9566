"""The curve of confidence: what each suggestion counts, and a logistic regression that finds what there is."""

import numpy as np
import pytest

from standards.matching.confidence import LEAST, Seen, facts
from training import calibrating
from training.calibrating import ANSWERED, OWN, STRANGE, Case, _cases, _counts, _drawn, _logistic, fit_curve
from training.examples import Domain, Text


def test_known_weights_are_found() -> None:
    lot = np.random.default_rng(0)
    rows = np.column_stack([np.ones(40_000), lot.normal(2, 1, 40_000), lot.normal(0, 3, 40_000)])
    odds = rows @ [-1.0, 0.8, -0.3]
    right = lot.random(40_000) < 1 / (1 + np.exp(-odds))

    assert _logistic(rows, right, np.full(40_000, 1 / 40_000)) == pytest.approx([-1, 0.8, -0.3], abs=0.05)


def test_what_counts_nothing_teaches_nothing() -> None:
    """Of two opposite lessons the one that counts is learned: three in four are right."""
    rows, right = np.ones((8, 1)), np.array([1, 1, 1, 0, 0, 0, 0, 0], dtype=bool)
    (even,) = _logistic(rows, right, np.array([0.25] * 4 + [0.0] * 4))

    assert even == pytest.approx(np.log(3), abs=1e-4)


def test_texts_count_the_same_in_a_framework_as_it_is(domain: Domain) -> None:
    assert _counts(Case(domain.entries, domain.texts)) == pytest.approx([1 / 7] * 7)


def test_answered_texts_count_their_share_in_one_drawn_by_lot(domain: Domain) -> None:
    counts = _counts(Case(domain.entries[:2], domain.texts, ANSWERED))

    assert counts[:2] == pytest.approx([ANSWERED / 2] * 2)
    assert counts[2:] == pytest.approx([(1 - ANSWERED) / 5] * 5)


def test_half_of_what_is_drawn_is_right_for_some_text_and_nothing_once(
    domain: Domain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calibrating, "SIZES", {2: 1})
    texts = domain.texts[:3]
    answers = {iri for text in texts for iri in text.concepts}
    half, strange = _drawn(domain.entries, texts, np.random.default_rng(0))

    assert [len({entry.iri for entry in case.entries} & answers) for case in (half, strange)] == [1, 0]
    assert (half.answered, half.counts, strange.counts) == (ANSWERED, 1, STRANGE)


def test_the_same_lot_draws_the_same(domain: Domain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrating, "SIZES", {2: 3})
    asked = Domain("some", domain.entries, (domain.texts[:2],))
    drawn = [[case.entries for case in _cases([asked], seed)] for seed in (1, 1, 2)]

    assert [len(entries) for entries in drawn[0]] == [6, 2, 2, 2, 2]
    assert drawn[0] == drawn[1] != drawn[2]


def test_a_small_framework_meets_the_texts_of_other_fields(domain: Domain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrating, "SIZES", {})
    other = Domain("other", domain.entries[:3], domain.sets)
    whole, strange, *_ = _cases([domain, other], 0)

    assert (whole.counts, strange.counts) == (OWN, OWN * STRANGE)
    assert strange.entries == domain.entries


def test_a_curve_learns_that_the_best_is_the_surest(domain: Domain) -> None:
    odd = Domain("odd", domain.entries, (tuple(Text(text.text, frozenset()) for text in domain.texts),))
    scores = np.array([[2.0, 0.5]], dtype=np.float32)
    known = facts(scores, Seen(*[np.full_like(scores, 0.5)] * 3), LEAST, np.array([4]))
    first, second = fit_curve([domain], 0).confidence(known)[0]

    assert first > 0.8
    assert second < 0.2
    assert fit_curve([odd], 0).confidence(known)[0, 0] < 0.2
