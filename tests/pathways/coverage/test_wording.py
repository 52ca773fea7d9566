"""Percentages: none says that a share reaches a bound that it does not reach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.coverage.proposal import LIKELY
from pathways.coverage.reach import NEAR, PARTLY
from pathways.coverage.wording import percent
from standards.matching import UNMATCHED


@pytest.mark.parametrize("bound", sorted({UNMATCHED, LIKELY, NEAR, PARTLY}))
def test_what_is_just_below_a_bound_is_not_shown_as_the_bound(bound: float) -> None:
    assert int(percent(bound - 0.0001)[:-1]) == round(100 * bound) - 1
    assert int(percent(bound)[:-1]) == round(100 * bound)


def test_a_sum_that_floating_point_leaves_short_is_what_it_should_be() -> None:
    assert percent(0.7 + 0.1) == "80%"


@given(st.floats(0, 1))
def test_a_percentage_is_within_a_point_and_never_shown_beyond_a_tenth(share: float) -> None:
    shown = int(percent(share)[:-1])

    assert abs(shown - 100 * share) < 1 + 1e-9
    assert shown // 10 <= 10 * share + 1e-9
    assert (shown == 0) == (share == 0)
    assert (shown == 100) == (share > 1 - 1e-11)
