"""Documents: a description written in a serialization of RDF, with where it is from and on what terms.

pyoxigraph writes them, many times as fast as rdflib; the order of what it is given is the order of what it writes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any, Final

import pyoxigraph as ox
from pydantic import JsonValue
from rdflib import Literal, URIRef
from rdflib.term import Node

from ontology.descriptions import Description
from ontology.errors import UnsupportedError
from ontology.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format
from ontology.json_ld import our_names, to_node, trimmed
from ontology.namespaces import DCAT, DCTERMS, FOAF, OWL, PREFIXES, RDF, VOID
from ontology.records import Release, Text
from ontology.xml_text import well_formed

DOCUMENTS: Final = (TURTLE, JSON_LD, RDF_XML, N_TRIPLES)
"""The serializations of a document, the one that people read best first."""

XML_NAME: Final = re.compile(r"[^\W\d][\w.\-]*$")

_WRITERS: Final = {TURTLE: ox.RdfFormat.TURTLE, RDF_XML: ox.RdfFormat.RDF_XML, N_TRIPLES: ox.RdfFormat.N_TRIPLES}

_OTHERS: Final = tuple(form.extension for form in DOCUMENTS if form != RDF_XML)


def write_document(description: Description, document: str, form: Format) -> bytes:
    """Return a description in a serialization, byte for byte the same for the same data.

    Parameters
    ----------
    document
        Its address, of which the origin and the terms of use are said.
    """
    return write_triples([*description.triples, *about(description, document)], form)


def write_triples(triples: Sequence[ox.Triple], form: Format) -> bytes:
    """Return triples in one of `DOCUMENTS`, in the order that they have; those of a subject stand together.

    Raises
    ------
    UnsupportedError
        Where RDF/XML cannot write a property or a value.
    """
    if form == JSON_LD:
        return _json_ld(triples)
    if form == RDF_XML:
        _refuse_unnamed(triples)
    spaces = _namespaces(triples) if form != N_TRIPLES else ()  # which shortens nothing
    prefixes = {prefix: str(space) for prefix, space in PREFIXES.items() if str(space) in spaces}
    content = ox.serialize(triples, format=_WRITERS[form], prefixes=prefixes) or b""
    return well_formed(content, _OTHERS) if form == RDF_XML else content


def _refuse_unnamed(triples: Iterable[ox.Triple]) -> None:
    """Refuse a property that XML has no name for: what follows the last mark must be one.

    Raises
    ------
    UnsupportedError
        With the property.
    """
    for name in sorted({triple.predicate.value for triple in triples}):
        if not XML_NAME.search(name):
            message = f"RDF/XML has no name for the property {name}; ask for one of: {', '.join(_OTHERS)}"
            raise UnsupportedError(message)


def about(description: Description, document: str) -> Iterator[ox.Triple]:
    """Yield what is to be known of a document: what it is about, which releases say it, and on what terms."""
    yield _triple(document, FOAF.primaryTopic, ox.NamedNode(description.iri))
    for release in description.releases:
        yield _triple(document, VOID.inDataset, ox.NamedNode(release.iri))
    for release in description.releases:
        yield from _terms_of(release)


def _terms_of(release: Release) -> Iterator[ox.Triple]:
    yield _triple(release.iri, RDF.type, ox.NamedNode(DCAT.Dataset))
    yield _triple(release.iri, DCTERMS.title, _words(release.title))
    yield _triple(release.iri, OWL.versionInfo, ox.Literal(release.version))
    if release.license:
        yield _triple(release.iri, DCTERMS.license, ox.NamedNode(release.license))
    if release.attribution:
        yield _triple(release.iri, DCTERMS.rights, _words(release.attribution))


def _triple(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value)


def _words(text: Text) -> ox.Literal:
    return ox.Literal(text.value, language=text.language)


def _namespaces(triples: Iterable[ox.Triple]) -> set[str]:
    """Return the beginnings of the addresses in triples, up to the last mark."""
    addresses = set(map(_address, chain.from_iterable(triples)))
    return {iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in addresses}


def _address(term: Any) -> str:  # noqa: ANN401 - any term that RDF has
    """Return the address of a thing, or of the type of a literal; nothing of anything else."""
    if isinstance(term, ox.Literal):
        term = term.datatype
    return term.value if isinstance(term, ox.NamedNode) else ""


def _json_ld(triples: Iterable[ox.Triple]) -> bytes:
    names = our_names()
    nodes = [
        to_node(_node(subject), [(_node(triple.predicate), _node(triple.object)) for triple in said], names)
        for subject, said in groupby(triples, key=lambda triple: triple.subject)
    ]
    body: dict[str, JsonValue] = {"@graph": list[JsonValue](nodes)}
    document = {"@context": trimmed(names, nodes), **body}
    return json.dumps(document, indent=1, ensure_ascii=False).encode() + b"\n"


def _node(term: Any) -> Node:  # noqa: ANN401 - any term that RDF has
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
