"""What was changed of a field, in markup: struck out what is gone, underlined what came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Final

from pathways.revisions.revision import Change
from standards.differences.wording import Fate, Piece, pieces

STATEMENT: Final = "statement"
IN_FULL: Final = (STATEMENT, "label", "description", "definition", "scope note")
"""Fields whose change is told in the text itself, where there is one text before and after."""

TAGS: Final[Mapping[Fate, str]] = {Fate.GONE: "del", Fate.CAME: "ins"}


def change(one: Change) -> str:
    """Return what was changed of a field: of a text its words, struck out and added."""
    name = one.field.partition(" (")[0]
    alone = len(one.before) == len(one.after) == 1
    words = _marked(one.before[0], one.after[0]) if alone and name in IN_FULL else _replaced(one.before, one.after)
    if name == STATEMENT:
        return f"<p>{words}</p>"
    return f'<p class="more"><b>{escape(one.field.capitalize())}:</b> {words}</p>'


def _replaced(before: Iterable[str], after: Iterable[str]) -> str:
    gone, come = (
        [f"<{tag}>{escape(words)}</{tag}>" for words in side] for tag, side in (("del", before), ("ins", after))
    )
    return "; ".join([*gone, *come])


def _marked(before: str, after: str) -> str:
    """Return a text with the words that are gone and those that came; where most are, the whole of both."""
    found = pieces(before, after)
    stayed = sum(len(piece.text) for piece in found if piece.fate is Fate.STAYED)
    if 2 * stayed < len(after):
        return _replaced([before], [after])
    begun_otherwise = [piece.fate for piece in found[:2]] == [Fate.GONE, Fate.CAME]
    words = [_piece(piece) for piece in found]
    return "".join([words[0], " ", *words[1:]] if begun_otherwise else words).strip()


def _piece(piece: Piece) -> str:
    """Return a piece in markup, its first space outside."""
    tag, text = TAGS.get(piece.fate), piece.text.lstrip()
    space = " " if piece.text[:1].isspace() else ""
    return f"{space}<{tag}>{escape(text)}</{tag}>" if tag else escape(piece.text)
