"""What a record is held against: competencies, occupations and offers by all their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pathways.arrays import Floats
from pathways.occupations.catalog import Occupations
from pathways.occupations.requirements import Requirements
from pathways.plans.balance import usual_levels
from pathways.plans.offers import Offer, OfferKind
from standards.matching import Index


@dataclass(frozen=True)
class Known:
    """What a record is held against.

    Parameters
    ----------
    rating
        Whose competencies count; ``None`` where nothing rates the goal.
    index
        Over these competencies.
    """

    occupations: Occupations
    rating: Requirements | None
    index: Index | None
    offers: Mapping[str, Offer]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return the address of each competency by its names, its code and its address."""
        found: dict[str, str] = {}
        for entry in self.index.entries if self.index else ():
            for name in (entry.iri, entry.code, entry.label, *entry.alt_labels):
                if name:
                    found.setdefault(plain(name), entry.iri)
        return found

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Return the label of each competency that counts."""
        return dict(zip(self.rating.competencies, self.rating.labels, strict=True)) if self.rating else {}

    @cached_property
    def usual(self) -> Floats | None:
        """Return the levels of `usual_levels`."""
        return usual_levels(self.rating) if self.rating else None

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


def plain(name: str) -> str:
    """Return a name as names are compared: letters and digits, in lower case."""
    return " ".join(re.findall(r"[^\W_]+(?:\+\+|#)?", name.casefold()))
