"""Rows under headers, of a table in which each is a thing: what stands where, and what stands where nothing may."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ontology.report import Finding, Severity, excerpt
from standards.archives import ArchivedFile
from standards.cells import Cells, read_cells


@dataclass(frozen=True)
class Rows:
    """A table with a row of headers.

    Parameters
    ----------
    headers
        As they are written, without spaces around them; empty where a column has none.
    numbers
        Of the rows in which anything stands, as a spreadsheet shows them.
    cells
        Of these rows, each as long as the headers, empty where nothing stands.
    findings
        What stands where nothing may.
    """

    headers: Sequence[str]
    numbers: Sequence[int]
    cells: Sequence[Sequence[str]]
    findings: Sequence[Finding]


def read_rows(file: ArchivedFile, named: Callable[[str], object], sheet: int | str = 0) -> Rows:
    """Return the rows of a table, or of a sheet of a workbook; without any headers where it is empty.

    Parameters
    ----------
    named
        What a header stands for: two columns cannot stand for the same.

    Raises
    ------
    UnreadableError
        Where it is no table.
    """
    found = read_cells(file, sheet)
    first, *rows = _stripped(found) or [(1, [])]
    headers = first[1]
    filled = [(number, cells) for number, cells in rows if any(cells)]
    findings = [*_twice(headers, named, file.name), *_under_none(headers, filled, file.name)]
    findings += _too_many(found, len(headers), file.name)
    return Rows(headers, [number for number, _ in filled], [cells for _, cells in filled], findings)


def _stripped(found: Cells) -> list[tuple[int, list[str]]]:
    rows: Iterator[tuple[Any, ...]] = found.frame.iter_rows()
    return [(number, [(cell or "").strip() for cell in cells]) for number, *cells in rows]


def _twice(headers: Sequence[str], named: Callable[[str], object], file: str) -> Iterator[Finding]:
    """Yield the headers of which two stand for the same."""
    meant: dict[object, list[str]] = defaultdict(list)
    for header in filter(None, headers):
        meant[named(header)].append(header)
    for same in meant.values():
        if len(same) > 1:
            yield Finding(
                code="column-twice",
                severity=Severity.ERROR,
                file=file,
                row=1,
                column=same[1],
                value=", ".join(same),
                message=f"{len(same)} columns stand for the same, so that readers take different values",
                remedy="Keep the one that is meant, or give the other a name of its own",
            )


def _under_none(headers: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], file: str) -> Iterator[Finding]:
    """Yield the cells that no header stands above."""
    nameless = [place for place, header in enumerate(headers) if not header]
    for number, cells in rows:
        for place in nameless:
            if cells[place]:
                yield _extra(
                    file, number, cells[place], f"column {place + 1} has no header, so it is not known what this is"
                )


def _too_many(found: Cells, known: int, file: str) -> Iterator[Finding]:
    """Yield the rows that are longer than what was looked at: their last cells were not read."""
    if found.widths is None:
        return
    for number, width in zip(found.frame["row"], found.widths, strict=True):
        if width > known:
            yield _extra(file, number, "", f"the row has {width} cells, and no row at the top more than {known}")


def _extra(file: str, number: int, value: str, message: str) -> Finding:
    return Finding(
        code="extra-cell",
        severity=Severity.ERROR,
        file=file,
        row=number,
        value=excerpt(value),
        message=message,
        remedy="Give the column a header, empty the cell, or put a text with commas in quotation marks",
    )
