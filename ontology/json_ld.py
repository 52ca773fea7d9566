"""Writing JSON-LD in the words of a context: our own, or that of a vocabulary.

rdflib can do it too, but drops an empty text, a zero and ``false`` where a property has several values.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict, Field, JsonValue
from rdflib import BNode, Graph, Literal
from rdflib.term import Node

from ontology.namespaces import RDF, XSD
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
    """The names of a context, found by what they stand for.

    Parameters
    ----------
    context
        Names with their meaning, and prefixes; our own where none is given.
    """

    def __init__(self, named: Mapping[str, JsonValue] | None = None) -> None:
        self.context: dict[str, JsonValue] = dict(named or json.loads(context())["@context"])
        plain = {name: iri for name, iri in self.context.items() if isinstance(iri, str)}
        self._classes = {iri: name for name, iri in plain.items()}
        self._prefixes = {iri: name for name, iri in plain.items() if iri.endswith(("/", "#"))}
        self._terms = {
            term["@id"]: Term.model_validate({"name": name, **term})
            for name, term in self.context.items()
            if isinstance(term, dict)
        }
        self.id, self.type = (self._classes.get(keyword, keyword) for keyword in ("@id", "@type"))

    def short(self, node: Node) -> str:
        """Return an address with a prefix of the context, where it has one."""
        if isinstance(node, BNode):
            return f"_:{node}"
        namespace, local = _parted(str(node))
        prefix = self._prefixes.get(namespace)
        return f"{prefix}:{local}" if prefix and local else str(node)

    def class_name(self, node: Node) -> str:
        """Return the name of a class."""
        return self._classes.get(self.short(node), self.short(node))

    def term(self, predicate: Node, value: Node) -> Term:
        """Return the name under which a value can stand as it is.

        Under the name of a context that has its texts by language, a text without one stands for none: such a text
        has the whole address for its name.
        """
        name = self.short(predicate)
        term = self._terms.get(name)
        if term is None:
            return Term(name=name)
        has_language = isinstance(value, Literal) and bool(value.language)
        if term.container == "@language" and not has_language:
            return Term(name=str(predicate) if name in self.context else name)
        return term


@cache
def our_names() -> Names:
    """Return the names of our own context, made once."""
    return Names()


def to_json_ld(graph: Graph) -> bytes:
    """Return a graph as JSON-LD, compacted by our context, which it carries."""
    names = our_names()
    nodes = to_nodes(graph, names)
    body = nodes[0] if len(nodes) == 1 else {"@graph": list[JsonValue](nodes)}
    document = {"@context": names.context, **body}
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"


def to_nodes(graph: Graph, names: Names) -> list[dict[str, JsonValue]]:
    """Return an object for each thing of which a graph says something, by address."""
    return [
        to_node(subject, graph.predicate_objects(subject), names) for subject in sorted(set(graph.subjects()), key=str)
    ]


def trimmed(names: Names, nodes: Iterable[dict[str, JsonValue]]) -> dict[str, JsonValue]:
    """Return what of a context some objects need: the names in them, and the prefixes of these.

    Example
    -------
    >>> sorted(trimmed(our_names(), [{"id": "http://x/a", "type": ["Occupation"], "lw:tier": "onet:x"}]))
    ['@version', 'Occupation', 'ceterms', 'id', 'lw', 'type']
    """
    needed = {"@version", names.id, names.type}
    for word in _words(list[JsonValue](nodes)):
        needed |= {word, word.partition(":")[0]}
    meant = [names.context[name] for name in needed if name in names.context]
    for word in _words(meant):
        needed.add(word.partition(":")[0])
    return {name: meaning for name, meaning in names.context.items() if name in needed}


def _words(value: JsonValue) -> Iterator[str]:
    """Yield the keys and the texts in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _words(each)


def _parted(iri: str) -> tuple[str, str]:
    """Return the namespace of an address, up to the last mark, and its name there."""
    at = max(iri.rfind("/"), iri.rfind("#")) + 1
    return iri[:at], iri[at:]


def to_node(subject: Node, pairs: Iterable[tuple[Node, Node]], names: Names) -> dict[str, JsonValue]:
    """Return an object for a thing, of what is said of it as pairs of property and value."""
    said: dict[str, list[JsonValue]] = defaultdict(list)
    in_languages: dict[str, dict[str, list[JsonValue]]] = defaultdict(lambda: defaultdict(list))
    for predicate, value in pairs:
        if predicate == RDF.type:
            said[names.type].append(names.class_name(value))
            continue
        term = names.term(predicate, value)
        if term.container and isinstance(value, Literal) and value.language:
            in_languages[term.name][value.language].append(str(value))
        else:
            said[term.name].append(_value(value, term.form, names))
    texts: dict[str, JsonValue] = {name: _each(values) for name, values in in_languages.items()}
    return {names.id: names.short(subject), **_each(said), **texts}


def _each(values: dict[str, list[JsonValue]]) -> dict[str, JsonValue]:
    """Return a single value as it is and several in order."""
    return {name: some[0] if len(some) == 1 else sorted(some, key=json.dumps) for name, some in values.items()}


def _value(value: Node, form: str, names: Names) -> JsonValue:
    """Return a value as a plain one where its name says the form, else with its own."""
    if not isinstance(value, Literal):
        return names.short(value) if form == "@id" else {names.id: names.short(value)}
    if value.language:
        return {"@language": value.language, "@value": str(value)}
    datatype = names.short(value.datatype or XSD.string)
    if form == datatype:
        return int(value) if datatype == "xsd:integer" and abs(int(value)) < LARGEST else str(value)
    if not form and datatype == "xsd:boolean":
        return str(value) == "true"
    if not form and datatype == "xsd:integer" and abs(int(value)) < LARGEST:
        return int(value)
    return {"@value": str(value)} if datatype == "xsd:string" else {"@value": str(value), names.type: datatype}
