"""Our numbers held against those that the Bureau of Labor Statistics publishes itself."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from pathways.labor_market.jobs import location_quotient
from pathways.labor_market.spread import is_usable, percentiles

Needs = Callable[[Path], Path]
Row = dict[str, str]

STATES = ("Washington", "Ohio", "Texas", "Vermont")
PAY = ("Annual 10th percentile wage", "Annual median wage", "Annual 90th percentile wage")
ALL_WORK = "00-0000"


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float:
    """Return a number, NaN where it is not published."""
    return float(text.replace(",", "")) if text.strip("*#~- ") else np.nan


@pytest.fixture(scope="module")
def states(data: Path, needs: Needs) -> list[Row]:
    return [row for row in read(needs(data / "wages/oews_may2025_state.csv")) if row["area_name"] in STATES]


@pytest.fixture(scope="module")
def nation(data: Path, needs: Needs) -> dict[str, float]:
    rows = read(needs(data / "wages/oews_may2025_national_cross_industry.csv"))
    return {row["soc_code"]: number(row["Employment"]) for row in rows}


def test_location_quotients_are_those_that_are_published(states: list[Row], nation: dict[str, float]) -> None:
    totals = {row["area_name"]: number(row["Employment"]) for row in states if row["soc_code"] == ALL_WORK}
    told = [(row, number(row["Employment"]), number(row["Location Quotient"])) for row in states]
    off = []
    for row, jobs, quotient in told:
        if np.isnan(jobs) or np.isnan(quotient):
            continue
        expected = totals[row["area_name"]] * nation[row["soc_code"]] / nation[ALL_WORK]
        ours = location_quotient(np.array([jobs]), np.array([expected]))
        # Jobs are published to the nearest ten, quotients to the nearest hundredth.
        room = 0.005 + 5 / min(jobs, expected) * max(quotient, 1)
        off += [] if ours is not None and abs(ours - quotient) <= room else [(row["occupation"], ours, quotient)]

    assert sum(not np.isnan(quotient) for _, _, quotient in told) > 2_500
    assert off == []


def test_pay_of_groups_is_near_what_is_published(states: list[Row]) -> None:
    errors = np.array([error for state in STATES for error in _errors(states, state)])

    # Held against the 10th, 50th and 90th percentile of every major group and of all work, as a share of each.
    assert len(errors) > 80
    assert np.abs(errors).mean(axis=0) == pytest.approx([0.02, 0.02, 0.03], abs=0.01)


def _errors(rows: Sequence[Row], state: str) -> list[list[float]]:
    """Return how far off our percentiles of each major group are whose own are published."""
    own = [row for row in rows if row["area_name"] == state]
    found = []
    for group in (row for row in own if row["soc_code"].endswith("0000")):
        pay = np.array([number(group[column]) for column in PAY])
        prefix = "" if group["soc_code"] == ALL_WORK else group["soc_code"][:3]
        members = [r for r in own if r["soc_code"].startswith(prefix) and not r["soc_code"].endswith("0000")]
        jobs = np.array([number(row["Employment"]) for row in members])
        yearly = np.array([[number(row[column]) for column in PAY] for row in members])
        usable = ~np.isnan(jobs) & is_usable(yearly)
        if np.isnan(pay).any() or jobs[usable].sum() < 0.9 * number(group["Employment"]):
            continue
        ours = percentiles(jobs[usable], yearly[usable], (0.1, 0.5, 0.9))
        found.append([one / other - 1 for one, other in zip(ours, pay, strict=True)])
    return found
