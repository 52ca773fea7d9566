"""How organizations stand to what a revision changes, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ontology.report import sentence
from pathways.amounts import count
from pathways.revisions.revision import Item, Own, Part, Revision, Said

POSITIONS: Final[Mapping[str, tuple[str, str]]] = {
    "endorse": ("endorses it", "endorsed it"),
    "adopt with change": ("adopts it with a change", "adopted it with a change"),
    "abstain": ("abstains", "abstained"),
    "dissent": ("dissents", "dissented"),
}
"""What an organization does, and what the one that reads did."""


def stands(revision: Revision, item: Item) -> str:
    """Return how many firms adopt it, who adopts it with a change, and who dissents."""
    firms = revision.newer.firms
    told = [f"{item.adopters} of {count(firms, 'firm')} adopt it."] if item.adopters is not None and firms else []
    return " ".join([*told, *(_said(one) for one in item.said)])


def _said(one: Said) -> str:
    """Return how an organization stands, with its reason or its change."""
    does = POSITIONS.get(one.position, (one.position, one.position))[0]
    more = f": “{one.change}”" if one.change else f": {one.reason}" if one.reason else ""
    return sentence(f"{one.organization} {does}{more}")


def own_position(revision: Revision, part: Part, item: Item) -> Iterator[str]:
    """Yield what the firm that reads said of it."""
    own = item.own or Own()
    if own.before and revision.has_left:
        yield _did(own.before, " as a member")
    elif own.before and own.before == own.now:
        yield _did(own.now, " before, and now as well")
    elif own.now:
        yield from (_did(one, " before") for one in [own.before] if one)
        yield _did(own.now, "" if part is Part.NEW else " as it reads now")
    elif own.before:
        yield _did(own.before, "" if part is Part.DROPPED else " before, and took no position since")
    if own.words:
        yield f"Your own list says: {'; '.join(f'“{words}”' for words in own.words)}."
    if not (own.words or own.before or own.now):
        yield "You have jobs that it touches."


def _did(said: Said, when: str) -> str:
    """Return what the firm that reads did, when, and with which change or reason."""
    more = f": “{said.change}”" if said.change else f": {said.reason}" if said.reason else ""
    return sentence(f"You {POSITIONS.get(said.position, ('', said.position))[1]}{when}{more}")
