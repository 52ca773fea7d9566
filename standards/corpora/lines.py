"""Lines of a text, each a statement: what of each is read, and what is wrong with it."""

from __future__ import annotations

from typing import Final

from ontology.report import Finding, Report, Severity, excerpt
from standards.corpora.statements import EMPTY, LONG, MARKUP, judge
from standards.markup import lines_of
from standards.matching.statements import LONGEST

BLANK: Final = "blank-line"
"""Code of the finding of a line with nothing but white space."""

SAID: Final = {
    BLANK: (Severity.INFO, "{} blank and left out", ""),
    EMPTY: (Severity.WARNING, "the line says nothing and is left out", "Write a statement on it, or take it out"),
    LONG: (
        Severity.WARNING,
        f"the line is longer than {LONGEST:,} characters; read up to there",
        "Write one statement a line",
    ),
    MARKUP: (
        Severity.INFO,
        "the line has HTML, control characters or others that nobody sees, which were taken out",
        "Look whether what is left is the statement",
    ),
}
"""How grave each finding is, what it says, and the remedy; blank lines have one finding together."""


def statement_lines(text: str, file: str = "") -> tuple[list[str], Report]:
    r"""Return the statements of a text that has one a line, as they are read, and what was found.

    Parameters
    ----------
    file
        Its name, for the findings; their row is the line, from 1.

    Example
    -------
    >>> statements, report = statement_lines("<p>Weld <b>pipes</b></p>\n\nRead prints\n", "a.txt")
    >>> statements, [(finding.row, finding.code) for finding in report]
    (['Weld pipes', 'Read prints'], [(1, 'markup'), (2, 'blank-line')])
    """
    statements, report, blank = [], Report(), list[int]()
    for row, line in enumerate(_lines(text), start=1):
        statement, code = judge(line)
        if not line.strip():
            blank.append(row)
        elif code:
            report.add(_finding(file, row, line, code))
        if statement:
            statements.append(statement)
    if blank:
        which = "the line is" if len(blank) == 1 else f"{len(blank):,} lines, the first of them here, are"
        report.add(_finding(file, blank[0], "", BLANK, which))
    return statements, report


def _lines(text: str) -> list[str]:
    """Return the lines of a text; what is behind the end of the last one is none."""
    *lines, rest = lines_of(text)
    return [*lines, rest] if rest else lines


def _finding(file: str, row: int, line: str, code: str, which: str = "") -> Finding:
    severity, message, remedy = SAID[code]
    return Finding(
        code=code,
        severity=severity,
        file=file,
        row=row,
        value=excerpt(line),
        message=message.format(which),
        remedy=remedy,
    )
