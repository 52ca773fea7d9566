"""What other formats say of frameworks and competencies, in the terms of CTDL-ASN that have room for it.

The records of the project do not have it all; the graph of a document does. Nothing is said of a thing that the
published schema does not let it say.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from ontology.addresses import is_address
from ontology.language_tags import UNKNOWN, is_language_tag
from ontology.namespaces import CASE, CEASN, DCTERMS, RSD, SKOS
from ontology.records import Release
from ontology.store import KnowledgeBase
from standards.json_documents import Json
from standards.wire.ctdl.objects import Node
from standards.wire.ctdl.structure import structure
from standards.wire.ctdl.terms import terms
from standards.wire.uuids import uuid_of


class Value(NamedTuple):
    """What stands in a graph: an address, or words, in a language that may not be known."""

    said: str
    language: str = ""


Row = tuple[str, str, Value]
"""A thing, a property of it, and its value."""

Said = Callable[[Value], Json]
"""Returns a value as a term of CTDL-ASN has it in JSON, or nothing where it cannot."""

STATUSES: Final = {
    **{"private draft": "Draft", "draft": "Draft", "adopted": "Published", "deprecated": "Deprecated"},
    **{"published": "Published", "archived": "Deprecated"},
}
"""The statuses of publication in CTDL-ASN, by the words of CASE and of Rich Skill Descriptors in lower case."""

IDENTIFIER: Final = "ceasn:identifier"


def text(value: Value) -> Json:
    """Return words as a plain text."""
    return value.said


def words(value: Value) -> Json:
    """Return words under their language, which may not be known."""
    return {value.language or UNKNOWN: value.said}


def address(value: Value) -> Json:
    """Return an address."""
    return value.said if is_address(value.said) else None


def language(value: Value) -> Json:
    """Return the tag of a language."""
    return value.said if is_language_tag(value.said) else None


def moment(value: Value) -> Json:
    """Return a moment, of a day its beginning.

    Example
    -------
    >>> moment(Value("2026-01-31")), moment(Value("2026-01-31T09:00:00Z"))
    ('2026-01-31T00:00:00', '2026-01-31T09:00:00Z')
    """
    return value.said if "T" in value.said else f"{value.said}T00:00:00"


def day(value: Value) -> Json:
    """Return the day of a moment.

    Example
    -------
    >>> day(Value("2026-01-31T09:00:00Z"))
    '2026-01-31'
    """
    return value.said[:10]


def status(value: Value) -> Json:
    """Return a status of publication.

    Example
    -------
    >>> status(Value("Adopted"))
    'publicationStatus:Published'
    """
    known = STATUSES.get(value.said.lower())
    return f"publicationStatus:{known}" if known else None


def uuid(value: Value) -> Json:
    """Return an identifier as an address.

    Example
    -------
    >>> uuid(Value("4f3c6a12-e83b-4654-b7ce-1738552191e4"))
    'urn:uuid:4f3c6a12-e83b-4654-b7ce-1738552191e4'
    """
    return address(Value(f"urn:uuid:{value.said}"))


Homes = Mapping[str, tuple[str, Said]]
"""Terms of CTDL-ASN, and how they have their values, by the properties that other formats are stored with."""

DEMANDED: Final[Homes] = {
    str(CASE.identifier): ("ceasn:identifier", uuid),
    str(CASE.lastChangeDateTime): ("ceasn:dateModified", moment),
    str(DCTERMS.creator): ("ceasn:author", text),
}
"""What every package of CASE must say, also one that was written of a graph of CTDL that does not say it."""

HOMES: Final[Homes] = {
    str(CEASN.comment): ("ceasn:comment", words),
    str(CEASN.conceptKeyword): ("ceasn:conceptKeyword", words),
    str(CEASN.conceptTerm): ("ceasn:conceptTerm", address),
    str(CEASN.creator): ("ceasn:creator", address),
    str(CEASN.dateValidFrom): ("ceasn:dateValidFrom", moment),
    str(CEASN.dateValidUntil): ("ceasn:dateValidUntil", moment),
    str(CEASN.inLanguage): ("ceasn:inLanguage", language),
    str(CEASN.listID): ("ceasn:listID", text),
    str(CEASN.localSubject): ("ceasn:localSubject", words),
    str(CEASN.source): ("ceasn:source", address),
    str(CASE.adoptionStatus): ("ceasn:publicationStatusType", status),
    str(DCTERMS.license): ("ceasn:license", address),
    str(DCTERMS.subject): ("ceasn:conceptTerm", address),
    str(RSD.author): ("ceasn:author", text),
    str(RSD.authors): ("ceasn:author", text),
    str(RSD.creationDate): ("ceasn:dateCreated", day),
    str(RSD.status): ("ceasn:publicationStatusType", status),
    str(RSD.updateDate): ("ceasn:dateModified", moment),
    str(RSD.uuid): ("ceasn:identifier", uuid),
    str(SKOS.scopeNote): ("ceasn:comment", words),
}
"""The terms of CTDL-ASN by the properties that other formats are stored with."""


ASSOCIATED: Final = (str(CASE.associationType), str(CASE.originNodeURI), str(CASE.destinationNodeURI))
"""What an association of CASE says."""


def told(base: KnowledgeBase, release: Release, properties: Iterable[str]) -> Iterator[Row]:
    """Yield what a release says with some properties, letter by letter, in order."""
    listed = " ".join(f"<{one}>" for one in sorted(properties))
    query = f"SELECT ?s ?p ?o (LANG(?o) AS ?l) {{ VALUES ?p {{ {listed} }} ?s ?p ?o }} ORDER BY ?s ?p ?o ?l"
    return ((s, p, Value(o, tag)) for s, p, o, tag in base.rows(query, [release.iri]))


def further(rows: Iterable[Row], homes: Homes) -> Iterator[tuple[str, str, Json]]:
    """Yield the things of which something is said that CTDL-ASN has a term for, with the term and the value."""
    for thing, property_, value in rows:
        term, form = homes[property_]
        said = form(value)
        if said is not None and (term != IDENTIFIER or said != uuid(Value(uuid_of(thing)))):  # its CTID says that
            yield thing, term, said


def prerequisites(rows: Iterable[Row]) -> Iterator[tuple[str, str, Json]]:
    """Yield what must come before what, of the associations of CASE by which one statement precedes another.

    Parameters
    ----------
    rows
        What associations say with `ASSOCIATED`.
    """
    ends: dict[str, dict[str, str]] = defaultdict(dict)
    for association, property_, value in rows:
        ends[association][property_] = value.said
    kind, origin, destination = ASSOCIATED
    for said in ends.values():
        if said.get(kind) == "precedes":
            yield said[destination], "ceasn:prerequisiteAlignment", said[origin]


INSTEAD: Final = ("ceasn:inLanguage",)
"""What a thing says of itself in place of what is said of all."""


def completed(nodes: Iterable[Node], more: Iterable[tuple[str, str, Json]]) -> list[Node]:
    """Return things with what is said of them beside: nothing that the published schema does not let them say."""
    beside: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    for thing, term, said in more:
        beside[thing][term].append(said)
    return [_completed(node, beside.get(str(node["@id"]), {})) for node in nodes]


def _completed(node: Node, beside: Mapping[str, list[Json]]) -> Node:
    allowed = {term: said for term, said in beside.items() if _may(str(node["@type"]), term)}
    there = {name: value for name, value in node.items() if name not in INSTEAD or name not in allowed}
    return {**there, **{term: _together(term, [*_listed(there.get(term)), *said]) for term, said in allowed.items()}}


@cache
def _may(kind: str, term: str) -> bool:
    """Whether the published schema lets a thing of a class say something."""
    return kind in structure().below(structure().domains[term])


def _together(term: str, said: Sequence[Json]) -> Json:
    """Return values of a term, each once; of texts, which stand under their languages, those of each."""
    if term not in terms().forms["@language"]:
        return _each_once(said)
    spoken = [one for one in said if isinstance(one, dict)]
    tags = dict.fromkeys(tag for one in spoken for tag in one)
    return {tag: _each_once([text for one in spoken for text in _listed(one.get(tag))]) for tag in tags}


def _each_once(said: Sequence[Json]) -> Json:
    found = [*{json.dumps(one): one for one in said}.values()]
    return found[0] if len(found) == 1 else found


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]
