"""CURIEs: addresses written short, by prefixes (https://www.w3.org/TR/curie)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ontology.errors import UnreadableError
from ontology.namespaces import SEMAPV, SKOS, SSSOM

BUILT_IN: Final = {
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
_OTHER: Final = re.compile(r"^(.*[/#])([^/#]+)$")


@dataclass(frozen=True)
class Curies:
    """Writes addresses as CURIEs and back.

    Parameters
    ----------
    prefixes
        What each prefix stands for.
    """

    prefixes: dict[str, str]

    @classmethod
    def of(cls, addresses: Iterable[str]) -> Curies:
        """Return prefixes for some addresses, named after the last part of what they stand for."""
        spaces = sorted({_split(address)[0] for address in addresses} - set(BUILT_IN.values()))
        prefixes = dict(BUILT_IN)
        for space in spaces:
            name = base = _prefix(space)
            number = 1
            while name in prefixes:
                number += 1
                name = f"{base}{number}"
            prefixes[name] = space
        return cls(prefixes)

    @property
    def declared(self) -> dict[str, str]:
        """The prefixes that a file must declare, by name."""
        return {name: self.prefixes[name] for name in sorted(self.prefixes.keys() - BUILT_IN.keys())}

    def shorten(self, address: str) -> str:
        """Return the CURIE of an address."""
        space, local = _split(address)
        return next(f"{name}:{local}" for name, stands_for in self.prefixes.items() if stands_for == space)

    def expand(self, curie: str) -> str:
        """Return the address that a CURIE stands for.

        Raises
        ------
        UnreadableError
            Where its prefix is not declared.
        """
        name, _, local = curie.partition(":")
        if name not in self.prefixes:
            message = f"{curie!r} has a prefix that curie_map does not declare; add it"
            raise UnreadableError(message)
        return self.prefixes[name] + local


def _split(address: str) -> tuple[str, str]:
    """Return the namespace and the local part of an address."""
    found = _MINTED.match(address) or _OTHER.match(address)
    if not found:
        return address, ""
    return found.group(1), found.groups()[-1]


def _prefix(space: str) -> str:
    name = re.sub(r"[^A-Za-z0-9_-]", "", space.rstrip("/#").rsplit("/", 1)[-1])
    return name if name[:1].isalpha() else f"ns{name}"
