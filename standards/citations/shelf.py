"""The files of releases that are at hand, and the rows in them: a file counts only where it is the one imported."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import polars as pl

from ontology.errors import LadderworksError, MissingFileError
from ontology.records import SourceFile
from standards.archives import Archive, ArchivedFile
from standards.cells import read_cells
from standards.citations.citation import Citation, Column, Finding, Row, Standing

ENDINGS = (".txt", ".tsv", ".csv", ".csv.gz", ".xlsx", ".xls")
"""Of the names of tables."""

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
        tried = [self._in(citation, file) for file in likely]
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
    _groups: dict[str, Mapping[str, pl.DataFrame]] = field(default_factory=dict)

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
        frame = self._having(keys)
        rows = tuple(
            Row(number=number, cells=dict(zip(cells, (value or "" for value in values), strict=True)))
            for number, *values in frame.select("row", *(self.places[header] for header in cells)).iter_rows()
            if number > 1
        )
        return {
            "standing": Standing.FOUND if rows else Standing.NOWHERE,
            "keys": {header: " or ".join(column.values) for column, header in keys},
            "columns": tuple(cells),
            "rows": rows,
        }

    def _having(self, keys: Sequence[tuple[Column, str]]) -> pl.DataFrame:
        """Return the rows that hold all the keys."""
        named = [(column, header) for column, header in keys if column.headers]
        frame = self._with(named) if named else self.frame
        for column, _ in (pair for pair in keys if not pair[0].headers):
            cells = pl.all().exclude("row").str.strip_chars()
            frame = frame.filter(pl.any_horizontal(cells.is_in(column.values)))
        return frame

    def _with(self, keys: Sequence[tuple[Column, str]]) -> pl.DataFrame:
        """Return the rows that hold the keys of columns that are named."""
        (first, header), *others = keys
        groups = self._grouped(self.places[header])
        frame = pl.concat([groups[value] for value in first.values if value in groups] or [self.frame.clear()])
        for column, header in others:
            frame = frame.filter(pl.col(self.places[header]).str.strip_chars().is_in(column.values))
        return frame

    def _grouped(self, column: str) -> Mapping[str, pl.DataFrame]:
        """Return the rows by what a column holds, worked out once: a gap asks for hundreds."""
        if column not in self._groups:
            own = self.frame.with_columns(pl.col(column).str.strip_chars().fill_null(""))
            self._groups[column] = {str(key): part for (key,), part in own.partition_by(column, as_dict=True).items()}
        return self._groups[column]

    def _header(self, column: Column) -> str:
        found = (self._plain[_plainly(header)] for header in column.headers if _plainly(header) in self._plain)
        return next(found, "")


def _plainly(header: str) -> str:
    return "".join(letter for letter in header.casefold() if letter.isalnum())


def _likeliest(citation: Citation, files: Sequence[SourceFile]) -> list[SourceFile]:
    """Return the tables that are named, else all of which anything was kept."""
    stems = {f"{table}{ending}".lower() for table in citation.tables for ending in ENDINGS}
    tables = [file for file in files if file.kept and file.name.lower().endswith(ENDINGS)]
    return [file for file in tables if file.name.lower() in stems] or tables


def _asked(citation: Citation) -> dict[str, str]:
    return {next(iter(column.headers), ANY): " or ".join(column.values) for column in citation.keys}


def _lines(file: ArchivedFile, text: str) -> dict[str, object]:
    """Return the lines of a file that hold a text."""
    lines = enumerate(file.read().decode("utf-8", errors="replace").splitlines(), start=1)
    rows = tuple(Row(number=number, cells={"line": line.strip()}) for number, line in lines if text in line)
    return {"standing": Standing.FOUND if rows else Standing.NOWHERE, "rows": rows}
