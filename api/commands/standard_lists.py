"""``ladderworks standard release`` and ``keep-back``: a firm's own list made public by the firm, and private again."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.standard_steps import Comment, opened
from api.terminal.console import note
from pathways.amounts import count
from standards.agreement.requirements import FEWEST
from standards.publishing import Mover, keep_back, release_list
from standards.publishing.exposure import Exposure, exposure

Standard = Annotated[str, typer.Argument(metavar="STANDARD", help="The standard that the list was given for.")]
Firm = Annotated[str, typer.Argument(metavar="FIRM", help="By its slug, for instance tamarack-pud.")]
By = Annotated[str, typer.Option("--by", help="Who says so for the firm; it is kept, not published.")]


def release(standard: Standard, firm: Firm, by: By, comment: Comment = "") -> None:
    """Make a firm's own list public, as it is now."""
    with opened() as base:
        public = release_list(base, standard, firm, Mover(by, comment))
        exposed = exposure(base, public)
    print(f"The list of {firm} ({public.name}) is public now")
    if exposed.numbers:
        note(_warning(exposed, f"ladderworks standard keep-back {standard} {firm} --by NAME"))
    note("A list that the firm gives later is kept back until it is released, too")


def withhold(standard: Standard, firm: Firm, by: By, comment: Comment = "") -> None:
    """Keep a firm's own list back again, from now on."""
    with opened() as base:
        private = keep_back(base, standard, firm, Mover(by, comment))
    print(f"The list of {firm} ({private.name}) is kept back now; who took it away meanwhile has it")


def _warning(exposed: Exposure, back: str) -> str:
    """Return whose lists may be told now: to who convenes the panel and has those lists anyhow, and to nobody else."""
    return (
        f"Fewer than {FEWEST} private lists stand behind {count(exposed.numbers, 'published number')} now, and whoever "
        f"subtracts may tell what these say: ask {', '.join(exposed.firms)}, or keep it back again (`{back}`)"
    )
