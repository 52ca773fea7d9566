"""Nodes of CTDL documents in JSON-LD, whatever form their authors chose.

Read without any context from the network: names are known by the namespaces of CTDL, CTDL-ASN and schema.org, under
their usual prefixes, under those that a document declares itself, as whole addresses, or bare. Expanded and compact
documents, graphs, single nodes, nested nodes, lists and envelopes of the Credential Registry lead to the same nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ontology.addresses import is_address
from ontology.language_tags import is_language_tag
from standards.json_documents import Json

NAMESPACES: Final = {
    "ceterms": ("https://purl.org/ctdl/terms/", "http://purl.org/ctdl/terms/", "https://credreg.net/ctdl/terms/"),
    "ceasn": ("https://purl.org/ctdlasn/terms/", "http://purl.org/ctdlasn/terms/"),
    "qdata": ("https://credreg.net/qdata/terms/",),
    "schema": ("https://schema.org/", "http://schema.org/"),
}
"""The namespaces of terms that are read, under the prefixes of the published contexts; some have been moved."""

ENVELOPE: Final = ("decoded_resource", "payload")
"""What holds the document in an envelope of the Credential Registry."""

LINKS: Final = frozenset(
    (
        *("assesses", "creditValue", "hasPart", "instructionalProgramType", "isPartOf", "offeredBy", "ownedBy"),
        *("prerequisite", "requires", "targetLearningOpportunity", "targetNode", "teaches"),
    )
)
"""Properties whose plain texts are addresses, where they look like one."""

_ADDRESS: Final = re.compile(r"(?:_|[A-Za-z][A-Za-z0-9+.\-]*):\S+")


@dataclass(frozen=True)
class Words:
    """A literal, with its language where it says one."""

    text: str
    language: str | None = None


@dataclass(frozen=True)
class Reference:
    """The address of a node, which need not be in the document."""

    address: str


Value = Words | Reference


@dataclass
class Node:
    """A node with its local class names, and its values by the local names of their properties.

    Parameters
    ----------
    place
        Among the nodes of the document, from 1.
    """

    address: str
    place: int
    classes: set[str] = field(default_factory=set)
    values: dict[str, list[Value]] = field(default_factory=dict)

    def words(self, *names: str) -> list[Words]:
        """Return the literals of the first property that has any; one in English first."""
        for name in names:
            if found := [value for value in self.values.get(name, ()) if isinstance(value, Words) and value.text]:
                return sorted(found, key=lambda words: not (words.language or "en").startswith("en"))
        return []

    def text(self, *names: str) -> str:
        """Return the first literal, empty where there is none."""
        return next((words.text for words in self.words(*names)), "")

    def references(self, *names: str) -> list[str]:
        """Return the addresses in some properties."""
        found = (value for name in names for value in self.values.get(name, ()))
        return [value.address for value in found if isinstance(value, Reference)]


Nodes = Mapping[str, Node]
"""Nodes by their addresses."""


def read_nodes(documents: Sequence[Json]) -> dict[str, Node]:
    """Return the nodes of documents by their addresses, in their order; nodes without one get a blank one."""
    reader = _Reader()
    for document in documents:
        reader.read(document)
    return reader.nodes


class _Reader:
    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self._prefixes: dict[str, str] = {}

    def read(self, document: Json) -> None:
        """Add the nodes of one document."""
        self._prefixes = {}
        self._read(document)

    def _read(self, document: Json) -> None:
        if isinstance(document, list):
            for each in document:
                self._read(each)
        elif isinstance(document, dict):
            held = next((document[key] for key in ENVELOPE if isinstance(document.get(key), dict | list)), None)
            self._prefixes |= _prefixes(document.get("@context"))
            if held is not None or "@graph" in document:
                self._read(held or document["@graph"])
            else:
                self._node(document)

    def _node(self, entry: Mapping[str, Json]) -> Node:
        address = next((entry[key] for key in ("@id", "id") if isinstance(entry.get(key), str)), "")
        address = self._whole(address) or f"_:{len(self.nodes) + 1}"
        node = self.nodes.setdefault(address, Node(address, len(self.nodes) + 1))
        for key, value in entry.items():
            if key in ("@type", "type"):
                node.classes |= {self._local(name) for name in _listed(value) if isinstance(name, str)} - {""}
            elif not key.startswith("@") and key != "id" and (name := self._local(key)):
                node.values.setdefault(name, []).extend(self._values(value, name in LINKS))
        return node

    def _values(self, value: Json, links: bool) -> Iterator[Value]:
        for each in _listed(value):
            if isinstance(each, dict):
                yield from self._of_object(each, links)
            elif links and isinstance(each, str) and _ADDRESS.fullmatch(each):
                yield Reference(self._whole(each))
            elif isinstance(each, str | int | float) and not isinstance(each, bool):
                yield Words(str(each).strip())

    def _of_object(self, entry: Mapping[str, Json], links: bool) -> Iterator[Value]:
        if "@value" in entry:
            yield Words(str(entry["@value"]).strip(), _tag(entry.get("@language")))
        elif "@list" in entry or "@set" in entry:
            yield from self._values(entry.get("@list", entry.get("@set")), links)
        elif entry and all(is_language_tag(key) and key not in ("id", "type") for key in entry) and _all_texts(entry):
            for tag, texts in entry.items():
                yield from (Words(text.strip(), _tag(tag)) for text in _listed(texts))
        elif set(entry) <= {"@id", "id"}:
            yield from (Reference(self._whole(address)) for address in entry.values() if isinstance(address, str))
        else:
            yield Reference(self._node(entry).address)

    def _whole(self, address: str) -> str:
        """Return an address without the prefix that its document declares."""
        prefix, colon, local = address.partition(":")
        return self._prefixes[prefix] + local if colon and prefix in self._prefixes else address

    def _local(self, name: str) -> str:
        """Return the name of a term within its vocabulary, empty for a vocabulary that is not read."""
        for bases in NAMESPACES.values():
            for base in bases:
                if name.startswith(base):
                    return name.removeprefix(base)
        prefix, colon, local = name.partition(":")
        if not colon:
            return name
        if prefix in self._prefixes:
            return local if any(self._prefixes[prefix] in bases for bases in NAMESPACES.values()) else ""
        return local if prefix in NAMESPACES else ""


def _prefixes(context: Json) -> dict[str, str]:
    """Return the prefixes that a context declares itself."""
    declared = [each for each in _listed(context) if isinstance(each, dict)]
    return {name: base for each in declared for name, base in each.items() if isinstance(base, str)}


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _all_texts(entry: Mapping[str, Json]) -> bool:
    return all(isinstance(text, str) for texts in entry.values() for text in _listed(texts))


def _tag(language: Json) -> str | None:
    return language.lower() if isinstance(language, str) and is_language_tag(language) else None


def absolute(address: str) -> str | None:
    """Return an address where it is absolute, nothing where it is a blank node's.

    Example
    -------
    >>> absolute("https://college.example/1"), absolute("_:1")
    ('https://college.example/1', None)
    """
    return address if is_address(address) else None


def last_part(address: str) -> str:
    """Return the last part of the path of an address, or its fragment.

    Example
    -------
    >>> last_part("https://college.example/courses/elec-110/"), last_part("https://college.example/courses#weld")
    ('elec-110', 'weld')
    """
    return re.split(r"[/#]", address.rstrip("/#"))[-1]
