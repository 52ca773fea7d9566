"""What a new release touches: things that are no more, or mean something else now, or stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from ontology.frozen import Frozen
from standards.differences.difference import Changed, Difference
from standards.differences.fields import Field
from standards.differences.kinds import ORGANIZATION
from standards.differences.succession import SuccessionKind
from standards.differences.thing import Thing
from standards.differences.wording import marked


class Why(StrEnum):
    """Why a thing is touched, the gravest first."""

    REMOVED = "removed"
    WITHDRAWN = "withdrawn"
    SPLIT = "split"
    REPLACED = "replaced"
    MERGED = "merged"
    RECODED = "recoded"
    REWORDED = "reworded"
    MOVED = "moved"


ORDER: Final = list(Why)


class Touched(Frozen):
    """A thing of the older release that a new one touches.

    Parameters
    ----------
    said
        How, in words: the texts that were changed, where it stood and stands.
    successors
        What takes its place, where anything does.
    nearest
        What comes nearest to it where nothing takes its place.
    """

    thing: Thing
    why: Why
    said: str = ""
    successors: tuple[Thing, ...] = ()
    nearest: Thing | None = None

    @property
    def todo(self) -> str:
        """What to do with what refers to it."""
        heirs = ", ".join(repr(thing.called) for thing in self.successors)
        if self.why is Why.MERGED and self.successors[0].iri == self.thing.iri:
            return "Read it again: it takes in more than it did"
        near = f"; the nearest is {self.nearest.called!r}" if self.nearest else ""
        return {
            Why.REMOVED: f"Nothing takes its place: take it out, or choose another{near}",
            Why.WITHDRAWN: f"Point it to {heirs}" if heirs else "No successor is named: choose another",
            Why.SPLIT: f"Choose among {heirs}",
            Why.REPLACED: f"Point it to {heirs}, and read whether it means the same",
            Why.MERGED: f"Point it to {heirs}, which takes in more than it did",
            Why.RECODED: f"Point it to {self.successors[0].iri}" if self.successors else "",
            Why.REWORDED: "Read the new words and confirm",
            Why.MOVED: "Nothing, unless you count or filter by its group",
        }[self.why]


def touched(difference: Difference) -> tuple[Touched, ...]:
    """Return what is touched, each thing once and for the gravest reason, in that order and then by address.

    What was only reworded in its signs or its spelling is not, nor who takes part no more: what leads there is right.
    """
    found: dict[str, Touched] = {}
    for one in _all(difference):
        known = found.get(one.thing.iri)
        found[one.thing.iri] = one if known is None else _both(*sorted((known, one), key=_gravity))
    return tuple(sorted(found.values(), key=lambda one: (_gravity(one), one.thing.iri)))


def _gravity(one: Touched) -> int:
    return ORDER.index(one.why)


def _both(graver: Touched, other: Touched) -> Touched:
    """Return what is touched for two reasons as the graver one has it, with the words and the successors of both."""
    said = "; ".join(dict.fromkeys(filter(None, (graver.said, other.said))))
    heirs = {thing.iri: thing for thing in (*graver.successors, *other.successors)}
    return graver.model_copy(update={"said": said, "successors": tuple(heirs.values())})


def _all(difference: Difference) -> Iterator[Touched]:
    for removed in (one for one in difference.removed if one.thing.kind != ORGANIZATION):
        yield Touched(thing=removed.thing, why=Why.REMOVED, nearest=removed.nearest)
    for withdrawn in difference.only_withdrawn:
        yield Touched(thing=withdrawn.thing, why=Why.WITHDRAWN, successors=withdrawn.successors)
    for one in difference.successions:
        said = "" if one.asserted else "; ".join(dict.fromkeys(one.evidence))
        for thing in one.older:
            yield Touched(thing=thing, why=Why[one.kind.name], said=said, successors=one.newer)
    recoded = {one.newer[0].iri: one.older[0] for one in difference.of_kind(SuccessionKind.RECODED)}
    for changed in difference.changed:
        yield from _changed(changed, recoded.get(changed.thing.iri, changed.thing))


def _changed(one: Changed, thing: Thing) -> Iterator[Touched]:
    if one.has_other_meaning:
        yield Touched(thing=thing, why=Why.REWORDED, said="; ".join(_texts(one)))
    if one.moved:
        yield Touched(thing=thing, why=Why.MOVED, said="; ".join(dict.fromkeys(_places(one))))


def _texts(one: Changed) -> Iterator[str]:
    for text in one.texts:
        if text.has_other_meaning:
            yield f"{text.field.value}: {marked(' '.join(text.before), ' '.join(text.after))}"


def _places(one: Changed) -> Iterator[str]:
    for link in one.links:
        if link.field is Field.PLACE:
            before, after = (" and ".join(thing.label for thing in side) for side in (link.before, link.after))
            yield f"from {before or 'nowhere else'} to {after or 'nowhere else'}"
