"""Writing JSON-LD in the words of our own context.

rdflib can do it too, but drops an empty text, a zero and ``false`` where a property has several values.
"""

from __future__ import annotations

import json
from collections import defaultdict

from pydantic import BaseModel, ConfigDict, Field, JsonValue
from rdflib import BNode, Graph, Literal
from rdflib.term import Node

from ontology.namespaces import RDF, XSD, short_name
from ontology.vocabulary import context

LARGEST = 2**53
"""Whole numbers from here on are not the same in every reader of JSON."""


class Term(BaseModel):
    """What the context says of one name.

    Parameters
    ----------
    name
        The key in a document; without a name in the context, the property with its prefix.
    form
        ``@id`` where the values are addresses, a datatype with its prefix, or nothing.
    container
        ``@language`` where the values stand under their languages, or nothing.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    form: str = Field(default="", alias="@type")
    container: str = Field(default="", alias="@container")


class Names:
    """The names of the context, found by what they stand for."""

    def __init__(self) -> None:
        self.context: dict[str, JsonValue] = json.loads(context())["@context"]
        self._classes: dict[str, str] = {iri: name for name, iri in self.context.items() if isinstance(iri, str)}
        self._terms = {
            term["@id"]: Term.model_validate({"name": name, **term})
            for name, term in self.context.items()
            if isinstance(term, dict)
        }

    def type(self, node: Node) -> str:
        """Return the name of a class."""
        return self._classes.get(short(node), short(node))

    def term(self, predicate: Node, value: Node) -> Term:
        """Return the name under which a value can stand as it is."""
        plain = Term(name=short(predicate))
        term = self._terms.get(plain.name, plain)
        needs_language = term.container == "@language"
        has_language = isinstance(value, Literal) and bool(value.language)
        return plain if needs_language and not has_language else term


def to_json_ld(graph: Graph) -> bytes:
    """Return a graph as JSON-LD, compacted by our context, which it carries."""
    names = Names()
    nodes = [_node(graph, subject, names) for subject in sorted(set(graph.subjects()), key=str)]
    body = nodes[0] if len(nodes) == 1 else {"@graph": list[JsonValue](nodes)}
    document = {"@context": names.context, **body}
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"


def short(node: Node) -> str:
    """Return an address with a prefix, where it has one of the project's."""
    if isinstance(node, BNode):
        return f"_:{node}"
    return short_name(str(node))


def _node(graph: Graph, subject: Node, names: Names) -> dict[str, JsonValue]:
    """Return all that a graph says of one thing."""
    said: dict[str, list[JsonValue]] = defaultdict(list)
    in_languages: dict[str, dict[str, list[JsonValue]]] = defaultdict(lambda: defaultdict(list))
    for predicate, value in graph.predicate_objects(subject):
        if predicate == RDF.type:
            said["type"].append(names.type(value))
            continue
        term = names.term(predicate, value)
        if term.container and isinstance(value, Literal) and value.language:
            in_languages[term.name][value.language].append(str(value))
        else:
            said[term.name].append(_value(value, term.form))
    texts: dict[str, JsonValue] = {name: _each(values) for name, values in in_languages.items()}
    return {"id": short(subject), **_each(said), **texts}


def _each(values: dict[str, list[JsonValue]]) -> dict[str, JsonValue]:
    """Return a single value as it is and several in order."""
    return {name: some[0] if len(some) == 1 else sorted(some, key=json.dumps) for name, some in values.items()}


def _value(value: Node, form: str) -> JsonValue:
    """Return a value as a plain one where its name says the form, else with its own."""
    if not isinstance(value, Literal):
        return short(value) if form == "@id" else {"id": short(value)}
    if value.language:
        return {"@language": value.language, "@value": str(value)}
    datatype = short(value.datatype or XSD.string)
    if form == datatype:
        return str(value)
    if not form and datatype == "xsd:boolean":
        return str(value) == "true"
    if not form and datatype == "xsd:integer" and abs(int(value)) < LARGEST:
        return int(value)
    return {"@value": str(value)} if datatype == "xsd:string" else {"@value": str(value), "type": datatype}
