"""``ladderworks related``: the occupations most related to some, or to all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import tab_separated, table
from api.terminal.files import STANDARD_OUTPUT, write_output
from ontology.errors import InputError
from pathways.amounts import count
from pathways.neighbors import Related, related
from pathways.snapshot import Snapshot

COLUMNS = ("occupation", "rank", "related", "score")


def run(
    codes: Annotated[list[str] | None, typer.Argument(metavar="CODE...", help="Codes, addresses or titles.")] = None,
    every: Annotated[bool, typer.Option("--all", help="For every occupation.")] = False,
    top: Annotated[int, typer.Option(min=1, help="How many for each.")] = 20,
    output: Annotated[Path | None, typer.Option("-o", help="A TSV file; - for standard output.")] = None,
) -> None:
    """List the occupations most related to some: occupation, rank, related, score (0 to 1).

    On a terminal titles are shown beside the codes; everywhere else the result is TSV.
    """
    if bool(codes) == every:
        message = "name occupations, or all of them with --all"
        raise InputError(message)
    with open_knowledge(Settings.read()) as knowledge:
        snapshot = knowledge.scopes.national
        places = range(len(snapshot.occupations)) if every else [snapshot.find(code) for code in codes or ()]
        if output is None and sys.stdout.isatty():
            print("\n\n".join(_readable(snapshot, place, top) for place in places))
        else:
            rows = list(_rows(snapshot, places, top))
            what = f"{count(len(places), 'occupation')}, {count(len(rows), 'related one')}"
            write_output(output or STANDARD_OUTPUT, tab_separated([COLUMNS, *rows]), what)


def _rows(snapshot: Snapshot, places: range | list[int], top: int) -> Iterator[tuple[object, ...]]:
    for place in places:
        for found in related(snapshot, place, top):
            yield snapshot.occupations[place].code, found.rank, found.code, _score(found)


def _readable(snapshot: Snapshot, place: int, top: int) -> str:
    occupation = snapshot.occupations[place]
    found = related(snapshot, place, top)
    rows = [("rank", "score", "code", "title"), *((f.rank, _score(f), f.code, f.label.value) for f in found)]
    return f"{occupation.code} {occupation.label}\n{table(rows)}"


def _score(found: Related) -> str:
    return f"{found.score:.4f}"
