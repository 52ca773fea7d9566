"""What took the place of what: the same under another address, split in several, merged into one.

What a release says itself goes first. The rest is worked out from wording, codes and what stands under a group, and
only from a stated likeness on: below it, things are added and removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from standards.differences.likeness import CONTAINED, Content, Flow, by_word, covered, flow, likeness, wording_likeness

SAME: Final = 0.8
"""Likeness from which on two addresses are taken to stand for one thing, 0 to 1."""

CERTAIN: Final = 0.95
"""Likeness from which on one thing in the place of another is the same, not another."""

NEAR: Final = 0.4
"""Likeness from which on a thing is named as the nearest to one that was removed."""

FREQUENT: Final = 200
"""Things that share a word, beyond which the word is no help in finding those alike."""

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
        told = {iri for one in (*said, *parted) for iri in one.newer}
        recoded = (self._recoded(old, new) for old, new in sorted(self.heirs.items()) if new not in told)
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
            much = _covered(sides.older[old], [sides.newer[iri] for iri in newer if iri in sides.newer])
        if len(newer) < MANY or (much < CONTAINED and old not in sides.lost):
            return None
        evidence = tuple(self._flows[old, new].evidence for new in parts)
        return Followed(SuccessionKind.SPLIT, (self._before(old),), tuple(newer), False, round(much, 4), evidence)

    def _merged(self, sides: Sides, new: str, parts: list[str]) -> Followed | None:
        heir = self._ancestors.get(new, "")
        stays = [new] if new in sides.gained else [heir] if heir in sides.older else []
        older = sorted({*parts, *stays})
        if new in sides.gained:
            much = max(self._flows[old, new].given for old in parts)
        else:
            much = _covered(sides.newer[new], [sides.older[iri] for iri in older if iri in sides.older])
        if len(older) < MANY or (much < CONTAINED and new not in sides.gained):
            return None
        evidence = tuple(self._flows[old, new].evidence for old in parts)
        before = tuple(sorted(map(self._before, older)))
        return Followed(SuccessionKind.MERGED, before, (new,), False, round(much, 4), evidence)

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


def _without(content: Content, other: Content) -> Content:
    """Return names and narrower ones that another content has not."""
    return Content(
        content.kind, names=content.names - other.names, narrower=content.narrower - other.narrower, is_part=True
    )


def _covered(whole: Content, parts: list[Content]) -> float:
    """Return how much of a whole its parts cover: of its words or of what stands under it, whichever is more."""
    words = covered((part.named for part in parts), whole.named)
    return round(max(words, covered((part.narrower for part in parts), whole.narrower)), 4)


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
