"""``ladderworks standard``: frameworks and standards as other systems take them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.files import STANDARD_OUTPUT, write_output
from pathways.amounts import count
from standards.wire.exporting import WRITERS, export, format_of

run = typer.Typer(no_args_is_help=True)


@run.callback()
def _standard() -> None:
    """Write frameworks and standards as other systems take them."""


@run.command("export")
def write(
    name: Annotated[str, typer.Argument(metavar="FRAMEWORK", help="A source, a standard or a firm; onet@29.3.")],
    form: Annotated[
        str | None, typer.Option("--format", help=f"One of: {', '.join(WRITERS)}; else as the file's name ends.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", help="A file; - for standard output.")] = None,
) -> None:
    """Write a framework in a format of the field."""
    target = output or STANDARD_OUTPUT
    chosen = format_of("" if target == STANDARD_OUTPUT else target.name, form)
    with open_knowledge(Settings.read()) as knowledge:
        content = export(knowledge.base, name, chosen)
    write_output(target, content, f"{chosen}, {count(len(content), 'byte')}")
