"""The ladder as one page of HTML: the picture, then the same in words; no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from pathways.diagrams.picture import picture
from pathways.diagrams.svg import LEGIBLE, draw
from pathways.ladders.account import Address, account, occupation_address, rung_name
from pathways.ladders.blocks import Block, Heading, Items, Run
from pathways.records.ladder import Ladder
from pathways.webpage import skip_link, webpage

SKIP: Final = "Skip the picture: read the ladder in words"


def to_html(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return a ladder as a page that stands alone.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    title, *blocks = account(ladder, link)
    return page(ladder, link, title, blocks_to_html(blocks))


def page(ladder: Ladder, link: Address, heading: Block, words: str) -> str:
    """Return the picture of a ladder with some words beneath, in HTML, as a page that stands alone."""
    form, style = (
        (files("pathways.formats") / f"ladder.{kind}").read_text(encoding="utf-8") for kind in ("html", "css")
    )
    body = Template(form).substitute(
        heading=_block(heading),
        picture=draw(picture(ladder), lambda rung: link(rung) or f"#{rung_name(rung)}", LEGIBLE),
        account=words,
    )
    return webpage(ladder.title, style, body, skip_link("words", SKIP))


def blocks_to_html(blocks: Iterable[Block]) -> str:
    """Return blocks of an account as HTML."""
    return "\n".join(map(_block, blocks))


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
