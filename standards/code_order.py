"""The order of codes in a list: their numbers count as numbers."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

CodeOrder: TypeAlias = tuple[bool, tuple[tuple[int, str], ...], str]

_RUNS: Final = re.compile(r"[0-9]+|[^0-9]+")


def code_order(code: str | None) -> CodeOrder:
    """Return the place of a code in a list: by its words and numbers, no code last.

    Example
    -------
    >>> sorted(["", "HT-30", "HT-4", "HT-4.10", "HT-4.9", "A1"], key=code_order)
    ['A1', 'HT-4', 'HT-4.9', 'HT-4.10', 'HT-30', '']
    """
    told = code or ""
    return not told, tuple((int(run), "") if run.isdecimal() else (-1, run) for run in _RUNS.findall(told)), told
