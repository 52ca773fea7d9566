"""``ladderworks standard release`` and ``keep-back``: a firm's own list made public by the firm, and private again."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.standard_steps import Comment, opened
from api.terminal.console import note
from standards.publishing import Mover, keep_back, release_list

Standard = Annotated[str, typer.Argument(metavar="STANDARD", help="The standard that the list was given for.")]
Firm = Annotated[str, typer.Argument(metavar="FIRM", help="By its slug, for instance tamarack-pud.")]
By = Annotated[str, typer.Option("--by", help="Who says so for the firm; it is kept, not published.")]


def release(standard: Standard, firm: Firm, by: By, comment: Comment = "") -> None:
    """Make a firm's own list public, as it is now."""
    with opened() as base:
        public = release_list(base, standard, firm, Mover(by, comment))
    print(f"The list of {firm} ({public.name}) is public now")
    note("A list that the firm gives later is kept back until it is released, too")


def withhold(standard: Standard, firm: Firm, by: By, comment: Comment = "") -> None:
    """Keep a firm's own list back again, from now on."""
    with opened() as base:
        private = keep_back(base, standard, firm, Mover(by, comment))
    print(f"The list of {firm} ({private.name}) is kept back now; who took it away meanwhile has it")
