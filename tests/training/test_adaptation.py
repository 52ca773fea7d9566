"""The experiment with an adapted embedding."""

import random
import sys
from pathlib import Path

import numpy as np
import pytest

from ontology.errors import UnsupportedError
from standards.matching import Entry, Index, embed, embedding
from training import adaptation
from training.adaptation import (
    Quality,
    _batches,
    _by_meaning,
    _embedding_of,
    _texts_of,
    adapt,
    gains_everywhere,
    report,
)
from training.examples import Domain, Examples


def test_what_is_missing_is_named_before_anything_is_read(
    domain: Domain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)

    with pytest.raises(UnsupportedError, match=r"needs torch.*ladderworks\[benchmarks\]"):
        next(report(Examples((domain,), {}), (), 0, tmp_path / "kept.npy"))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"a": Quality(0.6, 0.5), "b": Quality(0.5, 0.5)}, True),
        ({"a": Quality(0.4, 0.7), "b": Quality(0.5, 0.5)}, True),
        ({"a": Quality(0.5, 0.5), "b": Quality(0.5, 0.5)}, False),
        ({"a": Quality(0.9, 0.9), "b": Quality(0.5, 0.4)}, False),
    ],
)
def test_all_must_gain(after: dict[str, Quality], expected: bool) -> None:
    before = {"a": Quality(0.5, 0.5), "b": Quality(0.5, 0.5)}

    assert gains_everywhere(before, after) == expected


def test_pairs_are_different_texts_of_one_concept(domain: Domain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adaptation, "BATCH", 4)
    sources = [_texts_of(entry) for entry in domain.entries]
    batches = list(_batches(sources, random.Random(0)))
    own = [[tuple(text) for texts in of for text in texts] for of in sources]

    assert {len(batch) for batch in batches} == {4}
    assert all(one != other for batch in batches for one, other in batch)
    assert all(any(tuple(a) in of and tuple(b) in of for of in own) for batch in batches for a, b in batch)
    assert batches == list(_batches(sources, random.Random(0)))


def test_concepts_in_the_order_of_their_nearest_label(domain: Domain) -> None:
    (texts,) = domain.sets
    index = Index.of(domain.entries)
    (found, *_) = _by_meaning(index, texts[:1])

    def best(entry: Entry) -> float:
        labels = [label.lower() for label in (entry.label, *entry.alt_labels)]
        return float((embed(labels) @ embed([texts[0].text])[0]).max())

    assert found == [entry.iri for entry in sorted(domain.entries, key=best, reverse=True)]


def test_other_vectors_are_used_for_a_while_only() -> None:
    _, vectors = embedding.model()
    before = embed(["weld"])
    with _embedding_of(-vectors):
        assert embed(["weld"]) == pytest.approx(-before)
    assert (embed(["weld"]) == before).all()


def test_texts_of_one_concept_come_closer(domain: Domain, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch", reason="needs the extra: pip install 'ladderworks[benchmarks]'")
    monkeypatch.setattr(adaptation, "BATCH", 4)
    _, vectors = embedding.model()
    adapted = adapt(domain.entries, vectors, 0)
    names = [entry.label.lower() for entry in domain.entries]
    others = [entry.alt_labels[0].lower() for entry in domain.entries]
    before = np.mean(np.sum(embed(names) * embed(others), axis=1))
    with _embedding_of(adapted):
        after = np.mean(np.sum(embed(names) * embed(others), axis=1))

    assert after > before
    assert (adapt(domain.entries, vectors, 0) == adapted).all()
