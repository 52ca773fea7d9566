"""Earned credit: the courses and credits that a line of a record says somebody passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

NO_COLLEGE: Final = frozenset(("OSHA", "ISO", "EPA", "NFPA", "API", "ASME", "AWS", "NEC", "CFR", "SAP", "MIL", "MOS"))
"""Letters before a number that name no subject of a college."""

_COURSE: Final = re.compile(r"\b(?P<subject>[A-Z]{2,6})(?P<common>&?)\s?(?P<number>\d{2,3}[A-Z]?|[1-9]\d{3})\b")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_CREDITS: Final = re.compile(
    r"\b(?P<number>\d{1,3}(?:\.\d+)?)\s*(?:quarter|semester|college|transferable)?\s*(?:credits?|cr)\b", re.I
)


class Earned(NamedTuple):
    """A course, or some credits, that were earned.

    Parameters
    ----------
    words
        Of the line.
    code
        Of the course; empty where only credits are named.
    credits
        ``None`` where the line does not say how many.
    """

    words: str
    code: str
    credits: float | None


def earned_in(said: str, *, at_school: bool = False) -> list[Earned]:
    """Return the courses that a line lists, each by itself, or the credits that it speaks of; none where it does not.

    Parameters
    ----------
    at_school
        Whether the line is known to speak of schooling. Elsewhere, letters and a number are the code of a course only
        where they stand alone, the line speaks of credits, or the code has the sign of common course numbers, "&".

    Example
    -------
    >>> said = "Columbia Basin College: BIOL& 241 Anatomy & Physiology (5 credits, A-), ENGL& 101 and MATH& 146 Statistics"
    >>> [(one.words, one.code, one.credits) for one in earned_in(said)]
    [('BIOL& 241 Anatomy & Physiology (5 credits, A-)', 'BIOL& 241', 5.0), ('ENGL& 101', 'ENGL& 101', None), ('MATH& 146 Statistics', 'MATH& 146', None)]
    >>> [one.credits for one in earned_in("Pierce College, 42 college credits toward AAS")], earned_in("OSHA 10")
    ([42.0], [])
    >>> [one.code for one in earned_in("ELEC 120")]
    ['ELEC 120']
    """  # noqa: E501 - what a doctest prints
    found = [one for one in _COURSE.finditer(said) if _is_course(one)]
    credits_ = _CREDITS.search(said)
    alone = bool(found) and found[0][0] == said.strip()
    if found and (alone or at_school or credits_ or any(one["common"] for one in found)):
        return list(_courses(said, found))
    return [Earned(said.strip(), "", float(credits_["number"]))] if credits_ else []


def _is_course(found: re.Match[str]) -> bool:
    return found["subject"] not in NO_COLLEGE and not _YEAR.fullmatch(found["number"])


def _courses(said: str, found: list[re.Match[str]]) -> Iterator[Earned]:
    """Yield each course up to where the next one begins."""
    for one, after in zip(found, (*found[1:], None), strict=True):
        words = said[one.start() : after.start() if after else len(said)].strip(" ,;/&")
        words = words.removesuffix(" and").rstrip(" ,;")
        own = _CREDITS.search(words)
        yield Earned(words, one[0], float(own["number"]) if own else None)
