"""CTDL-ASN and the knowledge base's own records: what a graph means for who asks for competencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ontology.language_tags import UNKNOWN
from ontology.namespaces import CEASN, CETERMS
from ontology.records import Competency, Framework, Iri, Record, Release, Text
from ontology.store import KnowledgeBase
from standards.wire.graph import Links, StoredGraph, inverse, shown

MATCHES = {
    "exact_matches": "exactAlignment",
    "close_matches": "majorAlignment",
    "broad_matches": "broadAlignment",
    "narrow_matches": "narrowAlignment",
    "related_matches": "minorAlignment",
}
"""The fields of a competency that hold alignments: a major one is close, a minor one related."""


def meant(base: KnowledgeBase, release: Release) -> Iterator[Record]:
    """Yield what a graph of CTDL-ASN means in the records that the rest of the system asks for.

    Competencies are of the frameworks that they say, or that have them as children, however far down. Credentials,
    courses and pathways need no others: the records of these are in CTDL's own terms.
    """
    graph = _Asn(StoredGraph(base, release))
    yield from graph.frameworks()
    yield from graph.competencies()


class _Asn:
    """What a graph says in CTDL-ASN."""

    def __init__(self, graph: StoredGraph) -> None:
        self._graph = graph
        self._listed = graph.all(CEASN.Competency)
        self._broader = self._above()

    def frameworks(self) -> Iterator[Framework]:
        """Yield the frameworks, named by what they are called."""
        names, about = self._graph.texts(CEASN.name), self._graph.texts(CEASN.description)
        versions, tops = dict(self._graph.pairs(CETERMS.versionCode)), self._graph.links(CEASN.hasTopChild)
        for iri in self._graph.all(CEASN.CompetencyFramework):
            yield Framework(
                iri=iri,
                label=shown(names, iri) or Text(value=iri, language=UNKNOWN),
                description=shown(about, iri),
                version=versions.get(iri),
                top_concepts=tuple(tops[iri]),
            )

    def competencies(self) -> Iterator[Competency]:
        """Yield the competencies that say something: what they are called is their label, or else their text."""
        texts, labels = self._graph.texts(CEASN.competencyText), self._graph.texts(CEASN.competencyLabel)
        codes, within = dict(self._graph.pairs(CEASN.codedNotation)), self._within()
        links = {field: self._graph.links(CEASN[name]) for field, name in MATCHES.items()}
        for iri in self._listed:
            if label := shown(labels, iri) or shown(texts, iri):
                yield Competency(
                    iri=iri,
                    label=label,
                    notation=codes.get(iri),
                    broader=tuple(self._broader[iri]),
                    in_scheme=tuple(within[iri]),
                    exact_matches=tuple(links["exact_matches"][iri]),
                    close_matches=tuple(links["close_matches"][iri]),
                    broad_matches=tuple(links["broad_matches"][iri]),
                    narrow_matches=tuple(links["narrow_matches"][iri]),
                    related_matches=tuple(links["related_matches"][iri]),
                )

    def _above(self) -> Links:
        """Return what stands above each competency, said from either end."""
        said, parents = self._graph.links(CEASN.isChildOf), inverse(self._graph.links(CEASN.hasChild))
        there = set(self._listed)
        found: Links = defaultdict(list)
        for iri in self._listed:
            found[iri] = [one for one in dict.fromkeys([*said[iri], *parents[iri]]) if one in there]
        return found

    def _within(self) -> Links:
        """Return the frameworks of each competency: those that it says, and those that it hangs under."""
        said, tops = self._graph.links(CEASN.isPartOf), inverse(self._graph.links(CEASN.hasTopChild))
        found: Links = defaultdict(list)
        for iri in self._listed:
            line = list(_upward(iri, self._broader))
            found[iri] = [*dict.fromkeys(framework for one in line for framework in (*said[one], *tops[one]))]
        return found


def _upward(iri: Iri, broader: Links) -> Iterable[Iri]:
    """Yield a competency and all above it, each once."""
    left, seen = [iri], {iri}
    while left:
        here = left.pop(0)
        yield here
        further = [one for one in broader.get(here, ()) if one not in seen]
        seen.update(further)
        left += further
