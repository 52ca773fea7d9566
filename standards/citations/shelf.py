"""The files of releases that are at hand, and the rows in them: a file counts only where it is the one imported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from ontology.errors import LadderworksError, MissingFileError
from ontology.records import SourceFile
from standards.archives import Archive, ArchivedFile
from standards.cells import read_cells
from standards.citations.citation import Citation, Column, Finding, Row, Standing

ENDINGS = (".txt", ".tsv", ".csv", ".csv.gz", ".xlsx", ".xls")
"""Of the names of tables."""

Line = tuple[Any, ...]
"""A row of a table: its number, then its cells."""

ANY, LINE = "any cell", "line with"
"""What is looked for where no column is named, and in a file that is no table."""


@dataclass
class Shelf:
    """Looks for the files of releases in some folders, reads each once, and finds rows in them.

    Parameters
    ----------
    places
        Folders, zips and files; folders are searched to the bottom.

    Raises
    ------
    MissingFileError
        Where there is nothing at a place.
    """

    places: Sequence[Path]
    _sheets: dict[str, Sheet] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place in self.places:
            if not place.exists():
                message = f"there is nothing at {place}; name the folder or zip that the release was imported from"
                raise MissingFileError(message)

    def find(self, citation: Citation, files: Sequence[SourceFile]) -> Finding:
        """Return the rows that a citation means among the files of a release.

        Where several files have the columns, the one with the rows decides; where none is at hand, what to look for
        in the likeliest is said, with its digest.
        """
        likely = _likeliest(citation, files)
        if not likely:
            return Finding(standing=Standing.NOWHERE, file="", sha256="", keys=_asked(citation))
        tried = list[Finding]()
        for file in likely:
            tried.append(self._in(citation, file))
            if tried[-1].standing is Standing.FOUND:
                break
        order = (Standing.FOUND, Standing.CHANGED, Standing.ABSENT, Standing.NOWHERE)
        return min(tried, key=lambda finding: order.index(finding.standing))

    def find_line(self, text: str, name: str, files: Sequence[SourceFile]) -> Finding:
        """Return the lines that hold a text in a file that is no table, such as a declaration.

        Parameters
        ----------
        name
            Of the file.
        """
        for file in files:
            if file.name == name:
                found, own = self._standing(file, {LINE: text})
                return found.model_copy(update=_lines(own, text)) if own else found
        return Finding(standing=Standing.NOWHERE, file="", sha256="", keys={LINE: text})

    def _in(self, citation: Citation, file: SourceFile) -> Finding:
        found, own = self._standing(file, _asked(citation))
        if own is None:
            return found
        sheet = self._sheets.setdefault(file.sha256, Sheet(own))
        return found.model_copy(update=sheet.find(citation))

    def _standing(self, file: SourceFile, keys: Mapping[str, str]) -> tuple[Finding, ArchivedFile | None]:
        """Return what is found before a file is read: whether it is at hand, and the one that was imported."""
        found = Finding(standing=Standing.ABSENT, file=file.name, sha256=file.sha256, keys=keys)
        own = self._own(file)
        if isinstance(own, str):
            return found.model_copy(update={"standing": Standing.CHANGED, "found_sha256": own}), None
        return (found.model_copy(update={"path": own.place}), own) if own else (found, None)

    def _own(self, file: SourceFile) -> ArchivedFile | str | None:
        """Return the file that was imported; else the digest of another one of its name; else nothing."""
        other = None
        for held in self._held.get(file.name, ()):
            digest = held.digest
            if digest == file.sha256:
                return held.file
            other = other or digest
        return other

    @cached_property
    def _held(self) -> Mapping[str, list[_Held]]:
        held: dict[str, list[_Held]] = {}
        for place in self.places:
            for file in _files(place):
                held.setdefault(file.name, []).append(_Held(file))
        return held


@dataclass
class _Held:
    file: ArchivedFile

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.file.read_stored()).hexdigest()


def _files(place: Path) -> Iterator[ArchivedFile]:
    """Yield the files at a place, in the folders and zips below it, too."""
    below = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
    for path in below:
        if path.suffix.lower() == ".zip":
            yield from _members(path)
        else:
            yield ArchivedFile(path.name, str(path.parent), path.read_bytes)


def _members(path: Path) -> Iterator[ArchivedFile]:
    """Yield the members of a zip; one that cannot be read was not imported either."""
    try:
        yield from Archive([path])
    except LadderworksError:
        return


@dataclass
class Sheet:
    """A table at hand, read when a row of it is asked for."""

    file: ArchivedFile
    _groups: dict[int, Mapping[str, Sequence[int]]] = field(default_factory=dict)
    _kept: dict[tuple[int, str], tuple[Line, ...]] = field(default_factory=dict)

    @cached_property
    def frame(self) -> pl.DataFrame:
        """The cells as strings, with ``row``."""
        return read_cells(self.file).frame

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The column of the frame by the header in the first row."""
        first = self.frame.drop("row").row(0, named=True) if self.frame.height else {}
        return {str(header).strip(): column for column, header in first.items() if header is not None}

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
        for row in self._first(named[0]) if named else self._lines(range(self.frame.height)):
            held = all((row[at] or "").strip() in values for at, values in named[1:])
            if held and all(any((cell or "").strip() in values for cell in row[1:]) for values in anywhere):
                yield row

    def _first(self, key: tuple[int, Sequence[str]]) -> Iterator[Line]:
        """Yield the rows that hold the first key, found once: a gap asks for the same occupation hundreds of times."""
        at, values = key
        for value in values:
            if (at, value) not in self._kept:
                self._kept[at, value] = tuple(self._lines(self._grouped(at).get(value, ())))
            yield from self._kept[at, value]

    def _lines(self, places: Sequence[int]) -> Iterator[Line]:
        """Yield rows with their numbers first."""
        part = self.frame[list(places)] if len(places) < self.frame.height else self.frame
        return part.select("row", pl.all().exclude("row")).iter_rows()

    def _at(self, header: str) -> int:
        """Return the place of a column in the rows."""
        return 1 + self._order.index(self.places[header])

    @cached_property
    def _order(self) -> list[str]:
        return [column for column in self.frame.columns if column != "row"]

    def _grouped(self, at: int) -> Mapping[str, Sequence[int]]:
        """Return the places of the rows by what a column holds."""
        if at not in self._groups:
            groups: dict[str, list[int]] = {}
            for place, cell in enumerate(self.frame[self._order[at - 1]].str.strip_chars().fill_null("")):
                groups.setdefault(cell, []).append(place)
            self._groups[at] = groups
        return self._groups[at]

    def _header(self, column: Column) -> str:
        found = (self._plain[_plainly(header)] for header in column.headers if _plainly(header) in self._plain)
        return next(found, "")


def _plainly(header: str) -> str:
    return "".join(letter for letter in header.casefold() if letter.isalnum())


def _likeliest(citation: Citation, files: Sequence[SourceFile]) -> list[SourceFile]:
    """Return the tables that are named, in that order; else all of which anything was kept."""
    order = {f"{table}{end}".lower(): at for at, table in enumerate(citation.tables) for end in ENDINGS}
    tables = [file for file in files if file.kept and file.name.lower().endswith(ENDINGS)]
    named = [file for file in tables if file.name.lower() in order]
    return sorted(named, key=lambda file: order[file.name.lower()]) or tables


def _asked(citation: Citation) -> dict[str, str]:
    return {next(iter(column.headers), ANY): " or ".join(column.values) for column in citation.keys}


def _lines(file: ArchivedFile, text: str) -> dict[str, object]:
    """Return the lines of a file that hold a text."""
    lines = enumerate(file.read().decode("utf-8", errors="replace").splitlines(), start=1)
    rows = tuple(Row(number=number, cells={"line": line.strip()}) for number, line in lines if text in line)
    return {"standing": Standing.FOUND if rows else Standing.NOWHERE, "rows": rows}
