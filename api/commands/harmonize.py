"""``ladderworks harmonize``: propose a standard from the lists of firms."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from api.harmonizing.asked import AskedList, asked_lists
from api.harmonizing.proposal_table import FORMS, summary
from api.knowledge import Knowledge
from api.settings import Settings
from api.terminal.console import note, progress
from api.terminal.exit_status import ExitStatus
from api.terminal.files import write_output
from api.terminal.findings import show
from api.terminal.forms import form_of
from ontology.errors import RefusedError
from ontology.report import Report
from ontology.store import KnowledgeBase
from pathways.amounts import count
from standards.harmonizing.intake import take_in
from standards.harmonizing.panel import ensure_panel
from standards.harmonizing.rounds import Round, propose


def run(
    lists: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIRM=LIST...]", help="A firm's slug and its list; a slug alone where it is imported."),
    ] = None,
    *,
    standard: Annotated[str, typer.Option(help="Slug of the standard; that of a partnership takes its firms.")],
    without: Annotated[
        list[str] | None, typer.Option(metavar="FIRM", help="A firm that is not compared any more; its list stays.")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="A TSV file for all findings.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMS)}; - for CSV.")
    ] = None,
) -> None:
    """Propose a standard: what firms' lists say alike, and who says it.

    Lists come as tables, CASE, CTDL, Rich Skill Descriptors or SKOS. Run it again with another firm and what was
    proposed, or decided on since, stays as it is.
    """
    form = form_of(output, FORMS, otherwise="csv")
    settings, asked = Settings.read(), asked_lists(lists or ())
    started = monotonic()
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        found = _taken_in(base, asked, report)
        with progress(f"Harmonizing {standard}"):
            ensure_panel(base, standard, [one.firm for one in asked])
            folder = Knowledge(base, settings.knowledge_base).indexes
            done = propose(base, standard, [one.firm for one in asked], without or (), folder)
    found.extend(done.report)
    if len(found) or report:
        show(found, report)
    _tell(standard, done, monotonic() - started)
    if output:
        write_output(output, FORMS[form](done.proposal), count(len(done.proposal.candidates), "candidate"))


def _taken_in(base: KnowledgeBase, asked: list[AskedList], to: Path | None) -> Report:
    """Import the lists that come as files; where one is refused, none is stored after it."""
    found = Report()
    for one in asked:
        try:
            found.extend(take_in(base, one.firm, one.path) if one.path else ())
        except RefusedError as refused:
            show(refused.report, to)
            note(f"The list of {one.firm} was not stored, and nothing is proposed. Mend what is said above")
            raise typer.Exit(ExitStatus.FOUND) from None
    return found


def _tell(standard: str, done: Round, seconds: float) -> None:
    print(summary(standard, done))
    note(f"Proposed in {seconds:.1f} s. To decide on it: ladderworks standard agreement {standard} -o {standard}.xlsx")
