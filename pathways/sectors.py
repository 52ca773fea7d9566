"""Sets of occupations across which a ladder can be drawn."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.errors import NotFoundError
from ontology.identifiers import slug
from ontology.namespaces import CETERMS, LW, ORG, RDF, SKOS
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
    """

    slug: str
    label: str
    members: tuple[int, ...]
    declared: bool = False


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


def _partnerships(base: KnowledgeBase, occupations: Occupations) -> list[Sector]:
    found = []
    for release in base.current():
        labels = dict(base.pairs(release, SKOS.prefLabel))
        collaborations = {
            node for node, kind in base.pairs(release, RDF.type) if kind == str(ORG.OrganizationalCollaboration)
        }
        works = [pair for pair in base.pairs(release, CETERMS.occupationType) if pair[0] in collaborations]
        for node in sorted(collaborations):
            members = sorted(occupations.by_iri[o] for n, o in works if n == node and o in occupations.by_iri)
            found.append(Sector(release.source, labels.get(node, release.source), tuple(members), declared=True))
    return found


def _clusters(base: KnowledgeBase, occupations: Occupations) -> list[Sector]:
    members: dict[str, set[int]] = {}
    labels: dict[str, str] = {}
    for release in base.current():
        for occupation, cluster in base.pairs(release, LW.careerCluster):
            if occupation in occupations.by_iri:
                members.setdefault(cluster, set()).add(occupations.by_iri[occupation])
        if members:
            labels.update(base.pairs(release, SKOS.prefLabel))
    sectors = [
        Sector(slug(labels.get(cluster, cluster)), labels.get(cluster, cluster), tuple(sorted(own)))
        for cluster, own in members.items()
    ]
    return sorted(sectors, key=lambda sector: sector.label)
