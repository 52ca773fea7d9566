"""What changed with a standard, in numbers worked by hand; nothing is said where too little is shown."""

from datetime import date
from typing import Any

import pytest

from ontology.records import Iri
from standards.outcomes.adoption import Adoption
from standards.outcomes.effect import (
    MEDIANS,
    NOBODY,
    NONE_AFTER,
    NONE_BEFORE,
    NOT_REPORTED,
    NOT_YET,
    ONE_SIDED,
    TOO_SMALL,
    UNEVEN,
    Effect,
    effects,
)
from standards.outcomes.intervals import share
from standards.outcomes.table import Shown

SINCE = date(2025, 1, 1)
ACME, BOLT, COLLEGE = (Iri(f"http://x/organization/{name}") for name in ("acme", "bolt", "college"))
WELDING = Iri("http://x/program/college/welding")
ADOPTED = Adoption(SINCE, {ACME: SINCE, COLLEGE: SINCE})


def row(of: Iri, year: int, value: float | tuple[int, int], measure: str = "turnover", **other: object) -> Shown:
    """Return an observation of a year; of a share its counts."""
    numbers: dict[str, Any] = {"value": value, "people": 20}
    if isinstance(value, tuple):
        numerator, denominator = value
        numbers = {"value": numerator / denominator, "people": denominator}
        numbers |= {"numerator": numerator, "denominator": denominator}
    organization = COLLEGE if of == WELDING else of
    said = {
        "measure": measure,
        "address": of,
        "of": of.rpartition("/")[2],
        "organization": organization.rpartition("/")[2],
        "organization_address": organization,
        "is_whole": False,
        "group": "",
        "comparison": False,
        "start": date(year, 1, 1),
        "end": date(year, 12, 31),
        "hidden": False,
    }
    return Shown.model_validate(said | numbers | other)


def only(*rows: Shown, adopted: Adoption = ADOPTED) -> Effect:
    """Return what changed of the only measure."""
    (effect,) = effects(rows, adopted)
    return effect


def test_a_difference_in_differences_of_shares() -> None:
    """48 of 80 before and 56 of 70 after with it; 20 of 40 and 20 of 40 without: .2 less 0."""
    effect = only(
        row(ACME, 2024, (48, 80)), row(ACME, 2025, (56, 70)), row(BOLT, 2024, (20, 40)), row(BOLT, 2025, (20, 40))
    )

    assert effect.with_standard
    assert effect.without
    assert effect.apart
    change = effect.with_standard.change
    assert (change.value, change.low, change.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=0.00005)
    wilson = 0.6480 - 0.3520  # of 20 of 40, both limits .1480 from the middle
    half = 2**0.5 * wilson / 2
    assert effect.without.change.low == pytest.approx(-half, abs=0.0001)
    assert effect.apart.value == pytest.approx(0.2)
    assert effect.apart.low == pytest.approx(0.2 - ((0.2 - 0.0524) ** 2 + half**2) ** 0.5, abs=0.0001)
    assert effect.apart.high == pytest.approx(0.2 + ((0.3339 - 0.2) ** 2 + half**2) ** 0.5, abs=0.0001)


def test_several_are_put_together_by_their_counts() -> None:
    effect = only(
        row(ACME, 2024, (20, 80)),
        row(COLLEGE, 2024, (10, 20)),
        row(ACME, 2025, (8, 40)),
        row(COLLEGE, 2025, (7, 20)),
    )

    assert effect.with_standard
    before, after = effect.with_standard.before, effect.with_standard.after
    assert (before.numerator, before.denominator, before.people) == (30, 100, 100)
    assert (after.value, after.people) == (0.25, 60)
    assert effect.with_standard.units == ("acme", "college")


def test_means_are_weighed_by_people_and_have_no_interval() -> None:
    of = "wage-gain"
    effect = only(
        row(ACME, 2024, 1.0, of, people=10),
        row(ACME, 2025, 2.0, of, people=10),
        row(COLLEGE, 2024, 2.0, of, people=30),
        row(COLLEGE, 2025, 2.0, of, people=30),
        row(BOLT, 2024, 1.0, of),
        row(BOLT, 2025, 1.1, of),
    )

    assert effect.with_standard
    assert effect.apart
    assert (effect.with_standard.before.value, effect.with_standard.after.value) == (1.75, 2.0)
    assert effect.apart.value == pytest.approx(0.25 - 0.1)
    assert (effect.apart.low, effect.with_standard.change.high) == (None, None)


