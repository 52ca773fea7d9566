"""Reviewers: who said what last; their names are told apart without regard to case and spaces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from ontology.records import Review


def when(review: Review) -> tuple[datetime, str]:
    """Return what sorts reviews by their time, the same way in every process."""
    return review.at, review.iri


def named(review: Review) -> str:
    """Return the reviewer's name as it is told from others."""
    return plain_name(review.reviewer)


def plain_name(name: str) -> str:
    """Return a name without regard to case and spaces.

    Example
    -------
    >>> plain_name("Dana  WHITEFEATHER ") == plain_name("Dana Whitefeather")
    True
    """
    return " ".join(name.casefold().split())


def people(names: Iterable[str]) -> tuple[str, ...]:
    """Return the name of each person once, in alphabetical order: of several spellings the one with capitals.

    Example
    -------
    >>> people(["ann", "Ben", " Ann ", "ben"])
    ('Ann', 'Ben')
    """
    spelled: dict[str, list[str]] = {}
    for name in names:
        spelled.setdefault(plain_name(name), []).append(" ".join(name.split()))
    return tuple(sorted(map(min, spelled.values())))


def _since_settled(reviews: Iterable[Review]) -> Sequence[Review]:
    """Return the last verdict that settles the matter and those after it; all where none settles it."""
    ordered = list(reviews)
    last = max((place for place, review in enumerate(ordered) if review.settles), default=0)
    return ordered[last:]


def newest(reviews: Iterable[Review]) -> dict[str, Review]:
    """Return the newest review of each reviewer, by plain name."""
    return {named(review): review for review in _since_settled(reviews)}
