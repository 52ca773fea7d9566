"""``ladderworks routes``: the ways to an occupation, or up from one, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.ladder_plan import read_offers
from api.knowledge import open_knowledge
from api.queries.routes import MOST_MONTHS, RouteQuery
from api.settings import Settings
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_in
from pathways.amounts import count
from pathways.routes import FORMATS, comparison_format


def run(  # noqa: PLR0913, PLR0917 - the options of a command
    start: Annotated[str, typer.Option("--from", help="Where one is: code, address or title of an occupation.")],
    goal: Annotated[str, typer.Option("--to", help="Where to get; without it, wherever pay is more.")] = "",
    region: Annotated[
        str, typer.Option(help="Whose pay and jobs: a name, `WA`, a code, or a county; the nation otherwise.")
    ] = "",
    within: Annotated[
        int, typer.Option(min=0, max=MOST_MONTHS, metavar="MONTHS", help="Most months that a way may take.")
    ] = 0,
    move: Annotated[str, typer.Option(metavar="REGION", help="Where one would move for the last rung.")] = "",
    language: Annotated[
        str, typer.Option(help="Of the names, as far as releases have them: `es`, `de`, ...; English otherwise.")
    ] = "",
    offers: Annotated[
        Path | None,
        typer.Option("--offers", metavar="FILE", help="Courses and credentials whose costs to compare, as JSON."),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="The form, whatever the file is called: an extension.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMATS.extensions)}; - for the screen."),
    ] = None,
) -> None:
    """Compare the ways to an occupation, or up from one: time, school, what to learn, pay, jobs."""
    form = form_in(FORMATS, output, form, otherwise="txt")
    further = read_offers(offers) if offers else ()
    query = RouteQuery(start.strip(), goal.strip(), region.strip(), within, move.strip(), language.strip(), further)
    with open_knowledge(Settings.read()) as knowledge:
        found = query.answer(knowledge.scopes)
    write_output(output or STANDARD_OUTPUT, comparison_format(form).write(found), count(len(found.routes), "way"))
    if not found.routes:
        raise typer.Exit(ExitStatus.FOUND)
