"""A corpus: files of statements, by the million, of which nothing is held in memory but what they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeVar

import polars as pl

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError
from ontology.frozen import Frozen
from ontology.report import Finding, Report, Severity
from standards.cells import SPREADSHEETS
from standards.corpora.columns import STATEMENT, Columns
from standards.headers import listed, misspelled

PARQUET, CSV, TSV, TEXT = ".parquet", ".csv", ".tsv", ".txt"
ENDINGS: Final = (PARQUET, CSV, TSV)

Read = TypeVar("Read")

TEXTS: Final = (pl.String, pl.Categorical, pl.Enum)
"""Types of a column that statements can be in."""


class CorpusFile(Frozen):
    """One file of a corpus.

    Parameters
    ----------
    name
        Its path inside the corpus folder.
    path
        Absolute.
    size
        In bytes.
    sha256
        Of its bytes, in hexadecimal.
    left
        Headers of the columns that are neither read nor carried over to the results.
    """

    name: str
    path: str
    rows: int
    size: int
    sha256: str
    columns: Columns
    left: tuple[str, ...] = ()

    def scan(self) -> pl.LazyFrame:
        """Return the file's table, of which nothing is read yet."""
        return scan(Path(self.path))


class Corpus(Frozen):
    """Files of statements in the order of their names."""

    path: str
    files: tuple[CorpusFile, ...]

    @property
    def rows(self) -> int:
        """How many rows all files have."""
        return sum(file.rows for file in self.files)

    @property
    def left(self) -> tuple[str, ...]:
        """Return the headers of columns that are neither read nor carried over in any file, each once."""
        return tuple(dict.fromkeys(header for file in self.files for header in file.left))


def read_corpus(path: Path, text: str = "", identifier: str = "") -> Corpus:
    """Return what a corpus holds; its rows are only counted.

    Parameters
    ----------
    path
        A Parquet, CSV or TSV file, or a folder of them; folders inside it are searched too.
    text, identifier
        Names of the columns with the statements and their identifiers; recognized where they are empty.

    Raises
    ------
    MissingFileError
        Where there is no such file.
    UnreadableError
        Where a file is broken.
    RefusedError
        With a finding for each file whose columns do not fit.
    InputError
        Where no file has any row.
    """
    path = path.absolute()
    found = [(file.relative_to(path if path.is_dir() else path.parent).as_posix(), file) for file in _files(path)]
    columns = {name: _columns(file, text, identifier) for name, file in found}
    if report := Report(f for name, _ in found for f in _judge(name, *columns[name], text, identifier)):
        raise RefusedError(report)
    corpus = Corpus(path=str(path), files=tuple(_file(name, file, *columns[name]) for name, file in found))
    if not corpus.rows:
        message = f"{path} has no rows; name a corpus with at least one statement"
        raise InputError(message)
    return corpus


def scan(path: Path) -> pl.LazyFrame:
    """Return the table of a file, of which nothing is read yet; all cells of a text file are text."""
    if path.suffix.lower() == PARQUET:
        return pl.scan_parquet(path, hive_partitioning=False)
    separator = "\t" if path.suffix.lower() == TSV else ","
    return pl.scan_csv(path, separator=separator, infer_schema=False, encoding="utf8-lossy")


def _files(path: Path) -> list[Path]:
    """Return the files of a corpus, by name."""
    if path.is_file():
        if path.suffix.lower() in ENDINGS:
            return [path]
        message = f"{path} is none of {', '.join(ENDINGS)}; {_remedy(path)}"
        raise InputError(message)
    inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in ENDINGS and file.is_file())
    shown = [file for file in inside if not any(part.startswith(".") for part in file.relative_to(path).parts)]
    if not shown:
        there = f"{path} holds no corpus" if path.is_dir() else f"there is no {path}"
        message = f"{there}; name a file that ends in {', '.join(ENDINGS)}, or a folder of such files"
        raise MissingFileError(message)
    return shown


def _remedy(path: Path) -> str:
    """Return how a file becomes a corpus."""
    if path.suffix.lower() in SPREADSHEETS:
        return "in the spreadsheet program, save the sheet with the statements as CSV UTF-8"
    if path.suffix.lower() == TEXT:
        return "save the corpus as CSV with a header, such as Statement above one statement a line; or as Parquet"
    return "save the corpus as CSV with a header, or as Parquet"


def _columns(file: Path, text: str, identifier: str) -> tuple[Columns, dict[str, pl.DataType]]:
    """Return the columns that are wanted of a file, and the type of each that there is."""
    schema = dict(tried(file, scan(file).collect_schema))
    return Columns.among(list(schema), text, identifier), schema


def _judge(
    name: str, columns: Columns, schema: dict[str, pl.DataType], text: str, identifier: str
) -> Iterator[Finding]:
    """Yield what does not fit about the columns of a file."""
    there = listed(schema)
    if not columns.statement:
        what = f"no column {text!r}" if text else "no column that is known to hold statements"
        guess = misspelled((text,) if text else STATEMENT, schema)
        meant = f"; {guess[0]!r} may be meant" if guess else ""
        yield _finding(name, text, f"there is {what}; there are {there}", f"Name it with --text COLUMN{meant}")
    elif not isinstance(kind := schema[columns.statement], TEXTS):
        message = f"the column {columns.statement!r} holds {kind} and no text; there are {there}"
        yield _finding(name, columns.statement, message, "Name the one with statements, one a row, with --text COLUMN")
    if identifier and not columns.id:
        yield _finding(name, identifier, f"there is no column {identifier!r}; there are {there}", "Mend --id COLUMN")


def _finding(file: str, column: str, message: str, remedy: str) -> Finding:
    return Finding(
        code="missing-column", severity=Severity.ERROR, file=file, column=column, message=message, remedy=remedy
    )


def _file(name: str, path: Path, columns: Columns, schema: Iterable[str]) -> CorpusFile:
    rows = int(tried(path, scan(path).select(pl.len()).collect).item())
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return CorpusFile(
        name=name,
        path=str(path),
        rows=rows,
        size=path.stat().st_size,
        sha256=digest,
        columns=columns,
        left=tuple(columns.left(list(schema))),
    )


def tried(path: Path, read: Callable[[], Read]) -> Read:
    """Return what reading a file gives.

    Raises
    ------
    UnreadableError
        Where the file is broken or not what its name says.
    """
    try:
        return read()
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).partition("\n")[0]
        message = (
            f"{path} cannot be read as {path.suffix[1:]} ({reason}); write it again, or leave it out of the corpus"
        )
        raise UnreadableError(message) from error
