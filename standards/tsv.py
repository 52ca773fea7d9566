"""Tab-separated values: records with the line that each begins on, their cells as long as they like.

Python's own reader of CSV refuses a cell of more than 131,072 characters, and its limit is one for the whole process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CELL: Final = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"(?=[\t\r\n]|\Z)|([^\t\r\n]*+))(\t|\r\n|\r|\n|\Z)')
"""A cell in quotation marks or plain, and what ends it."""

_LINE: Final = re.compile(r"\r\n|\r|\n")


def records(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    r"""Yield the line, from 1, and the cells of each record that holds anything.

    Within quotation marks around a whole cell, tabs and line breaks are of the cell, and two marks stand for one;
    other quotation marks are text.

    Example
    -------
    >>> list(records('a\tb\r\n\n"x ""y""\tz"\t5" pipe\n'))
    [(1, ('a', 'b')), (3, ('x "y"\tz', '5" pipe'))]
    """
    cells: list[str] = []
    line = begun = 1
    for found in _CELL.finditer(text):
        quoted, plain, end = found.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        line += len(_LINE.findall(quoted or ""))
        if end == "\t":
            continue
        if any(cells):
            yield begun, tuple(cells)
        line += 1
        cells, begun = [], line
