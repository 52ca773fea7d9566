"""Records to triples and back, by what the fields of a record declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from ontology.errors import NotFoundError
from ontology.namespaces import RDF, XSD
from ontology.records import Iri, RdfField, Record, Text, rdf_fields

Triple = tuple[URIRef, URIRef, Node]
R = TypeVar("R", bound=Record)


def to_triples(record: Record) -> Iterator[Triple]:
    """Yield the triples that say what a record says, its classes first.

    Example
    -------
    >>> from ontology.records import Region
    >>> region = Region(iri="http://x/wa", label=Text(value="Washington"), code="53", kind="state")
    >>> len(list(to_triples(region)))
    4
    """
    subject = URIRef(record.iri)
    for rdf_type in record.types:
        yield subject, RDF.type, rdf_type
    for field in rdf_fields(type(record)).values():
        for value in _values(getattr(record, field.name)):
            yield subject, field.predicate, to_term(value, field)


def to_graph(records: Iterable[Record]) -> Graph:
    """Return a graph of what records say."""
    graph = Graph()
    for record in records:
        for triple in to_triples(record):
            graph.add(triple)
    return graph


def from_graph(graph: Graph, record: type[R], iri: str, language: str = "en") -> R:
    """Return a record as a graph has it.

    Parameters
    ----------
    language
        Which words to take where a field holds one text and the graph has several; the first in alphabetical order
        of language where that one is missing.

    Raises
    ------
    NotFoundError
        Where the graph says nothing of that address.
    """
    subject = URIRef(iri)
    found: dict[URIRef, list[Node]] = {}
    for _, predicate, value in graph.triples((subject, None, None)):
        found.setdefault(URIRef(str(predicate)), []).append(value)
    if not found:
        message = f"nothing is known of {iri}"
        raise NotFoundError(message)
    fields = rdf_fields(record).values()
    values = {
        field.name: _from_terms(found[field.predicate], field, language) for field in fields if field.predicate in found
    }
    return record.model_validate({"iri": iri, **values})


def to_term(value: Any, field: RdfField) -> Node:  # noqa: ANN401 - any of the types that a field may have
    """Return the RDF term of one value of a field."""
    if isinstance(value, Text):
        return Literal(value.value, lang=value.language)
    if isinstance(value, Iri):
        return URIRef(value)
    return Literal(lexical(value), datatype=field.datatype)


def lexical(value: str | float | date) -> str:
    """Return how a number, a truth value, a date or a word is written in a literal.

    Example
    -------
    >>> lexical(0.0000001), lexical(4.0), lexical(True)
    ('0.0000001', '4', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        written = format(Decimal(repr(value)), "f")
        return written.rstrip("0").rstrip(".") if "." in written else written
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)


def _values(value: Any) -> Iterable[Any]:  # noqa: ANN401 - any of the types that a field may have
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _from_terms(terms: list[Node], field: RdfField, language: str) -> Any:  # noqa: ANN401 - as the field says
    ordered = sorted(terms, key=lambda term: _preference(term, language))
    values = [_from_term(term, field) for term in ordered]
    return tuple(values) if field.many else values[0]


def _preference(term: Node, language: str) -> tuple[bool, str, str]:
    tag = (term.language or "") if isinstance(term, Literal) else ""
    return tag != language, tag, str(term)


def _from_term(term: Node, field: RdfField) -> Any:  # noqa: ANN401 - as the field says
    if field.python is Text:
        tag = term.language if isinstance(term, Literal) else None
        return Text(value=str(term), language=tag or "und")
    if field.datatype in (XSD.boolean, XSD.integer, XSD.decimal):
        return str(term)
    return field.python(term) if issubclass(field.python, str) else str(term)
