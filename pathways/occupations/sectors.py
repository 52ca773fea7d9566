"""Sets of occupations across which a ladder can be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.errors import NotFoundError
from ontology.identifiers import slug
from ontology.namespaces import CETERMS, LW, ORG, SKOS
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations
from standards.matching.titles import nearest


@dataclass(frozen=True)
class Sector:
    """A sector partnership's occupations, or those of a career cluster.

    Parameters
    ----------
    members
        Places of the occupations, in their order.
    declared
        Whether a partnership says which are its entry rungs.
    within
        Label of the career cluster that it is a pathway of; empty for clusters and partnerships.
    region
        Code of the region that a partnership is of; empty where it names none.
    """

    slug: str
    label: str
    members: tuple[int, ...]
    declared: bool = False
    within: str = ""
    region: str = ""


class UnknownSectorError(NotFoundError):
    """No sector goes by a name."""


NAMED: Final = 5
"""Sectors that are named where none is like the name that was given."""

Places = Mapping[str, int]
"""The place of each occupation by its address."""


def read_sectors(base: KnowledgeBase, occupations: Occupations) -> tuple[Sector, ...]:
    """Read partnerships first, then career clusters, by label."""
    return (*read_partnerships(base, occupations.by_iri), *read_clusters(base, occupations.by_iri))


def find_sector(sectors: tuple[Sector, ...], name: str) -> Sector:
    """Return a sector by slug or label.

    Raises
    ------
    UnknownSectorError
        With the nearest sectors, else with some that there are.
    """
    wanted = slug(name)
    for sector in sectors:
        if wanted in (sector.slug, slug(sector.label)):
            return sector
    begun = [sector for sector in sectors if sector.slug.startswith(f"{wanted}-")]
    if wanted and len(begun) == 1:
        return begun[0]
    slugs = {sector.label: sector.slug for sector in sectors}
    near = [sector.slug for sector in begun] or [slugs[label] for label in nearest(name, list(slugs))]
    there = f"the nearest: {', '.join(near)}" if near else f"there are {_some([*slugs.values()])}"
    message = f"no sector is called {name!r}; {there}"
    raise UnknownSectorError(message)


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
            Sector(release.source, label, tuple(sorted(own)), declared=True, region=region)
            for (label, region), own in panels.items()
        ]
    return tuple(found)


IN_CLUSTER = (
    f"SELECT ?occupation ?pathway ?cluster {{ ?occupation <{LW.careerCluster}> ?group . "
    f"?group <{SKOS.prefLabel}> ?pathway . "
    f"OPTIONAL {{ ?group <{SKOS.broader}> ?above . ?above <{SKOS.prefLabel}> ?cluster }} }}"
)
"""Occupations with the labels of their career pathways and of the clusters of these."""


def read_clusters(base: KnowledgeBase, places: Places) -> tuple[Sector, ...]:
    """Read career clusters and the pathways in them, by label."""
    members: dict[tuple[str, str], set[int]] = {}
    for release in base.current():
        for occupation, pathway, cluster in base.rows(IN_CLUSTER, [release.iri]):
            if occupation in places:
                for name in ((pathway, cluster), (cluster, "")) if cluster else ((pathway, ""),):
                    members.setdefault(name, set()).add(places[occupation])
    return tuple(Sector(slug(name), name, tuple(sorted(own)), within=of) for (name, of), own in sorted(members.items()))
