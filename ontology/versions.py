"""The order of version names: 29.10 comes after 29.3."""

from __future__ import annotations

import re
from collections.abc import Iterable


def version_key(version: str) -> tuple[tuple[int, int | str], ...]:
    """Return a key that sorts numbers within names as numbers.

    Example
    -------
    >>> sorted(["29.10", "29.3", "May 2025"], key=version_key)
    ['29.3', '29.10', 'May 2025']
    """
    parts = re.findall(r"\d+|[^\d.\s_-]+", version)
    return tuple((0, int(part)) if part.isdecimal() else (1, part.lower()) for part in parts)


def newest(versions: Iterable[str]) -> str:
    """Return the last of some version names."""
    return max(versions, key=version_key)
