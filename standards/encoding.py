"""Some records of any kind as N-Triples; for many of one kind, see `standards.columns`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import polars as pl

from ontology.records import Iri, Record, Text, rdf_fields
from standards.columns import encode

UNSAID = "en"
"""The language that a text has where nobody says any."""


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
    return b"".join(piece for kind, same in groupby(records, key=type) for piece in _pieces(kind, list(same), language))


def _pieces(kind: type[Record], records: list[Record], language: str) -> Iterator[bytes]:
    yield encode(pl.DataFrame({"iri": [record.iri for record in records]}), kind, language=language)
    for name in rdf_fields(kind):
        filled: dict[str, list[tuple[Iri, object]]] = {}
        for record in records:
            for value in _values(getattr(record, name)):
                said = value.language if isinstance(value, Text) and value.language != UNSAID else language
                filled.setdefault(said, []).append((record.iri, str(value) if isinstance(value, Text | str) else value))
        for said, pairs in filled.items():
            frame = pl.DataFrame(pairs, schema=["iri", name], orient="row")
            yield encode(frame, kind, language=said, typed=False)


def _values(value: object) -> list[object]:
    return [one for one in (value if isinstance(value, tuple) else (value,)) if one is not None]
