"""Steps that were read and judged wrong are no steps any more, but for those of which no rule is known."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from pathways.snapshot import Snapshot

JUDGED = Path(__file__).with_name("judged_steps.csv")
MOST_LEFT = 10
"""Steps that were judged wrong and may still be drawn; let it only fall."""


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def drawn(snapshot: Snapshot, row: dict[str, str]) -> bool:
    return bool(np.isfinite(snapshot.steps.cost[snapshot.find(row["start"]), snapshot.find(row["end"])]))


def test_each_judgment_names_its_cause(rows: list[dict[str, str]]) -> None:
    assert len({(row["start"], row["end"]) for row in rows}) == len(rows) > 250
    assert {row["judgment"] for row in rows} == {"wrong", "doubtful"}
    assert all(row["cause"] and row["sample"].isdigit() for row in rows)


def test_what_was_judged_wrong_is_no_step(onet: Snapshot, rows: list[dict[str, str]]) -> None:
    wrong = [row for row in rows if row["judgment"] == "wrong"]
    assert [row for row in wrong if drawn(onet, row) and not row["left"]] == []
    assert sum(bool(row["left"]) for row in wrong) <= MOST_LEFT < len(wrong) / 2
