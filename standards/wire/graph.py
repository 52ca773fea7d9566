"""What a stored graph says, property by property: asked for at once, for all things that it describes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ontology.language_tags import UNKNOWN, is_language_tag
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase

Texts = dict[str, list[Text]]
Links = dict[str, list[Iri]]


class StoredGraph:
    """A release, asked by classes and properties."""

    def __init__(self, base: KnowledgeBase, release: Release) -> None:
        self._base, self._graphs = base, [release.iri]

    def all(self, kind: str) -> list[Iri]:
        """Return the addresses of what is of a class, in order."""
        query = f"SELECT DISTINCT ?s {{ ?s a <{kind}> FILTER(isIRI(?s)) }} ORDER BY ?s"
        return [Iri(iri) for (iri,) in self._base.rows(query, self._graphs)]

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every statement with a property, as plain strings, in order."""
        query = f"SELECT ?s ?o {{ ?s <{predicate}> ?o }} ORDER BY ?s ?o"
        return ((s, o) for s, o in self._base.rows(query, self._graphs))

    def links(self, predicate: str) -> Links:
        """Return the addresses that things lead to by a property, by theirs."""
        found: Links = defaultdict(list)
        query = f"SELECT ?s ?o {{ ?s <{predicate}> ?o FILTER(isIRI(?o)) }} ORDER BY ?s ?o"
        for iri, end in self._base.rows(query, self._graphs):
            found[iri].append(Iri(end))
        return found

    def texts(self, predicate: str) -> Texts:
        """Return the texts that things have by a property, by their addresses; the language may not be known."""
        found: Texts = defaultdict(list)
        query = f"SELECT ?s (LANG(?o) AS ?l) ?o {{ ?s <{predicate}> ?o FILTER(isLiteral(?o)) }} ORDER BY ?s ?l ?o"
        for iri, tag, text in self._base.rows(query, self._graphs):
            found[iri].append(Text(value=text, language=tag.lower() if is_language_tag(tag) else UNKNOWN))
        return found


def shown(texts: Texts, iri: str) -> Text | None:
    """Return the text that is shown of a thing: an English one where there is one."""
    said = texts.get(iri, [])
    return next((text for text in said if text.language.startswith("en")), said[0] if said else None)


def inverse(links: Links) -> Links:
    """Return links the other way around."""
    found: Links = defaultdict(list)
    for iri, ends in links.items():
        for end in ends:
            found[end].append(Iri(iri))
    return found
