"""A table of a release at hand, and the rows in it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import polars as pl

from standards.archives import ArchivedFile
from standards.cells import SEARCHED, read_cells
from standards.citations.citation import Citation, Column, Row, Standing

Line = tuple[Any, ...]
"""A row of a table: its number, then its cells."""

ANY = "any cell"
"""What is looked for where no column is named."""

KEPT: Final = 32
"""Keys of a table whose rows stay found: a gap asks for the same two occupations hundreds of times."""


@dataclass
class Sheet:
    """A table at hand, read when a row of it is asked for."""

    file: ArchivedFile
    _kept: OrderedDict[tuple[int, str], tuple[Line, ...]] = field(default_factory=OrderedDict)

    @cached_property
    def frame(self) -> pl.DataFrame:
        """The cells without spaces around them, each different one held once, with ``row``."""
        cells = pl.all().exclude("row")
        return read_cells(self.file).frame.select("row", cells.str.strip_chars().fill_null("").cast(pl.Categorical))

    @cached_property
    def size(self) -> int:
        """Bytes that the cells take."""
        return int(self.frame.estimated_size())

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The column of the frame by its header; several publishers write above it what the table is."""
        top = self.frame.head(SEARCHED).drop("row").rows(named=True)
        names = top[header_row([sum(map(bool, row.values())) for row in top])] if top else {}
        return {str(header): column for column, header in names.items() if header}

    @cached_property
    def _plain(self) -> Mapping[str, str]:
        """The headers without what does not matter in them."""
        return {_plainly(header): header for header in self.places}

    def find(self, citation: Citation) -> dict[str, object]:
        """Return the rows of a citation, and what its columns are called here."""
        keys = [(column, self._header(column) if column.headers else ANY) for column in citation.keys]
        cells = [header for column in citation.cells if (header := self._header(column))]
        cells = cells if citation.cells else list(self.places)
        if not cells or not all(header for _, header in keys):
            return {"standing": Standing.NOWHERE}
        taken = [self._at(header) for header in cells]
        rows = tuple(
            Row(number=row[0], cells=dict(zip(cells, (row[at] or "" for at in taken), strict=True)))
            for row in self._having(keys)
            if row[0] > 1
        )
        return {
            "standing": Standing.FOUND if rows else Standing.NOWHERE,
            "keys": {header: " or ".join(column.values) for column, header in keys},
            "columns": tuple(cells),
            "rows": rows,
        }

    def _having(self, keys: Sequence[tuple[Column, str]]) -> Iterator[Line]:
        """Yield the rows that hold all the keys."""
        named = [(self._at(header), column.values) for column, header in keys if column.headers]
        anywhere = [column.values for column, _ in keys if not column.headers]
        for row in self._first(named[0]) if named else self._lines(self.frame):
            held = all((row[at] or "") in values for at, values in named[1:])
            if held and all(any((cell or "") in values for cell in row[1:]) for values in anywhere):
                yield row

    def _first(self, key: tuple[int, Sequence[str]]) -> Iterator[Line]:
        """Yield the rows that hold the first key; those of the last few keys are not looked for again."""
        at, values = key
        for value in values:
            if (at, value) not in self._kept:
                column = pl.col(self._order[at - 1])
                self._kept[at, value] = tuple(self._lines(self.frame.filter(column == value)))
            self._kept.move_to_end((at, value))
            rows = self._kept[at, value]
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            yield from rows

    def _lines(self, part: pl.DataFrame) -> Iterator[Line]:
        """Yield rows with their numbers first."""
        return part.select("row", pl.all().exclude("row")).iter_rows()

    def _at(self, header: str) -> int:
        """Return the place of a column in the rows."""
        return 1 + self._order.index(self.places[header])

    @cached_property
    def _order(self) -> list[str]:
        return [column for column in self.frame.columns if column != "row"]

    def _header(self, column: Column) -> str:
        found = (self._plain[_plainly(header)] for header in column.headers if _plainly(header) in self._plain)
        return next(found, "")


def header_row(filled: Sequence[int]) -> int:
    """Return which row holds the headers: the first with more than half as many filled cells as the fullest one.

    Parameters
    ----------
    filled
        How many cells of each row at the top hold anything.

    Example
    -------
    >>> header_row([7, 7, 6]), header_row([2, 2, 0, 7, 7])
    (0, 3)
    """
    return next(at for at, cells in enumerate(filled) if 2 * cells > max(filled))


def _plainly(header: str) -> str:
    return "".join(letter for letter in header.casefold() if letter.isalnum())
