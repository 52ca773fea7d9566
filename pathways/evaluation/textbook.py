"""Textbook ladders: chains of occupations of which a publication says that people climb them.

The list beside this module was written for this project; `docs/reference/textbook-ladders.md` says how. A third of it,
chosen by a digest of the names, is for testing only: nothing was tuned on it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.errors import InputError, NotFoundError
from ontology.report import Finding, Report, Severity
from pathways.occupations.catalog import Occupations

SHIPPED: Final = Path(__file__).with_name("textbook_ladders.csv")

NEEDED: Final = ("ladder", "rung", "code")
"""Columns that a list of ladders must have."""

ELSEWHERE: Final = "all"
"""The split and the sector of ladders whose list names none."""

FEWEST: Final = 2
"""Rungs of a ladder, at least."""


@dataclass(frozen=True)
class TextbookLadder:
    """A chain of occupations, from the lowest up.

    Parameters
    ----------
    split
        What it may be used for: ``development`` or ``test``.
    places
        Of its rungs, among the occupations that it was read for.
    """

    name: str
    sector: str
    split: str
    places: tuple[int, ...]

    @property
    def moves(self) -> tuple[tuple[int, int], ...]:
        """Return the steps from each rung to the next."""
        return tuple(zip(self.places, self.places[1:], strict=False))


Row = tuple[int, Mapping[str, str]]


def read_ladders(occupations: Occupations, path: Path = SHIPPED) -> tuple[tuple[TextbookLadder, ...], Report]:
    """Read a list of ladders, a row for each rung, and what is wrong with it.

    A ladder with a rung that is no occupation here, with fewer than two rungs, or with one rung twice is left out.

    Raises
    ------
    InputError
        Where it cannot be read, lacks a column or holds no ladder.
    NotFoundError
        Where the list is the one shipped, and most of its occupations are not known here.
    """
    rows = _rows(path)
    _refuse_unknown(occupations, rows, path)
    report = Report()
    found = [_ladder(occupations, name, own, path.name, report) for name, own in _grouped(rows).items()]
    ladders = tuple(ladder for ladder in found if ladder)
    if not ladders:
        said = f":\n{report.summary()}" if len(report) else ""
        message = f"{path.name} holds no ladder of these occupations{said}"
        raise InputError(message)
    return ladders, report


def _rows(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows: list[Row] = [(reader.line_num, {k: v or "" for k, v in row.items() if k}) for row in reader]
            header = reader.fieldnames or ()
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path.name} cannot be read as CSV in UTF-8: {error}"
        raise InputError(message) from error
    if missing := [name for name in NEEDED if name not in header]:
        message = (
            f"{path.name} has no column {', '.join(missing)}; it needs {', '.join(NEEDED)}, and has {list(header)}"
        )
        raise InputError(message)
    return rows


def _refuse_unknown(occupations: Occupations, rows: Sequence[Row], path: Path) -> None:
    """Refuse the list shipped where it is not the list that is wrong, but O*NET that is not imported."""
    codes = {cells["code"] for _, cells in rows}
    unknown = len(codes - {occupation.code for occupation in occupations})
    if path == SHIPPED and 2 * unknown > len(codes):
        message = f"{unknown} of the {len(codes)} occupations of the textbook ladders are not known here; import O*NET"
        raise NotFoundError(message)


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for line, row in rows:
        groups.setdefault(row["ladder"], []).append((line, row))
    return groups


def _ladder(
    occupations: Occupations, name: str, rows: Sequence[Row], file: str, report: Report
) -> TextbookLadder | None:
    """Return a ladder, or ``None`` where anything is wrong with it, with the findings added."""
    before = len(report)
    ordered = sorted(rows, key=lambda row: _number(row, file, report))
    places = [_place(occupations, row, file, report) for row in ordered]
    if len(rows) < FEWEST or len(set(places)) < len(places):
        line, _ = rows[0]
        report.add(_finding("no-ladder", "has fewer than two rungs, or one twice", file, line, "ladder", name))
    if len(report) > before:
        return None
    _, first = ordered[0]
    sector, split = (first.get(column) or ELSEWHERE for column in ("sector", "split"))
    return TextbookLadder(name, sector, split, tuple(place for place in places if place is not None))


def _number(row: Row, file: str, report: Report) -> int:
    line, cells = row
    if cells["rung"].strip().isdecimal():
        return int(cells["rung"])
    report.add(_finding("no-number", "is no whole number", file, line, "rung", cells["rung"]))
    return 0


def _place(occupations: Occupations, row: Row, file: str, report: Report) -> int | None:
    line, cells = row
    try:
        return occupations.find(cells["code"])
    except NotFoundError:
        report.add(_finding("unknown-occupation", "is no occupation here", file, line, "code", cells["code"]))
        return None


def _finding(code: str, message: str, file: str, row: int, column: str, value: str) -> Finding:
    remedy = "The ladder is left out; correct the row."
    where = {"file": file, "row": row, "column": column, "value": value}
    said = {"code": code, "severity": Severity.WARNING, "message": message, "remedy": remedy}
    return Finding.model_validate(said | where)
