from __future__ import annotations

import numpy as np
import pytest

from ontology.records import Iri, Text
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.preparation import (
    PARTS,
    ZONE_EDUCATION,
    ZONE_EXPERIENCE,
    ZONE_TRAINING,
    education_words,
    expected_months,
    fill_from_zones,
    preparation_of,
)
from pathways.snapshot import Snapshot


def test_expected_months_is_the_mean_over_the_answers() -> None:
    # a quarter says associate's degree (24), three quarters say bachelor's (48)
    assert expected_months("RL", {5: 25, 6: 75}) == pytest.approx(42)


def test_expected_months_of_no_answers_is_unknown() -> None:
    assert np.isnan(expected_months("OJ", {1: 0.0}))


def test_gaps_take_the_median_of_their_zone_or_its_usual_months() -> None:
    months = np.array([10, 30, np.nan, np.nan], dtype=np.float32)
    zones = np.array([3, 3, 3, 5], dtype=np.int8)
    assert fill_from_zones(months, zones, ZONE_EDUCATION).tolist() == [10, 30, 20, ZONE_EDUCATION[5]]


@pytest.mark.parametrize(
    ("months", "words"), [(0, "high school or less"), (24, "an associate's degree"), (float("nan"), "")]
)
def test_education_in_words(months: float, words: str) -> None:
    assert education_words(months) == words


def test_a_partnership_has_the_first_word_on_training(plants: Snapshot) -> None:
    assert plants.preparation.training[plants.find("Plant Helpers")] == 3


def test_what_nobody_says_is_not_told_and_yet_compared_as_before() -> None:
    """An occupation without job zone and answers, as O*NET has its residual ones, is not one of high school or less."""
    unknown = OccupationEntry(iri=Iri("http://x/1"), code="29-1229.00", label=Text(value="Physicians, All Other"))
    zoned = unknown.model_copy(update={"iri": Iri("http://x/2"), "code": "29-9099.01", "zone": 5})
    said = unknown.model_copy(update={"iri": Iri("http://x/3"), "code": "x", "education": "Bachelor's degree"})
    ready = preparation_of({}, Occupations((unknown, zoned)))
    assert [ready.said(part, 0) for part in (*PARTS, "degree", "total")] == pytest.approx([np.nan] * 5, nan_ok=True)
    assert ready.total.tolist() == [0, sum(months[5] for months in (ZONE_EDUCATION, ZONE_EXPERIENCE, ZONE_TRAINING))]
    assert ready.said("degree", 1) == ZONE_EDUCATION[5]
    stated = preparation_of({}, Occupations((said,)))
    assert stated.said("degree", 0) == 48
    assert np.isnan(stated.said("training", 0))
