"""``ladderworks standard``: what becomes of a standard, and frameworks as other systems take them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from api.commands import standard_agree as agree
from api.commands import standard_lists as lists
from api.commands import standard_steps as steps
from api.commands.standard_diff import diff
from api.commands.standard_impact import impact
from api.commands.standard_outcomes import outcomes
from api.commands.standard_worker import worker
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.files import STANDARD_OUTPUT, write_output
from pathways.amounts import count
from standards.wire.exporting import WRITERS, export, format_of

run = typer.Typer(no_args_is_help=True)


@run.callback()
def _standard() -> None:
    """Agree on standards and publish them; write frameworks as other systems take them."""


STEPS: Mapping[str, Callable[..., None]] = {
    "agreement": agree.agreement,
    "decide": agree.make_decisions,
    "position": agree.take_positions,
    "undo": agree.take_back_decision,
    "versions": steps.versions,
    "review": steps.review,
    "ratify": steps.ratify,
    "reopen": steps.reopen,
    "publish": steps.make_public,
    "withdraw": steps.take_back,
    "release": lists.release,
    "keep-back": lists.withhold,
    "diff": diff,
    "impact": impact,
    "outcomes": outcomes,
    "worker": worker,
}
for name, step in STEPS.items():
    run.command(name)(step)


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
