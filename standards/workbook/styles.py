"""The formats of a workbook: how its headers, lines and cells look."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

HEADER, YOURS, EDGE = "#E8EDF2", "#FFF1B8", "#C3CCD5"
"""Colors of headers, of those of columns to fill in, and of lines around colored cells."""


class Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str, bool, bool], Format] = {}
        above = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        self.header = book.add_format({**above, "bg_color": HEADER})
        self.yours = book.add_format({**above, "bg_color": YOURS})
        self._lines: dict[tuple[bool, bool], Format] = {}

    def line(self, *, title: bool, wrapped: bool) -> Format:
        """Return the format of a line above or below a table."""
        if (title, wrapped) not in self._lines:
            large = {"bold": True, "font_size": 14} if title else {}
            self._lines[title, wrapped] = self._book.add_format({"text_wrap": wrapped, "valign": "top", **large})
        return self._lines[title, wrapped]

    def cell(self, number: str, color: str, *, centered: bool, plain: bool) -> Format:
        """Return the format of a cell.

        Parameters
        ----------
        number
            Format of its number; empty for text and for numbers as they are.
        """
        key = (number, color, centered, plain)
        if key not in self._made:
            shown = {"num_format": number} if number else {}
            filled = {"bg_color": color, "border": 1, "border_color": EDGE} if color else {}
            placed = {"align": "center"} if centered else {}
            facts = {"text_wrap": not plain, "valign": "top", **shown, **filled, **placed}
            self._made[key] = self._book.add_format(facts)
        return self._made[key]
