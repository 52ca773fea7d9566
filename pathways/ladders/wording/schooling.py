"""The words for schooling: what is usual, and what those asked said."""

from __future__ import annotations

from typing import Final

from pathways.amounts import percent
from pathways.occupations.preparation import EDUCATION
from pathways.occupations.schooling import NAMES
from pathways.records.ladder import Rung

SURVEYED: Final = frozenset({*NAMES, *(words for _, words in EDUCATION)})
"""Educations as O*NET names them: what is usual in an occupation, and not a condition."""


USUALLY: Final = "usually "
"""How an education begins that is usual, and not a condition."""


def usually(education: str) -> str:
    """Return an education as what is usual, where it is a survey's and not in the words of a partnership.

    Example
    -------
    >>> usually("a bachelor's degree"), usually("Associate degree or apprenticeship")
    ("usually a bachelor's degree", 'Associate degree or apprenticeship')
    """
    return f"{USUALLY}{education}" if education in SURVEYED else education


def schooling(rung: Rung) -> str:
    """Return the education that a rung requires, with what those asked said, in words; empty where it is not known.

    Example
    -------
    >>> said = ({"education": "a bachelor's degree", "share": 0.56}, {"education": "some college", "share": 0.2})
    >>> schooling(Rung(occupation="http://x/1", code="1", label={"value": "Nurses"}, schooling=said))
    "a bachelor's degree (56% of those asked said so), some college (20%)"
    """
    if not rung.schooling:
        return usually(rung.education)
    first, *others = rung.schooling
    more = [f"{answer.education} ({percent(answer.share)})" for answer in others]
    return ", ".join([f"{first.education} ({percent(first.share)} of those asked said so)", *more])


def capital(text: str) -> str:
    """Return a text that begins with a capital letter.

    Example
    -------
    >>> capital("a bachelor's degree")
    "A bachelor's degree"
    """
    return text[:1].upper() + text[1:]