def test_counts_are_told_by_the_period_and_not_compared() -> None:
    of = "credentials-earned"
    effect = only(
        *(row(ACME, year, number, of) for year, number in ((2023, 10), (2024, 14), (2025, 20))),
        *(row(BOLT, year, 30, of) for year in (2024, 2025)),
    )

    assert effect.with_standard
    assert effect.with_standard.change.value == 20 - 12
    assert effect.without
    assert effect.apart is None


def test_nothing_changes_because_one_reports_more_periods() -> None:
    """Of counts: 30 and 20 a year, before and after. Of shares 10% of 40 and 50% of 40; of means $1 and $3 of 20."""
    of = "credentials-earned"
    numbers = [
        *(row(ACME, year, 30, of) for year in (2023, 2024, 2025)),
        *(row(COLLEGE, y, 20, of) for y in (2024, 2025)),
    ]
    shares = [*(row(ACME, y, (4, 40)) for y in (2023, 2024, 2025)), *(row(COLLEGE, y, (20, 40)) for y in (2024, 2025))]
    of = "wage-gain"
    means = [*(row(ACME, y, 1.0, of) for y in (2023, 2024, 2025)), *(row(COLLEGE, y, 3.0, of) for y in (2024, 2025))]

    for rows, value in ((numbers, 50), (shares, 0.3), (means, 2.0)):
        one = only(*rows).with_standard
        assert one
        assert (one.before.value, one.after.value) == pytest.approx((value, value))
        assert one.change.value == pytest.approx(0)
        assert (one.before.averaged, one.after.averaged) == (True, False)


def test_the_interval_of_what_is_averaged_is_that_of_the_effective_size() -> None:
    """Two years weigh 1 each, the one year 2: (1x40 + 1x40 + 2x40)^2 / (40 + 40 + 4x40) = 106.67 people, 32 of them."""
    rows = [*(row(ACME, y, (4, 40)) for y in (2023, 2024, 2025)), *(row(COLLEGE, y, (20, 40)) for y in (2024, 2025))]
    one = only(*rows).with_standard

    assert one
    assert (one.before.numerator, one.before.denominator) == (28, 120)
    assert (one.before.low, one.before.high) == pytest.approx(share(32, 320 / 3)[1:])


def test_periods_that_begin_in_different_months_are_added() -> None:
    """30 in each calendar year and 20 in each year from July: 50 a year."""
    of, day = "credentials-earned", date(2025, 7, 1)
    calendar = [row(ACME, year, 30, of) for year in (2024, 2026)]
    fiscal = [
        row(COLLEGE, year, 20, of, start=date(year, 7, 1), end=date(year + 1, 6, 30)) for year in (2023, 2024, 2025)
    ]
    one = only(*calendar, *fiscal, adopted=Adoption(day, {ACME: day, COLLEGE: day})).with_standard

    assert one
    assert (one.before.value, one.after.value) == (50, 50)


def test_medians_are_not_put_together() -> None:
    of = "median-earnings"
    one = [row(ACME, 2024, 9000, of), row(ACME, 2025, 9500, of)]
    other = [row(COLLEGE, 2024, 8000, of), row(COLLEGE, 2025, 8100, of)]

    assert only(*one, *other).refused == MEDIANS
    alone = only(*one).with_standard
    assert alone
    assert alone.change.value == 500


def test_before_and_after_are_equally_long() -> None:
    half = row(ACME, 2025, (4, 40), end=date(2025, 6, 30))

    assert only(row(ACME, 2024, (10, 40)), half).refused == UNEVEN
    years = [row(ACME, 2024, (10, 40)), row(ACME, 2025, (8, 40))]
    halves = [row(BOLT, 2024, (10, 40), start=date(2024, 7, 1)), row(BOLT, 2025, (9, 40), end=date(2025, 6, 30))]
    effect = only(*years, *halves)
    assert effect.with_standard
    assert (effect.without, effect.apart, effect.refused) == (None, None, UNEVEN)


def test_a_period_in_which_the_standard_came_is_of_neither_side() -> None:
    came = Adoption(date(2025, 3, 1), {ACME: date(2025, 3, 1)})

    assert only(row(ACME, 2024, (10, 40)), row(ACME, 2025, (8, 40)), adopted=came).refused == NONE_AFTER.format(
        day="2025-03-01"
    )


def test_each_has_its_own_day() -> None:
    own = Adoption(SINCE, {ACME: SINCE, COLLEGE: date(2026, 1, 1)})
    effect = only(
        *(row(ACME, year, (10, 40)) for year in (2024, 2025)),
        *(row(COLLEGE, year, (5, 40)) for year in (2025, 2026)),
        adopted=own,
    )

    assert effect.with_standard
    assert (effect.with_standard.before.numerator, effect.with_standard.after.numerator) == (15, 15)


