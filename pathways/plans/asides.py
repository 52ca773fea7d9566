"""Asides: what stands in parentheses or in brackets behind a name, and is no part of it."""

from __future__ import annotations

import re
from typing import Final

_ASIDE: Final = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")


def asides(said: str) -> list[str]:
    """Return what stands in parentheses or brackets.

    Example
    -------
    >>> asides("Nursing Assistant Certified (NAC, CNA) [active]")
    ['NAC, CNA', 'active']
    """
    return _ASIDE.findall(said)


def without_asides(said: str) -> str:
    """Return words without what stands in parentheses or brackets.

    Example
    -------
    >>> without_asides("Nursing Assistant (NAC) Certified [active]"), without_asides("MATH 99(or more)")
    ('Nursing Assistant Certified', 'MATH 99')
    """
    return _ASIDE.sub(" ", said).strip()
