"""Heirs: the one address that each older one is followed by, where it stands for the same or the most alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from standards.differences.likeness import Content, likeness
from standards.differences.pairing import Sides, paired

CERTAIN: Final = 0.95
"""Likeness from which on one thing in the place of another is the same, not another."""

ROUNDS: Final = 6
"""Levels of a hierarchy, at most, that are followed upward by what stands under them."""

NOTHING: Final = Content("")
"""Of what both releases have: nothing differs that was looked at."""


@dataclass(frozen=True)
class Heirs:
    """What goes on as what.

    Parameters
    ----------
    asserted
        Older and newer addresses, as a release says.
    """

    sides: Sides
    asserted: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def by_older(self) -> Mapping[str, str]:
        """The newer address of each older one that has one."""
        found = {old: new for old, new in self._said if old in self.sides.older and new in self.sides.newer}
        taken = {newer for _, newer in self.asserted}
        for _ in range(ROUNDS):
            pairs = dict(paired(self.sides.kept_below(found), found, taken))
            if not pairs:
                break
            found |= pairs
        return found

    @cached_property
    def by_newer(self) -> Mapping[str, str]:
        """The older address of each newer one."""
        return {new: old for old, new in self.by_older.items()}

    @property
    def _said(self) -> list[tuple[str, str]]:
        """Pairs of which each address is in no other that is said."""
        older, newer = (Counter(pair[end] for pair in self.asserted) for end in (0, 1))
        return sorted((old, new) for old, new in self.asserted if older[old] == newer[new] == 1)

    def before(self, iri: str) -> str:
        """Return the older address of what is the same under another, else the one that was given."""
        return self.by_newer.get(iri, iri)

    @cached_property
    def placed(self) -> Sides:
        """The sides with what stands under each by its newer address."""
        return self.sides.kept_below(self.by_older)

    @cached_property
    def settled(self) -> Sides:
        """The sides at the end: what is the same under another address is as if it had kept it."""
        sides = self.placed
        certain = {old: new for old, new in self.by_older.items() if self.is_certain(old, new)}
        came = frozenset(certain.values())
        lost, gained = dict(sides.lost), dict(sides.gained)
        for old, new in certain.items():
            before, after = pair(sides, old, new)
            lost[new], gained[new] = _without(before, after), _without(after, before)
        older = {iri: content for iri, content in sides.older.items() if iri not in certain}
        newer = {iri: content for iri, content in sides.newer.items() if iri not in came}
        return Sides(older, newer, lost, gained)

    def is_certain(self, old: str, new: str) -> bool:
        """Return whether two addresses surely stand for the same."""
        before, after = pair(self.placed, old, new)
        return before.named == after.named or likeness(before, after) >= CERTAIN


def pair(sides: Sides, old: str, new: str) -> tuple[Content, Content]:
    """Return the contents of a pair."""
    return sides.older.get(old, NOTHING), sides.newer.get(new, NOTHING)


def _without(content: Content, other: Content) -> Content:
    """Return names and narrower ones that another content has not."""
    names, narrower = content.names - other.names, content.narrower - other.narrower
    return Content(content.kind, names=names, narrower=narrower, is_part=bool(other.narrower))
