"""A file of plain text: its bytes as text, and what in them is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ontology.errors import RefusedError, UnreadableError
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.cells import AS_UTF_8, NOT_UTF_8
from standards.markup import lines_of

_ZEROS: Final = re.compile(rb"\0.?\0", re.DOTALL)
"""Bytes of zero that are no slip within a text: side by side, or at every other place."""


def read_text(file: ArchivedFile, *, skip_bad_rows: bool = False) -> tuple[str, list[Finding]]:
    """Return the text of a file, and what was found in its bytes.

    Raises
    ------
    UnreadableError
        Where it is no text at all.
    RefusedError
        Where it is not in UTF-8 (or in UTF-16 with its mark), and bad rows are not to be left out.
    """
    data = file.read()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), []
    if _ZEROS.search(data):
        message = f"{file.name} holds bytes that no text has; save it as plain text, CSV or a spreadsheet"
        raise UnreadableError(message)
    text = data.decode("utf-8-sig", errors="replace")
    findings = [*_not_utf8(file.name, text, skip_bad_rows)]
    if findings and not skip_bad_rows:
        raise RefusedError(Report(findings))
    return text.replace("\0", ""), [*findings, *_zeros(file.name, text)]


def _zeros(file: str, text: str) -> Iterator[Finding]:
    for row, line in enumerate(lines_of(text), 1):
        if "\0" in line:
            yield Finding(
                code="nul-byte",
                severity=Severity.WARNING,
                file=file,
                row=row,
                value=line[:80],
                message="holds a NUL byte, which was taken out",
                remedy="Look whether a letter is missing there",
            )


def _not_utf8(file: str, text: str, skip_bad_rows: bool) -> Iterator[Finding]:
    for row, line in enumerate(lines_of(text), 1):
        if "\ufffd" in line:
            yield Finding(
                code="encoding",
                severity=Severity.WARNING if skip_bad_rows else Severity.ERROR,
                file=file,
                row=row,
                value=line[:80],
                message=NOT_UTF_8,
                remedy=AS_UTF_8,
            )
