r"""Several values in one cell: bars part them, and a bar or backslash of a value has a backslash in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_ONE: Final = re.compile(r"((?:[^|\\]++|\\[|\\]|\\)*+)(?:\||\Z)")
_ESCAPED: Final = re.compile(r"\\([|\\])")


def joined(values: Iterable[str]) -> str:
    r"""Return values as one cell has them.

    Example
    -------
    >>> joined(["Alice|Bob", "Charlie"]), joined(["C\\"])
    ('Alice\\|Bob|Charlie', 'C\\\\')
    """
    return "|".join(re.sub(r"([|\\])", r"\\\1", value) for value in values)


def parted(cell: str) -> tuple[str, ...]:
    r"""Return the values of a cell, without empty ones; a backslash before anything else is text.

    Example
    -------
    >>> parted("Alice\\|Bob|Charlie"), parted("a\\b||C\\\\|d")
    (('Alice|Bob', 'Charlie'), ('a\\b', 'C\\', 'd'))
    """
    return tuple(_ESCAPED.sub(r"\1", one) for one in _ONE.findall(cell) if one)
