"""The sources of what people write themselves, by the names of their readers."""

from __future__ import annotations

from typing import Final

PARTNERSHIP: Final = "partnership"
"""A partnership's standard, occupations, wages and views."""

PROGRAM: Final = "program"
"""A college's program; one file."""

SHEET: Final = "sheet"
"""A firm's list of skills; one file."""
