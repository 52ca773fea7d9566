"""Some records of any kind as N-Triples; for many of one kind, see `standards.columns`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    for rdf_type in record.types:
        yield f"<{record.iri}> <{RDF.type}> <{rdf_type}> .\n"
    for name, field in rdf_fields(type(record)).items():
        for value in _values(getattr(record, name)):
            yield f"<{record.iri}> <{field.predicate}> {_term(value, field, language)} .\n"


def _term(value: Any, field: RdfField, language: str) -> str:  # noqa: ANN401 - any of the types that a field may have
    if isinstance(value, Iri):
        return f"<{value}>"
    if isinstance(value, Text):
        return f'"{value.value.translate(_ESCAPED)}"@{language if value.language == UNSAID else value.language}'
    written = f'"{lexical(value).translate(_ESCAPED)}"'
    return written if field.datatype == XSD.string else f"{written}^^<{field.datatype}>"


def _values(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)
