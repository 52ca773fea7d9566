"""``ladderworks review``: what people say of a program's suggestions, taken back and kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.console import counted, note, progress
from api.exit_status import ExitStatus
from api.files import write_output
from api.findings import show
from api.forms import form_of
from api.knowledge import Knowledge
from api.review_forms import FORMS, write_state
from api.review_summary import summary
from api.settings import Settings
from api.sitting import Asked, Sitting
from ontology.errors import InputError, NotFoundError
from ontology.records import Review, Verdict
from ontology.store import KnowledgeBase


def run(  # noqa: PLR0913, PLR0917 - the options of a command
    program: Annotated[str, typer.Argument(help="A stored program by its name.")],
    framework: Annotated[str, typer.Option("--to", help="A framework: `esco`, `onet`, a standard or a firm.")],
    reviewer: Annotated[str, typer.Option(help="Name of the person who decides.")] = "",
    decisions: Annotated[
        Path | None, typer.Option(help="A file that `align -o` wrote (xlsx, csv, sssom.tsv), with decisions filled in.")
    ] = None,
    accept_above: Annotated[
        float | None, typer.Option(min=0, max=1, help="Accept what nobody has judged, from this confidence on.")
    ] = None,
    accept: Annotated[
        tuple[str, str] | None, typer.Option(metavar="OUTCOME COMPETENCY", help="Accept a single one.")
    ] = None,
    reject: Annotated[
        tuple[str, str] | None, typer.Option(metavar="OUTCOME COMPETENCY", help="Reject a single one.")
    ] = None,
    change: Annotated[
        tuple[str, str, str] | None,
        typer.Option(metavar="OUTCOME COMPETENCY INSTEAD", help="Put another competency in the place of one."),
    ] = None,
    comment: Annotated[str, typer.Option(help="Why; for the verdicts that have no comment in the file.")] = "",
    settle: Annotated[
        bool, typer.Option("--settle", help="These verdicts settle disputes: earlier ones no longer count.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Judge everything, and store nothing.")] = False,
    report: Annotated[Path | None, typer.Option(help="A TSV file for all findings.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file for the state, ending in one of: {', '.join(FORMS)}; - for CSV.")
    ] = None,
) -> None:
    """Keep what people decide of a program's suggestions; without decisions, say how the review stands.

    All verdicts are stored, or none where one of them is wrong.
    """
    form = form_of(output, FORMS, otherwise=FORMS[0])
    singles = ((Verdict.ACCEPTED, accept), (Verdict.REJECTED, reject), (Verdict.CHANGED, change))
    one_by_one = tuple((verdict, named) for verdict, named in singles if named)
    asked = Asked(reviewer, decisions, accept_above, one_by_one, comment, settle)
    settings = Settings.read()
    _refuse_file(program)
    with _opened(settings, write=asked.anything and not dry_run) as base:
        with progress(f"Reviewing against {framework}"):
            sitting = Sitting.of(Knowledge(base, settings.knowledge_base), program, framework)
        new = _judged(sitting, asked, report) if asked.anything else []
        if new and not dry_run:
            sitting = sitting.store(new)
        state, reviews = sitting.state(), sitting.hearing.reviews
    if asked.anything:
        note(_done(len(new), dry_run=dry_run))
    if output is None:
        print(summary(state))
    else:
        write_output(output, write_state(state, reviews, form), counted(len(state.lines), "suggestion"))


def _judged(sitting: Sitting, asked: Asked, to: Path | None) -> list[Review]:
    """Return the reviews that are new, or stop where any decision is wrong."""
    new, report = sitting.judge(asked)
    if len(report):
        show(report, to)
    if report.refused:
        note("Nothing was stored. Correct what is said above and decide again")
        raise typer.Exit(ExitStatus.FOUND)
    return new


def _done(new: int, *, dry_run: bool) -> str:
    if not new:
        return "There is no new verdict: what you said is there already, or nothing is left that it could be said of"
    return f"{counted(new, 'verdict')} would be stored" if dry_run else f"{counted(new, 'verdict')} stored"


def _refuse_file(program: str) -> None:
    """Refuse to review what is not stored: there would be no place to keep the verdicts."""
    if Path(program).is_file():
        message = (
            f"{program} is a file, and verdicts are kept with a program that is stored. "
            f"Import it first: ladderworks import program {program}; then review it by its name"
        )
        raise InputError(message)


def _opened(settings: Settings, *, write: bool) -> KnowledgeBase:
    """Open what is imported; the embedded example is only read."""
    folder = settings.knowledge_base
    if not (folder / "store").is_dir():
        message = (
            f"nothing is imported into {folder}, so there is no program to review; the embedded example is only read. "
            "Import your own: ladderworks import program FILE"
        )
        raise NotFoundError(message)
    return KnowledgeBase.open(folder, settings.identifiers, write=write)
