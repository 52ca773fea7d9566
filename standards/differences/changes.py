"""What was changed of the things that go on, once it is known what took the place of what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ontology.namespaces import OWL
from standards.differences.difference import Changed, LinkChange, TextChange, ValueChange
from standards.differences.fields import CHOSEN, FOLLOWING, LINKS, TEXTS, VALUES, Field
from standards.differences.shown import Shown
from standards.differences.statements import Statement
from standards.differences.wording import extent

Said = Mapping[str, set[Statement]]
"""Statements by the address of their property."""

TOLD_APART = str(OWL.deprecated)
"""What is said of a thing by its withdrawal."""


Differing = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""What is said of a thing and how, with what only the older release has of it, and only the newer one."""


class _Sides(dict[tuple[str, ...], tuple[set[str], set[str]]]):
    """What was before and is now, by what it is said of and how."""

    def put(self, key: tuple[str, ...], value: str, *, now: bool) -> None:
        """Enter one value."""
        self.setdefault(key, (set(), set()))[now].add(value)

    def differing(self) -> Iterator[Differing]:
        """Yield what is on one side only, in order."""
        for key in sorted(self):
            before, after = self[key]
            if before != after:
                yield key, tuple(sorted(before - after)), tuple(sorted(after - before))


@dataclass(frozen=True)
class Changes:
    """The statements of two releases that differ.

    Parameters
    ----------
    lost, gained
        What only the older one says, and only the newer one.
    heirs
        The newer address of each older one that is the same.
    followers
        Where what stood under a group may stand now: what took its place.
    """

    lost: Said
    gained: Said
    heirs: Mapping[str, str]
    followers: Mapping[str, frozenset[str]]

    def changed(self, passed: Collection[str], shown: Shown) -> Iterator[Changed]:
        """Yield what was changed of things that go on, by address.

        Parameters
        ----------
        passed
            Addresses of what has come or gone.
        """
        texts, values, links = (self._by_thing(part) for part in (self._texts, self._values, self._links))
        subjects = sorted({*texts, *values, *links} - {*passed})
        mentioned = {iri for subject in subjects for key in links.get(subject, ()) for iri in (*key[1], *key[2])}
        shown.read({*subjects, *mentioned})
        for subject in filter(shown.names, subjects):
            thing = shown.thing(subject)
            own = self._own(thing.kind, links.get(subject, ()), passed)
            one = Changed(
                thing=thing,
                texts=tuple(_text(*found) for found in texts.get(subject, ())),
                values=tuple(_value(*found) for found in values.get(subject, ())),
                links=tuple(_link(*found, shown=shown) for found in own),
            )
            if one.texts or one.values or one.links:
                yield one

    def _own(self, kind: str, links: Iterable[Differing], passed: Collection[str]) -> Iterator[Differing]:
        """Yield the links of a thing that do not follow from what is told of other things."""
        for key, before, after in links:
            if key[2] in CHOSEN.get(kind, ()):
                heirs = set[str]().union(*(self.followers.get(end, ()) for end in before))
                gone = tuple(end for end in before if end not in passed and end not in self._leaving)
                came = tuple(end for end in after if end not in passed and end not in heirs)
                yield from [(key, gone, came)] if gone or came else []
            elif key[2] not in FOLLOWING.get(kind, ()):
                yield key, before, after

    @cached_property
    def _leaving(self) -> frozenset[str]:
        """What the newer release keeps only as withdrawn, or names what took its place of."""
        withdrawn = {one.subject for one in self.gained[TOLD_APART] if one.object == "true"}
        return frozenset(withdrawn | self.followers.keys())

    def followed(self, passed: Collection[str]) -> int:
        """Return how many things that go on stand in the same place, though that has another address now."""
        before = {
            self.heirs.get(one.subject, one.subject)
            for predicate, name in LINKS.items()
            if name is Field.PLACE
            for one in self.lost[predicate]
        }
        moved = {key[0] for key, _, _ in self._links.differing() if key[1] == Field.PLACE}
        return len(before - moved - {*passed})

    @staticmethod
    def _by_thing(sides: _Sides) -> dict[str, list[Differing]]:
        found: dict[str, list[Differing]] = {}
        for key, before, after in sides.differing():
            found.setdefault(key[0], []).append((key, before, after))
        return found

    @cached_property
    def _texts(self) -> _Sides:
        found = _Sides()
        for predicate, name in TEXTS.items():
            for one in self._then(predicate):
                found.put((one.subject, name, one.language), one.object, now=False)
            for one in self.gained[predicate]:
                found.put((one.subject, name, one.language), one.object, now=True)
        return found

    @cached_property
    def _values(self) -> _Sides:
        found = _Sides()
        for predicate, name in VALUES.items():
            if predicate != TOLD_APART:
                for one in self._then(predicate):
                    found.put((one.subject, name, str(predicate)), one.object, now=False)
                for one in self.gained[predicate]:
                    found.put((one.subject, name, str(predicate)), one.object, now=True)
        return found

    @cached_property
    def _links(self) -> _Sides:
        found = _Sides()
        for predicate, name in LINKS.items():
            before, after = set(self._then(predicate)), self.gained[predicate]
            before, after = before - after, after - before
            gone, came = self._followed(before, after) if name is Field.PLACE else (set[Statement](), set[Statement]())
            for one in before - gone:
                found.put((one.subject, name, str(predicate)), one.object, now=False)
            for one in after - came:
                found.put((one.subject, name, str(predicate)), one.object, now=True)
        return found

    def _then(self, predicate: str) -> Iterator[Statement]:
        """Yield what the older release said, by the newer addresses of what goes on under another."""
        for one in self.lost[predicate]:
            yield one._replace(
                subject=self.heirs.get(one.subject, one.subject), object=self.heirs.get(one.object, one.object)
            )

    def _followed(self, before: set[Statement], after: set[Statement]) -> tuple[set[Statement], set[Statement]]:
        """Return which places are only those of what took the place of a group."""
        gone, came = set(), set()
        for one in before:
            there = {one._replace(object=heir) for heir in self._heirs_of(one.object)} & after
            if there:
                gone.add(one)
                came |= there
        return gone, came

    def _heirs_of(self, group: str) -> frozenset[str]:
        return self.followers.get(group, frozenset()) | self._older_followers.get(group, frozenset())

    @cached_property
    def _older_followers(self) -> dict[str, frozenset[str]]:
        """What took the place of groups that go on under another address, by that."""
        return {self.heirs[old]: new for old, new in self.followers.items() if old in self.heirs}


def _text(key: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> TextChange:
    return TextChange(field=Field(key[1]), language=key[2], before=before, after=after, extent=extent(before, after))


def _value(key: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> ValueChange:
    return ValueChange(field=Field(key[1]), property=key[2], before=before, after=after)


def _link(key: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...], shown: Shown) -> LinkChange:
    return LinkChange(
        field=Field(key[1]),
        property=key[2],
        before=tuple(map(shown.before, before)),
        after=tuple(map(shown.thing, after)),
    )
