"""How organizations stand to what a revision changes, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ontology.report import sentence
from pathways.amounts import count
from pathways.revisions.revision import Item, Own, Part, Revision, Said, Stands

POSITIONS: Final[Mapping[str, tuple[str, str]]] = {
    "endorse": ("endorses it", "endorsed it"),
    "adopt with change": ("adopts it with a change", "adopted it with a change"),
    "abstain": ("abstains", "abstained"),
    "dissent": ("dissents", "dissented"),
}
"""What an organization does, and what the one that reads did."""


def stands(revision: Revision, item: Item) -> Iterator[str]:
    """Yield how many firms adopt it, who adopts it with a change, and who dissents; of several things, of each."""
    firms = revision.newer.firms
    for one in item.stands:
        told = [f"{one.adopters} of {count(firms, 'firm')} adopt it."] if one.adopters is not None and firms else []
        if told or one.said:
            yield f"{_of(item, one)}{' '.join([*told, *map(_said, one.said)])}"


def _of(item: Item, one: Stands) -> str:
    """Return of what something is said; nothing, where there is but one thing."""
    return f"{item.called(one.address)}: " if item.is_of_several else ""


def _said(one: Said) -> str:
    """Return how an organization stands, with its reason or its change."""
    does = POSITIONS.get(one.position, (one.position, one.position))[0]
    more = f": “{one.change}”" if one.change else f": {one.reason}" if one.reason else ""
    return sentence(f"{one.organization} {does}{more}")


def own_position(revision: Revision, part: Part, item: Item) -> Iterator[str]:
    """Yield what the firm that reads said of it; of several things, of each, and on which it did not speak."""
    for one in item.stands if item.has_spoken else ():
        if told := " ".join(_stood(revision, _fate(part, item, one.address), one.own or Own())):
            yield f"{_of(item, one)}{told}"
    if item.words:
        yield f"Your own list says: {'; '.join(f'“{words}”' for words in item.words)}."
    if not (item.words or item.has_spoken):
        yield "You have jobs that it touches."


def _fate(part: Part, item: Item, address: str) -> Part:
    """Return what became of one of the things that an item is of: also where others go on, it may be new or gone."""
    if not item.is_of_several:
        return part
    before, now = (address in {one.address for one in side} for side in (item.older, item.newer))
    return part if before and now else Part.NEW if now else Part.DROPPED


def _stood(revision: Revision, fate: Part, own: Own) -> Iterator[str]:
    """Yield how the firm that reads stands to a thing, and how it did."""
    if own.before and revision.has_left:
        yield _did(own.before, " as a member")
    elif own.before and own.before == own.now:
        yield _did(own.now, " before, and now as well")
    elif own.now:
        yield from (_did(one, " before") for one in [own.before] if one)
        yield _did(own.now, "" if fate is Part.NEW else " as it reads now")
    elif own.before:
        yield _did(own.before, " before" if fate is Part.DROPPED else " before, and took no position since")
    elif not revision.has_left:
        yield "You took no position."


def _did(said: Said, when: str) -> str:
    """Return what the firm that reads did, when, and with which change or reason."""
    more = f": “{said.change}”" if said.change else f": {said.reason}" if said.reason else ""
    return sentence(f"You {POSITIONS.get(said.position, ('', said.position))[1]}{when}{more}")
