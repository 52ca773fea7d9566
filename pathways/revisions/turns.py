"""Who stands otherwise than before, in markup: by member, what it says alike in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Final

from ontology.report import sentence
from pathways.revisions.revision import Revision, Said, Turn

DOES: Final[Mapping[str, tuple[str, str]]] = {
    "endorse": ("endorses {}", "endorsed {}"),
    "adopt with change": ("adopts {} with a change", "adopted {} with a change"),
    "abstain": ("abstains on {}", "abstained on {}"),
    "dissent": ("dissents from {}", "dissented from {}"),
    "ratify": ("ratifies {}", "ratified {}"),
    "refuse": ("refuses {}", "refused {}"),
}
"""What a member does to something now, and what it did before."""


def turned(revision: Revision) -> Iterator[str]:
    """Yield who stands otherwise to statements that go on, line by line; nothing where nobody does."""
    if not revision.positions:
        return
    number = len(revision.positions)
    yield f'<section>\n<h2>Positions that differ <span class="count">({number:,})</span></h2>'
    for name, turns in groupby(revision.positions, key=lambda one: one.organization):
        own = ' class="mine"' if name == revision.firm else ""
        yield f"<article{own}>\n<h3>{escape(name)}</h3>"
        yield from (f"<p>{escape(told)}</p>" for told in _told([*turns]))
        yield "</article>"
    yield "</section>"


def on_the_whole(turn: Turn, older: str, newer: str) -> str:
    """Return how a member stands otherwise to the whole standard.

    Example
    -------
    >>> from pathways.revisions.revision import Named
    >>> standard, said = Named(address="x:1", name="Harbor"), Said(organization="A Union", position="ratify")
    >>> on_the_whole(Turn(organization="A Union", subject=standard, before=said), "1.0", "1.1")
    'A Union ratified 1.0, and takes no position on 1.1.'
    """
    before = f"{_did(turn.before, older)}, and " if turn.before else ""
    return f"{turn.organization} {before}{_does(turn.now, newer)}{_why(turn.now)}"


def _told(turns: Iterable[Turn]) -> Iterator[str]:
    """Yield what a member says otherwise, the same of several statements once."""
    alike: dict[tuple[Said | None, Said | None], list[str]] = {}
    for one in turns:
        alike.setdefault((one.before, one.now), []).append(" ".join(filter(None, (one.subject.code, one.subject.name))))
    for (before, now), subjects in alike.items():
        pronoun = "it" if len(subjects) == 1 else "them"
        earlier = f" It {_did(before, pronoun)} before." if before else ""
        told = f"{_does(now, ', '.join(subjects))}{_why(now)}"
        yield f"{told[0].upper()}{told[1:]}{earlier}"


def _does(said: Said | None, to: str) -> str:
    if said is None:
        return f"takes no position on {to}"
    return DOES[said.position][0].replace("{}", to)


def _did(said: Said, to: str) -> str:
    return DOES[said.position][1].replace("{}", to)


def _why(said: Said | None) -> str:
    """Return the change or the reason, with what ends the sentence."""
    if said and said.change:
        return f": “{said.change}”."
    return sentence(f": {said.reason}") if said and said.reason else "."
