"""Pairing: which older address stands for the same thing as which newer one, of what only one release has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from standards.differences.likeness import Content, by_word, likeness

SAME: Final = 0.8
"""Likeness from which on two addresses are taken to stand for one thing, 0 to 1."""

FREQUENT: Final = 200
"""Things that share a word, beyond which the word is no help in finding those alike."""


@dataclass(frozen=True)
class Sides:
    """What each release has that the other has not, by address.

    Parameters
    ----------
    older, newer
        What only one of them has.
    lost, gained
        Names and narrower ones that things of both have no more, and have now.
    """

    older: Mapping[str, Content]
    newer: Mapping[str, Content]
    lost: Mapping[str, Content] = field(default_factory=dict)
    gained: Mapping[str, Content] = field(default_factory=dict)

    def kept_below(self, heirs: Mapping[str, str]) -> Sides:
        """Return the sides with what stands under each only where it has a place in both, by its newer address."""
        came = frozenset(self.newer) - frozenset(heirs.values())

        def old(content: Content) -> Content:
            known = (heirs.get(iri, iri) for iri in content.narrower if iri in heirs or iri not in self.older)
            return replace(content, narrower=frozenset(known))

        def new(content: Content) -> Content:
            return replace(content, narrower=content.narrower - came)

        return Sides(
            {iri: old(content) for iri, content in self.older.items()},
            {iri: new(content) for iri, content in self.newer.items()},
            {iri: old(content) for iri, content in self.lost.items()},
            {iri: new(content) for iri, content in self.gained.items()},
        )


def paired(sides: Sides, known: Mapping[str, str], taken: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield which older address goes with which newer one: each with one, the most alike first."""
    gone, come = set(known), {*known.values(), *taken}
    older = {iri: content for iri, content in sides.older.items() if iri not in gone}
    newer = {iri: content for iri, content in sides.newer.items() if iri not in come}
    scored = []
    for old, new in alike(older, newer):
        one, other = older[old], newer[new]
        close = likeness(one, other) if one.kind == other.kind else 0.0
        if close >= SAME:
            scored.append((-close, -len(one.codes & other.codes), -len(one.narrower & other.narrower), old, new))
    for *_, old, new in sorted(scored):
        if old not in gone and new not in come:
            gone.add(old)
            come.add(new)
            yield old, new


def alike(older: Mapping[str, Content], newer: Mapping[str, Content]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share anything rare, so that not all are held against all."""
    index = by_word(newer)
    for old, content in older.items():
        keys = (*content.named, *content.narrower, *content.codes, *content.names)
        rare = (key for key in keys if 0 < len(index.get(key, ())) <= FREQUENT)
        for new in sorted(Counter(new for key in rare for new in index[key])):
            yield old, new
