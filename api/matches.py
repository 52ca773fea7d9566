"""Matches: things of any kind that a text finds by their names."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from api.names import ThingKind, code_of, find_names, members, read_names
from api.search import NameSearch
from ontology.descriptions import names
from ontology.store import KnowledgeBase


class Match(BaseModel):
    """A thing that was found.

    Parameters
    ----------
    matched
        The name that has the words searched for.
    """

    model_config = ConfigDict(frozen=True)

    kind: ThingKind
    iri: str
    code: str
    label: str
    matched: str


def having(base: KnowledgeBase, kinds: Sequence[ThingKind], text: str, limit: int) -> list[Match]:
    """Return the things one of whose names has all the words, a limited number of each kind, the best first."""
    found = find_names(base, text)
    things = {kind: members(base, kind) for kind in kinds}
    few = {kind: [named for named in found if named.iri in things[kind]] for kind in kinds}
    return [
        _match(base, kind, few[kind][one.place].iri, one.matched)
        for kind in kinds
        for one in NameSearch(few[kind]).having(text)[:limit]
    ]


def alike(base: KnowledgeBase, kinds: Sequence[ThingKind], text: str, limit: int) -> list[Match]:
    """Return the things whose labels are spelled much like the words, as many."""
    every = {kind: read_names(base, kind) for kind in kinds}
    return [
        _match(base, kind, every[kind][one.place].iri, one.matched)
        for kind in kinds
        for one in NameSearch(every[kind]).alike(text)[:limit]
    ]


def _match(base: KnowledgeBase, kind: ThingKind, iri: str, matched: str) -> Match:
    label = names(base, [iri]).get(iri)
    return Match(kind=kind, iri=iri, code=code_of(base, iri), label=label.value if label else iri, matched=matched)
