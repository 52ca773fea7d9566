"""Some records of any kind as N-Triples; for many of one kind, see `standards.columns`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import polars as pl

from ontology.records import Record, Text, rdf_fields
from standards.columns import encode


def encoded(records: Iterable[Record], language: str = "en") -> bytes:
    """Return records as N-Triples, in the order given.

    Parameters
    ----------
    language
        Of every text (BCP 47).

    Example
    -------
    >>> from ontology.records import Concept
    >>> encoded([Concept(iri="http://x/1", label=Text(value="Welding"))]).decode().splitlines()[-1]
    '<http://x/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "Welding"@en .'
    """
    return b"".join(piece for kind, same in groupby(records, key=type) for piece in _pieces(kind, list(same), language))


def _pieces(kind: type[Record], records: list[Record], language: str) -> Iterator[bytes]:
    yield encode(pl.DataFrame({"iri": [record.iri for record in records]}), kind, language=language)
    for name in rdf_fields(kind):
        filled = [(record.iri, value) for record in records for value in _values(getattr(record, name))]
        if filled:
            frame = pl.DataFrame(filled, schema=["iri", name], orient="row")
            yield encode(frame, kind, language=language, typed=False)


def _values(value: object) -> list[object]:
    values = value if isinstance(value, tuple) else (value,)
    return [str(one) if isinstance(one, Text | str) else one for one in values if one is not None]
