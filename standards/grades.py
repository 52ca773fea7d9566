"""Grades: how important a skill is and at what level, in the numbers or the words of a firm's list."""

from __future__ import annotations

from typing import Final

from ontology.report import Report
from standards.sheets import Row, Sheet, bad_cell

IMPORTANCE: Final = {"high": 5.0, "medium": 3.0, "low": 1.0}
"""Words for importance on the scale of 1 to 5."""


def graded(sheet: Sheet) -> bool:
    """Whether the firm has words for levels: then one that looks like a number (``1337``) is a word too."""
    levels = [cell for row in sheet.rows if (cell := sheet.get(row, "level"))]
    return 2 * sum(_number(cell) < 0 for cell in levels) > len(levels)


def rated(file: str, sheet: Sheet, row: Row, report: Report, *, worded: bool) -> dict[str, str | float] | None:
    """Return importance and level of a row, ``None`` (and a finding) where one of them is wrong.

    Parameters
    ----------
    worded
        Whether the firm has words for levels.
    """
    importance, level = (sheet.get(row, field) for field in ("importance", "level"))
    if level and (worded or not level[0].isdigit()):
        found: dict[str, str | float] = {"grade": level}
    else:
        found = {"level": _number(level)} if level else {}
    if importance:
        found["importance"] = IMPORTANCE.get(importance.casefold()) or _number(importance)
    for field, lowest, highest in (("importance", 1, 5), ("level", 0, 7)):
        if not lowest <= float(found.get(field, lowest)) <= highest:
            remedy = f"Write a number from {lowest} to {highest}"
            cell = sheet.get(row, field)
            report.add(bad_cell(file, row.number, sheet.fields[field], cell, f"is no {field}", remedy))
            return None
    return found


def _number(cell: str) -> float:
    """Return the number in a cell, -1 where there is none."""
    try:
        return float(cell)
    except ValueError:
        return -1.0
