"""The ladder as one page of HTML: the picture, then the same in words; no script, nothing from elsewhere.

Rungs and steps are folded: one sees of each what it pays and takes, and unfolds the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from pathways.diagrams.picture import picture
from pathways.diagrams.svg import LEGIBLE, draw
from pathways.ladders.account import Address, account, occupation_address, rung_name
from pathways.ladders.blocks import Block, Heading, Items, Run
from pathways.records.ladder import Ladder, Rung
from pathways.webpage import fold, skip_link, webpage

SKIP: Final = "Skip the picture: read the ladder in words"


def to_html(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return a ladder as a page that stands alone.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    title, summary, *rest = account_here(ladder, link)
    return page(ladder, link, (title, summary), rest)


def account_here(ladder: Ladder, link: Address) -> tuple[Block, ...]:
    """Return a ladder in words, whose steps lead to their rungs on the same page where they lead nowhere else."""
    return account(ladder, _here(ladder, link))


def _here(ladder: Ladder, link: Address) -> Address:
    drawn = {rung.occupation for rung in ladder.rungs}

    def here(rung: Rung) -> str:
        return link(rung) or (f"#{rung_name(rung)}" if rung.occupation in drawn else "")

    return here


def page(ladder: Ladder, link: Address, opening: Sequence[Block], words: Sequence[Block]) -> str:
    """Return the picture of a ladder between what opens the page and all other words, as a page that stands alone."""
    form, style = (
        (files("pathways.formats") / f"ladder.{kind}").read_text(encoding="utf-8") for kind in ("html", "css")
    )
    body = Template(form).substitute(
        opening="\n".join(_parts(opening)),
        picture=draw(picture(ladder, bare=True), _here(ladder, link), LEGIBLE),
        words="\n".join(_parts(words)),
    )
    return webpage(ladder.title, style, body, skip_link("words", SKIP))


def _parts(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield blocks as HTML; what stands under a heading with a glance is folded."""
    at = 0
    while at < len(blocks):
        block, end = blocks[at], at + 1
        if isinstance(block, Heading) and block.glance:
            end = _end(blocks, at)
            yield from fold(_summary(block), (*_leading(block), *_parts(blocks[at + 1 : end])), block.name)
        else:
            yield _block(block)
        at = end


def _end(blocks: Sequence[Block], at: int) -> int:
    """Return where the part ends that a heading opens."""
    opened = blocks[at]
    assert isinstance(opened, Heading)
    later = range(at + 1, len(blocks))
    ends = (to for to in later if isinstance(found := blocks[to], Heading) and found.level <= opened.level)
    return next(ends, len(blocks))


def _summary(heading: Heading) -> str:
    """Return a heading and its glance; what unfolds holds no links, which would be lost to those who hear it."""
    titled = "".join(_run(replace(run, href="")) for run in heading.runs)
    return f"<h{heading.level}>{titled}</h{heading.level}> <small>{_runs(heading.glance)}</small>"


def _leading(heading: Heading) -> Iterator[str]:
    """Yield where the title of a folded part leads, if not to this part itself."""
    for run in heading.runs:
        if run.href and run.href != f"#{heading.name}":
            yield f'<p class="onward">Read on: {_run(run)}</p>'


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        name = f' id="{escape(block.name)}"' if block.name else ""
        return f"<h{block.level}{name}>{_runs(block.runs)}</h{block.level}>"
    if isinstance(block, Items):
        items = "\n".join(f"<li>{_runs(item)}</li>" for item in block.items)
        return f"<ul>\n{items}\n</ul>"
    return f"<p>{_runs(block.runs)}</p>"


def _runs(runs: Sequence[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text)
    spoken = f' lang="{run.language}"' if run.language else ""
    if run.href:
        return f'<a href="{escape(run.href)}"{spoken}>{text}</a>'
    if run.strong:
        return f"<strong{spoken}>{text}</strong>"
    return f"<span{spoken}>{text}</span>" if spoken else text
