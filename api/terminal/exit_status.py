"""How a command ends, for scripts."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the number that a command ends with means."""

    DONE = 0
    FOUND = 1
    """There are findings, or nothing was found."""
    WRONG = 2
    """It could not be done as it was asked."""
