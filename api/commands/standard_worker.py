"""``ladderworks standard worker``: a published standard as those read it who do the work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.published import read_published
from api.commands.standard_steps import Standard
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_in
from pathways.agreements import READINGS, pay_under, workers_reading
from pathways.amounts import count


def worker(
    name: Standard,
    form: Annotated[str, typer.Option("--format", help=f"{', '.join(READINGS.extensions)}; else as FILE ends.")] = "",
    output: Annotated[Path | None, typer.Option("-o", help="A file; - for standard output.")] = None,
) -> None:
    """Write what the version in force asks of each job, in plain words.

    It has nothing but what is published: no firm's own list, and the positions that are named in the version. What each
    job pays is said where pay of it is loaded.
    """
    chosen = READINGS.find(form_in(READINGS, output, form, "md"))
    with open_knowledge(Settings.read()) as knowledge:
        standard = read_published(knowledge.base, name)
        reading = workers_reading(standard, pay_under(knowledge.scopes, standard))
    write_output(output or STANDARD_OUTPUT, chosen.write(reading), count(len(reading.jobs), "job"))
