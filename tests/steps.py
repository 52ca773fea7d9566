"""Steps: how much of our own Python some work runs, counted in lines, whatever the machine and its load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction

ROOMS = tuple(str(Path(__file__).parents[1] / room) for room in ("ontology", "standards", "pathways", "api"))


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of the four rooms some work runs, a loop's each time; none of what libraries run."""
    counted = 0

    def count(_: FrameType, event: str, __: object) -> TraceFunction:
        nonlocal counted
        counted += event == "line"
        return count

    def enter(frame: FrameType, _: str, __: object) -> TraceFunction | None:
        return count if frame.f_code.co_filename.startswith(ROOMS) else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted
