"""The slots of SSSOM 1.1 (https://mapping-commons.github.io/sssom): what each holds, by the field that declares it.

A field of `SssomMapping` and of `MappingSet` is called as the slot is, and stands where the standard has it::

    subject_id: Annotated[Reference, OWL.annotatedSource] = ""

Readers, writers, records and the tables of the documents follow that one declaration.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from ontology.namespaces import SSSOM
from ontology.versions import version_key


class Form(Enum):
    """What the values of a slot are."""

    TEXT = auto()
    REFERENCE = auto()
    """An address that a file writes as a CURIE (``EntityReference``)."""
    ADDRESS = auto()
    """An address that a file writes out (``NonRelativeURI``)."""
    DAY = auto()
    """As ``2026-11-20``."""
    NUMBER = auto()


@dataclass(frozen=True)
class Range:
    """Least and greatest number that a slot takes."""

    least: float
    most: float


@dataclass(frozen=True)
class Words:
    """The only texts that a slot takes."""

    words: tuple[str, ...]
    decisive: bool = False
    """Whether a row means nothing certain where another word stands."""


@dataclass(frozen=True)
class Since:
    """The version of the standard that a slot came with."""

    version: str


@dataclass(frozen=True)
class Propagatable:
    """That a slot of a set speaks of all its mappings."""


KINDS: Final = Words(
    (
        *("owl class", "owl object property", "owl data property", "owl annotation property"),
        *("owl named individual", "skos concept", "rdfs resource", "rdfs class", "rdfs literal", "rdfs datatype"),
        *("rdf property", "composed entity expression"),
    )
)

NEW: Final = Since("1.1")
OF_ALL: Final = Propagatable()

Texts = tuple[str, ...]
Reference = Annotated[str, Form.REFERENCE]
References = Annotated[tuple[str, ...], Form.REFERENCE]
Address = Annotated[str, Form.ADDRESS]
Addresses = Annotated[tuple[str, ...], Form.ADDRESS]
Day = Annotated[str, Form.DAY]
Kind = Annotated[str, KINDS]
Share = Annotated[float | None, Form.NUMBER, Range(0, 1)]
Agreement = Annotated[float | None, Form.NUMBER, Range(-1, 1)]


@dataclass(frozen=True)
class Slot:
    """What a slot holds.

    Parameters
    ----------
    property
        That has it in RDF.
    many
        Whether it may hold several values.
    since
        The version of the standard that brought it.
    propagatable
        Whether a set says with it something of all its mappings, and not of itself.
    """

    name: str
    property: str
    form: Form
    many: bool
    range: Range | None
    words: Words | None
    since: Since | None
    propagatable: bool

    def stands_in(self, version: str) -> bool:
        """Whether a version of the standard has the slot; where none is named, it has."""
        return not (version and self.since) or version_key(self.since.version) <= version_key(version)


WHOLE: Final = ("curie_map", "mappings")
"""Fields of a set that are no slots with values."""


def slots(of: type) -> dict[str, Slot]:
    """Return the slots that a class declares, by name, in the order of the standard.

    Example
    -------
    >>> from standards.sssom import SssomMapping
    >>> slots(SssomMapping)["author_id"].form, slots(SssomMapping)["author_id"].many
    (<Form.REFERENCE: 2>, True)
    """
    return _declared(of)


@cache
def _declared(of: type) -> dict[str, Slot]:
    hints = get_type_hints(of, include_extras=True)
    return {name: _slot(name, hint) for name, hint in hints.items() if name not in WHOLE}


MARKS: Final = (Form, Range, Words, Since, Propagatable, str)
"""What may be said of a slot beside its type; a text is its property."""


def _slot(name: str, hint: Any) -> Slot:  # noqa: ANN401 - any annotation that typing allows
    """Return a slot by its annotation."""
    core, *marks = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    told: dict[type, Any] = {kind: mark for mark in marks for kind in MARKS if isinstance(mark, kind)}
    return Slot(
        name=name,
        property=told.get(str, SSSOM[name]),
        form=told.get(Form, Form.TEXT),
        many=get_origin(core) is tuple,
        range=told.get(Range),
        words=told.get(Words),
        since=told.get(Since),
        propagatable=Propagatable in told,
    )
