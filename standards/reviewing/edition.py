"""Editions: what of a framework is judged, a release of it or the file of a list of one's own as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from ontology.errors import NotFoundError
from ontology.records import Iri
from ontology.store import KnowledgeBase
from standards.frameworks import FRAMEWORK, framework_release
from standards.own_lists import OwnList
from standards.reviewing.wordings import Wording, wordings

VERSION = 12
"""Digits of the SHA-256 of a list that tell one state of it from another."""


@dataclass(frozen=True)
class Edition:
    """A framework as it words its competencies.

    Parameters
    ----------
    name
        Of the framework.
    framework
        Its address, the same in every edition.
    version, release
        Version and graph of the release; of a list the beginning of the SHA-256 of its file, and its address.
    wordings
        Returns how it words some competencies, by address; what it does not have is left out.
    """

    name: str
    framework: Iri
    version: str
    release: Iri
    wordings: Callable[[Iterable[str]], Mapping[Iri, Wording]]

    @classmethod
    def of(cls, base: KnowledgeBase, framework: str | OwnList) -> Edition:
        """Return a framework of a knowledge base, ``esco`` in the newest release and ``esco@1.1.0`` in that, or a list.

        Raises
        ------
        NotFoundError
            With the frameworks there are.
        """
        if isinstance(framework, OwnList):
            address = Iri(framework.address)
            words = partial(_listed, framework)
            return cls(framework.title, address, framework.sha256[:VERSION], address, words)
        release = framework_release(base, framework)
        name = framework.partition("@")[0]
        words = partial(wordings, base, release)
        return cls(name, address_of(base, framework), release.version, release.iri, words)


def address_of(base: KnowledgeBase, framework: str | OwnList) -> Iri:
    """Return the address of a framework or a list, the same in every edition."""
    if isinstance(framework, OwnList):
        return Iri(framework.address)
    return Iri(base.identifiers.mint(FRAMEWORK, framework.partition("@")[0]))


def edition_of(base: KnowledgeBase, framework: str | OwnList) -> Edition | None:
    """Return an edition; ``None`` where there is none: nobody can tell what it says now, and reviews of it stand."""
    try:
        return Edition.of(base, framework)
    except NotFoundError:
        return None


def edition_at(base: KnowledgeBase, address: str) -> Edition | None:
    """Return the newest edition of the framework that has an address; that of a list does not say where its file is."""
    name = base.identifiers.local(address)
    return edition_of(base, name) if address_of(base, name) == address else None


def _listed(own: OwnList, competencies: Iterable[str]) -> dict[Iri, Wording]:
    asked = set(competencies)
    return {entry.iri: Wording(entry.label, entry.description) for entry in own.entries if entry.iri in asked}
