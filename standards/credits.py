"""Credits as colleges write them (``5``, ``5 cr``, ``3-4``); they play no part in alignment, so none is an error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from standards.rules import Rule, Verdict

MOST: Final = 60.0
"""Credits that a course has at most."""

_NUMBER: Final = r"(?:\d+(?:\.\d+)?|\.\d+)"
_UNIT: Final = (
    r"(?:\s*(?:semester|quarter|sem|qtr)?\.?\s*(?:credits?|crs?|cred|units?|hours?|hrs?)\.?(?:\s*(?:hours?|hrs?)\.?)?)?"
)
_RANGE: Final = rf"(?i)^({_NUMBER})\s*(?:-|\u2013|\u2014|/|to|or)\s*{_NUMBER}{_UNIT}$"
_ONE: Final = rf"(?i)^({_NUMBER}){_UNIT}$"
_TIME: Final = rf"(?i)^{_NUMBER}\s*(?:contact|clock|lab|lecture|class|class-?room)\s*(?:hours?|hrs?)\.?$"
"""Time in class, which is no number of credits."""


def read_credits(column: str) -> pl.Expr:
    """Return the credits in cells of text: the first of several, nothing where there are none or too many."""
    cell = pl.col(column)
    number = pl.coalesce(cell.str.extract(_ONE), cell.str.extract(_RANGE)).cast(pl.Float64)
    return pl.when(number <= MOST).then(number).alias(column)


def credit_rules(column: str) -> Iterator[Rule]:
    """Yield the rules on cells with credits; whatever breaks one stays."""
    cell, read = pl.col(column), read_credits(column)
    timed = cell.str.contains(_TIME)
    unread, several = cell.is_not_null() & read.is_null() & ~timed, read.is_not_null() & cell.str.contains(_RANGE)
    message, remedy = (
        "is no number of credits; the course is read without",
        f"Write a number of up to {MOST:g}, such as 5",
    )
    yield Rule("malformed-value", column, unread, message, remedy, Verdict.KEEP)
    message = "is time in class and no number of credits; the course is read without"
    yield Rule("malformed-value", column, timed, message, remedy, Verdict.KEEP)
    message = "is more than one number of credits; the first is taken"
    yield Rule("ambiguous-value", column, several, message, "Write one number, such as 5", Verdict.KEEP)
