"""``ladderworks harmonize``: propose a standard from the lists of firms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
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
from api.terminal.licenses import KNOWN, license_address
from ontology.errors import InputError, RefusedError
from ontology.identifiers import slug
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from pathways.amounts import count
from standards.agreement.members_work import members_work
from standards.agreement.requirements import Work
from standards.harmonizing.intake import take_in_all
from standards.harmonizing.panel import ensure_panel
from standards.harmonizing.rounds import Round, propose
from standards.publishing import license_standard, refuse_declared, unlicensed
from standards.sources.own import PARTNERSHIP


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
    license: Annotated[
        str, typer.Option(help=f"Of a standard that began with lists: {', '.join(KNOWN)}, or an address.")
    ] = "",
    report: Annotated[Path | None, typer.Option(help="A TSV file for all findings.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMS)}; - for CSV.")
    ] = None,
) -> None:
    """Propose a standard: what firms' lists say alike, and who says it.

    Lists come as tables, CASE, CTDL, Rich Skill Descriptors or SKOS. Run it again with another firm and what was
    proposed, or decided on since, stays as it is.
    """
    _refuse_no_slug(standard)
    form = form_of(output, FORMS, otherwise="csv")
    licensed = license_address(license) if license else ""
    asked, started = asked_lists(lists or ()), monotonic()
    done, found = _proposed(standard, asked, without or (), licensed, report)
    if len(found) or report:
        show(found, report)
    _tell(standard, done, monotonic() - started)
    if output:
        content = FORMS[form](done.proposal, _work(standard, done))
        write_output(output, content, count(len(done.proposal.candidates), "candidate"))


def _proposed(
    standard: str, asked: list[AskedList], without: Sequence[str], license: str, to: Path | None
) -> tuple[Round, Report]:
    """Take lists in and propose a standard; return the round, and what was found on the way."""
    settings, firms = Settings.read(), [one.firm for one in asked]
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        if license:
            refuse_declared(base, standard)
        found = Report(_new_standard(base, standard))
        found.extend(_taken_in(base, standard, asked, to))
        with progress(f"Harmonizing {standard}"):
            found.extend(ensure_panel(base, standard, firms))
            done = propose(base, standard, firms, without, Knowledge(base, settings.knowledge_base).indexes)
        found.extend(done.report)
        found.extend(_licensed(base, standard, license))
    return done, found


def _work(standard: str, done: Round) -> Work:
    """Return the jobs of the firms that were compared, which only a table of the proposal shows."""
    settings = Settings.read()
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers) as base:
        return members_work(base, standard, {one.firm for one in done.lists})


def _licensed(base: KnowledgeBase, standard: str, license: str) -> Report:
    """License a standard, where that is asked for; return that this is done, or that its working copy has none yet."""
    if license:
        return Report([license_standard(base, standard, license)])
    return unlicensed(base, standard)


def _refuse_no_slug(standard: str) -> None:
    if not standard or slug(standard) != standard:
        message = f"--standard {standard!r} is no name as in addresses; write {slug(standard) or 'power-generation'}"
        raise InputError(message)


def _new_standard(base: KnowledgeBase, standard: str) -> Iterator[Finding]:
    """Yield that there is no standard of a name yet, with those that have nearly this name."""
    known = sorted({release.source for release in base.releases() if release.reader == PARTNERSHIP})
    if standard in known:
        return
    near = get_close_matches(standard, known, n=3)
    away = f"If you did, take this one away: `ladderworks remove {standard}`, `ladderworks remove proposal-{standard}`"
    yield Finding(
        code="new-standard",
        severity=Severity.WARNING if near else Severity.INFO,
        value=standard,
        message=f"is a new standard; did you mean {' or '.join(near)}?" if near else "is a new standard",
        remedy=away if near else "Nothing needs to be done",
    )


def _taken_in(base: KnowledgeBase, standard: str, asked: list[AskedList], to: Path | None) -> Report:
    """Import the lists that come as files; where one is refused, none is stored."""
    try:
        return take_in_all(base, {one.firm: one.path for one in asked if one.path}, standard)
    except RefusedError as refused:
        show(refused.report, to)
        note("No list was stored, and nothing is proposed. Mend what is said above")
        raise typer.Exit(ExitStatus.FOUND) from None


def _tell(standard: str, done: Round, seconds: float) -> None:
    print(summary(standard, done))
    note(f"Proposed in {seconds:.1f} s. To decide on it: ladderworks standard agreement {standard} -o {standard}.xlsx")
