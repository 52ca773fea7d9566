"""Credits: read as colleges write them; of what is none, nothing."""

import polars as pl
import pytest

from standards.credits import MOST, credit_rules, read_credits


def judged(cell: str | None) -> tuple[float | None, list[str]]:
    frame = pl.DataFrame({"credits": [cell]}, schema={"credits": pl.String})
    broken = [rule.message for rule in credit_rules("credits") if frame.select(rule.bad.fill_null(value=False)).item()]
    return frame.select(read_credits("credits")).item(), broken


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("5", 5),
        (".5", 0.5),
        (".5 cr", 0.5),
        ("0.5", 0.5),
        ("4 sem. hrs", 4),
        ("5 Units", 5),
        (f"{MOST:g}", MOST),
        (None, None),
    ],
)
def test_one_number_is_read(cell: str | None, number: float | None) -> None:
    assert judged(cell) == (number, [])


@pytest.mark.parametrize(("cell", "number"), [("3-4", 3), ("4-3", 4), (".5 to 1 cr", 0.5), ("3 / 5", 3)])
def test_of_several_the_first_is_read(cell: str, number: float) -> None:
    assert judged(cell) == (number, ["is more than one number of credits; the first is taken"])


@pytest.mark.parametrize("cell", ["12 contact hours", "45 Clock Hrs.", "3 lab hours"])
def test_time_in_class_is_no_credits(cell: str) -> None:
    assert judged(cell) == (None, ["is time in class and no number of credits; the course is read without"])


@pytest.mark.parametrize("cell", ["four", "400", "5.", "-3", "."])
def test_what_is_no_number_of_credits_is_left_out(cell: str) -> None:
    assert judged(cell) == (None, ["is no number of credits; the course is read without"])
