"""The sources of what people write themselves, by the names of their readers."""

from __future__ import annotations

from typing import Final

PARTNERSHIP: Final = "partnership"
"""A partnership's standard, occupations, wages and views."""

PROGRAM: Final = "program"
"""A college's program; one file."""

SHEET: Final = "sheet"
"""A firm's list of skills; one file."""

CASE: Final = "case"
"""A framework as a CASE package; one file."""


def own_source(kind: str, name: str) -> str:
    """Return the source of what is imported from one file on its own, so that it passes for none of another kind.

    Example
    -------
    >>> own_source(PROGRAM, "welding")
    'program-welding'
    """
    return f"{kind}-{name}"
