"""Which occupations ask for what a revision changes, in markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from pathways.agreements.wording import listed
from pathways.revisions.revision import Demand, Item, Part


def asked(part: Part, item: Item) -> Iterator[str]:
    """Yield which occupations ask for it now, otherwise, and no more; of several things, for which."""
    for of in sorted({one.of for one in item.demands}):
        demands = [one for one in item.demands if one.of == of]
        name = f"{of}: " if part is Part.FOLLOWED else ""
        yield from _asked_for(name, demands)


def _asked_for(name: str, demands: Sequence[Demand]) -> Iterator[str]:
    told = (
        ("needed now by", [(one, one.after) for one in demands if not one.before]),
        ("needed otherwise by", [(one, _both(one)) for one in demands if one.before and one.after]),
        ("needed no more by", [(one, one.before) for one in demands if not one.after]),
    )
    for words, asked in told:
        if asked:
            head = f"{name}{words}" if name else words.capitalize()
            listing = "; ".join(_occupation(one, how) for one, how in asked)
            yield f'<p class="more"><b>{escape(head)}</b> {listing}</p>'


def _both(one: Demand) -> str:
    return f"{one.before} → {one.after}"


def _occupation(one: Demand, how: str) -> str:
    jobs = f", <b>your {escape(listed(one.jobs))}</b>" if one.jobs else ""
    return f"{escape(one.occupation)} ({escape(how)}){jobs}"
