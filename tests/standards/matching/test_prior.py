from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Iri
from standards.matching.prior import STRANGE, answered, of_field
from standards.matching.ranking import FEW
from standards.matching.suggestion import Evidence, Suggestion

NOTHING = Evidence.model_validate(dict.fromkeys(Evidence.model_fields, 0))


def suggestion(confidence: float) -> Suggestion:
    return Suggestion(iri=Iri("http://x/1"), label="weld", matched="weld", confidence=confidence, evidence=NOTHING)


def listed(*confidences: float) -> list[tuple[Suggestion, ...]]:
    return [(suggestion(confidence),) for confidence in confidences]


def test_odds_change_by_what_the_share_of_answers_changes_them() -> None:
    found = listed(*[0.02] * 199, 0.6)
    odds = 0.6 / 0.4 * (0.25 / 0.75) / (0.6 / 0.4)  # 1/3, that is 1 to 3
    assert answered([0.02] * 199 + [0.6]) < STRANGE
    assert of_field(found, 100)[-1][0].confidence == pytest.approx(odds / (1 + odds), abs=1e-4) == 0.25


@pytest.mark.parametrize("labels", [100, FEW])
def test_a_list_of_the_field_stays_as_it_is(labels: int) -> None:
    found = listed(*[0.9] * 20, *[0.1] * 40)
    assert of_field(found, labels) == found


def test_a_framework_of_all_fields_has_no_other_field() -> None:
    found = listed(*[0.02] * 200)
    assert of_field(found, FEW + 1) == found
    assert of_field(found, FEW) != found


def test_a_few_statements_say_nothing_of_the_field() -> None:
    found = listed(*[0.02] * 10)
    assert of_field(found, 100) == found


def test_a_list_of_nothing_stays_one() -> None:
    assert of_field([], 100) == []
    assert of_field([()] * 3, 100) == [()] * 3


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_suggestions_keep_their_order_and_never_become_surer(confidences: list[float]) -> None:
    before = sorted(confidences, reverse=True)
    after = [one[0].confidence for one in of_field(listed(*before), 100)]
    assert after == sorted(after, reverse=True)
    assert all(new <= round(old, 4) + 1e-4 for new, old in zip(after, before, strict=True))
