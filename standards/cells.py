"""Cells as strings: text tables and spreadsheets read into a frame, nothing judged but their shape."""

from __future__ import annotations

from codecs import getincrementaldecoder
from dataclasses import dataclass, field

import fastexcel
import numpy as np
import polars as pl

from ontology.errors import RefusedError, UnreadableError
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.binary import NO_TEXT, is_binary
from standards.long_texts import refuse_long
from standards.unpacking import CHUNK, refuse_bomb

SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
TABBED = (".txt", ".tsv", ".tab")
UTF_16_LE, UTF_16_BE = b"\xff\xfe", b"\xfe\xff"
"""What text of two bytes a letter begins with."""

NOT_UTF_8, AS_UTF_8 = "is not text in UTF-8", "Save the file as UTF-8 (in Excel: Save as, CSV UTF-8)"
"""What is said of text in any other encoding, and the remedy."""

BOOKS = (b"PK", b"\xd0\xcf\x11\xe0")
"""How spreadsheets begin: as zips, and as the older files of Office do."""

SEARCHED = 60
"""Rows at the top among which a header is looked for."""


@dataclass(frozen=True)
class Cells:
    """The cells of a table, from its first row on.

    Parameters
    ----------
    frame
        Strings in columns ``0``, ``1``, …, and ``row``: its number as a spreadsheet shows it, from 1.
    widths
        How many cells each row has in the file, by position; ``None`` where every row has all (spreadsheets).
    mended
        Whether bytes that are not UTF-8 were read as U+FFFD.
    """

    frame: pl.DataFrame
    widths: pl.Series | None = field(default=None)
    mended: bool = False


def read_cells(file: ArchivedFile, sheet: int | str = 0) -> Cells:
    """Read a table by what its name ends in: tabs (``.txt``, ``.tsv``), a spreadsheet, or else commas.

    Text between tabs is taken as it is, quotation marks too; between commas, RFC 4180 holds.

    Raises
    ------
    UnreadableError
        Where it is not what its name says, breaks off within quotation marks, or is too big for the memory.
    RefusedError
        Where it is text in UTF-16, or a cell is too long.
    """
    try:
        cells = _cells(file, sheet)
    except MemoryError as error:
        message = (
            f"{file.name} is too big for the memory of this machine; split it, or leave out rows that you need not"
        )
        raise UnreadableError(message) from error
    refuse_long(cells.frame, file.name)
    return cells


def _cells(file: ArchivedFile, sheet: int | str) -> Cells:
    data, name = file.read(), file.plain_name.lower()
    if name.endswith(SPREADSHEETS):
        return _spreadsheet(data, file.name, sheet)
    if data.startswith(b"PK\x03\x04"):
        message = f"{file.name} is packed, and no text; if it is a spreadsheet, let its name end in .xlsx"
        raise UnreadableError(message)
    if is_binary(data):
        message = f"{file.name} {NO_TEXT}"
        raise UnreadableError(message)
    separator = "\t" if name.endswith(TABBED) else ""
    if data.startswith((UTF_16_LE, UTF_16_BE)):
        raise RefusedError(Report([_of_two_bytes(data, file.name, separator)]))
    return _text(data, file.name, separator or _separator(data))


def _of_two_bytes(data: bytes, name: str, separator: str) -> Finding:
    """Return the finding that all of a text is in UTF-16, with its first cell."""
    header, *_ = data.decode("utf-16", errors="replace").splitlines() or [""]
    first = header.split(separator or _separator(header.encode()))[0].strip().strip('"')
    return Finding(
        code="encoding",
        severity=Severity.ERROR,
        file=name,
        row=1,
        column=first,
        value=first,
        message=NOT_UTF_8,
        remedy=AS_UTF_8,
    )


def sheet_names(file: ArchivedFile) -> list[str]:
    """Return the names of the sheets of a spreadsheet, one empty name for a text table."""
    if not file.plain_name.lower().endswith(SPREADSHEETS):
        return [""]
    data = file.read()
    if data.startswith(b"PK"):
        refuse_bomb(data, file.name)
    try:
        return fastexcel.read_excel(data).sheet_names
    except fastexcel.FastExcelError as error:
        raise _no_spreadsheet(data, file.name) from error


