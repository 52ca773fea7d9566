"""CURIEs: addresses written short, by prefixes (https://www.w3.org/TR/curie)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ontology.errors import UnreadableError
from ontology.namespaces import SEMAPV, SKOS, SSSOM

BUILT_IN: Final = {
    "linkml": "https://w3id.org/linkml/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": str(SEMAPV),
    "skos": str(SKOS),
    "sssom": str(SSSOM),
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that every reader knows, which the prefix map of a file leaves out."""

_MINTED: Final = re.compile(r"^(.*/id/([^/]+)/)(.+)$")
_OTHER: Final = re.compile(r"^(.*[/#:])([^/#:]+[/#]?)$")


@dataclass(frozen=True)
class Curies:
    """Writes addresses as CURIEs and back.

    Parameters
    ----------
    prefixes
        What each prefix stands for.
    """

    prefixes: Mapping[str, str]

    @classmethod
    def of(cls, addresses: Iterable[str], known: Mapping[str, str] | None = None) -> Curies:
        """Return prefixes for some addresses.

        Parameters
        ----------
        known
            Prefixes that are taken where an address begins with what they stand for. Others are named after the last
            part of what they stand for.
        """
        given = cls({**(known or {}), **BUILT_IN})
        used = {name: given.prefixes[name] for name in BUILT_IN}
        spaces: set[str] = set()
        for address in set(addresses):
            if name := given._prefix_of(address):
                used[name] = given.prefixes[name]
            else:
                spaces.add(_split(address)[0])
        return cls(used | _named(sorted(spaces), used.keys() | given.prefixes.keys()))

    @property
    def declared(self) -> dict[str, str]:
        """The prefixes that a file must declare, by name."""
        return {name: self.prefixes[name] for name in sorted(self.prefixes.keys() - BUILT_IN.keys())}

    def shorten(self, address: str) -> str:
        """Return the CURIE of an address, by the longest of the prefixes that it begins with."""
        name = self._prefix_of(address) or next(n for n, space in self.prefixes.items() if space == address)
        return f"{name}:{address.removeprefix(self.prefixes[name])}"

    def expand(self, curie: str) -> str:
        """Return the address that a CURIE stands for.

        Raises
        ------
        UnreadableError
            Where its prefix is not declared.
        """
        name, colon, local = curie.partition(":")
        if not colon or name not in self.prefixes:
            message = f"{curie!r} has a prefix that curie_map does not declare; add it"
            raise UnreadableError(message)
        return self.prefixes[name] + local

    @cached_property
    def _names(self) -> dict[str, str]:
        """The first prefix by name for each thing that prefixes stand for."""
        return {space: name for name, space in sorted(self.prefixes.items(), reverse=True)}

    @cached_property
    def _lengths(self) -> list[int]:
        """The lengths of what prefixes stand for, the longest first."""
        return sorted({len(space) for space in self._names}, reverse=True)

    def _prefix_of(self, address: str) -> str | None:
        """Return the prefix of the longest beginning of an address that one stands for, if any."""
        shorter = (address[:length] for length in self._lengths if length < len(address))
        return next((self._names[space] for space in shorter if space in self._names), None)


def _named(spaces: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Return names for what prefixes are to stand for, each once."""
    prefixes: dict[str, str] = {}
    there = set(taken)
    for space in spaces:
        name = base = _prefix(space)
        number = 1
        while name in there:
            number += 1
            name = f"{base}{number}"
        there.add(name)
        prefixes[name] = space
    return prefixes


def _split(address: str) -> tuple[str, str]:
    """Return the namespace and the local part of an address."""
    found = _MINTED.match(address) or _OTHER.match(address)
    if not found:
        return address, ""
    return found.group(1), found.groups()[-1]


def _prefix(space: str) -> str:
    name = re.sub(r"[^A-Za-z0-9_-]", "", space.rstrip("/#:").rsplit("/", 1)[-1])
    return name if name[:1].isalpha() else f"ns{name}"
