"""``ladderworks standard diff``: what differs between two releases of a source or two versions of a standard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Annotated, Final

import typer

from api.differences.difference_text import totals, write_text
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import progress
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_in
from ontology.errors import InputError
from ontology.formats import JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Format, serialize
from ontology.forms import Form, Forms
from ontology.store import KnowledgeBase
from ontology.triples import to_graph
from pathways.revisions import Revision, revise, to_html
from pathways.revisions.page import figures
from standards.differences import Difference, compare
from standards.differences.linked_data import records

LISTED: Final = 10
"""Entries of a list in the text, where nothing else is asked for."""

Older = Annotated[str, typer.Argument(metavar="OLDER", help="A release: esco@1.1.0, a standard's version.")]
Newer = Annotated[str, typer.Argument(metavar="NEWER", help="Another; a name alone is its newest.")]
Top = Annotated[int, typer.Option("--top", min=0, help="Entries of each list of the text.")]
Firm = Annotated[str, typer.Option("--firm", help="A member whose own words and positions stand on its page.")]
FormName = Annotated[str, typer.Option("--format", help="txt, html, json, ttl, jsonld, rdf or nt; else as FILE ends.")]
Output = Annotated[Path | None, typer.Option("-o", help="A file; - for standard output.")]


@dataclass(frozen=True)
class Asked:
    """A difference with how it is to be told.

    Parameters
    ----------
    top
        Entries of each list of the text.
    firm
        The member that reads the page, if it is one.
    """

    base: KnowledgeBase
    difference: Difference
    top: int
    firm: str

    @cached_property
    def revision(self) -> Revision:
        """What the page tells."""
        return revise(self.base, self.difference, self.firm)


def _text(asked: Asked) -> str:
    return write_text(asked.difference, asked.top)


def _page(asked: Asked) -> str:
    return to_html(asked.revision)


def _json(asked: Asked) -> str:
    return f"{asked.difference.model_dump_json(indent=2)}\n"


def _rdf(form: Format, asked: Asked) -> bytes:
    return serialize(to_graph(records(asked.difference, asked.base.identifiers)), form)


PAGE: Final = "html"
FORMS: Final[Forms[[Asked]]] = Forms(
    "differences",
    (
        Form("txt", "text/plain; charset=utf-8", _text, "text"),
        Form(PAGE, "text/html", _page),
        Form("json", "application/json", _json),
        *(
            Form(form.extension, form.media_type, partial(_rdf, form), form.name)
            for form in (TURTLE, JSON_LD, RDF_XML, N_TRIPLES)
        ),
    ),
)


def diff(
    older: Older, newer: Newer, firm: Firm = "", top: Top = LISTED, form: FormName = "", output: Output = None
) -> None:
    """Say what differs between two releases of a source, or two versions of a standard.

    Added, removed, withdrawn, recoded, split, merged, reworded, moved, asked for otherwise; who joined, who left, and
    who stands otherwise. Status 1 where nothing differs.

    As a page it also has who stands how to what is new; with --firm what that member says itself, and no other.
    """
    settings = Settings.read()
    chosen = FORMS.find(form_in(FORMS, output, form, "txt"))
    if firm and chosen.extension != PAGE:
        message = f"--firm {firm} is for a page, which the member reads: -o changes.html"
        raise InputError(message)
    with open_knowledge(settings) as knowledge, progress(f"Comparing {older} and {newer}"):
        difference = compare(knowledge.base, older, newer)
        asked = Asked(knowledge.base, difference, top, firm)
        content, told = chosen.write(asked), summary(asked, chosen)
    write_output(output or STANDARD_OUTPUT, content, told)
    if difference.is_empty:
        raise typer.Exit(ExitStatus.FOUND)


def summary(asked: Asked, form: Form[[Asked]]) -> str:
    """Return how much of what was written, as its own totals have it."""
    if form.extension != PAGE:
        return totals(asked.difference)
    return ", ".join(f"{number:,} {word}" for number, word in figures(asked.revision)) or "nothing differs"
