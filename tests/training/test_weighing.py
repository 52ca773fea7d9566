"""Weights are moved only where it helps."""

import numpy as np
import pytest

from standards.evaluation.measures import r_precision, reciprocal_rank
from standards.matching import Index
from standards.matching.fitted import WEIGHTS
from standards.matching.weights import Weights
from training.examples import Domain
from training.weighing import GAIN, Candidates, fit_weights

ASTRAY = Weights(
    meaning=0.1, words=0, covered=0, name=0, description=0, text=0, passage=0, explained=0, reach=0, length=0.1
)
"""Weights that put long names first."""


def quality(domain: Domain, weights: Weights) -> float:
    index = Index.of(domain.entries)
    return float(np.mean([Candidates.of(texts, index).quality(weights) for texts in domain.sets]))


def test_the_facts_weighed_are_the_scores_of_the_engine(domain: Domain) -> None:
    index, (texts,) = Index.of(domain.entries), domain.sets
    scores = Candidates.of(texts, index).facts @ np.array(list(WEIGHTS.model_dump().values()))

    assert scores == pytest.approx(index.rank([text.text for text in texts], 100).scores, abs=2e-4)


def test_quality_by_hand(domain: Domain) -> None:
    """The mean of RP@5 and MRR over the texts that have an answer."""
    index, (texts,) = Index.of(domain.entries), domain.sets
    found = index.rank([text.text for text in texts], 100).concepts
    pairs = [
        ([index.entry(concept).iri for concept in row], text.answers)
        for row, text in zip(found, texts, strict=True)
        if text.answers
    ]
    expected = np.mean([(r_precision(*pair) + reciprocal_rank(*pair)) / 2 for pair in pairs])

    assert len(pairs) == len(texts) - 1
    assert Candidates.of(texts, index).quality(WEIGHTS) == pytest.approx(float(expected))


def test_fitted_weights_are_better(domain: Domain) -> None:
    fitted = fit_weights([domain], ASTRAY)

    assert quality(domain, fitted) > quality(domain, ASTRAY) + GAIN


@pytest.mark.parametrize("start", [WEIGHTS, ASTRAY])
def test_no_domain_is_ranked_worse(domain: Domain, start: Weights) -> None:
    (texts,) = domain.sets
    domains = [Domain("one", domain.entries, (texts[:3],)), Domain("other", domain.entries, (texts[3:],))]
    fitted = fit_weights(domains, start)

    assert [quality(each, fitted) >= quality(each, start) for each in domains] == [True, True]


def test_what_helps_one_domain_and_harms_the_other_is_not_learned(domain: Domain) -> None:
    """The same texts with answers that exclude each other: every step that ranks one better ranks the other worse."""
    (texts,) = domain.sets
    swapped = dict(zip([text.text for text in texts[:6]], [text.answers for text in texts[5::-1]], strict=True))
    others = tuple(type(text)(text.text, swapped.get(text.text, text.answers)) for text in texts)
    domains = [domain, Domain("other", domain.entries, (others,))]
    fitted = fit_weights(domains, WEIGHTS)

    assert [quality(each, fitted) >= quality(each, WEIGHTS) for each in domains] == [True, True]
