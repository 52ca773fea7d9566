"""CTDL-ASN and the knowledge base's own records: what a graph means for who asks for competencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ontology.namespaces import CEASN, CETERMS
from ontology.records import Competency, Framework, Iri, Record, Release, Text
from ontology.store import KnowledgeBase

Texts = dict[str, list[Text]]
Links = dict[str, list[Iri]]

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
    graph = _Graph(base, release)
    yield from graph.frameworks()
    yield from graph.competencies()


class _Graph:
    """What a release says in CTDL-ASN."""

    def __init__(self, base: KnowledgeBase, release: Release) -> None:
        self._base, self._release = base, release
        self._broader = self._above()

    def frameworks(self) -> Iterator[Framework]:
        """Yield the frameworks, named by what they are called."""
        names, about = self._texts(CEASN.name), self._texts(CEASN.description)
        versions, tops = dict(self._pairs(CETERMS.versionCode)), self._links(CEASN.hasTopChild)
        for iri in self._all(CEASN.CompetencyFramework):
            yield Framework(
                iri=iri,
                label=_first(names, iri) or Text(value=iri, language="und"),
                description=_first(about, iri),
                version=versions.get(iri),
                top_concepts=tuple(tops[iri]),
            )

    def competencies(self) -> Iterator[Competency]:
        """Yield the competencies that say something: what they are called is their label, or else their text."""
        texts, labels = self._texts(CEASN.competencyText), self._texts(CEASN.competencyLabel)
        codes, within = dict(self._pairs(CEASN.codedNotation)), self._within()
        links = {field: self._links(CEASN[name]) for field, name in MATCHES.items()}
        for iri in self._all(CEASN.Competency):
            if label := _first(labels, iri) or _first(texts, iri):
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
        said = self._links(CEASN.isChildOf)
        for parent, children in self._links(CEASN.hasChild).items():
            for child in children:
                said[child] = [*dict.fromkeys([*said[child], Iri(parent)])]
        there = set(self._all(CEASN.Competency))
        return defaultdict(list, {iri: [one for one in above if one in there] for iri, above in said.items()})

    def _within(self) -> Links:
        """Return the frameworks of each competency: those that it says, and those that it hangs under."""
        found = self._links(CEASN.isPartOf)
        tops = _inverse(self._links(CEASN.hasTopChild))
        for iri in self._all(CEASN.Competency):
            line = list(_upward(iri, self._broader))
            under = (framework for one in line for framework in (*tops.get(one, ()), *found.get(one, ())))
            found[iri] = [*dict.fromkeys([*found[iri], *under])]
        return found

    def _all(self, kind: str) -> list[Iri]:
        query = f"SELECT DISTINCT ?s {{ ?s a <{kind}> FILTER(isIRI(?s)) }} ORDER BY ?s"
        return [Iri(iri) for (iri,) in self._base.rows(query, [self._release.iri])]

    def _pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        return self._base.pairs(self._release, predicate)

    def _links(self, predicate: str) -> Links:
        found: Links = defaultdict(list)
        query = f"SELECT ?s ?o {{ ?s <{predicate}> ?o FILTER(isIRI(?o)) }} ORDER BY ?s ?o"
        for iri, end in self._base.rows(query, [self._release.iri]):
            found[iri].append(Iri(end))
        return found

    def _texts(self, predicate: str) -> Texts:
        found: Texts = defaultdict(list)
        query = f"SELECT ?s (LANG(?o) AS ?l) ?o {{ ?s <{predicate}> ?o }} ORDER BY ?s ?l ?o"
        for iri, language, text in self._base.rows(query, [self._release.iri]):
            found[iri].append(Text(value=text, language=language or "und"))
        return found


def _first(texts: Texts, iri: str) -> Text | None:
    """Return the first text of a thing, an English one where there is one."""
    said = texts.get(iri, [])
    return next((text for text in said if text.language.startswith("en")), said[0] if said else None)


def _inverse(links: Links) -> Links:
    found: Links = defaultdict(list)
    for iri, ends in links.items():
        for end in ends:
            found[end].append(Iri(iri))
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
