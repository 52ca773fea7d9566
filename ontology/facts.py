"""Facts: what a description says, in an order to read and under the names of the things that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox
from pydantic import BaseModel, ConfigDict

from ontology.bulk import record_of
from ontology.descriptions import Description
from ontology.lookups import Term
from ontology.namespaces import RDF, SCHEMA, SKOS, short_name
from ontology.records import Iri, SkillRequirement, Text
from ontology.together import NAMES, Together

PLACES = str(SCHEMA.itemListElement)
"""The property that only orders what others name; who reads sees the order itself."""

PROPERTY_NAMES = {
    str(SKOS.prefLabel): "title",
    str(SKOS.altLabel): "also called",
    str(SKOS.notation): "code",
    str(RDF.type): "kind",
}
"""Names of properties whose own is no plain English."""

_NAMES = tuple(map(str, NAMES))
_ITEM, _POSITION = ox.NamedNode(SCHEMA.item), ox.NamedNode(SCHEMA.position)


class Value(BaseModel):
    """One value of a property: words, or a thing with its name.

    Parameters
    ----------
    iri
        Of the thing; empty for words.
    named
        Whether the knowledge base has a name for the thing.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    language: str = ""
    iri: str = ""
    named: bool = False


class Fact(BaseModel):
    """A property of a thing with all of its values."""

    model_config = ConfigDict(frozen=True)

    predicate: Iri
    name: str
    values: tuple[Value, ...]


class Need(BaseModel):
    """A competency that an occupation needs.

    Parameters
    ----------
    importance, level
        As of `SkillRequirement`.
    """

    model_config = ConfigDict(frozen=True)

    competency: Value
    importance: float | None
    level: float | None


def facts(together: Together, description: Description) -> tuple[Fact, ...]:
    """Return what is said of a thing in an order to read, the things it names with their own names."""
    said = {key: values for key, values in description.of(description.item).items() if key != PLACES}
    things = {value.value for value in chain.from_iterable(said.values()) if isinstance(value, ox.NamedNode)}
    named, places = together.names(things), _places(together, things)
    return tuple(
        Fact(predicate=Iri(predicate), name=property_name(predicate), values=_values(said[predicate], named, places))
        for predicate in sorted(said, key=_property_order)
    )


def needs(together: Together, description: Description) -> tuple[Need, ...]:
    """Return the competencies that a description of an occupation asks for, the most important first."""
    nodes = [node for node in description.parts(str(SkillRequirement.types[0])) if node != description.item]
    asked = [record_of(description.of(node), SkillRequirement, node) for node in nodes]
    named = together.names(requirement.competency for requirement in asked)
    found = [
        Need(competency=_thing(each.competency, named), importance=each.importance, level=each.level) for each in asked
    ]
    return tuple(sorted(found, key=lambda need: (-(need.importance or 0), need.competency.text, need.competency.iri)))


def property_name(iri: str) -> str:
    """Return the name of a property as words.

    Example
    -------
    >>> property_name("http://www.w3.org/2004/02/skos/core#altLabel")
    'also called'
    """
    if (known := PROPERTY_NAMES.get(iri)) is not None:
        return known
    local = re.split(r"[/#]", iri)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", local).lower()


def _property_order(predicate: str) -> tuple[int, str]:
    """Return a key that puts the name of a thing first, and its other names behind."""
    return _NAMES.index(predicate) if predicate in _NAMES else len(NAMES), property_name(predicate)


def _places(together: Together, things: Iterable[str]) -> dict[str, int]:
    """Return the places in a list of those things that have one, from 1; the first of several."""
    return {thing: min(found) for thing in things if (found := list(_positions(together, ox.NamedNode(thing))))}


def _positions(together: Together, thing: ox.NamedNode) -> Iterator[int]:
    for place in together.quads(None, _ITEM, thing):
        if not isinstance(place.subject, ox.Triple):
            positions = (quad.object for quad in together.quads(place.subject, _POSITION))
            yield from (int(position.value) for position in positions if isinstance(position, ox.Literal))


def _values(terms: list[Term], named: dict[str, Text], places: dict[str, int]) -> tuple[Value, ...]:
    last = max(places.values(), default=0) + 1
    found = [_value(term, named) for term in terms]
    return tuple(sorted(found, key=lambda value: (places.get(value.iri, last), value.text.casefold(), value.iri)))


def _value(term: Term, named: dict[str, Text]) -> Value:
    if isinstance(term, ox.NamedNode):
        return _thing(term.value, named)
    if isinstance(term, ox.Literal):
        return Value(text=term.value, language=term.language or "")
    return Value(text=str(term))


def _thing(iri: str, named: dict[str, Text]) -> Value:
    """Return a thing under its name, or under its address where it has none."""
    name = named.get(iri)
    return (
        Value(text=name.value, language=name.language, iri=iri, named=True)
        if name
        else Value(text=short_name(iri), iri=iri)
    )
