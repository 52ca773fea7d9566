"""What a document is about as a whole: the only framework, pathway, scheme, collection, badge or mapping set in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ontology.namespaces import CEASN, CETERMS, DCTERMS, OB, RDFS, RSD, SKOS, SSSOM
from ontology.records import Iri, Release
from ontology.store import KnowledgeBase
from standards.sources import own


@dataclass(frozen=True)
class Topic:
    """What documents of one kind are about.

    Parameters
    ----------
    kinds
        Addresses of classes, the first before the second.
    names
        Addresses of the properties that name such a thing; what has none is no topic. Without any, it needs no name.
    """

    kinds: tuple[str, ...]
    names: tuple[str, ...] = ()


TOPICS: Final[Mapping[str, Topic]] = {
    own.CASE: Topic((CEASN.CompetencyFramework,)),
    own.CTDL: Topic((CEASN.CompetencyFramework, CETERMS.Pathway, CETERMS.PathwaySet), (CEASN.name, CETERMS.name)),
    own.SCHEME: Topic((SKOS.ConceptScheme,), (SKOS.prefLabel, DCTERMS.title, RDFS.label)),
    own.RSD: Topic((RSD.RichSkillCollection,)),
    own.BADGES: Topic((OB.Achievement,)),
    own.SSSOM_SET: Topic((SSSOM.MappingSet,)),
}
"""By what it is imported as."""


def topic(base: KnowledgeBase, release: Release, kind: str) -> tuple[Iri, str] | None:
    """Return address and name of what a release is about, where it has just one of a kind.

    Parameters
    ----------
    kind
        What it is imported as; the name is empty where that asks for none.
    """
    of = TOPICS[kind]
    called = f"VALUES ?p {{ {' '.join(f'<{name}>' for name in of.names)} }} ?s ?p ?n" if of.names else ""
    for one in of.kinds:
        query = f"SELECT ?s (MIN(STR(?n)) AS ?name) {{ ?s a <{one}> FILTER(isIRI(?s)) {called} }} GROUP BY ?s"
        found = list(base.rows(query, [release.iri]))
        if len(found) == 1:
            return Iri(found[0][0]), found[0][1]
    return None
