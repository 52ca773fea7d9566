"""What a record is held against: competencies, occupations and offers by all their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from ontology.records import Iri
from ontology.report import excerpt
from pathways.arrays import Flags, Floats
from pathways.occupations.catalog import Occupations
from pathways.occupations.requirements import Requirements
from pathways.plans.asides import without_asides
from pathways.plans.claims import Basis, Claim
from pathways.plans.offers import Offer, OfferKind
from pathways.plans.usual import general_in, usual_levels
from standards.matching import Index

SHOWN: Final = 200
"""Characters of a part of a record that a plan shows."""

_FILLING: Final = frozenset(
    ("card", "certificate", "certification", "certified", "trained", "training", "course", "hr", "hrs", "hour", "hours")
)
"""Words that people add to the name of a credential, or leave out of it."""


@dataclass(frozen=True)
class Known:
    """What a record is held against.

    Parameters
    ----------
    rating
        Whose competencies count; ``None`` where nothing rates the goal.
    index
        Over these competencies.
    employed
        People employed, by occupation; NaN where unknown.
    """

    occupations: Occupations
    rating: Requirements | None
    index: Index | None
    offers: Mapping[str, Offer]
    employed: Floats | None = None

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return the address of each competency by its names, its code and its address."""
        found: dict[str, str] = {}
        for entry in self.index.entries if self.index else ():
            for name in (entry.iri, entry.code, entry.label, *entry.alt_labels):
                if name:
                    found.setdefault(plain(name), entry.iri)
        return found

    @property
    def of_onet(self) -> bool:
        """Return whether the competencies are those of O*NET."""
        return self.rating is not None and self.rating.name.startswith("onet@")

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Return the label of each competency that counts."""
        return dict(zip(self.rating.competencies, self.rating.labels, strict=True)) if self.rating else {}

    @cached_property
    def usual(self) -> Floats | None:
        """Return the levels of `usual_levels`."""
        return usual_levels(self.rating) if self.rating else None

    @cached_property
    def general(self) -> Flags | None:
        """Return the competencies of `general_in`."""
        return general_in(self.rating) if self.rating else None

    def asked(self, place: int) -> tuple[Claim, ...]:
        """Return what an occupation typically asks for, up to the level that it asks for, as claims of who works there.

        Empty where nothing rates it. Of the occupations that were asked of it is kept.
        """
        if place not in self._asked:
            self._asked[place] = tuple(self._asks(place))
        return self._asked[place]

    def _asks(self, place: int) -> Iterator[Claim]:
        rating, occupation = self.rating, self.occupations[place]
        if rating is None or not rating.rated[place]:
            return
        for column in np.flatnonzero((rating.importance[place] > 0) & (rating.level[place] > 0)).tolist():
            yield Claim(
                competency=Iri(rating.competencies[column]),
                label=rating.labels[column],
                basis=Basis.INFERRED,
                said=excerpt(occupation.label.value, SHOWN),
                level=round(float(rating.level[place, column]), 2),
            )

    @cached_property
    def _asked(self) -> dict[int, tuple[Claim, ...]]:
        return {}

    @cached_property
    def offered(self) -> Mapping[str, str]:
        """Return the address of each course and credential by its names, its code and its address."""
        found: dict[str, str] = {}
        for offer in self.offers.values():
            short = offer.iri.rsplit("/", 1)[-1] if offer.kind is OfferKind.CREDENTIAL else ""
            for name in (
                offer.iri,
                offer.label,
                offer.code,
                offer.name,
                short,
                *re.findall(r"\(([^)]+)\)", offer.label),
            ):
                if name:
                    found.setdefault(plain(name), offer.iri)
        return found

    def credential(self, said: str) -> str:
        """Return the address of a course or credential by a name of it, or by a short form of one name alone.

        What stands in parentheses does not matter. Empty where it is none, or where several have the short form.
        """
        for name in plain_names(said):
            if name in self.offered:
                return self.offered[name]
        words = plain(said)
        first = next((word for word in words.split() if word not in _FILLING), "")
        found = {iri for name, iri in self._by_first_word.get(first, ()) if is_short_for(words, name)}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def _by_first_word(self) -> Mapping[str, list[tuple[str, str]]]:
        """Return name and address of each course and credential by the first word, which no short form leaves out."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name, iri in self.offered.items():
            found.setdefault(name.partition(" ")[0], []).append((name, iri))
        return found


def is_short_for(said: str, name: str) -> bool:
    """Return whether some words are a name without some of its words: the first one, and a second at least, are there.

    Parameters
    ----------
    said, name
        As `plain` has them. Words such as "card" and "certified" do not matter.

    Example
    -------
    >>> name = "osha 10 hour general industry"
    >>> [is_short_for(said, name) for said in ("osha 10", "osha 10 card", "osha 30", "osha", "osha general 10")]
    [True, True, False, False, False]
    """
    words = [word for word in said.split() if word not in _FILLING]
    rest = iter(name.split())
    return len(words) > 1 and words[0] == name.split(maxsplit=1)[0] and all(word in rest for word in words)


def plain_names(said: str) -> tuple[str, str]:
    """Return what some words may be the name of, as names are compared: all of them, and those outside of asides."""
    return plain(said), plain(without_asides(said))


def plain(name: str) -> str:
    """Return a name as names are compared: letters and digits, in lower case."""
    return " ".join(re.findall(r"[^\W_]+(?:\+\+|#)?", name.casefold()))
