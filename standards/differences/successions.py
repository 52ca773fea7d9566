"""What took the place of what: the same under another address, split in several, merged into one.

What a release says itself goes first. The rest is worked out from wording, codes and what stands under a group, and
only from a stated likeness on: below it, things are added and removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from standards.differences.heirs import CERTAIN, Heirs, pair
from standards.differences.likeness import in_common, likeness, wording_likeness
from standards.differences.pairing import Sides
from standards.differences.parting import Parting
from standards.differences.succession import PARTED, Followed, SuccessionKind


@dataclass(frozen=True)
class Successions:
    """What took the place of what between two releases.

    Parameters
    ----------
    asserted
        Older and newer addresses, as a release says.
    """

    sides: Sides
    asserted: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def _heirs(self) -> Heirs:
        return Heirs(self.sides, self.asserted)

    @cached_property
    def heirs(self) -> Mapping[str, str]:
        """The newer address of each older one that goes on under it."""
        return {old: new for old, new in self._heirs.by_older.items() if new in self.going_on}

    @cached_property
    def followers(self) -> Mapping[str, frozenset[str]]:
        """All that follows on each older address."""
        found: dict[str, set[str]] = {}
        for one in self.all:
            for old in one.older:
                found.setdefault(old, set()).update(one.newer)
        return {old: frozenset(new) for old, new in found.items()}

    @property
    def placed(self) -> Sides:
        """The sides with what stands under each by its newer address."""
        return self._heirs.placed

    @cached_property
    def all(self) -> tuple[Followed, ...]:
        """Every succession: what is said, then splits, merges and new addresses."""
        said = tuple(self._said())
        parted = tuple(Parting(self._heirs).all())
        told = {(old, new) for one in (*said, *parted) for old in one.older for new in one.newer}
        recoded = (self._recoded(*ends) for ends in sorted(self._heirs.by_older.items()) if ends not in told)
        return (*said, *parted, *recoded)

    @cached_property
    def going_on(self) -> frozenset[str]:
        """Newer addresses of what goes on under another; what was split or merged does only in its own words."""
        parted = {iri for one in self.all if one.kind in PARTED for iri in one.newer}
        pairs = self._heirs.by_older.items()
        return frozenset(new for old, new in pairs if new not in parted or self._heirs.is_certain(old, new))

    def _said(self) -> Iterator[Followed]:
        """Yield what the releases say themselves, but that a thing follows on itself."""
        for group in _groups(self.asserted):
            if all(old == new for old, new in group):
                continue
            older = tuple(sorted({old for old, _ in group}))
            newer = tuple(sorted({new for _, new in group}))
            yield Followed(self._kind(older, newer), older, newer, True, 1.0, ("a release says so",))

    def _kind(self, older: tuple[str, ...], newer: tuple[str, ...]) -> SuccessionKind:
        if len(newer) > 1:
            return SuccessionKind.SPLIT
        if len(older) > 1:
            return SuccessionKind.MERGED
        alike = wording_likeness(*pair(self.sides, older[0], newer[0]))
        return SuccessionKind.RECODED if alike >= CERTAIN else SuccessionKind.REPLACED

    def _recoded(self, old: str, new: str) -> Followed:
        before, after = pair(self.placed, old, new)
        evidence = tuple(in_common(before, after))
        return Followed(SuccessionKind.RECODED, (old,), (new,), False, round(likeness(before, after), 4), evidence)


def _groups(pairs: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Yield pairs that share an older address, else a newer one, together."""
    by_old: dict[str, list[tuple[str, str]]] = {}
    for one in sorted(pairs):
        by_old.setdefault(one[0], []).append(one)
    by_new: dict[str, list[tuple[str, str]]] = {}
    for group in by_old.values():
        if len(group) > 1:
            yield group
        else:
            by_new.setdefault(group[0][1], []).append(group[0])
    yield from by_new.values()
