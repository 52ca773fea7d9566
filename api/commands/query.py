"""``ladderworks query``: SPARQL that only reads."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.files import STANDARD_OUTPUT, read_text, write_output
from api.terminal.forms import form_of
from ontology.errors import NotFoundError
from ontology.queries import FORMS, ask
from pathways.amounts import count

WIDEST = 60
"""Characters of a cell on a terminal; elsewhere none is cut."""


def run(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE.rq", help="A SELECT, ASK, CONSTRUCT or DESCRIBE; - for standard input."),
    ],
    output: Annotated[Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMS)}.")] = None,
    inferred: Annotated[bool, typer.Option("--inferred", help="Also see what `infer` found to follow.")] = False,
) -> None:
    """Run a SPARQL query over all releases together; the project's prefixes are known, and updates are refused."""
    form = form_of(output, FORMS, otherwise="")
    text = read_text(file, "name one that holds a query")
    on_terminal = output is None and sys.stdout.isatty()
    with open_knowledge(Settings.read()) as knowledge:
        found = ask(knowledge.base, text, form, WIDEST if on_terminal else None, inferred=inferred)
    write_output(output or STANDARD_OUTPUT, found.content, count(len(found.content), "byte"))
    if found.empty:
        message = f"{file} finds nothing"
        raise NotFoundError(message)
