"""Titles: which occupation a job title of a record most likely means, where several share it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from pathways.arrays import Floats
from pathways.occupations.catalog import Occupations
from pathways.plans.lines import titles_in


def title_in(occupations: Occupations, said: str) -> tuple[str, Sequence[int]]:
    """Return the part of a line that is a job title, and the occupations that have it; none where no part is one."""
    return next(((part, found) for part in titles_in(said) if (found := occupations.meant(part))), ("", ()))


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
        shared = len(wanted & _words(occupations[place].label.value))
        return place != start, -shared, -(0.0 if np.isnan(people) else people), occupations[place].code

    return sorted(places, key=order)


def _words(text: str) -> set[str]:
    """Return the words of a title without the plural of each."""
    return {word.rstrip("s") for word in re.findall(r"[^\W\d_]{3,}", text.casefold())}
