"""Occupations whose pay is published together."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from pathways.occupations.lists import rows
from pathways.occupations.together import group_title, published

NATION = (
    Path(os.environ.get("LADDERWORKS_DATA", "../shared/data")) / "wages" / "oews_may2025_national_cross_industry.csv"
)


def test_a_code_of_several_occupations_stands_before_the_broad_one() -> None:
    assert published("21-1011.00") == ("21-1011", "21-1018", "21-1010")
    assert published("53-1042.01") == ("53-1042", "53-1047", "53-1040")
    assert group_title("53-1042.01").startswith("First-Line Supervisors of Transportation")


def test_each_group_has_one_title() -> None:
    named = {(row["published"], row["title"]) for row in rows("published_together.csv")}
    assert len(named) == len({code for code, _ in named})


@pytest.mark.skipif(not NATION.exists(), reason="the wage statistics are not at LADDERWORKS_DATA")
def test_every_group_is_published_and_none_of_its_members_is() -> None:
    with NATION.open(encoding="utf-8", newline="") as file:
        titles = {row["soc_code"]: row["occupation"] for row in csv.DictReader(file)}
    for row in rows("published_together.csv"):
        assert titles[row["published"]] == row["title"]
        assert row["code"] not in titles
