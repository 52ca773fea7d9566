"""A list of one's own as a framework."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shlex import quote
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
    """A list as a framework, and what was found wrong with it.

    Parameters
    ----------
    path
        Of its file, as it was asked for.
    sha256
        Of its file, in hexadecimal.
    address
        Made of the name of its file, as those of its competencies are that give none.
    """

    path: Path
    sha256: str
    address: str
    title: str
    entries: tuple[Entry, ...]
    report: Report

    @property
    def to_import(self) -> str:
        """The command that makes it a framework of the knowledge base, and what must be done before with a text."""
        return to_import(self.path)


def is_list(name: str) -> bool:
    """Whether a name is that of a file with a list, and not of a framework.

    Example
    -------
    >>> is_list("skills.xlsx"), is_list("./skills"), is_list("esco@1.1.0"), is_list("power-generation")
    (True, True, False, False)
    """
    return name.lower().removesuffix(".gz").endswith(ENDINGS) or "/" in name


def to_import(path: Path) -> str:
    """Return the command that makes a list a framework of the knowledge base; a text must become a table before.

    Example
    -------
    >>> to_import(Path("our skills.csv"))
    "ladderworks import sheet 'our skills.csv'"
    """
    if path.name.lower().removesuffix(".gz").endswith(TABLES):
        return f"ladderworks import sheet {quote(str(path))}"
    return "save it as a table with a column 'Competency', then ladderworks import sheet FILE.csv"


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
    local = slug(stem)
    entries = tuple(Entries(identifiers, local, file.name, report).of(lines))
    if not entries:
        if not len(report):
            report.add(_nothing(file.name))
        raise RefusedError(report)
    digest = sha256(path.read_bytes()).hexdigest()
    return OwnList(path, digest, identifiers.mint("list", local), stem, entries, report)


def _nothing(file: str) -> Finding:
    return Finding(
        code="empty-list",
        severity=Severity.ERROR,
        file=file,
        message="holds no competency",
        remedy="Write one a line, or a table with a column 'Competency'",
    )
