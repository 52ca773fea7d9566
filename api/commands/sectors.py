"""``ladderworks sectors``: what a ladder can be drawn of, and which of it a region's labor market speaks for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import note, progress, tab_separated, table
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_in
from ontology.errors import InputError, NotFoundError
from pathways.amounts import count
from pathways.labor_market import FORMATS, Asked, Criterion, Ranking, rank_sectors, ranking_format
from pathways.labor_market.table import COLUMNS as NUMBERS
from pathways.labor_market.table import SHOWN, raw_rows, shown_row
from pathways.occupations.sector import SectorKind
from pathways.occupations.sectors import Sector, sectors_called

COLUMNS = ("sector", "title", "part of", "occupations", "kind", "inferred")


def run(
    text: Annotated[str, typer.Argument(help="Words of the name, such as `computer`; also inside others.")] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Also the pathways of the clusters, and the minor groups of occupations.")
    ] = False,
    region: Annotated[
        list[str] | None,
        typer.Option(help="Rank them by this region's labor market: `WA`, a name, a code; again for several areas."),
    ] = None,
    by: Annotated[
        Criterion | None, typer.Option(help="What sectors of a region are ranked by; all four together otherwise.")
    ] = None,
    kind: Annotated[
        list[SectorKind] | None,
        typer.Option(help="Which sectors of a region are ranked; partnerships and career clusters otherwise."),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="The form, whatever the file is called: an extension.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMATS.extensions)}; - for the screen."),
    ] = None,
) -> None:
    """List what `ladder --sector` takes, or rank it by the labor market of a region.

    Partnerships, career clusters, occupation groups, fields of study; how many occupations of a career cluster its list
    does not name itself stands last. With `--region`, sectors are ranked by how concentrated they are, how many jobs
    they have and what these pay. On a terminal as a table; everywhere else the result is TSV.
    """
    if region:
        form = form_in(FORMATS, output, form, otherwise="")
        _rank(Asked(tuple(region), text, tuple(kind or ()), by or Criterion.ALL, every), form, output)
    elif by or kind or form or output:
        message = "sectors are ranked and written for a region: name one with --region"
        raise InputError(message)
    else:
        _list(text, every=every)


def _rank(asked: Asked, form: str, output: Path | None) -> None:
    """Write the ranking of a region's sectors."""
    with open_knowledge(Settings.read()) as knowledge, progress(f"Ranking the sectors of {', '.join(asked.regions)}"):
        ranking = rank_sectors(knowledge.scopes, asked)
    ranked = count(len(ranking.sectors), "sector")
    if form:
        write_output(output or STANDARD_OUTPUT, ranking_format(form).write(ranking), ranked)
    elif sys.stdout.isatty():
        _show(ranking)
    else:
        rows = [NUMBERS, *(_tabbed(row) for row in raw_rows(ranking))]
        write_output(STANDARD_OUTPUT, tab_separated(rows), ranked)


def _tabbed(row: Sequence[object]) -> list[object]:
    return ["" if cell is None else cell for cell in row]


def _show(ranking: Ranking) -> None:
    """Show a ranking on a terminal: what was asked, the table, and what to know."""
    print(f"{ranking.title}\n{ranking.description}\n")
    print(table([SHOWN, *map(shown_row, ranking.sectors)]))
    print()
    for said in (*ranking.notes, *ranking.explained, *(f"Source: {source.title}." for source in ranking.sources)):
        note(said)


def _list(text: str, *, every: bool) -> None:
    """Write the sectors that there are."""
    with open_knowledge(Settings.read()) as knowledge, progress("Gathering the sectors"):
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
