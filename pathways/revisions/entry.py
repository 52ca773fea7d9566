"""An item of a revision in markup: what it is, what was changed of it, who asks for it and who stands how to it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pathways.revisions.changed_text import change
from pathways.revisions.demands import asked
from pathways.revisions.items import FIRST
from pathways.revisions.positions import own_position, stands
from pathways.revisions.revision import Item, Named, Part, Revision


def entry(revision: Revision, part: Part, item: Item) -> Iterator[str]:
    """Yield what stands on the page of one item, line by line."""
    yield f"<h3>{_called(item.named)}{_kind(item)}</h3>"
    if part is Part.FOLLOWED:
        yield from _followed(item)
    elif part in (Part.NEW, Part.DROPPED) and item.named.text:
        tag = "del" if part is Part.DROPPED else "span"
        yield f"<p><{tag}>{escape(item.named.text)}</{tag}></p>"
    yield from (change(one) for one in item.changes)
    yield from asked(part, item)
    yield from (f'<p class="more">{escape(told)}</p>' for told in stands(revision, item))
    if item.concerns:
        yield f'<p class="mine more">{escape(" ".join(own_position(revision, part, item)))}</p>'


def _called(named: Named) -> str:
    code = f'<span class="code">{escape(named.code)}</span> ' if named.code else ""
    return f"{code}{escape(named.name)}"


def _kind(item: Item) -> str:
    told = ", ".join(filter(None, ("" if item.kind in FIRST else item.kind, item.how)))
    return f' <span class="count">({escape(told)})</span>' if told else ""


def _followed(item: Item) -> Iterator[str]:
    """Yield what there was and what there is; what reads as it did is told once."""
    before = [f"{_called(one)}{_full(one)}" for one in item.older]
    now = [f"{_called(one)}{': as before' if one in item.older else _full(one)}" for one in item.newer]
    yield '<dl class="ends">'
    for word, ends in (("Before", before), ("Now", now)):
        yield f"<dt>{word}</dt>{''.join(f'<dd>{end}</dd>' for end in ends)}"
    yield "</dl>"


def _full(one: Named) -> str:
    return f": {escape(one.text)}" if one.text else ""
