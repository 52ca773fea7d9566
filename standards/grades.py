"""Grades: how important a skill is and at what level, in the numbers or the words of a firm's list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ontology.report import Finding, Report, Severity
from standards.scales import IMPORTANCE, LEVEL, Scale, scale_told
from standards.sheets import Row, Sheet, bad_cell

WORDS: Final = {"high": 5.0, "medium": 3.0, "low": 1.0}
"""Words for importance on the scale of 1 to 5."""

SCALES: Final = {"importance": IMPORTANCE, "level": LEVEL}
"""The scale on which each is kept, and on which it is read where its header tells no other."""

USUAL: Final = Scale(1.0, 5.0)
"""A scale that firms have for levels more often than that of 0 to 7."""

ENOUGH: Final = 3
"""Numbers that tell a scale."""


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
    level = sheet.get(row, "level")
    words = level if level and (worded or not level[0].isdigit()) else ""
    found: dict[str, str | float] = {"grade": words} if words else {}
    for field in SCALES:
        cell = "" if field == "level" and words else sheet.get(row, field)
        number = _read(field, sheet.fields[field], cell) if cell else None
        if cell and number is None:
            header = sheet.fields[field]
            report.add(bad_cell(file, row.number, header, cell, f"is no {field}", _remedy(field, header)))
            return None
        if number is not None:
            found[field] = number
    return found


def _read(field: str, header: str, cell: str) -> float | None:
    """Return a number on the scale on which it is kept, ``None`` where it is not on the scale of its header."""
    if field == "importance" and cell.casefold() in WORDS:
        return WORDS[cell.casefold()]
    number, scale = _number(cell), scale_told(header) or SCALES[field]
    return SCALES[field].read(number, scale) if number in scale else None


def _remedy(field: str, header: str) -> str:
    told = scale_told(header)
    scale = told or SCALES[field]
    other = "correct the scale in the header" if told else f"tell the scale in the header, as in '{header} (1-10)'"
    return f"Write a number from {scale.lowest:g} to {scale.highest:g}, or {other}"


def assumed(file: str, sheet: Sheet) -> Iterator[Finding]:
    """Yield that levels were read on a scale that nobody told, where they look as though they were on another one."""
    header = sheet.fields.get("level")
    if header is None or scale_told(header) or graded(sheet):
        return
    numbers = [_number(cell) for row in sheet.rows if (cell := sheet.get(row, "level"))]
    if len(numbers) >= ENOUGH and all(number in USUAL and number.is_integer() for number in numbers):
        example = header.partition("(")[0].strip()
        yield Finding(
            code="assumed-scale",
            severity=Severity.WARNING,
            file=file,
            row=sheet.at,
            column=header,
            value=f"{min(numbers):g}-{max(numbers):g}",
            message=f"tells no scale; its numbers were read as on {LEVEL}, where 5 is not the highest",
            remedy=f"Write the scale into the header: {f'{example} ({USUAL})'!r} or {f'{example} ({LEVEL})'!r}",
        )


def _number(cell: str) -> float:
    """Return the number in a cell, -1 where there is none."""
    try:
        return float(cell)
    except ValueError:
        return -1.0
