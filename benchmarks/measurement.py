"""One number measured, and what it is held against; and the memory that a process has had."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict

PROJECT = Path(__file__).parents[1]


class Measurement(BaseModel):
    """One number, its unit, and the same thing done by something else in the same run.

    Parameters
    ----------
    reference
        The number of what it is compared with, in the same unit.
    compared_with
        What that is.
    ratio
        Value over reference; below 1 this project is faster or smaller.
    goal
        What the value (or the ratio, where there is one) should not exceed; where more is better, what it should reach.
    more_is_better
        Whether the goal is a least value.
    note
        Conditions, or why nothing was measured.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    value: float | None
    unit: str
    reference: float | None = None
    compared_with: str = ""
    ratio: float | None = None
    goal: float | None = None
    more_is_better: bool = False
    note: str = ""


def peak() -> float:
    """Return the most memory that this process has had, in MB.

    What `resource` tells begins with what the process that started this one had at the time, which is another number.
    """
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    if not found:
        raise RuntimeError("/proc/self/status says no VmHWM; measure on Linux")
    return int(found[1]) * 1024 / 1e6
