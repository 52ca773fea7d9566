"""``ladderworks trace``: from a figure on a ladder to the rows of the files that it came from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.example import example_folder
from api.knowledge import Knowledge, open_knowledge
from api.queries.ladders import LadderQuery, check_region
from api.settings import Settings
from api.terminal.console import note, table
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_of
from ontology.errors import InputError
from pathways.amounts import count
from pathways.occupations.sectors import find_sector
from pathways.traces.ground import Ground
from pathways.traces.records import Traced
from pathways.traces.traces import trace_rung, trace_step
from pathways.traces.writing import NAMED, table_rows, write_markdown
from standards.citations.citation import Standing
from standards.citations.shelf import Shelf


def run(
    occupation: Annotated[str, typer.Argument(metavar="OCC", help="A rung: its code, address or title.")] = "",
    start: Annotated[str, typer.Option("--from", help="Where a step begins: code, address or title.")] = "",
    goal: Annotated[str, typer.Option("--to", help="Where it ends: code, address or title.")] = "",
    sector: Annotated[str, typer.Option(help="On whose ladder: a partnership's word holds on its own.")] = "",
    region: Annotated[str, typer.Option(help="Whose pay: a name, `WA`, or a code; the nation otherwise.")] = "",
    data: Annotated[
        list[Path] | None, typer.Option(help="A folder or zip that a release was imported from; several may be named.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", help="A file ending in .md or .json; - for the screen.")] = None,
) -> None:
    """Say of every figure of a rung or a step how it came about and in which row of which file it stands.

    A row is given where the file at hand is, byte by byte, the one that was imported; else the keys to look for, and
    the file's digest. Exits with 1 where a file has changed or holds something else.
    """
    form = form_of(output, ("md", "json"), otherwise="md")
    with open_knowledge(Settings.read()) as knowledge:
        traced = _trace(knowledge, (occupation, start, goal), (sector, region), tuple(data or ()))
    if output is None and sys.stdout.isatty():
        print(f"{traced.title}\n\n{table(list(table_rows(traced)))}\n")
        print("\n".join(traced.notes))
        note("-o - says of each input where it stands; a file ending in .md or .json has all of them.")
    else:
        text = (
            traced.model_dump_json(indent=2)
            if form == "json"
            else write_markdown(traced, NAMED if output in (None, STANDARD_OUTPUT) else None)
        )
        write_output(output or STANDARD_OUTPUT, f"{text.rstrip()}\n".encode(), count(len(traced.figures), "figure"))
    if not _sound(traced):
        raise typer.Exit(ExitStatus.FOUND)


def _trace(knowledge: Knowledge, names: tuple[str, str, str], where: tuple[str, str], data: tuple[Path, ...]) -> Traced:
    occupation, start, goal = names
    sector, region = where
    if bool(occupation) == bool(start or goal) or bool(start) != bool(goal):
        message = "name one occupation, or a step by --from and --to"
        raise InputError(message)
    asked = [name for name in names if name]
    snapshot = LadderQuery(sector=sector).scope(knowledge.scopes) if sector else knowledge.scopes.of_occupations(*asked)
    if sector and not region:
        own = find_sector(snapshot.sectors, sector).region
        region = own if any(own == known.code for known in snapshot.regions) else ""
    check_region(snapshot.regions, region)
    ground = Ground(knowledge.base, snapshot, Shelf((*data, example_folder())))
    places = [snapshot.find(name) for name in asked]
    return trace_rung(ground, places[0], region) if occupation else trace_step(ground, places[0], places[1], region)


def _sound(traced: Traced) -> bool:
    """Return whether nothing has changed since it was imported, as far as files are at hand."""
    inputs = [stated for figure in traced.figures for stated in figure.inputs]
    changed = any(i.finding is not None and i.finding.standing is Standing.CHANGED for i in inputs)
    return not changed and all(stated.agrees is not False for stated in inputs)
