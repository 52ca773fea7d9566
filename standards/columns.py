"""Records in columns: a frame whose columns are named like a record's fields, written as N-Triples.

What a field becomes is declared once, in the record (`rdf_fields`); `ontology.triples` follows the same declaration
record by record, and a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from urllib.parse import quote

import polars as pl

from ontology.addresses import PLAIN, is_address
from ontology.errors import InputError
from ontology.identifiers import Identifiers
from ontology.namespaces import RDF, XSD
from ontology.records import Iri, RdfField, Record, Text, rdf_fields
from ontology.triples import lexical

UNRESERVED = r"^[A-Za-z0-9_.~-]*$"
"""What stands in an address as it is (RFC 3986)."""

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
"""What a literal of N-Triples may not hold as it is."""


def encode(frame: pl.DataFrame, record: type[Record], *, language: str = "en", typed: bool = True) -> bytes:
    r"""Return the triples of many records as N-Triples.

    Parameters
    ----------
    frame
        A column ``iri`` and columns named like fields of the record; fields without a column, and empty cells, say
        nothing. A repeated property is a list column, or one value on each of several rows with the same ``iri``.
    language
        Of every `Text` (BCP 47).
    typed
        Whether to say of which classes each ``iri`` is; further frames on the same things need not say it again.

    Raises
    ------
    InputError
        Where an address is none, a number is not finite, or a column is no field of the record.

    Example
    -------
    >>> from ontology.records import Concept
    >>> frame = pl.DataFrame({"iri": ["http://x/1"], "notation": ["11-1011.00"]})
    >>> encode(frame, Concept, typed=False)
    b'<http://x/1> <http://www.w3.org/2004/02/skos/core#notation> "11-1011.00" .\n'
    """
    fields = rdf_fields(record)
    if strangers := set(frame.columns) - set(fields) - {"iri"}:
        message = f"{record.__name__} has no fields {', '.join(sorted(strangers))}"
        raise InputError(message)
    _require_absolute(frame["iri"])
    subjects = frame.select(_subject())
    pieces = [*_class_lines(subjects, record)] if typed else []
    for name in (name for name in fields if name in frame.columns):
        pieces += [_lines(frame.select("iri", name), fields[name], language)]
    return b"".join(pieces)


def mint(identifiers: Identifiers, source: str, *local: pl.Series) -> pl.Series:
    """Return the addresses of many things at once, each as `Identifiers.mint` has it; empty where a part is.

    Example
    -------
    >>> mint(Identifiers(), "onet", pl.Series(["29-1141.00", "C++"])).to_list()
    ['http://localhost:8000/id/onet/29-1141.00', 'http://localhost:8000/id/onet/C%2B%2B']
    """
    prefix = identifiers.mint(source)
    parts = [quoted(part).alias(str(i)) for i, part in enumerate(local)]
    return pl.DataFrame(parts).select(
        pl.concat_str(pl.lit(prefix), *(part.name for part in parts), separator="/").alias("iri")
    )["iri"]


def quoted(values: pl.Series) -> pl.Series:
    """Return texts as parts of an address, percent-encoded; only the unusual ones cost time."""
    unusual = values.filter(values.str.contains(UNRESERVED).not_()).unique()
    if unusual.is_empty():
        return values
    return values.replace(unusual, [quote(value, safe="") for value in unusual])


def _class_lines(subjects: pl.DataFrame, record: type[Record]) -> Iterator[bytes]:
    once = subjects.unique(maintain_order=True)
    for rdf_type in record.types:
        yield _written(once.select(pl.concat_str("s", pl.lit(f"{_predicate(RDF.type)}<{rdf_type}> ."))))


def _lines(frame: pl.DataFrame, field: RdfField, language: str) -> bytes:
    """Return the triples of one field."""
    if isinstance(frame.schema[field.name], pl.List):
        frame = frame.explode(field.name)
    filled = frame.drop_nulls(field.name)
    if filled.is_empty():
        return b""
    term = _term(filled[field.name], field, language)
    return _written(filled.select(pl.concat_str(_subject(), pl.lit(_predicate(field.predicate)), term, pl.lit(" ."))))


def _subject() -> pl.Expr:
    return pl.concat_str(pl.lit("<"), "iri", pl.lit(">")).alias("s")


def _predicate(predicate: str) -> str:
    return f" <{predicate}> "


def _term(values: pl.Series, field: RdfField, language: str) -> pl.Expr:
    """Return the terms of the values of one field, as N-Triples write them."""
    if field.python is Iri:
        _require_absolute(values)
        return pl.concat_str(pl.lit("<"), field.name, pl.lit(">"))
    suffix = f'"@{language}' if field.python is Text else f'"^^<{field.datatype}>'
    if field.datatype == XSD.string:
        suffix = '"'
    written = pl.lit(_lexical(values)).str.replace_many(list(ESCAPES), list(ESCAPES.values()))
    return pl.concat_str(pl.lit('"'), written, pl.lit(suffix))


def _lexical(values: pl.Series) -> pl.Series:
    """Return values as `ontology.triples.lexical` writes them."""
    if values.dtype.is_float():
        return _decimal(values.cast(pl.Float64))
    if isinstance(values.dtype, pl.Datetime):
        return _one_by_one(values)
    return values.cast(pl.String)


def _decimal(values: pl.Series) -> pl.Series:
    if not values.is_finite().all():
        message = f"{values.name} holds a number that is not finite"
        raise InputError(message)
    written = values.cast(pl.String)
    scientific = written.str.contains("e", literal=True)
    if scientific.any():
        written = _one_by_one(values)
    return written.str.strip_suffix(".0")


def _one_by_one(values: pl.Series) -> pl.Series:
    """Write what polars writes otherwise: each different value once."""
    different = values.unique()
    return values.replace_strict(different, [lexical(value) for value in different], return_dtype=pl.String)


def no_addresses(values: pl.Series) -> pl.Series:
    """Return of many texts whether each is no address; only the unusual ones cost time. Empty stays empty.

    Example
    -------
    >>> no_addresses(pl.Series(["http://x/1", "http://[x", "urn:isbn:1", None])).to_list()
    [False, True, False, None]
    """
    unusual = values.filter(values.str.contains(PLAIN).not_()).unique()
    return values.is_in([text for text in unusual if not is_address(text)])


def _require_absolute(addresses: pl.Series) -> None:
    bad = addresses.filter(no_addresses(addresses).fill_null(value=True))
    if not bad.is_empty():
        message = f"{bad[0]!r} in {addresses.name!r} is not an absolute address"
        raise InputError(message)


def _written(lines: pl.DataFrame) -> bytes:
    """Return the only column of a frame as lines of UTF-8."""
    buffer = BytesIO()
    lines.write_csv(buffer, include_header=False, quote_style="never")
    return buffer.getvalue()


def pieces(encoded: Iterable[bytes], least: int = 16 << 20) -> Iterator[bytes]:
    """Yield bytes in pieces of at least some size (bytes), apart from the last; a load wants few and large ones."""
    waiting: list[bytes] = []
    for part in encoded:
        waiting.append(part)
        if sum(map(len, waiting)) >= least:
            yield b"".join(waiting)
            waiting = []
    if waiting:
        yield b"".join(waiting)
