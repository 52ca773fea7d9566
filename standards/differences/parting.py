"""Parting: what was split into several, and what was merged into one, by what went from where to where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from standards.differences.flow import CONTAINED, FEWEST, MOST, Flow, covered, flow
from standards.differences.heirs import Heirs
from standards.differences.likeness import Content, share
from standards.differences.pairing import Sides, alike
from standards.differences.succession import Followed, SuccessionKind

MANY: Final = 2
"""Things that make a split or a merger."""


@dataclass(frozen=True)
class Parting:
    """What was split and merged between two releases."""

    heirs: Heirs

    def all(self) -> Iterator[Followed]:
        """Yield the splits, and then the mergers, each by address."""
        by_old: dict[str, list[str]] = {}
        by_new: dict[str, list[str]] = {}
        for (old, new), found in sorted(self._flows.items()):
            if found.is_part:
                by_old.setdefault(old, []).append(new)
            if found.is_whole:
                by_new.setdefault(new, []).append(old)
        yield from filter(None, (self._split(old, parts) for old, parts in by_old.items()))
        yield from filter(None, (self._merged(new, parts) for new, parts in by_new.items()))

    @property
    def _sides(self) -> Sides:
        return self.heirs.settled

    @cached_property
    def _flows(self) -> dict[tuple[str, str], Flow]:
        """What went from where to where, of what has no heir that is surely the same."""
        sides, said = self._sides, {iri for pair in self.heirs.asserted for iri in pair}
        older = {iri: content for iri, content in {**sides.older, **sides.lost}.items() if iri not in said}
        newer = {iri: content for iri, content in {**sides.newer, **sides.gained}.items() if iri not in said}
        found = {}
        for old, new in alike(older, newer):
            both_kept = old in sides.lost and new in sides.gained
            if not both_kept and (went := flow(older[old], newer[new])):
                found[old, new] = went
        return found

    def _split(self, old: str, parts: list[str]) -> Followed | None:
        goes_on = old in self._sides.lost
        newer = sorted({*parts, *self._goes_on_as(old)})
        much = max(self._flows[old, new].taken for new in parts) if goes_on else self._covered(old, newer)
        if len(newer) < MANY or much < (MOST if goes_on else CONTAINED):
            return None
        evidence = tuple(self._flows[old, new].evidence for new in parts)
        before = (self.heirs.before(old),)
        return Followed(SuccessionKind.SPLIT, before, tuple(newer), False, round(much, 4), evidence)

    def _goes_on_as(self, old: str) -> list[str]:
        """Return the address under which something goes on, where it does."""
        if old in self._sides.lost:
            return [old]
        heir = self.heirs.by_older.get(old, "")
        return [heir] if heir in self._sides.newer else []

    def _covered(self, old: str, newer: list[str]) -> float:
        sides = self._sides
        return _covered(sides.older[old], _contents(newer, sides.newer, sides.gained))

    def _merged(self, new: str, parts: list[str]) -> Followed | None:
        older = sorted({*parts, *self._came_from(new)})
        much = self._taken_in(new, parts)
        if len(older) < MANY or much < CONTAINED:
            return None
        evidence = tuple(self._flows[old, new].evidence for old in parts)
        before = tuple(sorted(map(self.heirs.before, older)))
        return Followed(SuccessionKind.MERGED, before, (new,), False, round(much, 4), evidence)

    def _came_from(self, new: str) -> list[str]:
        """Return the address from which something goes on, where it does."""
        if new in self._sides.gained:
            return [new]
        ancestor = self.heirs.by_newer.get(new, "")
        return [ancestor] if ancestor in self._sides.older else []

    def _taken_in(self, new: str, parts: list[str]) -> float:
        """Return how much one has of several: of what stood under them, else of its own words or their names."""
        sides = self._sides
        contents = _contents(parts, sides.older, sides.lost)
        under = frozenset().union(*(content.narrower for content in contents))
        newer = sides.gained[new] if new in sides.gained else sides.newer[new]
        if len(under) >= FEWEST:
            return share(under, newer.narrower)
        if new in sides.gained:
            return max(self._flows[old, new].given for old in parts)
        return _covered(newer, _contents({*parts, *self._came_from(new)}, sides.older, sides.lost))


def _contents(wanted: Iterable[str], *of: Mapping[str, Content]) -> list[Content]:
    """Return the contents of some things, whole or what they lost or gained."""
    return [contents[iri] for iri in wanted for contents in of if iri in contents]


def _covered(whole: Content, parts: list[Content]) -> float:
    """Return how much of a whole its parts cover: of what stands under it where anything does, else of its words."""
    if len(whole.narrower) >= FEWEST:
        return round(covered((part.narrower for part in parts), whole.narrower), 4)
    return round(covered((part.named for part in parts), whole.named), 4)