def test_nobody_is_counted_twice() -> None:
    """The college's own figure is taken, and not its program's and that program's group."""
    of = {"measure": "placement"}
    effect = only(
        *(row(COLLEGE, year, (30, 60), **of) for year in (2024, 2025)),
        *(row(WELDING, year, (15, 30), **of) for year in (2024, 2025)),
        *(row(WELDING, year, (6, 12), group="day", **of) for year in (2024, 2025)),
    )

    assert effect.with_standard
    assert effect.with_standard.units == ("college",)


def test_a_comparison_group_is_of_the_other_side_and_no_whole_holds_it() -> None:
    of = {"measure": "placement"}
    effect = only(
        *(row(COLLEGE, year, (30, 60), **of) for year in (2024, 2025)),
        *(row(WELDING, year, (16, 30), group="day", **of) for year in (2024, 2025)),
        *(row(WELDING, year, (9, 20), group="evening", comparison=True, **of) for year in (2024, 2025)),
    )

    assert effect.with_standard
    assert effect.without
    assert (effect.with_standard.units, effect.without.units) == (("welding: day",), ("welding: evening",))


def test_where_none_who_took_it_up_can_be_looked_at_the_whole_is() -> None:
    whole = Iri("http://x/partnership/p")
    of: dict[str, Any] = {"is_whole": True, "organization_address": None, "measure": "poverty-exit"}
    effect = only(row(whole, 2024, (9, 38), **of), row(whole, 2025, (14, 41), **of))

    assert effect.with_standard
    assert effect.with_standard.units == ("p",)


@pytest.mark.parametrize(("hidden", "why"), [(False, NOT_REPORTED), (True, TOO_SMALL)])
def test_a_whole_that_holds_others_is_of_neither_side(hidden: bool, why: str) -> None:
    """Of the 66, 33 are of a college that did not take it up: they would stand on both sides."""
    whole, of = Iri("http://x/partnership/p"), {"measure": "placement"}
    small = [row(ACME, year, (5, 9), hidden=True, **of) for year in (2024, 2025)] if hidden else []
    effect = only(
        *(row(whole, year, (53, 66), is_whole=True, organization_address=None, **of) for year in (2024, 2025)),
        *(row(WELDING, year, (27, 33), **of) for year in (2024, 2025)),
        *small,
        adopted=Adoption(SINCE, {ACME: SINCE}),
    )

    assert (effect.refused, effect.with_standard, effect.without) == (why, None, None)


@pytest.mark.parametrize(
    ("adopted", "why"),
    [
        (Adoption(None, {}), NOT_YET),
        (Adoption(SINCE, {}), NOBODY),
        (Adoption(SINCE, {COLLEGE: SINCE}), NOT_REPORTED),
        (Adoption(date(2026, 1, 1), {ACME: date(2026, 1, 1)}), NONE_AFTER.format(day="2026-01-01")),
        (Adoption(date(2024, 1, 1), {ACME: date(2024, 1, 1)}), NONE_BEFORE.format(day="2024-01-01")),
    ],
)
def test_why_nothing_is_said(adopted: Adoption, why: str) -> None:
    effect = only(row(ACME, 2024, (10, 40)), row(ACME, 2025, (8, 40)), adopted=adopted)

    assert (effect.refused, effect.with_standard) == (why, None)


def test_only_where_both_sides_are_reported_it_rests_on_few_people() -> None:
    gone: dict[str, Any] = {"hidden": True, "value": None, "numerator": None, "denominator": None, "people": None}
    before, after = row(ACME, 2024, (10, 40)), row(ACME, 2025, (8, 40)).model_copy(update=gone)

    assert only(before, after).refused == TOO_SMALL


def test_what_is_hidden_is_not_counted_and_whose_it_is_is_told() -> None:
    gone: dict[str, Any] = {"hidden": True, "value": None, "numerator": None, "denominator": None, "people": None}
    effect = only(
        *(row(ACME, year, (10, 40)) for year in (2024, 2025)),
        row(COLLEGE, 2024, (10, 40)),
        row(COLLEGE, 2025, (8, 40)).model_copy(update=gone),
    )

    assert effect.with_standard
    assert (effect.with_standard.units, effect.left_out) == (("acme",), ("college",))
    assert effect.refused == ONE_SIDED
