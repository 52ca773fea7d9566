"""Intervals of shares and their differences are those of the papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.outcomes.intervals import Z, difference, share


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_newcombe_1998_tabulates_it(count: int, of: int, low: float, high: float) -> None:
    assert share(count, of) == pytest.approx((count / of, low, high), abs=0.00005)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 10), 0.6075, 1.0),
        ((5, 56), (0, 29), -0.0381, 0.1926),
    ],
)
def test_differences_as_newcombe_1998_tabulates_them(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    found = difference(share(*one), share(*other))

    assert found.value == pytest.approx(one[0] / one[1] - other[0] / other[1])
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.00005)


def test_a_difference_of_differences_worked_by_hand() -> None:
    """Distances to the limits .1 and .2, and .05 and .03: low .2 - sqrt(.01 + .0009), high .2 + sqrt(.04 + .0025)."""
    one, other = (
        share(1, 2)._replace(value=0.3, low=0.2, high=0.5),
        share(1, 2)._replace(value=0.1, low=0.05, high=0.13),
    )
    found = difference(one, other)

    assert found == pytest.approx((0.2, 0.2 - 0.0109**0.5, 0.2 + 0.0425**0.5))


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_is_one_of_shares(drawn: tuple[int, int]) -> None:
    value, low, high = share(*drawn)

    assert 0 <= low <= value <= high <= 1
    for limit in (low, high):
        if 0 < limit < 1 and 0 < drawn[0] < drawn[1]:
            standardized = (value - limit) / ((limit * (1 - limit) / drawn[1]) ** 0.5)
            assert abs(standardized) == pytest.approx(Z, rel=1e-6)
