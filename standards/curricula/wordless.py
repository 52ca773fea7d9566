"""Wordless entries: what stands in place of an outcome without a letter or a digit, such as a lone full stop."""

from __future__ import annotations

import re
from typing import Final

from ontology.report import Finding, Severity
from standards.matching.openings import says_something

WORDLESS: Final = "no-words"
"""Code of the finding on one."""

QUOTED: Final = 80
"""Characters of it that the finding quotes."""

_MARKS: Final = re.compile(r"[\s•·‣▪●*=_\-\u2013\u2014]*")
"""Bullets and rules: copied lists have them on lines of their own, and nothing is lost with them."""


def is_wordless(line: str) -> bool:
    """Whether a line of a list says nothing, and is no mark of the list.

    Example
    -------
    >>> is_wordless("."), is_wordless("-----"), is_wordless("Weld.")
    (True, False, False)
    """
    return not says_something(line) and not _MARKS.fullmatch(line)


def wordless(file: str, row: int, column: str, said: str) -> Finding:
    """Return the finding that something in place of an outcome is none."""
    return Finding(
        code=WORDLESS,
        severity=Severity.WARNING,
        file=file,
        row=row,
        column=column,
        value=said[:QUOTED],
        message="has neither a letter nor a digit; no outcome is read from it",
        remedy="Write what students can do, or leave it empty",
    )
