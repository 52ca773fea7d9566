"""Titles: which occupation a job title of a record most likely means, where several share it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from pathways.arrays import Floats
from pathways.occupations.catalog import Occupations
from pathways.plans.lines import titles_in

BEGINNING: Final = 4
"""Letters that a word has at least which may be the beginning of another."""


def title_in(occupations: Occupations, said: str, *, loosely: bool = False) -> tuple[str, Sequence[int]]:
    """Return the part of a line that is a job title, and the occupations that have it; none where no part is one.

    Parameters
    ----------
    loosely
        Whether the line is known to speak of a job: then words before a title may say of which kind or rank it is.

    Example
    -------
    >>> from ontology.records import Text
    >>> from pathways.occupations.catalog import OccupationEntry
    >>> known = Occupations.of([OccupationEntry(iri="http://x/h", code="15-1232.00", label=Text(value="User Support"),
    ...     alt_labels=("Help Desk Technician",))])
    >>> title_in(known, "IT Help Desk Technician, North PUD", loosely=True)
    ('Help Desk Technician', [0])
    >>> title_in(known, "Trained help desk technicians", loosely=True)
    ('', ())
    """
    parts = titles_in(said)
    names = [*parts, *(shorter for part in parts for shorter in _without_qualifiers(part))] if loosely else parts
    return next(((part, found) for part in names if (found := occupations.meant(part))), ("", ()))


def _without_qualifiers(title: str) -> Iterator[str]:
    """Yield a title without the words before it, one after the other, as long as two are left; not behind a verb."""
    words = title.split()
    while len(words) > 2 and not words[0].casefold().endswith(("ed", "ing")):
        words = words[1:]
        yield " ".join(words)


def likeliest(
    occupations: Occupations,
    title: str,
    places: Sequence[int],
    employed: Floats | None = None,
    start: int | None = None,
) -> list[int]:
    """Return the occupations that share a title, the likeliest first.

    First the one that somebody says to stand in; then those whose own label has the most words of the title; then
    those in which the most people work.

    Parameters
    ----------
    employed
        People employed, by occupation; NaN where unknown.
    start
        Place of the occupation that somebody says to stand in.

    Example
    -------
    >>> from ontology.records import Text
    >>> from pathways.occupations.catalog import OccupationEntry
    >>> janitors, helpers = (OccupationEntry(iri=f"http://x/{code}", code=code, label=Text(value=label),
    ...     alt_labels=("Maintenance Helper",)) for code, label in (
    ...     ("37-2011.00", "Janitors and Cleaners"), ("49-9098.00", "Helpers--Installation and Maintenance Workers")))
    >>> known = Occupations.of([janitors, helpers])
    >>> [known[at].code for at in likeliest(known, "Maintenance Helper", known.meant("Maintenance Helper"))]
    ['49-9098.00', '37-2011.00']
    """
    wanted = _words(title)

    def order(place: int) -> tuple[bool, int, float, str]:
        people = float(employed[place]) if employed is not None else 0.0
        shared = _in_common(wanted, _words(occupations[place].label.value))
        return place != start, -shared, -(0.0 if np.isnan(people) else people), occupations[place].code

    return sorted(places, key=order)


def _in_common(words: set[str], label: set[str]) -> int:
    """Return how many words of a title stand in a label, whole or as the beginning of another: sales, salesperson."""
    return sum(word in label or any(len(word) >= BEGINNING and own.startswith(word) for own in label) for word in words)


def _words(text: str) -> set[str]:
    """Return the words of a title without the plural of each."""
    return {word.rstrip("s") for word in re.findall(r"[^\W\d_]{3,}", text.casefold())}
