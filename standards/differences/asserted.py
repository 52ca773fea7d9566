"""What releases say themselves of what took the place of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ontology.namespaces import DCTERMS, PROV
from ontology.records import Release
from ontology.store import KnowledgeBase


@dataclass(frozen=True)
class Asserted:
    """What two releases say.

    Parameters
    ----------
    only_then, only_now
        Addresses of what only the older one has, and only the newer one.
    """

    base: KnowledgeBase
    older: Release
    newer: Release
    only_then: frozenset[str]
    only_now: frozenset[str]

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Older and newer addresses, of what the newer release has no more."""
        gone = ((old, new) for old, new in self.replaced if old in self.only_then and new not in self.only_then)
        return frozenset(gone) | self._revised

    @cached_property
    def replaced(self) -> frozenset[tuple[str, str]]:
        """Older and newer addresses that the newer release says, or the older one."""
        graphs = [self.newer.iri, self.older.iri]
        named = "FILTER(ISIRI(?s) && ISIRI(?o))"
        said = set(self.base.rows(f"SELECT ?s ?o {{ ?s <{DCTERMS.isReplacedBy}> ?o {named} }}", graphs))
        said |= set(self.base.rows(f"SELECT ?o ?s {{ ?s <{DCTERMS.replaces}> ?o {named} }}", graphs))
        return frozenset((old, new) for old, new in said if old not in self.only_now and old != new)

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """The newer addresses of each older one that is replaced, in order."""
        found: dict[str, list[str]] = {}
        for old, new in sorted(self.replaced):
            found.setdefault(old, []).append(new)
        return {old: tuple(new) for old, new in found.items()}

    @cached_property
    def _revised(self) -> frozenset[tuple[str, str]]:
        """Older and newer addresses by the editions of items.

        Of one that goes on alone nothing is to be said, nor of two that were there before and both go on: whatever one
        of them took over from the other, it did before.
        """
        query = (
            f"SELECT ?old ?new {{ GRAPH <{self.newer.iri}> {{ ?edition <{DCTERMS.isVersionOf}> ?new ; "
            f"<{PROV.wasRevisionOf}> ?before }} GRAPH <{self.older.iri}> {{ ?before <{DCTERMS.isVersionOf}> ?old }} "
            "FILTER(ISIRI(?old) && ISIRI(?new)) }"
        )
        said = {(old, new) for old, new in self.base.rows(query)}
        alone = {old for old, new in said if old == new}
        pairs = {(old, new) for old, new in said if old == new or not {old, new} <= alone}
        apart = {iri for old, new in pairs if old != new for iri in (old, new)}
        return frozenset((old, new) for old, new in pairs if old != new or old in apart)
