"""``ladderworks sectors``: what a ladder can be drawn of."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import tab_separated, table
from api.terminal.files import STANDARD_OUTPUT, write_output
from ontology.errors import NotFoundError
from pathways.amounts import count
from pathways.occupations.sectors import Sector

COLUMNS = ("sector", "title", "part of", "occupations")


def run(
    every: Annotated[bool, typer.Option("--all", help="Also the career pathways inside the clusters.")] = False,
) -> None:
    """List the sectors that `ladder --sector` takes: partnerships, then career clusters.

    On a terminal as a table; everywhere else the result is TSV.
    """
    with open_knowledge(Settings.read()) as knowledge:
        rows = list(_rows(knowledge.scopes.sectors, every))
    if sys.stdout.isatty():
        print(table([COLUMNS, *rows]))
    else:
        write_output(STANDARD_OUTPUT, tab_separated([COLUMNS, *rows]), count(len(rows), "sector"))
    if not rows:
        message = (
            "there are no sectors; `ladderworks import` brings a partnership in, or O*NET with its career clusters"
        )
        raise NotFoundError(message)


def _rows(sectors: Iterable[Sector], every: bool) -> Iterator[tuple[str, str, str, int]]:
    for sector in sectors:
        if every or not sector.within:
            yield sector.slug, sector.label, sector.within, len(sector.members)
