"""Sequence: in which order students take the courses of a program, as far as the college's file says it.

Terms order the courses only where all of them name theirs in one and the same way. Otherwise course numbers do, where
all courses have one, else the file; a course then waits for those that it needs, and the others stay as they are.
Courses of one place are taken at the same time, as far as is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ontology.records import Course, Iri


class OrderedBy(StrEnum):
    """What the order of the courses rests on."""

    TERMS = "terms"
    NUMBERS = "course numbers"
    NUMBERS_AND_PREREQUISITES = "course numbers and prerequisites"
    FILE = "order of the file"
    FILE_AND_PREREQUISITES = "order of the file and prerequisites"

    @property
    def phrase(self) -> str:
        """Return it as a part of a sentence: *sorted by …*."""
        return f"the {self.value}"


@dataclass(frozen=True)
class Term:
    """When a course is taken.

    Parameters
    ----------
    kind
        In which words it is given, for instance ``number season``; only terms of one kind can be compared.
    place
        What orders the terms of that kind.
    """

    kind: str
    place: tuple[int, ...]


@dataclass(frozen=True)
class Order:
    """The places of the courses in a program, from 0, by their addresses.

    Parameters
    ----------
    before
        The courses that the college itself says come before each, by term or as prerequisites; numbers and the order
        of a file say nothing.
    """

    by: OrderedBy
    places: Mapping[Iri, int]
    before: Mapping[Iri, frozenset[Iri]]


ACADEMIC: Final = {"fall": 0, "autumn": 0, "winter": 1, "spring": 2, "summer": 3}
"""Seasons in the order of a school year."""

CALENDAR: Final = {"winter": 0, "spring": 1, "summer": 2, "fall": 3, "autumn": 3}
"""Seasons in the order of a calendar year."""

_PARTS: Final = frozenset(("quarter", "qtr", "q", "semester", "sem", "s", "term", "t", "trimester", "block", "module"))
_YEARS: Final = frozenset(("year", "yr", "y"))
_ORDINALS: Final = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
_TOKEN: Final = re.compile(r"\d+|[a-z]+")
_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))


def read_term(text: str) -> Term | None:
    """Return when a course is taken; ``None`` where the words do not say it.

    A season alone says when a course is offered, not in which year it is taken, and orders nothing.

    Example
    -------
    >>> read_term("Fall 2"), read_term("2nd year, Quarter 3")
    (Term(kind='number season', place=(2, 0)), Term(kind='part year', place=(2, 3)))
    >>> read_term("Fall"), read_term("every other term")
    (None, None)
    """
    tokens = [_ORDINALS.get(token, token) for token in _TOKEN.findall(text.casefold())]
    found: dict[str, int] = {}
    for kind, value in _named(_numbers_last([token for token in tokens if token not in _ENDINGS])):
        if not kind or kind in found:
            return None
        found[kind] = value
    if not found or found.keys() == {"season"}:
        return None
    calendar = found.get("number", 0) > 999
    seasons = CALENDAR if calendar else ACADEMIC
    place = (found.get("year"), found.get("number"), _season(found, seasons), found.get("part"))
    kind = " ".join(sorted(found)) + (" calendar" if calendar else "")
    return Term(kind, tuple(part for part in place if part is not None))


def _season(found: Mapping[str, int], order: Mapping[str, int]) -> int | None:
    names = list(ACADEMIC)
    return order[names[found["season"]]] if "season" in found else None


def _numbers_last(tokens: Sequence[str]) -> list[str]:
    """Return the tokens with a number before *year* or *quarter* behind it: ``2 year`` is ``year 2``."""
    ordered = list(tokens)
    for at in range(len(ordered) - 1):
        behind = ordered[at + 2] if at + 2 < len(ordered) else ""
        if ordered[at].isdigit() and ordered[at + 1] in _PARTS | _YEARS and not behind.isdigit():
            ordered[at], ordered[at + 1] = ordered[at + 1], ordered[at]
    return ordered


def _named(tokens: Sequence[str]) -> list[tuple[str, int]]:
    """Return what each token says and its number; an empty kind where a token is not known."""
    found: list[tuple[str, int]] = []
    before = ""
    for token in tokens:
        if token in ACADEMIC:
            found.append(("season", list(ACADEMIC).index(token)))
        elif token.isdigit():
            kind = "part" if before in _PARTS else "year" if before in _YEARS else "number"
            found.append((kind, int(token)))
        elif token not in _PARTS | _YEARS:
            found.append(("", 0))
        before = token
    return found


def order_of(courses: Sequence[Course]) -> Order:
    """Return the order of the courses of a program.

    Example
    -------
    >>> from ontology.records import Text
    >>> courses = [Course(iri=f"http://x/{code}", label=Text(value=code), code=code) for code in ("W201", "W101")]
    >>> order = order_of(courses)
    >>> order.by.value, [order.places[course.iri] for course in courses]
    ('course numbers', [1, 0])
    >>> order.before
    {}
    """
    terms = [read_term(course.term or "") for course in courses]
    if courses and None not in terms and len({term.kind for term in terms if term}) == 1:
        places = _ranked(courses, [term.place for term in terms if term])
        earlier = {iri: frozenset(other for other in places if places[other] < at) for iri, at in places.items()}
        return Order(OrderedBy.TERMS, places, earlier)
    numbers = [re.search(r"\d+", course.code or "") for course in courses]
    numbered = bool(courses) and None not in numbers
    keys = [int(number[0]) for number in numbers if number] if numbered else list(range(len(courses)))
    if any(needs := _needs(courses)):
        by = OrderedBy.NUMBERS_AND_PREREQUISITES if numbered else OrderedBy.FILE_AND_PREREQUISITES
        return Order(by, _behind(courses, keys, needs), _before(courses, needs))
    return Order(OrderedBy.NUMBERS if numbered else OrderedBy.FILE, _ranked(courses, keys), {})


def _ranked(courses: Sequence[Course], keys: Sequence[object]) -> dict[Iri, int]:
    places = {key: place for place, key in enumerate(sorted(set(keys)))}  # type: ignore[type-var]
    return {course.iri: places[key] for course, key in zip(courses, keys, strict=True)}


def _behind(courses: Sequence[Course], keys: Sequence[int], needs: Sequence[frozenset[int]]) -> dict[Iri, int]:
    """Return places in the order of keys, but for courses that wait for one that they need.

    Parameters
    ----------
    needs
        Of each course, at which places of the file those stand that it needs.
    """
    waiting, taken, places = set(range(len(courses))), -1, dict[Iri, int]()
    together: set[int] = set()
    while waiting:
        # Where each waits for another, some need each other in a circle: the first that waits is taken then.
        ready = {at for at in waiting if not needs[at] & waiting} or waiting
        at = min(ready, key=lambda course: (keys[course], course))
        if not together or keys[at] != keys[min(together)] or needs[at] & together:
            taken, together = taken + 1, set()
        together.add(at)
        waiting.remove(at)
        places[courses[at].iri] = taken
    return places


def _before(courses: Sequence[Course], needs: Sequence[frozenset[int]]) -> dict[Iri, frozenset[Iri]]:
    """Return which courses must have been taken before each; those that need each other say nothing of one another."""
    earlier = [_reached(needs, at) for at in range(len(courses))]
    return {
        course.iri: frozenset(courses[other].iri for other in earlier[at] if at not in earlier[other])
        for at, course in enumerate(courses)
    }


def _reached(needs: Sequence[frozenset[int]], start: int) -> set[int]:
    """Return what a course needs, and what that needs, and so on."""
    found, waiting = set[int](), [*needs[start]]
    while waiting:
        if (at := waiting.pop()) not in found:
            found.add(at)
            waiting += needs[at]
    return found


def _needs(courses: Sequence[Course]) -> list[frozenset[int]]:
    """Return of each course which others of the program its prerequisites name, by their places in the file."""
    places = {_bare(course.code): place for place, course in enumerate(courses) if course.code}
    return [
        frozenset(places[code] for text in course.prerequisites for code in _codes(text) if code in places) - {at}
        for at, course in enumerate(courses)
    ]


def _bare(code: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", code.upper())


def _codes(text: str) -> list[str]:
    """Return what may be course codes in a prerequisite, without spaces: ``PGT 240 (may be taken …)``."""
    return [_bare(code) for code in re.findall(r"[A-Za-z]{1,6}&?[ -]?\d{1,4}[A-Za-z]?\b", text)]
