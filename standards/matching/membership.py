"""Membership: who works *as a member of a crew* works in a team, and supervises nobody."""

from __future__ import annotations

import re
from typing import Final

_AS_MEMBER: Final = re.compile(
    r"\bas\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:member|part)\s+of\s+(?:an?|the|your|their)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:crew|team|squad|work(?:ing)?\s+group)\b",
    re.IGNORECASE,
)


def with_teamwork(statement: str) -> str:
    """Return a statement with the word for what a member of a crew or team does in the place of the phrase.

    A crew is named by those who join it and by those who direct it; only the phrase tells them apart.

    Example
    -------
    >>> with_teamwork("Work respectfully as a member of a plant crew.")
    'Work respectfully in teamwork.'
    >>> with_teamwork("Supervise the members of a crew")
    'Supervise the members of a crew'
    """
    return _AS_MEMBER.sub("in teamwork", statement)
