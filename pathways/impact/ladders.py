"""The ladders that a new release touches: those whose occupations it changes, or what these ask for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from ontology.frozen import Frozen
from ontology.store import KnowledgeBase
from pathways.occupations.facts import read_codes
from pathways.occupations.sector import Sector, SectorKind
from pathways.occupations.sectors import sectors_of
from standards.differences.difference import Difference
from standards.differences.mapped import mapped
from standards.differences.reference import Reference, ReferenceKind
from standards.differences.statements import cards
from standards.differences.thing import Thing

SHOWN = frozenset({SectorKind.PARTNERSHIP, SectorKind.CLUSTER})
"""Whose ladders are named: groups and fields of study have the same occupations again."""

MATCHES = frozenset(f"skos:{name}Match" for name in ("exact", "close", "broad", "narrow"))
"""Relations of crosswalks by which one occupation stands for another."""


class TouchedOccupation(Frozen):
    """An occupation of a ladder that is touched.

    Parameters
    ----------
    through
        Labels of the occupations of the other classification that stand for it, where it is touched through them.
    competencies
        How many of those that it asks for are touched, or asked for otherwise.
    itself
        Whether it was itself removed, replaced, reworded or moved.
    """

    occupation: Thing
    through: tuple[str, ...] = ()
    competencies: int = 0
    itself: bool = False


class TouchedLadder(Frozen):
    """A ladder with occupations that are touched.

    Parameters
    ----------
    size
        Occupations that it is drawn of.
    """

    sector: str
    label: str
    kind: str
    size: int
    occupations: tuple[TouchedOccupation, ...]


@dataclass(frozen=True)
class Ladders:
    """Finds the ladders that are touched.

    Parameters
    ----------
    touched
        Addresses of what is touched.
    """

    base: KnowledgeBase
    difference: Difference
    references: tuple[Reference, ...]
    touched: frozenset[str]

    @cached_property
    def all(self) -> tuple[TouchedLadder, ...]:
        """Every ladder that is touched, partnerships first."""
        codes = read_codes(self.base)
        order = sorted(codes, key=lambda iri: codes[iri])
        found = self._occupations(frozenset(codes))
        sectors = (sector for sector in sectors_of(self.base, codes) if sector.kind in SHOWN)
        return tuple(filter(None, (_ladder(sector, order, found) for sector in sectors)))

    def _occupations(self, known: frozenset[str]) -> dict[str, TouchedOccupation]:
        """Return the occupations of ladders that are touched, themselves or through others that stand for them."""
        asked = self._asked
        ends = dict.fromkeys((*asked, *self.touched))
        pairs = [(iri, iri) for iri in ends if iri in known]
        pairs += [pair for pair in self._matched(ends) if pair[1] in known]
        shown = self._shown({iri for pair in pairs for iri in pair})
        found: dict[str, list[str]] = {}
        for one, occupation in pairs:
            found.setdefault(occupation, []).append(one)
        return {
            iri: TouchedOccupation(
                occupation=shown.get(iri, Thing(iri=iri, label=iri, kind="occupation")),
                through=tuple(sorted(shown[one].label for one in through if one != iri and one in shown)),
                competencies=len({each for one in through for each in asked.get(one, ())}),
                itself=any(one in self.touched for one in through),
            )
            for iri, through in found.items()
        }

    @cached_property
    def _asked(self) -> dict[str, set[str]]:
        """What each occupation asks for that is touched, or asks for otherwise now."""
        found: dict[str, set[str]] = {}
        for reference in self.references:
            if reference.kind is ReferenceKind.NEED:
                found.setdefault(reference.subject.iri, set()).add(reference.touched)
        for need in self.difference.needs:
            found.setdefault(need.occupation.iri, set()).add(need.competency.iri)
        return found

    def _matched(self, ends: Collection[str]) -> list[tuple[str, str]]:
        """Return pairs of some things and the occupations that stand for them, as crosswalks say from either end."""
        found = (end for release in self.base.current() for end in mapped(self.base, release.iri, ends))
        return sorted({(end.thing, end.address) for end in found if end.relation in MATCHES})

    def _shown(self, subjects: set[str]) -> dict[str, Thing]:
        found: dict[str, Thing] = {}
        for graph in (self.difference.newer.graph, *(release.iri for release in self.base.current())):
            for iri, card in cards(self.base, graph, subjects - found.keys()).items():
                found[iri] = Thing(iri=iri, label=card.label, kind="occupation", code=card.code)
        return found


def _ladder(sector: Sector, order: list[str], found: dict[str, TouchedOccupation]) -> TouchedLadder | None:
    here = tuple(found[order[place]] for place in sector.members if order[place] in found)
    if not here:
        return None
    return TouchedLadder(
        sector=sector.slug, label=sector.label, kind=sector.kind.value, size=len(sector.members), occupations=here
    )
