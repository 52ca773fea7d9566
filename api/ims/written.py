"""A package as it is sent, with the place of each resource in it: what is asked for alone is cut out of the whole."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from standards.json_documents import Json

OVERHEAD: Final = 1000
"""Bytes that knowing the place of a resource takes, at most."""

CODED: Final = ("CFConcepts", "CFSubjects", "CFItemTypes")
"""Lists whose hierarchy is in the codes of what they hold."""

Place = tuple[int, int]
"""Where a resource begins and ends, in bytes."""

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encoded(said: Json) -> bytes:
    """Return JSON as it is sent: UTF-8, without spaces.

    Example
    -------
    >>> encoded({"title": "Soldadura básica"}).decode()
    '{"title":"Soldadura básica"}'
    """
    return _ENCODER.encode(said).encode()


def tag_of(content: bytes) -> str:
    """Return what an answer is known by: a digest, as ``ETag`` has it."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


@dataclass(frozen=True, eq=False)
class Written:
    """A package, written.

    Parameters
    ----------
    content
        The whole.
    places
        Where in it the resources of each list stand, by their identifiers.
    touching
        Identifiers of the associations that an item is an end of, by its own.
    codes
        Hierarchy codes of what is in the lists of definitions, by identifiers.
    """

    content: bytes
    places: Mapping[str, Mapping[str, Place]]
    touching: Mapping[str, list[str]]
    codes: Mapping[str, Mapping[str, str]]

    @cached_property
    def tag(self) -> str:
        """What it is known by."""
        return tag_of(self.content)

    @cached_property
    def compressed(self) -> bytes:
        """The whole in gzip, the same bytes each time."""
        return gzip.compress(self.content, compresslevel=6, mtime=0)

    @property
    def weight(self) -> int:
        """How many bytes keeping it takes, at most; it is never larger compressed than as it is."""
        return 2 * len(self.content) + OVERHEAD * sum(map(len, self.places.values()))

    def resource(self, kind: str, identifier: str, more: bytes = b"") -> bytes:
        """Return a resource of a list.

        Parameters
        ----------
        more
            Members that it has besides, each with a comma before it.

        Raises
        ------
        KeyError
            Where it is not in that list.
        """
        start, end = self.places[kind][identifier]
        return self.content[start : end - 1] + more + b"}"

    def below(self, kind: str, identifier: str) -> list[str]:
        """Return the identifiers of what stands below one of a list, in the order of the list."""
        codes = self.codes[kind]
        code = codes[identifier]
        return [other for other, its in codes.items() if is_below(its, code)]


def is_below(code: str, above: str) -> bool:
    """Return whether a hierarchy code continues another with a part of its own.

    Example
    -------
    >>> is_below("1.2.3", "1.2"), is_below("1.20", "1.2"), is_below("1", "")
    (True, False, False)
    """
    rest = code.removeprefix(above)
    return bool(above) and rest != code and bool(rest) and not rest[0].isalnum()


@dataclass
class _Sheet:
    """A package on its way to bytes."""

    parts: list[bytes] = field(default_factory=list)
    length: int = 0
    places: dict[str, dict[str, Place]] = field(default_factory=lambda: defaultdict(dict))

    def object(self, said: Mapping[str, Json]) -> None:
        """Write the package, or its definitions: members that are lists hold resources."""
        self._put(b"{")
        for number, (name, value) in enumerate(said.items()):
            self._put((b"," if number else b"") + encoded(name) + b":")
            self._member(name, value)
        self._put(b"}")

    def _member(self, name: str, value: Json) -> None:
        if name == "CFDefinitions":
            self.object(value)
        elif isinstance(value, list):
            self._list(name, value)
        else:
            self._put(encoded(value))

    def _list(self, name: str, resources: list[Json]) -> None:
        self._put(b"[")
        for number, one in enumerate(resources):
            self._put(b"," if number else b"")
            start = self.length
            self._put(encoded(one))
            self.places[name][one["identifier"]] = start, self.length
        self._put(b"]")

    def _put(self, part: bytes) -> None:
        self.parts.append(part)
        self.length += len(part)


def laid_out(package: Mapping[str, Json]) -> Written:
    """Return a package as it is sent.

    Example
    -------
    >>> one = {"identifier": "a", "uri": "urn:a"}
    >>> written = laid_out({"CFDocument": {"identifier": "d"}, "CFItems": [one]})
    >>> written.content == encoded({"CFDocument": {"identifier": "d"}, "CFItems": [one]})
    True
    >>> written.resource("CFItems", "a", b',"notes":"hot"').decode()
    '{"identifier":"a","uri":"urn:a","notes":"hot"}'
    """
    sheet = _Sheet()
    sheet.object(package)
    defined = package.get("CFDefinitions", {})
    codes = {kind: {one["identifier"]: one["hierarchyCode"] for one in defined.get(kind, ())} for kind in CODED}
    return Written(b"".join(sheet.parts), dict(sheet.places), _touching(package), codes)


def _touching(package: Mapping[str, Json]) -> dict[str, list[str]]:
    """Return which associations each item is an end of."""
    items = {item["uri"]: item["identifier"] for item in package.get("CFItems", ())}
    found: dict[str, list[str]] = defaultdict(list)
    for association in package.get("CFAssociations", ()):
        ends = (association[end]["uri"] for end in ("originNodeURI", "destinationNodeURI"))
        for item in dict.fromkeys(items[uri] for uri in ends if uri in items):
            found[item].append(association["identifier"])
    return dict(found)
