"""What took the place of what: the same under another address, split in several, merged into one.

What a release says itself goes first. The rest is worked out from wording, codes and what stands under a group, and
only from a stated likeness on: below it, things are added and removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from standards.differences.likeness import (
    CONTAINED,
    FEWEST,
    MOST,
    Content,
    Flow,
    covered,
    flow,
    likeness,
    share,
    wording_likeness,
)
from standards.differences.pairing import Sides, alike, paired

CERTAIN: Final = 0.95
"""Likeness from which on one thing in the place of another is the same, not another."""

NEAR: Final = 0.4
"""Likeness from which on a thing is named as the nearest to one that was removed."""

MANY: Final = 2
"""Things that make a split or a merger."""

ROUNDS: Final = 6
"""Levels of a hierarchy, at most, that are followed upward by what stands under them."""


class SuccessionKind(StrEnum):
    """How one thing follows on another."""

    RECODED = "recoded"
    """The same, under another address."""
    REPLACED = "replaced"
    """Another in its place, as a release says."""
    SPLIT = "split"
    MERGED = "merged"


PARTED: Final = frozenset({SuccessionKind.SPLIT, SuccessionKind.MERGED})


@dataclass(frozen=True)
class Heir:
    """One thing that follows on another.

    Parameters
    ----------
    share
        How much of the older one is in the newer, 0 to 1; of the same under another address, how alike they are.
    evidence
        What it rests on, in words.
    """

    older: str
    newer: str
    share: float
    evidence: str


@dataclass(frozen=True)
class Followed:
    """What took the place of what.

    Parameters
    ----------
    asserted
        Whether a release says so itself; else it was worked out.
    similarity
        0 to 1: of the same under another address, how alike they are; of what was split or merged, how much of the
        whole its parts cover.
    """

    kind: SuccessionKind
    older: tuple[str, ...]
    newer: tuple[str, ...]
    asserted: bool
    similarity: float
    evidence: tuple[str, ...]


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
    def heirs(self) -> dict[str, str]:
        """The one address that each older one is followed by, where it is the same or the most alike."""
        said = {older: newer for older, newer in sorted(self.asserted) if self._only(older, newer)}
        found = {older: newer for older, newer in said.items() if older in self.sides.older}
        for _ in range(ROUNDS):
            pairs = dict(paired(self.sides.kept_below(found), found, {newer for _, newer in self.asserted}))
            if not pairs:
                break
            found |= pairs
        return found

    def _only(self, older: str, newer: str) -> bool:
        return sum(older == old or newer == new for old, new in self.asserted) == 1

    @cached_property
    def _settled(self) -> Sides:
        """The sides at the end: what is the same under another address is as if it had kept it."""
        sides = self._placed
        certain = {old: new for old, new in self.heirs.items() if self._is_certain(old, new)}
        lost, gained = dict(sides.lost), dict(sides.gained)
        for old, new in certain.items():
            before, after = self._pair(sides, old, new)
            lost[new], gained[new] = _without(before, after), _without(after, before)
        older = {iri: content for iri, content in sides.older.items() if iri not in certain}
        newer = {iri: content for iri, content in sides.newer.items() if iri not in set(certain.values())}
        return Sides(older, newer, lost, gained)

    def _is_certain(self, old: str, new: str) -> bool:
        before, after = self._pair(self._placed, old, new)
        return before.named == after.named or likeness(before, after) >= CERTAIN

    @cached_property
    def _placed(self) -> Sides:
        """The sides with what stands under each by its newer address."""
        return self.sides.kept_below(self.heirs)

    @staticmethod
    def _pair(sides: Sides, old: str, new: str) -> tuple[Content, Content]:
        """Return the contents of a pair; of what both releases have, nothing differs that was looked at."""
        nothing = Content("")
        return sides.older.get(old, nothing), sides.newer.get(new, nothing)

    @cached_property
    def all(self) -> tuple[Followed, ...]:
        """Every succession: what is said, then splits, merges and new addresses."""
        said = tuple(self._said())
        parted = tuple(self._parted())
        told = {(old, new) for one in (*said, *parted) for old in one.older for new in one.newer}
        recoded = (self._recoded(*pair) for pair in sorted(self.heirs.items()) if pair not in told)
        return (*said, *parted, *recoded)

    @cached_property
    def going_on(self) -> frozenset[str]:
        """Newer addresses of what goes on under another; what was split or merged does only in its own words."""
        parted = {iri for one in self.all if one.kind in PARTED for iri in one.newer}
        pairs = self.heirs.items()
        return frozenset(new for old, new in pairs if new not in parted or self._is_certain(old, new))

    def _recoded(self, old: str, new: str) -> Followed:
        before, after = self._pair(self._placed, old, new)
        evidence = tuple(_reasons(before, after))
        return Followed(SuccessionKind.RECODED, (old,), (new,), False, round(likeness(before, after), 4), evidence)

    def _said(self) -> Iterator[Followed]:
        """Yield what the releases say themselves."""
        for group in _groups(self.asserted):
            older = tuple(sorted({old for old, _ in group}))
            newer = tuple(sorted({new for _, new in group}))
            yield Followed(self._kind(older, newer), older, newer, True, 1.0, ("a release says so",))

    def _kind(self, older: tuple[str, ...], newer: tuple[str, ...]) -> SuccessionKind:
        if len(newer) > 1:
            return SuccessionKind.SPLIT
        if len(older) > 1:
            return SuccessionKind.MERGED
        alike = wording_likeness(*self._pair(self.sides, older[0], newer[0]))
        return SuccessionKind.RECODED if alike >= CERTAIN else SuccessionKind.REPLACED

    def _parted(self) -> Iterator[Followed]:
        """Yield what was split and what was merged."""
        sides = self._settled
        by_old: dict[str, list[str]] = {}
        by_new: dict[str, list[str]] = {}
        for (old, new), found in sorted(self._flows.items()):
            if found.is_part:
                by_old.setdefault(old, []).append(new)
            if found.is_whole:
                by_new.setdefault(new, []).append(old)
        for old, parts in by_old.items():
            if split := self._split(sides, old, parts):
                yield split
        for new, parts in by_new.items():
            if merged := self._merged(sides, new, parts):
                yield merged

    def _split(self, sides: Sides, old: str, parts: list[str]) -> Followed | None:
        stays = [old] if old in sides.lost else [heir for heir in (self.heirs.get(old),) if heir in sides.newer]
        newer = sorted({*parts, *filter(None, stays)})
        if old in sides.lost:
            much = max(self._flows[old, new].taken for new in parts)
        else:
            much = _covered(sides.older[old], self._contents(newer, sides.newer, sides.gained))
        if len(newer) < MANY or much < (MOST if old in sides.lost else CONTAINED):
            return None
        evidence = tuple(self._flows[old, new].evidence for new in parts)
        return Followed(SuccessionKind.SPLIT, (self._before(old),), tuple(newer), False, round(much, 4), evidence)

    def _merged(self, sides: Sides, new: str, parts: list[str]) -> Followed | None:
        heir = self._ancestors.get(new, "")
        stays = [new] if new in sides.gained else [heir] if heir in sides.older else []
        older = sorted({*parts, *stays})
        much = self._taken_in(sides, new, parts)
        if len(older) < MANY or much < CONTAINED:
            return None
        evidence = tuple(self._flows[old, new].evidence for old in parts)
        before = tuple(sorted(map(self._before, older)))
        return Followed(SuccessionKind.MERGED, before, (new,), False, round(much, 4), evidence)

    def _taken_in(self, sides: Sides, new: str, parts: list[str]) -> float:
        """Return how much one has of several: of what stood under them, else of its own words or their names."""
        contents = self._contents(parts, sides.older, sides.lost)
        under = frozenset().union(*(content.narrower for content in contents))
        newer = sides.gained[new] if new in sides.gained else sides.newer[new]
        if len(under) >= FEWEST:
            return share(under, newer.narrower)
        if new in sides.gained:
            return max(self._flows[old, new].given for old in parts)
        heir = [self._ancestors[new]] if self._ancestors.get(new) in sides.older else []
        return _covered(newer, self._contents({*parts, *heir}, sides.older, sides.lost))

    @staticmethod
    def _contents(wanted: Iterable[str], *of: Mapping[str, Content]) -> list[Content]:
        """Return the contents of some things, whole or what they lost or gained."""
        return [contents[iri] for iri in wanted for contents in of if iri in contents]

    def _before(self, iri: str) -> str:
        """Return the older address of what is the same under another."""
        return self._ancestors.get(iri, iri)

    @cached_property
    def _ancestors(self) -> dict[str, str]:
        return {new: old for old, new in self.heirs.items()}

    def _told(self, old: str, new: str) -> str:
        return self._flows[old, new].evidence

    @cached_property
    def _flows(self) -> dict[tuple[str, str], Flow]:
        """What went from where to where, of what has no heir that is surely the same."""
        sides, said = self._settled, {iri for pair in self.asserted for iri in pair}
        older = {iri: content for iri, content in {**sides.older, **sides.lost}.items() if iri not in said}
        newer = {iri: content for iri, content in {**sides.newer, **sides.gained}.items() if iri not in said}
        found = {}
        for old, new in alike(older, newer):
            both_kept = old in sides.lost and new in sides.gained
            if not both_kept and (went := flow(older[old], newer[new])):
                found[old, new] = went
        return found

    def nearest(self, removed: Iterable[str], added: Iterable[str]) -> dict[str, Heir]:
        """Return what comes nearest to each thing that was removed, of what was added, where anything does."""
        sides = self._placed
        older = {iri: sides.older[iri] for iri in removed if iri in sides.older}
        newer = {iri: sides.newer[iri] for iri in added if iri in sides.newer}
        found: dict[str, Heir] = {}
        for old, new in alike(older, newer):
            close = likeness(older[old], newer[new])
            only_code = not wording_likeness(older[old], newer[new]) and not older[old].narrower & newer[new].narrower
            if (
                not only_code
                and close >= max(NEAR, found[old].share if old in found else 0.0)
                and older[old].kind == newer[new].kind
            ):
                found[old] = Heir(old, new, round(close, 4), "; ".join(_reasons(older[old], newer[new])))
        return found


def _without(content: Content, other: Content) -> Content:
    """Return names and narrower ones that another content has not."""
    names, narrower = content.names - other.names, content.narrower - other.narrower
    return Content(content.kind, names=names, narrower=narrower, is_part=bool(other.narrower))


def _covered(whole: Content, parts: list[Content]) -> float:
    """Return how much of a whole its parts cover: of what stands under it where anything does, else of its words."""
    if len(whole.narrower) >= FEWEST:
        return round(covered((part.narrower for part in parts), whole.narrower), 4)
    return round(covered((part.named for part in parts), whole.named), 4)


def _reasons(one: Content, other: Content) -> Iterator[str]:
    """Yield in words what two things have in common."""
    if one.named == other.named:
        yield "worded alike"
    elif one.named & other.named:
        yield f"worded {wording_likeness(one, other):.2f} alike"
    if one.codes & other.codes:
        yield f"the same code {min(one.codes & other.codes)}"
    if both := one.narrower & other.narrower:
        yield f"{len(both):,} of {len(one.narrower):,} that stood under it stand there now"


def _groups(pairs: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Yield pairs that share an older address, else a newer one, together."""
    by_old: dict[str, list[tuple[str, str]]] = {}
    for pair in sorted(pairs):
        by_old.setdefault(pair[0], []).append(pair)
    by_new: dict[str, list[tuple[str, str]]] = {}
    for group in by_old.values():
        if len(group) > 1:
            yield group
        else:
            by_new.setdefault(group[0][1], []).append(group[0])
    yield from by_new.values()
