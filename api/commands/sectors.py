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
from pathways.occupations.sectors import Sector, sectors_called

COLUMNS = ("sector", "title", "part of", "occupations", "kind", "inferred")


def run(
    text: Annotated[str, typer.Argument(help="Words of the name, such as `computer`; also inside others.")] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Also the pathways of the clusters, and the minor groups of occupations.")
    ] = False,
) -> None:
    """List what `ladder --sector` takes: partnerships, career clusters, occupation groups, fields of study.

    How many occupations of a career cluster its list does not name itself stands last. On a terminal as a table;
    everywhere else the result is TSV.
    """
    with open_knowledge(Settings.read()) as knowledge:
        sectors = knowledge.scopes.sectors
    if not sectors:
        message = (
            "there are no sectors; `ladderworks import` brings a partnership in, or O*NET with its career clusters"
        )
        raise NotFoundError(message)
    rows = list(_rows(sectors_called(sectors, text) if text else sectors, every or bool(text)))
    if not rows:
        message = f"no sector has {text!r} in its name; `ladderworks sectors --all` lists all of them"
        raise NotFoundError(message)
    if sys.stdout.isatty():
        print(table([COLUMNS, *rows]))
    else:
        write_output(STANDARD_OUTPUT, tab_separated([COLUMNS, *rows]), count(len(rows), "sector"))


def _rows(sectors: Iterable[Sector], every: bool) -> Iterator[tuple[str, str, str, int, str, int]]:
    for sector in sectors:
        if every or not sector.within:
            size, inferred = len(sector.members), len(sector.inferred)
            yield sector.slug, sector.label, sector.within, size, sector.kind, inferred
