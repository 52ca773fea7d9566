"""Job zone, months and pay: three witnesses to which of two occupations stands higher."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest

from ontology.records import Iri, Text
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.preparation import Preparation
from pathways.steps import heights
from pathways.steps.costs import Steps, steps
from pathways.steps.rules import Bar


class Work(NamedTuple):
    """What is said of an occupation: code, job zone, months of school and at work, pay."""

    code: str
    zone: int
    school: float
    months: float
    pay: float


def between(lower: Work, upper: Work, related: float) -> Steps:
    """Return the steps between two occupations; the first has the lower code."""
    both = (lower, upper)
    entries = [
        OccupationEntry(iri=Iri(f"http://x/{w.code}"), code=w.code, label=Text(value=w.code), zone=w.zone) for w in both
    ]
    school, work, pay = (np.array(values, dtype=np.float32) for values in zip(*(w[2:] for w in both), strict=True))
    ready = Preparation(school, work, np.zeros_like(school), school)
    near = np.full((2, 2), related, dtype=np.float32)
    return steps(Occupations.of(entries), ready, near, near, np.full_like(near, 0.1), paid=pay)


def is_lower(lower: Work, upper: Work, related: float = heights.CLOSE_WORK) -> bool:
    return bool(between(lower, upper, related).bars[0, 1] & Bar.LOWER)


ANALYSTS = Work("15-1211.00", 4, 48, 52, 100_000)
PROGRAMMERS = Work("15-1251.00", 3, 48, 32, 100_000)


def test_a_job_zone_may_fall_where_work_is_close_and_neither_months_nor_pay_are_less() -> None:
    assert not is_lower(ANALYSTS, PROGRAMMERS), "80 months are no clearly less than 100"
    assert is_lower(ANALYSTS, PROGRAMMERS._replace(months=20))
    assert is_lower(ANALYSTS, PROGRAMMERS._replace(pay=99_000))
    assert is_lower(ANALYSTS, PROGRAMMERS._replace(pay=np.nan)), "nobody vouches for it"
    assert is_lower(ANALYSTS, PROGRAMMERS._replace(zone=2))
    assert is_lower(ANALYSTS, PROGRAMMERS, heights.CLOSE_WORK - 0.01)


BIOLOGICAL = Work("19-1022.00", 4, 54, 62, 60_000)
MICROBIOLOGISTS = Work("19-4021.00", 4, 48, 30, 90_000)


def test_months_may_fall_where_work_is_close_and_neither_school_nor_pay_is_less() -> None:
    found = between(BIOLOGICAL, MICROBIOLOGISTS, heights.CLOSE_WORK)
    assert not found.bars[0, 1] & Bar.LOWER
    assert not found.asks_less[0, 1]
    assert is_lower(BIOLOGICAL, MICROBIOLOGISTS._replace(school=47, months=30))
    assert is_lower(BIOLOGICAL, MICROBIOLOGISTS._replace(pay=59_000))
    assert between(BIOLOGICAL, MICROBIOLOGISTS._replace(pay=59_000), heights.CLOSE_WORK).asks_less[0, 1]
    assert is_lower(BIOLOGICAL, MICROBIOLOGISTS, heights.CLOSE_WORK - 0.01)


CHEFS = Work("11-9051.00", 2, 0, 38, 66_000)


def test_who_leads_a_crew_goes_on_to_manage_the_field_where_that_pays_no_less() -> None:
    managers, chefs = CHEFS, Work("35-1011.00", 3, 24, 64, 60_000)
    assert not between(managers, chefs, 0.5).bars[1, 0] & Bar.LOWER
    assert between(managers._replace(pay=59_000), chefs, 0.5).bars[1, 0] & Bar.LOWER
    gambling = Work("11-9071.00", 2, 0, 38, 66_000)
    assert between(gambling, chefs, 0.5).bars[1, 0] & Bar.LOWER, "another field to manage"


@pytest.mark.parametrize(
    ("months", "school", "related", "lower"),
    [(23, 10, 0.4, False), (24, 10, 0.4, True), (10, 28, 0.4, True), (23, 10, 0.39, True)],
)
def test_two_zones_up_are_a_step_where_little_lies_between(
    months: float, school: float, related: float, *, lower: bool
) -> None:
    janitors, housekeepers = (
        Work("37-2011.00", 3, school, 10 + months - (school - 10), 30_000),
        Work("37-2012.00", 1, 10, 10, 29_000),
    )
    assert bool(between(janitors, housekeepers, related).bars[1, 0] & Bar.LOWER) is lower


def test_a_special_form_leads_back_to_its_base_unless_it_is_licensed() -> None:
    analysts, scientists = Work("15-2051.01", 4, 48, 48, np.nan), Work("15-2051.00", 4, 48, 48, 90_000)
    assert not between(scientists, analysts, 0.7).bars[1, 0]
    nurses, acute = Work("29-1141.00", 3, 36, 24, 90_000), Work("29-1141.01", 3, 36, 24, np.nan)
    assert between(nurses, acute, 0.7).bars[1, 0] & Bar.SPECIAL_FORM
