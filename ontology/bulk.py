"""Reading all records of a class out of a graph at once: what a graph says of each thing, without rdflib between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

import pyoxigraph as ox
from pydantic import ValidationError

from ontology.language_tags import UNKNOWN, is_language_tag
from ontology.lookups import quads
from ontology.namespaces import RDF, XSD
from ontology.records import Iri, RdfField, Record, Text, rdf_fields

R = TypeVar("R", bound=Record)
Said = dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]
"""What is said of a thing, by the addresses of the properties."""

PARSED: Final = frozenset((XSD.boolean, XSD.integer, XSD.decimal))
"""Types of values that a record reads from their text."""


def read_all(store: ox.Store, graph: str, record: type[R]) -> Iterator[R]:
    """Yield every record of a class that a graph holds, by address.

    A thing is one of the class where it has all of the class's types.
    """
    name = ox.NamedNode(graph)
    for iri in sorted(_instances(store, name, record)):
        yield record_of(said_of(store, name, iri), record, iri)


def said_of(store: ox.Store, graph: ox.NamedNode | ox.DefaultGraph, iri: str) -> Said:
    """Return all that a graph says of a thing."""
    found: Said = {}
    for quad in quads(store, ox.NamedNode(iri), None, None, graph):
        found.setdefault(quad.predicate.value, []).append(quad.object)
    return found


def _instances(store: ox.Store, graph: ox.NamedNode, record: type[Record]) -> set[str]:
    """Return the addresses of what has all types of a class."""
    of_type = [
        {
            quad.subject.value
            for quad in quads(store, None, ox.NamedNode(RDF.type), ox.NamedNode(rdf_type), graph)
            if isinstance(quad.subject, ox.NamedNode)
        }
        for rdf_type in record.types
    ]
    return set.intersection(*of_type) if of_type else set()


def record_of(said: Said, record: type[R], iri: str) -> R:
    """Return a record as what is said of a thing has it.

    A value that its field cannot hold stays in the graph: a text where an address is expected, an address or a node
    without one where a text is, ``"yes"`` for a truth value.
    """
    values: dict[str, Any] = {"iri": iri}
    for name, field in rdf_fields(record).items():
        kind = ox.NamedNode if field.python is Iri else ox.Literal
        if held := [_value(term, field) for term in said.get(str(field.predicate), ()) if isinstance(term, kind)]:
            if len(held) > 1:
                held.sort(key=str)
            values[name] = tuple(held) if field.many else held[0]
    try:
        return record.model_validate(values)
    except ValidationError as error:
        return record.model_validate(_tenable(values, error))


def _tenable(values: Mapping[str, Any], error: ValidationError) -> dict[str, Any]:
    """Return values without those that are at fault."""
    wrong = {fault["loc"][:2] for fault in error.errors()}
    left = {name: value for name, value in values.items() if (name,) not in wrong}
    for name, value in left.items():
        if isinstance(value, tuple):
            left[name] = tuple(one for place, one in enumerate(value) if (name, place) not in wrong)
    return left


def text_of(term: ox.Literal) -> Text:
    """Return a text with its language, ``und`` where nothing says it or what says it is no language tag."""
    tag = term.language or UNKNOWN
    return Text(value=term.value, language=tag.lower() if is_language_tag(tag) else UNKNOWN)


def _value(term: Any, field: RdfField) -> Any:  # noqa: ANN401 - as the field says
    if field.python is Text:
        return text_of(term)
    if field.datatype in PARSED:
        return term.value
    return field.python(term.value) if issubclass(field.python, str) else term.value
