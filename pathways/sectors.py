"""Sets of occupations across which a ladder can be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.errors import NotFoundError
from ontology.identifiers import slug
from ontology.namespaces import CETERMS, LW, ORG, SKOS
from ontology.store import KnowledgeBase
from pathways.occupations import Occupations
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
    """

    slug: str
    label: str
    members: tuple[int, ...]
    declared: bool = False
    within: str = ""


def read_sectors(base: KnowledgeBase, occupations: Occupations) -> tuple[Sector, ...]:
    """Read partnerships first, then career clusters, by label."""
    return (*_partnerships(base, occupations), *_clusters(base, occupations))


def find_sector(sectors: tuple[Sector, ...], name: str) -> Sector:
    """Return a sector by slug or label.

    Raises
    ------
    NotFoundError
        With the sectors there are.
    """
    wanted = slug(name)
    for sector in sectors:
        if wanted in (sector.slug, slug(sector.label)):
            return sector
    near = nearest(name, [sector.label for sector in sectors]) or [sector.slug for sector in sectors[:5]]
    message = f"no sector is called {name!r}; there are {', '.join(near) or 'none'}"
    raise NotFoundError(message)


COLLABORATIONS = (
    f"SELECT ?label ?occupation {{ ?panel a <{ORG.OrganizationalCollaboration}> ; "
    f"<{SKOS.prefLabel}> ?label ; <{CETERMS.occupationType}> ?occupation }} ORDER BY ?label ?occupation"
)


def _partnerships(base: KnowledgeBase, occupations: Occupations) -> list[Sector]:
    found = []
    for release in base.current():
        by_label: dict[str, list[int]] = {}
        for label, occupation in base.rows(COLLABORATIONS, [release.iri]):
            if occupation in occupations.by_iri:
                by_label.setdefault(label, []).append(occupations.by_iri[occupation])
        found += [Sector(release.source, label, tuple(sorted(own)), declared=True) for label, own in by_label.items()]
    return found


IN_CLUSTER = (
    f"SELECT ?occupation ?pathway ?cluster {{ ?occupation <{LW.careerCluster}> ?group . "
    f"?group <{SKOS.prefLabel}> ?pathway . "
    f"OPTIONAL {{ ?group <{SKOS.broader}> ?above . ?above <{SKOS.prefLabel}> ?cluster }} }}"
)
"""Occupations with the labels of their career pathways and of the clusters of these."""


def _clusters(base: KnowledgeBase, occupations: Occupations) -> list[Sector]:
    members: dict[tuple[str, str], set[int]] = {}
    for release in base.current():
        for occupation, pathway, cluster in base.rows(IN_CLUSTER, [release.iri]):
            if occupation in occupations.by_iri:
                for name in ((pathway, cluster), (cluster, "")) if cluster else ((pathway, ""),):
                    members.setdefault(name, set()).add(occupations.by_iri[occupation])
    return [Sector(slug(name), name, tuple(sorted(own)), within=of) for (name, of), own in sorted(members.items())]
