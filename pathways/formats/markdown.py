"""The ladder as Markdown, in the order in which one climbs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pathways.ladders.account import Address, account, occupation_address
from pathways.ladders.blocks import Block, Heading, Items, Run
from pathways.records.ladder import Ladder


def to_markdown(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return a ladder in words, as CommonMark.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    return blocks_to_markdown(account(ladder, link))


def blocks_to_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks of an account as CommonMark."""
    return "\n\n".join(map(_block, blocks)) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_runs(block.runs)}"
    if isinstance(block, Items):
        return "\n".join(f"- {_runs(item)}" for item in block.items)
    return _runs(block.runs)


def _runs(runs: Sequence[Run]) -> str:
    return "".join(map(_run, runs)).strip()


def _run(run: Run) -> str:
    text = literal(run.text)
    if run.href:
        return f"[{text}](<{run.href}>)"
    return f"**{text}**" if run.strong else text


def literal(text: str) -> str:
    r"""Return a text so that Markdown takes every letter of it as it stands.

    Example
    -------
    >>> print(literal("C# *and* [more]"), literal("1. first"))
    C\# \*and\* \[more\] 1\. first
    """
    escaped = re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", re.sub(r"\s+", " ", text))
    # At the start of a line these would begin a list.
    return re.sub(r"^( ?\d*)([-+.)])", r"\1\\\2", escaped)
