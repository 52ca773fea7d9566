"""``ladderworks standard outcomes``: what a partnership reports, without small cells, and what changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_in
from pathways.outcomes import FORMATS, summary
from standards.outcomes import FEW, FEWEST, Limits
from standards.outcomes import outcomes as outcomes_of

Since = Annotated[
    str, typer.Option(metavar="DAY", help="Day between before and after; else when first ratified or published.")
]
Adopted = Annotated[
    list[str] | None,
    typer.Option(metavar="ORGANIZATION[=DAY]", help="Who took it up; else who adopts most of it, as published."),
]


def outcomes(
    standard: Annotated[str, typer.Argument(metavar="STANDARD", help="Its slug.")],
    since: Since = "",
    adopted: Adopted = None,
    people: Annotated[int, typer.Option(min=FEWEST, help="Fewest people that a figure is shown of.")] = FEWEST,
    few: Annotated[int, typer.Option(min=FEW, help="Fewest people that a share counts, and leaves out.")] = FEW,
    form: Annotated[str, typer.Option("--format", help=f"{', '.join(FORMATS.extensions)}; else as FILE ends.")] = "",
    output: Annotated[Path | None, typer.Option("-o", help="A file; - for standard output.")] = None,
) -> None:
    """Show the outcomes under a standard, before and after, where it was taken up and where not.

    Figures that rest on few people are hidden. Status 1 where nothing can be said of any change.
    """
    chosen = FORMATS.find(form_in(FORMATS, output, form, "txt"))
    day, named = _day(since, "--since"), dict(_organization(one) for one in adopted or ())
    with open_knowledge(Settings.read()) as knowledge:
        found = outcomes_of(knowledge.base, standard, day, named, Limits(people, few))
    write_output(output or STANDARD_OUTPUT, chosen.write(found), summary(found))
    if not any(effect.with_standard for effect in found.effects):
        raise typer.Exit(ExitStatus.FOUND)


def _organization(said: str) -> tuple[str, date | None]:
    """Return the slug of an organization and its own day, where one is named."""
    slug, _, day = said.partition("=")
    return slug, _day(day, "--adopted")


def _day(text: str, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        message = f"{option} {text!r} is no day; write one as 2025-01-31"
        raise typer.BadParameter(message) from error
