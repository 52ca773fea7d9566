"""The files of releases that are at hand, and the rows in them: a file counts only where it is the one imported."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Final

from ontology.errors import LadderworksError, MissingFileError
from ontology.records import SourceFile
from standards.archives import Archive, ArchivedFile
from standards.citations.citation import Citation, Finding, Row, Standing
from standards.citations.sheet import ANY, Sheet

ENDINGS = (".txt", ".tsv", ".csv", ".csv.gz", ".xlsx", ".xls")
"""Of the names of tables."""

LINE = "line with"
"""What is looked for in a file that is no table."""


HELD: Final = 64 * 2**20
"""Bytes of tables that stay in memory; those that were looked into last, and the last of all however large it is."""


@dataclass
class Shelf:
    """Looks for the files of releases in some folders, reads them, and finds rows in them.

    What was read stays in memory as far as it is small; threads may share a shelf.

    Parameters
    ----------
    places
        Folders, zips and files; folders are searched to the bottom.
    held
        Bytes of tables that stay in memory.

    Raises
    ------
    MissingFileError
        Where there is nothing at a place.
    """

    places: Sequence[Path]
    held: int = HELD
    _sheets: OrderedDict[str, Sheet] = field(default_factory=OrderedDict)
    _looking: RLock = field(default_factory=RLock)

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
        with self._looking:
            sheet = self._sheets.setdefault(file.sha256, Sheet(own))
            self._sheets.move_to_end(file.sha256)
            rows = sheet.find(citation)
            while len(self._sheets) > 1 and sum(other.size for other in self._sheets.values()) > self.held:
                self._sheets.popitem(last=False)
        return found.model_copy(update=rows)

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
