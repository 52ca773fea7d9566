"""The occupations of a knowledge base, and how to find one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from pydantic import BaseModel, ConfigDict

from ontology.errors import NotFoundError
from ontology.records import Iri, Text
from pathways.arrays import Floats
from standards.matching.titles import nearest


class UnknownOccupationError(NotFoundError):
    """No occupation goes by a name, or several do.

    Parameters
    ----------
    name
        As it was asked for.
    shared
        Whether several occupations go by it.
    """

    def __init__(self, message: str, name: str, *, shared: bool) -> None:
        super().__init__(message)
        self.name = name
        self.shared = shared


class OccupationEntry(BaseModel):
    """What the engine knows of one occupation.

    Parameters
    ----------
    zone
        Job zone 1 to 5; 0 where unknown.
    entry
        Whether a partnership calls it a place to begin.
    training_months
        As a partnership says; ``None`` where none does.
    matches
        Occupations of other classifications that a crosswalk calls the same, close, or a special form of this one.
    match_labels
        Their titles.
    """

    model_config = ConfigDict(frozen=True)

    iri: Iri
    code: str
    label: Text
    alt_labels: tuple[str, ...] = ()
    description: str = ""
    zone: int = 0
    entry: bool = False
    education: str = ""
    training_months: float | None = None
    license: str = ""
    matches: tuple[Iri, ...] = ()
    match_labels: tuple[str, ...] = ()


MILITARY_GROUP = "55-"
"""How the codes of military occupations begin."""
ALL_OTHER = "All Other"
"""What stands in the labels of the occupations that are left of a group."""
MOST_NAMED = 8
"""Occupations named where a title is shared by several."""


@dataclass(frozen=True)
class Occupations:
    """Occupations in the order of their codes; make one with `of`.

    Example
    -------
    >>> nurse = OccupationEntry(iri="http://x/n", code="29-1141.00", label=Text(value="Registered Nurses"))
    >>> Occupations.of([nurse]).find("registered nurses")
    0
    """

    entries: tuple[OccupationEntry, ...]

    @classmethod
    def of(cls, entries: Iterable[OccupationEntry]) -> Self:
        """Return occupations sorted by code."""
        return cls(tuple(sorted(entries, key=lambda entry: entry.code)))

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[OccupationEntry]:
        return iter(self.entries)

    def __getitem__(self, index: int) -> OccupationEntry:
        return self.entries[index]

    @cached_property
    def by_iri(self) -> Mapping[str, int]:
        """Return the place of each occupation by its address."""
        return {entry.iri: index for index, entry in enumerate(self.entries)}

    @cached_property
    def _by_name(self) -> Mapping[str, int]:
        names: dict[str, int] = {}
        for index, entry in enumerate(self.entries):
            for name in (entry.code, entry.iri, entry.label.value, *entry.matches):
                names.setdefault(name.casefold(), index)
        for index, entry in enumerate(self.entries):
            names.setdefault(_singular(entry.label.value.casefold()), index)
        return names

    @cached_property
    def _by_title(self) -> Mapping[str, Sequence[int]]:
        """Return the occupations that share a title, in whole, in the singular, or short: "RN (Registered Nurse)"."""
        titles: dict[str, dict[int, None]] = {}
        for index, entry in enumerate(self.entries):
            for title in entry.alt_labels:
                for name in (title, *re.split(r"[()]", title)):
                    titles.setdefault(_singular(name.strip().casefold()), {})[index] = None
        return {title: list(found) for title, found in titles.items() if title}

    @cached_property
    def _by_match(self) -> Mapping[str, Sequence[int]]:
        """Return the occupations that a title of another classification stands for."""
        titles: dict[str, dict[int, None]] = {}
        for index, entry in enumerate(self.entries):
            for title in entry.match_labels:
                titles.setdefault(_singular(title.casefold()), {})[index] = None
        return {title: list(found) for title, found in titles.items()}

    def find(self, text: str, employed: Floats | None = None) -> int:
        """Return the place of an occupation by code, address or title.

        A code without its last part (``29-1141``) means ``29-1141.00``; the address of an occupation in another
        classification means what a crosswalk says, and so does its title where it is none of ours.

        Parameters
        ----------
        employed
            People employed in each occupation, NaN where unknown: of several, those with most are named first.

        Raises
        ------
        UnknownOccupationError
            With the nearest titles; also where several occupations share a title, with these.
        """
        meant = self.meant(text)
        if len(meant) == 1:
            return meant[0]
        people = np.zeros(len(self)) if employed is None else np.nan_to_num(employed)
        meant = sorted(meant, key=lambda place: (self._comes_last(place), -people[place]))
        message = self._several(text, meant) if meant else self._not_found(text)
        raise UnknownOccupationError(message, text, shared=bool(meant))

    def knows(self, text: str) -> bool:
        """Return whether `find` finds one occupation."""
        return len(self.meant(text)) == 1

    def meant(self, text: str) -> Sequence[int]:
        """Return the places of the occupations that a code, an address or a title may mean.

        A title of military or residual occupations alone ("Manager") may mean any that have its words in their names.
        """
        key = text.strip().casefold()
        for candidate in (key, f"{key}.00", _singular(key)):
            if candidate in self._by_name:
                return (self._by_name[candidate],)
        titled = self._by_title.get(_singular(key)) or self._by_match.get(_singular(key), ())
        if not all(self._comes_last(place) for place in titled):
            return titled
        return [*dict.fromkeys((*self._named(_singular(key)), *titled))] if titled else titled

    def _comes_last(self, place: int) -> bool:
        """Return whether an occupation is military, or what is left of a group: neither is meant by a common word."""
        entry = self.entries[place]
        return entry.code.startswith(MILITARY_GROUP) or ALL_OTHER in entry.label.value

    def _named(self, title: str) -> list[int]:
        """Return the other occupations whose labels have all words of a title, else those with such another title."""
        words = set(title.split())
        others = [place for place in range(len(self)) if not self._comes_last(place)]
        for names in (lambda entry: (entry.label.value,), lambda entry: entry.alt_labels):
            if found := [p for p in others if any(words <= {*_words(name)} for name in names(self.entries[p]))]:
                return found
        return []

    def _several(self, text: str, shared: Sequence[int]) -> str:
        names = [f"{self.entries[place].label} ({self.entries[place].code})" for place in shared[:MOST_NAMED]]
        more = f" and {len(shared) - MOST_NAMED} more" if len(shared) > MOST_NAMED else ""
        return f"{text!r} is a title of several occupations: {'; '.join(names)}{more}. Name one of them"

    def _not_found(self, text: str) -> str:
        if "://" in text:
            return (
                f"{text} is no occupation that ladders are computed for. That of another classification, such as ESCO, "
                "is found once a crosswalk to these occupations is imported"
            )
        near = nearest(text, [entry.label.value for entry in self.entries])
        hint = f"; the nearest are {', '.join(repr(title) for title in near)}" if near else ""
        return f"no occupation is called {text!r}{hint}. Use a code, an address or a title"


def _words(name: str) -> list[str]:
    """Return the words of a name as of `_singular`, without signs beside them."""
    return [word.strip("()&;:.\"'") for word in _singular(name.casefold()).split()]


def _singular(name: str) -> str:
    """Return a name whose words have lost their plural, so that "home health aide" finds "Home Health Aides"."""
    return " ".join(word.rstrip("s") for word in re.split(r"[\s,/\u2013-]+", name))
