"""CTDL in JSON-LD out: one graph, in the names of the published context, conditions within what they are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from standards.json_documents import Json
from standards.wire.ctdl.terms import terms

CONTEXTS: Final = ("https://credreg.net/ctdlasn/schema/context/json", "https://credreg.net/ctdl/schema/context/json")
"""The contexts of CTDL-ASN, which graphs with competencies name, and of CTDL."""


def write_graph(nodes: Sequence[dict[str, Json]]) -> dict[str, Json]:
    """Return things as one graph, those without an address within what names them.

    Parameters
    ----------
    nodes
        As `ontology.json_ld.to_nodes` makes them with the names of CTDL, each thing once.
    """
    return {"@context": _named(nodes), "@graph": Nesting(nodes).graph()}


def _named(nodes: Sequence[dict[str, Json]]) -> Json:
    """Return the context that has all the names, or both where each lacks some."""
    if not any("ceasn:" in str(node.get("@type")) for node in nodes):
        return CONTEXTS[1]
    return [*CONTEXTS] if _beyond(list(nodes)) else CONTEXTS[0]


def _beyond(value: Json) -> bool:
    """Whether an address in a value has a prefix that the context of CTDL-ASN does not have."""
    if isinstance(value, dict):
        return any(map(_beyond, value.values()))
    if isinstance(value, list):
        return any(map(_beyond, value))
    return isinstance(value, str) and value.partition(":")[0] in terms().beyond_asn


DEEPEST: Final = 24
"""Things within one another: in lists, half of what a document may hold that is read again."""


class Nesting:
    """Puts each thing without an address into the one other thing that names it, down to `DEEPEST`."""

    def __init__(self, nodes: Sequence[dict[str, Json]]) -> None:
        self._nodes = {node["@id"]: node for node in nodes}
        named = Counter(name for node in nodes for said in node.values() for name in _blank(said))
        # A thing names itself once by its own @id.
        self._inner = {name for name in self._nodes if name.startswith("_:") and named[name] == 2}
        self._put: set[str] = set()
        self._deeper: list[str] = []

    def graph(self) -> list[Json]:
        """Return the things that stand on their own; of those in a circle, each does."""
        outer = [self._object(name) for name in self._nodes if name not in self._inner]
        while self._deeper:
            outer.append(self._object(self._deeper.pop()))
        return outer + [self._nodes[name] for name in self._nodes if name in self._inner - self._put]

    def _object(self, name: str, depth: int = 0) -> dict[str, Json]:
        return {key: said if key == "@id" else self._value(said, depth) for key, said in self._nodes[name].items()}

    def _value(self, value: Json, depth: int) -> Json:
        if isinstance(value, list):
            return [self._value(one, depth) for one in value]
        name = value.get("@id") if isinstance(value, dict) else value
        if not isinstance(name, str) or name not in self._inner:
            return value
        self._put.add(name)
        if depth == DEEPEST:  # by its name, and on its own
            self._deeper.append(name)
            return value
        return {key: said for key, said in self._object(name, depth + 1).items() if key != "@id"}


def _blank(value: Json) -> Iterator[str]:
    """Yield the names of things without an address that stand in a value, as often as they do."""
    if isinstance(value, list):
        yield from (name for one in value for name in _blank(one))
    elif isinstance(value, dict):
        yield from _blank(value.get("@id"))
    elif isinstance(value, str) and value.startswith("_:"):
        yield value
