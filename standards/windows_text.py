"""Text in Windows-1252, as spreadsheet programs save a CSV file unless they are told otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ontology.report import Finding, Severity
from standards.archives import ArchivedFile
from standards.cells import UTF_16_BE, UTF_16_LE

WINDOWS: Final = "windows-text"
"""Code of the finding that a file was read as such."""

ENCODING: Final = "cp1252"

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPECIAL: Final = re.compile(r"[^\x00-\x7f]")
_UNREAD: Final = "\ufffd"
"""What a byte that is no UTF-8 is read as."""


def as_utf8(file: ArchivedFile) -> ArchivedFile | None:
    r"""Return a file in UTF-8 that is in Windows-1252; ``None`` where it is in UTF-8 already, or in neither.

    Where only some of its letters are broken UTF-8, it is taken for a damaged file: nothing is guessed then.

    Example
    -------
    >>> file = as_utf8(ArchivedFile("a.csv", "", lambda: b"\x93Weld\x94"))
    >>> file.read().decode() if file else ""
    '“Weld”'
    >>> damaged = b"\x93" + "“Weld”".encode()
    >>> as_utf8(ArchivedFile("a.csv", "", "“Weld”".encode)), as_utf8(ArchivedFile("a.csv", "", lambda: damaged))
    (None, None)
    """
    text = _from_windows(file.read())
    return None if text is None else replace(file, name=file.plain_name, read_stored=text.encode)


def windows_text(file: str, row: int, cell: str) -> Finding:
    """Return the finding that a file was read as Windows-1252, with the first place where that matters.

    Parameters
    ----------
    cell
        What stands there.
    """
    letter = first_special(cell)
    return Finding(
        code=WINDOWS,
        severity=Severity.WARNING,
        file=file,
        row=row,
        value=cell,
        message=f"the file is not in UTF-8; it was read as Windows-1252, with {letter!r} as first special character",
        remedy="Look whether it is right here; to be sure, save the file anew as 'CSV UTF-8' or as plain text in UTF-8",
    )


def first_special(text: str) -> str:
    """Return the first letter of a text beyond ASCII, empty where there is none.

    Example
    -------
    >>> first_special("Read the “plan”"), first_special("Weld")
    ('“', '')
    """
    found = _SPECIAL.search(text)
    return found[0] if found else ""


def _from_windows(data: bytes) -> str | None:
    """Return what bytes say in Windows-1252, where they are text in it and in nothing else."""
    if b"\0" in data or data.startswith((UTF_16_LE, UTF_16_BE)):
        return None
    read = data.decode("utf-8", errors="replace")
    if _UNREAD not in read or any(letter != _UNREAD for letter in _SPECIAL.findall(read)):
        return None
    try:
        text = data.decode(ENCODING)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text
