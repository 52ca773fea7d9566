"""Encoding in columns says what `to_triples` says, for every record class there is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal
from rdflib.term import Node

from ontology import records
from ontology.errors import InputError
from ontology.identifiers import Identifiers
from ontology.records import Concept, Iri, Record, Text, WageObservation, YearMonth, rdf_fields
from ontology.triples import to_triples
from standards.columns import encode, mint, pieces

CLASSES = sorted(
    (
        value
        for value in vars(records).values()
        if isinstance(value, type) and issubclass(value, Record) and value is not Record
    ),
    key=lambda record: record.__name__,
)

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
ADDRESSES = st.text("aé0/.-", min_size=1, max_size=5).map("http://x/{}".format)
VALUES: dict[type, st.SearchStrategy[Any]] = {
    Iri: ADDRESSES,
    Text: WORDS,
    str: WORDS,
    int: st.integers(0, 5),
    float: st.floats(0, 5) | st.floats(1, 5, width=16) | st.just(1e-7),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(min_value=datetime(1, 1, 1), timezones=st.just(UTC)),
    YearMonth: st.dates(date(1000, 1, 1)).map(lambda day: day.isoformat()[:7]),
}
TYPES: dict[type, pl.DataType] = {
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    date: pl.Date(),
    datetime: pl.Datetime("us", "UTC"),
}


def cells(record: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    """One row of a frame: every field that the record has, filled or not."""
    columns: dict[str, st.SearchStrategy[Any]] = {"iri": ADDRESSES}
    for field in rdf_fields(record).values():
        value = VALUES[field.python]
        if field.many:
            columns[field.name] = st.lists(value, max_size=3, unique=True)
        elif record.model_fields[field.name].is_required():
            columns[field.name] = value
        else:
            columns[field.name] = st.none() | value
    return st.fixed_dictionaries(columns)


def frame_of(record: type[Record], rows: list[dict[str, Any]]) -> pl.DataFrame:
    schema: dict[str, pl.DataType] = {"iri": pl.String()}
    for field in rdf_fields(record).values():
        dtype = TYPES.get(field.python, pl.String())
        schema[field.name] = pl.List(dtype) if field.many else dtype
    return pl.DataFrame(rows, schema=schema, orient="row")


def record_of(record: type[Record], row: dict[str, Any], language: str) -> Record:
    """The same row as a record; not validated, for the bounds of a field are not what is tested."""
    fields = rdf_fields(record)

    def one(name: str, value: object) -> object:
        python = fields[name].python if name in fields else Iri
        if python is Text:
            return Text(value=str(value), language=language)
        return Iri(value) if python is Iri else value

    def field(name: str, value: object) -> object:
        if isinstance(value, list):
            return tuple(one(name, item) for item in value)
        return None if value is None else one(name, value)

    values: dict[str, Any] = {name: field(name, value) for name, value in row.items()}
    return record.model_construct(**values)


def parsed(ntriples: bytes) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(ntriples, ox.RdfFormat.N_TRIPLES, lenient=True)}


def term(node: Node) -> ox.NamedNode | ox.Literal:
    if isinstance(node, Literal):
        datatype = None if node.language else ox.NamedNode(str(node.datatype))
        return ox.Literal(str(node), language=node.language, datatype=datatype)
    return ox.NamedNode(str(node))


def one_by_one(made: list[Record]) -> Iterator[ox.Triple]:
    for record in made:
        for s, p, o in to_triples(record):
            yield ox.Triple(ox.NamedNode(s), ox.NamedNode(p), term(o))


@pytest.mark.parametrize("record", CLASSES, ids=lambda record: record.__name__)
@given(data=st.data(), language=st.sampled_from(["en", "de", "zh-hans"]))
@settings(max_examples=15)
def test_columns_say_what_records_say(record: type[Record], data: st.DataObject, language: str) -> None:
    rows = data.draw(st.lists(cells(record), max_size=4))

    encoded = encode(frame_of(record, rows), record, language=language)

    made = [record_of(record, row, language) for row in rows]
    assert parsed(encoded) == set(one_by_one(made))


def test_literals_are_escaped() -> None:
    nasty = 'a "b" \\ c\nd\re\tf \x01 \x7f é 🙂 \u2028'
    frame = pl.DataFrame({"iri": ["http://x/1"], "notation": [nasty]})

    (triple,) = parsed(encode(frame, Concept, typed=False))

    assert triple.object == ox.Literal(nasty)


def test_exploded_rows_repeat_a_property_and_their_class_once() -> None:
    frame = pl.DataFrame({"iri": ["http://x/1"] * 2, "broader": ["http://x/2", "http://x/3"]})

    lines = encode(frame, Concept).splitlines()

    assert len(lines) == 3


@pytest.mark.parametrize("bad", ["no-scheme", "http://x/a b", "http://x/<", "http://x/\n", ""])
def test_what_is_no_address_is_refused(bad: str) -> None:
    with pytest.raises(InputError, match="not an absolute address"):
        encode(pl.DataFrame({"iri": [bad], "notation": ["1"]}), Concept)
    with pytest.raises(InputError, match="not an absolute address"):
        encode(pl.DataFrame({"iri": ["http://x/1"], "broader": [bad]}), Concept)


def test_a_column_that_is_no_field_is_refused() -> None:
    with pytest.raises(InputError, match="Concept has no fields lable"):
        encode(pl.DataFrame({"iri": ["http://x/1"], "lable": ["x"]}), Concept)


def test_numbers_that_are_not_finite_are_refused() -> None:
    frame = pl.DataFrame({"iri": ["http://x/1"], "hourly_mean": [float("nan")]})
    with pytest.raises(InputError, match="hourly_mean holds a number that is not finite"):
        encode(frame, WageObservation)


@given(st.lists(st.text(max_size=8), max_size=8), st.text(max_size=8))
def test_minted_addresses_are_those_of_identifiers(locals_: list[str], second: str) -> None:
    identifiers = Identifiers(base="https://example.org/base")
    first, other = pl.Series(locals_, dtype=pl.String), pl.Series([second] * len(locals_))

    minted = mint(identifiers, "onet", first, other.cast(pl.String))

    assert minted.to_list() == [identifiers.mint("onet", local, second) for local in locals_]


def test_pieces_are_joined_up_to_a_size() -> None:
    assert list(pieces([b"ab", b"c", b"d", b"e"], least=3)) == [b"abc", b"de"]
