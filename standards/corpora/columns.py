"""Columns: which of a file's columns holds the statements, and which are carried over to the results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ontology.frozen import Frozen
from standards.headers import OUTCOME_NAMES, place

STATEMENT: Final = ("Statement", *OUTCOME_NAMES, "Description")
"""What a column with statements is called, the surest name first."""

_NUMBERED: Final = (
    "Outcome",
    "Learning outcome",
    "Student learning outcome",
    "SLO",
    "CLO",
    "PLO",
    "Objective",
    "Statement",
)
"""What an identifier may number."""

CARRIED: Final = {
    "id": (
        "id",
        *(f"{what} {which}" for what in _NUMBERED for which in ("ID", "identifier", "code", "number", "no.")),
        *("identifier", "uuid"),
    ),
    "course": ("course", "course code", "course number", "course no.", "course id", "catalog number"),
    "program": ("program", "program name", "program code", "program title", "cip code"),
    "college": ("college", "college name", "institution", "institution name", "school"),
}
"""What the columns are called that come along, by what they are called in the results."""


class Columns(Frozen):
    """What the columns of one file are called there.

    Parameters
    ----------
    statement
        Empty where none was recognized.
    id, course, program, college
        Empty where the file has none.
    """

    statement: str
    id: str = ""
    course: str = ""
    program: str = ""
    college: str = ""

    @classmethod
    def among(cls, headers: Sequence[str], text: str = "", identifier: str = "") -> Columns:
        """Return the columns that headers name.

        Parameters
        ----------
        text, identifier
            The columns with the statements and their identifiers, where the user named them.

        Example
        -------
        >>> Columns.among(["College", "Course No.", "Learning Outcome"])
        Columns(statement='Learning Outcome', id='', course='Course No.', program='', college='College')
        >>> Columns.among(["what", "key"], text="what", identifier="key").id
        'key'
        """
        statement = _one((text,) if text else STATEMENT, headers)
        free = [header for header in headers if header != statement]
        carried = {name: _one(names, free) for name, names in CARRIED.items()}
        if identifier:
            carried["id"] = _one((identifier,), headers)
        return cls(statement=statement, **carried)

    def left(self, headers: Sequence[str]) -> list[str]:
        """Return the headers whose columns are neither read nor carried over.

        Example
        -------
        >>> headers = ["SLO ID", "Outcome", "Campus"]
        >>> Columns.among(headers).id, Columns.among(headers).left(headers)
        ('SLO ID', ['Campus'])
        """
        return [header for header in headers if header not in set(self.model_dump().values())]


def _one(names: Sequence[str], headers: Sequence[str]) -> str:
    """Return the header that goes by the first of some names, empty where none does."""
    at = place(names, headers)
    return "" if at is None else headers[at]
