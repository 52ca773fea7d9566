"""The order of version names: 29.10 comes after 29.3."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

BEFORE: Final = frozenset(("draft", "dev", "alpha", "beta", "preview", "rc"))
"""Words for what comes before the release that they name, or before all where they name none."""

END: Final = (-1, 0)
"""What stands behind the last part: after the words for drafts, before every further number or word."""


def version_key(version: str) -> tuple[tuple[int, int | str], ...]:
    """Return a key that sorts numbers within names as numbers, and drafts before what they are drafts of.

    Example
    -------
    >>> sorted(["29.10", "29.3", "May 2025"], key=version_key)
    ['29.3', '29.10', 'May 2025']
    >>> sorted(["2026-01", "draft", "1.0", "1.0-draft", "1.0.1"], key=version_key)
    ['draft', '1.0-draft', '1.0', '1.0.1', '2026-01']
    """
    parts = re.findall(r"\d+|[^\d.\s_-]+", version.lower())
    return (*((0, int(part)) if part.isdecimal() else (-2 if part in BEFORE else 1, part) for part in parts), END)


def newest(versions: Iterable[str]) -> str:
    """Return the last of some version names."""
    return max(versions, key=version_key)
