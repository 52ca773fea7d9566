"""The lists that stand beside the modules of this package, as CSV files in UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a list by the names of its columns.

    Example
    -------
    >>> next(rows("soc_groups.csv"))["code"]
    '11-0000'
    """
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
