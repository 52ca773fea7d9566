"""Wage schedules of apprenticeships: ``60 | 65 | 70 | 80 | 90``, percent of the journey wage from period to period."""

from __future__ import annotations

from typing import Final

import polars as pl

from standards.rules import Rule

BAR: Final = "|"
EXAMPLE: Final = "60 | 65 | 70 | 80 | 90"


def percents(column: str) -> pl.Expr:
    """Return the percents in a cell as a list of numbers; what is none is empty there.

    Example
    -------
    >>> pl.DataFrame({"wage": ["60 | 72.5%", "60 | much"]}).select(percents("wage"))["wage"].to_list()
    [[60.0, 72.5], [60.0, None]]
    """
    numbers = pl.element().str.strip_chars().str.strip_suffix("%").str.strip_chars().cast(pl.Float64, strict=False)
    return pl.col(column).str.split(BAR).list.eval(numbers)


def schedule_rules(column: str) -> list[Rule]:
    """Return what must hold of the schedules in a column: numbers from 1 to 100 that never fall."""
    found = percents(column)
    numbers = found.list.eval(pl.element().is_finite().fill_null(value=False)).list.all()
    bounded = found.list.eval(pl.element().is_between(1, 100)).list.all()
    falling = found.list.diff().list.eval(pl.element() < 0).list.any()
    remedy = f"Write percents of the journey wage, the first period first: {EXAMPLE}"
    return [
        Rule("malformed-value", column, numbers.not_(), "is not a list of numbers with bars between them", remedy),
        Rule("out-of-bounds", column, numbers & bounded.not_(), "has a percent that is not from 1 to 100", remedy),
        Rule("falling-wage", column, numbers & bounded & falling, "falls from one period to the next", remedy),
    ]
