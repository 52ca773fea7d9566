"""What every record is: frozen, checked, and tied to RDF by its own fields.

A field says which property carries it, right where it is declared::

    job_zone: Annotated[int | None, LW.jobZone] = None

The Python type decides the form in RDF: `Text` is a literal with its language, `Iri` an address, ``float`` an
``xsd:decimal``, and ``tuple[T, ...]`` repeats the property. Reading, writing and the columns of bulk imports all
follow that one declaration.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Self, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticKnownError, core_schema
from rdflib import URIRef

from ontology.addresses import is_address
from ontology.language_tags import is_language_tag
from ontology.namespaces import RDF, XSD


class Word(str):
    """Text of a certain form; otherwise a plain string."""

    __slots__ = ()
    form: ClassVar[str | None] = None
    """Regular expression that it matches; any text where there is none."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(pattern=cls.form))


class Judged(Word):
    """Text that a judge lets pass."""

    __slots__ = ()

    @staticmethod
    def fits(text: str) -> bool:
        """Return whether a text is one."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls._passed, core_schema.str_schema())

    @classmethod
    def _passed(cls, text: str) -> Self:
        if cls.fits(text):
            return cls(text)
        raise unfit(f"of {cls.__name__}")


def unfit(form: str) -> PydanticKnownError:
    """Return the error that a text is not of a form, as a pattern would have it."""
    return PydanticKnownError("string_pattern_mismatch", {"pattern": form})


class Iri(Judged):
    """An absolute address."""

    __slots__ = ()
    fits = staticmethod(is_address)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(schema) | {"format": "iri"}


class YearMonth(Word):
    """A month, ``2023-08``, as ``xsd:gYearMonth`` has it."""

    __slots__ = ()
    form = r"^[0-9]{4}-(0[1-9]|1[0-2])$"


class Moment(Word):
    """A moment as its source writes it, ``2026-06-05T04:23:43.000Z``, as ``xsd:dateTime`` has it."""

    __slots__ = ()
    form = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+\-][0-9]{2}:[0-9]{2})?$"


class LanguageTag(Judged):
    """A language tag (BCP 47) as its source writes it, as ``xsd:language`` has it."""

    __slots__ = ()
    fits = staticmethod(is_language_tag)


class JsonText(Word):
    """A value of JSON, written, as ``rdf:JSON`` has it."""

    __slots__ = ()


def printed(words: str) -> str:
    r"""Return words as people print them: O*NET writes two hyphens for a dash.

    Example
    -------
    >>> ascii(printed("Helpers--Electricians")), printed("align --to onet")
    ("'Helpers\\u2013Electricians'", 'align --to onet')
    """
    return re.sub(r"(?<=\w)--(?=\w)", "\u2013", words)


def _lower_tag(text: str) -> str:
    if text.islower() and is_language_tag(text):
        return text
    form = "of a language tag in lower case"
    raise unfit(form)


class Text(BaseModel):
    r"""Words in a language (BCP 47 tag, lower case).

    What is shown to people is ``str`` of it, with a dash as people print it; data take ``value``, as the source has it.

    Example
    -------
    >>> title = Text(value="Helpers--Electricians")
    >>> ascii(str(title)), title.value
    ("'Helpers\\u2013Electricians'", 'Helpers--Electricians')
    """

    model_config = ConfigDict(frozen=True)

    value: str
    language: Annotated[str, AfterValidator(_lower_tag)] = "en"

    def __str__(self) -> str:
        return printed(self.value)


@dataclass(frozen=True)
class RdfField:
    """How one field of a record stands in RDF.

    Parameters
    ----------
    datatype
        Of the literal; ``None`` for an address and for text with a language.
    python
        `Iri`, `Text`, `YearMonth`, `Moment`, `LanguageTag`, `JsonText`, ``str``, ``int``, ``float``, ``bool``,
        ``date`` or ``datetime``.
    many
        Whether the property repeats.
    """

    name: str
    predicate: URIRef
    python: type
    datatype: URIRef | None
    many: bool


DATATYPES: dict[type, URIRef | None] = {
    Iri: None,
    Text: None,
    str: XSD.string,
    int: XSD.integer,
    float: XSD.decimal,
    bool: XSD.boolean,
    date: XSD.date,
    datetime: XSD.dateTime,
    YearMonth: XSD.gYearMonth,
    Moment: XSD.dateTime,
    JsonText: RDF.JSON,
    LanguageTag: XSD.language,
}


class Record(BaseModel):
    """A thing with an address. Subclasses declare their classes and their fields' properties."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    types: ClassVar[tuple[URIRef, ...]] = ()
    """The classes that every instance has, the most specific first."""

    iri: Iri


@cache
def rdf_fields(record: type[Record]) -> dict[str, RdfField]:
    """Return how the fields of a record class stand in RDF, by name, in their order.

    Fields without a property (``iri``, and what is computed) are left out.

    Example
    -------
    >>> from ontology.records import Occupation
    >>> rdf_fields(Occupation)["label"].predicate.rsplit("#")[-1]
    'prefLabel'
    """
    found = {}
    for name, info in record.model_fields.items():
        predicates = [mark for mark in info.metadata if isinstance(mark, URIRef)]
        if predicates:
            python, many = _core(info.annotation)
            found[name] = RdfField(name, predicates[0], python, DATATYPES[python], many)
    return found


def _core(annotation: Any) -> tuple[type, bool]:  # noqa: ANN401 - any annotation that typing allows
    """Return the innermost type of an annotation and whether it repeats."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _core(arguments[0])
    if origin in (Union, UnionType):
        return _core(next(a for a in arguments if a is not NoneType))
    if origin is tuple:
        return _core(arguments[0])[0], True
    return annotation, False
