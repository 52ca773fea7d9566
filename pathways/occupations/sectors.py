"""Sets of occupations across which a ladder can be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from ontology.errors import NotFoundError
from ontology.identifiers import slug
from ontology.namespaces import CETERMS, LW, ORG, SKOS
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations
from pathways.occupations.clusters import read_clusters
from pathways.occupations.fields_of_study import read_fields
from pathways.occupations.groups import read_groups
from pathways.occupations.sector import Sector, SectorKind
from standards.matching.titles import nearest

__all__ = [
    "Sector",
    "SectorKind",
    "UnknownSectorError",
    "find_sector",
    "read_partnerships",
    "read_sectors",
    "sectors_called",
    "sectors_of",
]


class UnknownSectorError(NotFoundError):
    """No sector goes by a name."""


ALIKE: Final = 0.75
"""Likeness from which on two words are one with a slip, 0 to 1: twice the letters in common by those of both."""
NAMED: Final = 5
"""Sectors that are named where none is like the name that was given."""

Places = Mapping[str, int]
"""The place of each occupation by its address."""


OWN_NAMES: Final = frozenset({SectorKind.PARTNERSHIP, SectorKind.CLUSTER, SectorKind.PATHWAY})
"""The kinds whose beginning is enough even where an occupation group or a field of study begins alike."""


def read_sectors(base: KnowledgeBase, occupations: Occupations) -> tuple[Sector, ...]:
    """Read partnerships, career clusters with their pathways, occupation groups and fields of study, in this order."""
    return sectors_of(base, {entry.iri: entry.code for entry in occupations})


def sectors_of(base: KnowledgeBase, codes: Mapping[str, str]) -> tuple[Sector, ...]:
    """Read the sectors of occupations; groups and fields only where there are more than partnerships speak of.

    Parameters
    ----------
    codes
        The code of each occupation by its address.
    """
    order = sorted(codes, key=lambda iri: codes[iri])
    partnerships = read_partnerships(base, {iri: place for place, iri in enumerate(order)})
    named = (*partnerships, *read_clusters(base, codes))
    spoken = {place for sector in partnerships for place in sector.members}
    wide = _classified(base, {codes[iri]: place for place, iri in enumerate(order)}) if len(spoken) < len(order) else ()
    slugs = {sector.slug for sector in named}
    return (*named, *(sector for sector in wide if sector.slug not in slugs))


def _classified(base: KnowledgeBase, places: Places) -> Iterator[Sector]:
    """Yield the occupation groups and the fields of study, by the place of each occupation by its code."""
    yield from read_groups(places)
    yield from read_fields(base, places)


def find_sector(sectors: tuple[Sector, ...], name: str) -> Sector:
    """Return a sector by slug or label, or by the beginning of its slug.

    Raises
    ------
    UnknownSectorError
        With the sectors whose names have the word, else with the nearest, else with some that there are.
    """
    wanted = slug(name)
    for sector in sectors:
        if wanted == sector.slug:
            return sector
    # A pathway of each of two clusters can have the same label: neither is meant by it.
    labeled = [sector for sector in sectors if wanted == slug(sector.label)]
    if len({sector.slug for sector in labeled}) == 1:
        return labeled[0]
    begun = labeled or [sector for sector in sectors if wanted and sector.slug.startswith(f"{wanted}-")]
    for found in ([sector for sector in begun if sector.kind in OWN_NAMES], begun):
        if len(found) == 1:
            return found[0]
    slugs = {sector.label: sector.slug for sector in sectors}
    near = [sector.slug for sector in begun or sectors_called(sectors, name)]
    near = near or [slugs[label] for label in nearest(name, list(slugs)) if _is_like(wanted, slug(label))]
    there = f"the nearest: {_some(near)}" if near else f"there are {_some([*slugs.values()])}"
    message = f"no sector is called {name!r}; {there}"
    raise UnknownSectorError(message)


def sectors_called(sectors: Sequence[Sector], text: str) -> list[Sector]:
    """Return the sectors in whose names each word of a text begins a word.

    Example
    -------
    >>> fields = [Sector("computer-occupations", "Computer Occupations", (0,)), Sector("law", "Law", (1,))]
    >>> [sector.slug for sector in sectors_called(fields, "comput")]
    ['computer-occupations']
    """
    words = [word for word in slug(text).split("-") if word]
    return [
        sector
        for sector in sectors
        if words and all(f"-{word}" in f"-{sector.slug}-{slug(sector.label)}" for word in words)
    ]


def _is_like(asked: str, known: str) -> bool:
    """Return whether most words of a slug are like words of another: one that is shared by chance is no help.

    Example
    -------
    >>> _is_like("helth-sience", "health-science"), _is_like("major-group-47", "gender-and-group-studies")
    (True, False)
    """
    words, others = asked.split("-"), known.split("-")
    return 2 * sum(bool(get_close_matches(word, others, 1, ALIKE)) for word in words) > len(words)


def _some(slugs: Sequence[str]) -> str:
    """Return the first of some slugs, and how many more there are.

    Example
    -------
    >>> _some([]), _some(["health", "trades"]), _some([*"abcdefg"])
    ('none', 'health, trades', 'a, b, c, d, e and 2 more')
    """
    rest = len(slugs) - NAMED
    return f"{', '.join(slugs[:NAMED]) or 'none'}{f' and {rest} more' if rest > 0 else ''}"


COLLABORATIONS = (
    f"SELECT ?label ?region ?occupation {{ ?panel a <{ORG.OrganizationalCollaboration}> ; "
    f"<{SKOS.prefLabel}> ?label ; <{CETERMS.occupationType}> ?occupation "
    f"OPTIONAL {{ ?panel <{LW.region}> ?place . ?place <{SKOS.notation}> ?region }} }} ORDER BY ?label ?occupation"
)


def read_partnerships(base: KnowledgeBase, places: Places) -> tuple[Sector, ...]:
    """Read the partnerships, by label; each has the slug of its release."""
    found: list[Sector] = []
    for release in base.current():
        panels: dict[tuple[str, str], list[int]] = {}
        for label, region, occupation in base.rows(COLLABORATIONS, [release.iri]):
            if occupation in places:
                panels.setdefault((label, region), []).append(places[occupation])
        found += [
            Sector(release.source, label, tuple(sorted(own)), declared=True, region=region, kind=SectorKind.PARTNERSHIP)
            for (label, region), own in panels.items()
        ]
    return tuple(found)
