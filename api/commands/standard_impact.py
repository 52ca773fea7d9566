"""``ladderworks standard impact``: what a new release touches of what is stored, and what to do about it."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from api.commands.standard_diff import LISTED, Newer, Older, Output, Top
from api.differences.impact_text import write_text
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import progress
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_in
from ontology.forms import Form, Forms
from pathways.amounts import count
from pathways.impact import Impact, impact_of
from standards.differences import compare

Proposed = Annotated[
    bool, typer.Option("--proposed", help="Also the outcomes that nobody judged, by what is proposed for them.")
]
FormName = Annotated[str, typer.Option("--format", help="txt or json; else as FILE ends.")]


def _json(impact: Impact, _: int) -> str:
    return f"{impact.model_dump_json(indent=2)}\n"


FORMS: Final[Forms[[Impact, int]]] = Forms(
    "impacts",
    (Form("txt", "text/plain; charset=utf-8", write_text, "text"), Form("json", "application/json", _json)),
)


def impact(
    older: Older,
    newer: Newer,
    proposed: Proposed = False,
    top: Top = LISTED,
    form: FormName = "",
    output: Output = None,
) -> None:
    """Say what a new release touches: mappings, reviews, standards, occupations, ladders, courses; and what to do.

    What was only changed in signs or spelling is left out. Status 1 where nothing is touched.
    """
    chosen = FORMS.find(form_in(FORMS, output, form, "txt"))
    with open_knowledge(Settings.read()) as knowledge, progress(f"Comparing {older} and {newer}"):
        difference = compare(knowledge.base, older, newer)
        found = impact_of(knowledge.base, difference, knowledge.indexes, proposed=proposed)
    content = chosen.write(found, top)
    write_output(output or STANDARD_OUTPUT, content, summary(found))
    if found.is_empty:
        raise typer.Exit(ExitStatus.FOUND)


def summary(found: Impact) -> str:
    """Return what is touched, in a few words."""
    references = count(len(found.references), "reference")
    return f"{count(len(found.things), 'thing')} touched, {references}, {count(len(found.ladders), 'ladder')}"
