"""How far a knowledge base reaches: what can be computed from it, and what no longer can without some of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from api.searching.names import ThingKind, read_names
from ontology.namespaces import LW, SKOS
from ontology.store import KnowledgeBase
from pathways.amounts import count
from pathways.occupations.facts import read_codes
from pathways.occupations.sectors import sectors_of
from standards.frameworks import frameworks

NAMED = 5
"""Names in a list before the rest is only counted."""


@dataclass(frozen=True)
class Reach:
    """What can be computed from a knowledge base.

    Parameters
    ----------
    occupations
        Codes of those that ladders are drawn of.
    sectors
        Slugs of those that have a ladder.
    regions
        Names of those whose pay is known.
    frameworks
        Slugs of those that statements and programs are linked to.
    programs
        Titles of those that are stored.
    """

    occupations: frozenset[str]
    sectors: frozenset[str]
    regions: frozenset[str]
    frameworks: frozenset[str]
    programs: frozenset[str]

    @classmethod
    def of(cls, base: KnowledgeBase) -> Self:
        """Return the reach of the newest releases."""
        codes = read_codes(base)
        return cls(
            occupations=frozenset(codes.values()),
            sectors=frozenset(sector.slug for sector in sectors_of(base, codes)),
            regions=_regions(base),
            frameworks=frozenset(frameworks(base)),
            programs=frozenset(program.label for program in read_names(base, ThingKind.PROGRAM)),
        )

    def without(self, after: Self) -> Iterator[str]:
        """Yield in words what is no longer in reach afterwards."""
        if self.occupations and not after.occupations:
            yield "ladders and related occupations: no occupation is left"
        elif lost := self.occupations - after.occupations:
            yield f"ladders and related occupations of {count(len(lost), 'occupation')}: {_listed(lost)}"
        yield from _lost("ladder --sector", self.sectors - after.sectors)
        yield from _lost("ladder --region", self.regions - after.regions)
        yield from _lost("link --to and align --to", self.frameworks - after.frameworks)
        yield from _lost("align", self.programs - after.programs)


def _regions(base: KnowledgeBase) -> frozenset[str]:
    releases = [release.iri for release in base.current()]
    paid = f"FILTER EXISTS {{ ?wage <{LW.region}> ?place }}"
    query = f"SELECT ?name {{ ?place a <{LW.Region}> ; <{SKOS.prefLabel}> ?name {paid} }}"
    return frozenset(name for (name,) in base.rows(query, releases))


def _lost(use: str, names: frozenset[str]) -> Iterator[str]:
    if names:
        yield f"{use}: {_listed(names)}"


def _listed(names: frozenset[str]) -> str:
    """Return the first names, and how many more there are."""
    shown = ", ".join(sorted(names)[:NAMED])
    return f"{shown} and {len(names) - NAMED:,} more" if len(names) > NAMED else shown
