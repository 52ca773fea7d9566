"""Reading all records of a class out of a graph at once: what a graph says of each thing, without rdflib between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeVar

import pyoxigraph as ox

from ontology.namespaces import RDF, XSD
from ontology.records import RdfField, Record, Text, rdf_fields

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


def said_of(store: ox.Store, graph: ox.NamedNode, iri: str) -> Said:
    """Return all that a graph says of a thing."""
    found: Said = {}
    for quad in store.quads_for_pattern(ox.NamedNode(iri), None, None, graph):
        found.setdefault(quad.predicate.value, []).append(quad.object)
    return found


def _instances(store: ox.Store, graph: ox.NamedNode, record: type[Record]) -> set[str]:
    """Return the addresses of what has all types of a class."""
    of_type = [
        {
            quad.subject.value
            for quad in store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(rdf_type), graph)
            if isinstance(quad.subject, ox.NamedNode)
        }
        for rdf_type in record.types
    ]
    return set.intersection(*of_type) if of_type else set()


def record_of(said: Said, record: type[R], iri: str) -> R:
    """Return a record as what is said of a thing has it."""
    values: dict[str, Any] = {"iri": iri}
    for name, field in rdf_fields(record).items():
        if terms := said.get(str(field.predicate)):
            held = [_value(term, field) for term in terms]
            if len(held) > 1:
                held.sort(key=str)
            values[name] = tuple(held) if field.many else held[0]
    return record.model_validate(values)


def _value(term: Any, field: RdfField) -> Any:  # noqa: ANN401 - as the field says
    if field.python is Text:
        return Text(value=term.value, language=getattr(term, "language", None) or "und")
    if field.datatype in PARSED:
        return term.value
    return field.python(term.value) if issubclass(field.python, str) else term.value
