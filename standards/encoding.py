"""Some records of any kind as N-Triples; for many of one kind, see `standards.columns`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from ontology.namespaces import RDF, XSD
from ontology.records import Iri, RdfField, Record, Text, rdf_fields
from ontology.triples import lexical
from standards.columns import ESCAPES

UNSAID = "en"
"""The language that a text has where nobody says any."""

_ESCAPED = str.maketrans(ESCAPES)


def encoded(records: Iterable[Record], language: str = "en") -> bytes:
    """Return records as N-Triples, in the order given.

    Parameters
    ----------
    language
        Of every text that says no other than `UNSAID` itself (BCP 47).

    Example
    -------
    >>> from ontology.records import Concept
    >>> encoded([Concept(iri="http://x/1", label=Text(value="Welding"))]).decode().splitlines()[-1]
    '<http://x/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "Welding"@en .'
    """
    return "".join(line for record in records for line in _lines(record, language)).encode()


def _lines(record: Record, language: str) -> Iterator[str]:
    """Yield a line for each triple; what the records of a class have in common is worked out once."""
    subject, (types, fields) = f"<{record.iri}>", _outline(type(record))
    for rdf_type in types:
        yield f"{subject} {rdf_type}"
    for name, predicate, field, datatype in fields:
        value = getattr(record, name)
        if value is None or value == ():
            continue
        for each in value if field.many else (value,):
            yield f"{subject} {predicate} {_term(each, datatype, language)} .\n"


@cache
def _outline(record: type[Record]) -> tuple[tuple[str, ...], tuple[tuple[str, str, RdfField, str], ...]]:
    """Return the ends of the lines that say the types of a class, and name, property, form and datatype of its fields.

    The datatype stands as behind a literal; a plain text has none.
    """
    types = tuple(f"<{RDF.type}> <{rdf_type}> .\n" for rdf_type in record.types)
    fields = tuple(
        (name, f"<{field.predicate}>", field, "" if field.datatype in PLAIN else f"^^<{field.datatype}>")
        for name, field in rdf_fields(record).items()
    )
    return types, fields


PLAIN = (None, XSD.string)
"""Datatypes that are not written."""


def _term(value: Any, datatype: str, language: str) -> str:  # noqa: ANN401 - any of the types that a field may have
    if isinstance(value, Iri):
        return f"<{value}>"
    if isinstance(value, Text):
        return f'"{value.value.translate(_ESCAPED)}"@{language if value.language == UNSAID else value.language}'
    return f'"{lexical(value).translate(_ESCAPED)}"{datatype}'