def _no_spreadsheet(data: bytes, name: str) -> UnreadableError:
    """Return the error of a file that cannot be opened as a spreadsheet; what the reader says of it helps nobody."""
    if not data:
        message = f"{name} is empty; download it again, or save it again where it was made"
    elif data.startswith(BOOKS):
        message = f"{name} is a damaged spreadsheet, or asks for a password; open it and save it again without one"
    else:
        message = f"{name} is called a spreadsheet, and is none; open it where it was made, and save it as .xlsx or CSV"
    return UnreadableError(message)


def _separator(data: bytes) -> str:
    """Return what parts the cells of a CSV file: a semicolon where the comma is for decimals."""
    header = data.split(b"\n", 1)[0]
    return ";" if header.count(b";") > header.count(b",") else ","


def count_rows(file: ArchivedFile) -> int:
    """Return how many rows a table has below its first; 0 for what is no table, or has one column."""
    name = file.plain_name.lower()
    if not name.endswith((*SPREADSHEETS, *TABBED, ".csv")):
        return 0
    frame = read_cells(file).frame
    return max(0, frame.height - 1) if frame.width > 2 else 0


def _spreadsheet(data: bytes, name: str, sheet: int | str) -> Cells:
    if data.startswith(b"PK"):
        refuse_bomb(data, name)
    try:
        book = fastexcel.read_excel(data)
        read = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        raise _no_spreadsheet(data, name) from error
    return Cells(_numbered(read))


def _text(data: bytes, name: str, separator: str) -> Cells:
    data = data.removeprefix(b"\xef\xbb\xbf")
    mended = not _is_utf8(data)
    data = data.decode("utf-8", errors="replace").encode() if mended else data
    widths = _widths(data, separator, quoted=separator != "\t")
    if widths is None:
        message = f"{name} breaks off within quotation marks; download it again"
        raise UnreadableError(message)
    if not len(widths):
        return Cells(pl.DataFrame({"row": pl.Series([], dtype=pl.Int64)}))
    try:
        frame = pl.read_csv(
            data,
            separator=separator,
            quote_char=None if separator == "\t" else '"',
            has_header=False,
            schema={str(i): pl.String for i in range(int(widths[:SEARCHED].max()))},
            extra_columns="ignore",
            missing_columns="insert",
        )
    except pl.exceptions.ComputeError as error:
        message = f"{name} cannot be read as a table ({error}); open it in a spreadsheet program and save it again"
        raise UnreadableError(message) from error
    return Cells(_numbered(frame), pl.Series(widths), mended)


def _is_utf8(data: bytes) -> bool:
    """Return whether all of it is text in UTF-8, without a copy of it."""
    decoder, view = getincrementaldecoder("utf-8")(), memoryview(data)
    try:
        for start in range(0, len(view), CHUNK):
            decoder.decode(view[start : start + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    names = {column: str(i) for i, column in enumerate(frame.columns)}
    return frame.rename(names).with_row_index("row", offset=1).with_columns(pl.col("row").cast(int))


def _widths(data: bytes, separator: str, *, quoted: bool) -> np.ndarray[tuple[int], np.dtype[np.int64]] | None:
    """Return the number of cells of each record, or ``None`` where a quotation is never closed."""
    values = np.frombuffer(data, dtype=np.uint8)
    ends, cuts = values == ord("\n"), values == ord(separator)
    if quoted and b'"' in data:
        # Within quotation marks while an odd number of them has gone by; the sum may wrap, its parity stays.
        within = np.cumsum(values == ord('"'), dtype=np.uint8) & 1
        if within[-1]:
            return None
        outside = within == 0
        ends, cuts = ends & outside, cuts & outside
    bounds = np.flatnonzero(ends)
    if len(values) and not ends[-1]:
        bounds = np.append(bounds, len(values))
    totals = np.searchsorted(np.flatnonzero(cuts), bounds)
    return np.diff(totals, prepend=0) + 1
