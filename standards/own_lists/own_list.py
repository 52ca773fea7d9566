"""A list of one's own as a framework."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.errors import MissingFileError, RefusedError
from ontology.identifiers import Identifiers, slug
from ontology.report import Finding, Report, Severity
from standards.archives import only_file
from standards.cells import SPREADSHEETS, TABBED
from standards.matching import Entry
from standards.own_lists.entries import Entries
from standards.own_lists.lines import table_lines, text_lines

TABLES: Final = (".csv", *(ending for ending in TABBED if ending != ".txt"), *SPREADSHEETS)
TEXTS: Final = (".txt", ".md", ".text")
ENDINGS: Final = (*TABLES, *TEXTS)
"""What the name of a list ends in, which tells it from the name of a framework."""


@dataclass(frozen=True)
class OwnList:
    """A list as a framework, and what was found wrong with it."""

    address: str
    title: str
    entries: tuple[Entry, ...]
    report: Report


def is_list(name: str) -> bool:
    """Whether a name is that of a file with a list, and not of a framework.

    Example
    -------
    >>> is_list("skills.xlsx"), is_list("./skills"), is_list("esco@1.1.0"), is_list("power-generation")
    (True, True, False, False)
    """
    return name.lower().removesuffix(".gz").endswith(ENDINGS) or "/" in name


def read_own_list(path: Path, identifiers: Identifiers) -> OwnList:
    """Read a list; rows that cannot be used are findings, and are left out.

    Raises
    ------
    MissingFileError
        Where there is no such file.
    InputError
        Where it is a zip of several files.
    UnreadableError
        Where it is no table, or no text in UTF-8.
    RefusedError
        With every finding, where no row can be used.
    """
    if not path.is_file():
        message = f"there is no file {path}; name a list (CSV, TSV, a spreadsheet, a text), or a framework by its slug"
        raise MissingFileError(message)
    file, report = only_file(path, "the list"), Report()
    lines = list(table_lines(file, report) if file.plain_name.lower().endswith(TABLES) else text_lines(file))
    stem = Path(file.plain_name).stem
    entries = tuple(Entries(identifiers, slug(stem), file.name, report).of(lines))
    if not entries:
        if not len(report):
            report.add(_nothing(file.name))
        raise RefusedError(report)
    return OwnList(identifiers.mint("list", slug(stem)), stem, entries, report)


def _nothing(file: str) -> Finding:
    return Finding(
        code="empty-list",
        severity=Severity.ERROR,
        file=file,
        message="holds no competency",
        remedy="Write one a line, or a table with a column 'Competency'",
    )
