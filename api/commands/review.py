"""``ladderworks review``: what people say of a program's suggestions, read back in and kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import join
from typing import Annotated

import typer

from api.knowledge import Knowledge
from api.reviews.forms import FORMS, write_state
from api.reviews.receipt import receipt
from api.reviews.session import GivenVerdicts, ReviewSession
from api.reviews.summary import counted, summary, would_be
from api.settings import Settings
from api.terminal.confidences import confidence_of
from api.terminal.console import note, progress
from api.terminal.exit_status import ExitStatus
from api.terminal.files import write_output
from api.terminal.findings import show
from api.terminal.forms import form_of
from ontology.compaction import has_store
from ontology.errors import InputError, NotFoundError, UnsupportedError
from ontology.records import Review, Verdict
from ontology.store import KnowledgeBase
from pathways.coverage import FORMATS
from standards.reviewing import Reviews, ReviewState


def run(  # noqa: PLR0913, PLR0917 - the options of a command
    program: Annotated[str, typer.Argument(help="A stored program by its name.")],
    framework: Annotated[
        str,
        typer.Option(
            "--to", help="A framework (`esco`, `onet`, a standard, a firm), or a file with a list of your own."
        ),
    ],
    reviewer: Annotated[str, typer.Option(help="Name of the person who decides.")] = "",
    decisions: Annotated[
        Path | None, typer.Option(help="A file that `align -o` wrote (xlsx, csv, sssom.tsv), with decisions filled in.")
    ] = None,
    accept_above: Annotated[
        float | None,
        typer.Option(
            parser=confidence_of,
            metavar="FLOAT",
            help="Accept what nobody has judged, from this confidence on: 0 to 1, for instance 0.9.",
        ),
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
    no_match: Annotated[
        str, typer.Option(metavar="OUTCOME", help="Say that an outcome teaches nothing of the framework.")
    ] = "",
    comment: Annotated[str, typer.Option(help="Why; for the verdicts that have no comment in the file.")] = "",
    settle: Annotated[
        bool, typer.Option("--settle", help="These verdicts settle disputes: earlier ones no longer count.")
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back what the reviewer gave last in one go; again, what came before.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Judge everything, list what would be stored, and store nothing.")
    ] = False,
    report: Annotated[Path | None, typer.Option(help="A TSV file for all findings.")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file for the state, ending in one of: {', '.join(FORMS)}; - for CSV.")
    ] = None,
) -> None:
    """Keep what people decide of a program's suggestions; without decisions, say how the review stands.

    All verdicts are stored, or none where one of them is wrong.
    """
    form = _form(output, program, framework)
    singles, nothing = _one_by_one(accept, reject, change), (no_match,) if no_match else ()
    given = GivenVerdicts(reviewer, decisions, accept_above, singles, comment, settle, nothing, undo)
    with _session(program, framework, write=given.anything and not dry_run) as session:
        new = _judged(session, given, report) if given.anything else []
        now = session.store(new) if new and not dry_run else session
        state, reviews = now.state(), now.reviewed.reviews
    if given.anything:
        note(receipt(new, dry_run=dry_run))
    if new and dry_run and output is None:
        print(would_be(new) + "\n")
    _show(state, reviews, form, output)


def _form(output: Path | None, program: str, framework: str) -> str:
    """Return the form of a file by its extension.

    Raises
    ------
    UnsupportedError
        With those that are offered; of what `align` writes with the command that does.
    """
    other = next((form for form in FORMATS.extensions if output and output.name.lower().endswith(f".{form}")), "")
    if output and other and other not in FORMS:
        align = join(["ladderworks", "align", program, "--to", framework, "-o", str(output)])
        message = f"{other} is written by align, with all verdicts in it: {align}; here -o takes {', '.join(FORMS)}"
        raise UnsupportedError(message)
    return form_of(output, FORMS, otherwise=FORMS[0])


def _one_by_one(
    accept: tuple[str, str] | None, reject: tuple[str, str] | None, change: tuple[str, str, str] | None
) -> tuple[tuple[Verdict, tuple[str, ...]], ...]:
    """Return the verdicts on single suggestions, with what each names."""
    singles = ((Verdict.ACCEPTED, accept), (Verdict.REJECTED, reject), (Verdict.CHANGED, change))
    return tuple((verdict, named) for verdict, named in singles if named)


@contextmanager
def _session(program: str, framework: str, *, write: bool) -> Iterator[ReviewSession]:
    """Open the review of a stored program, and close its knowledge base at the end."""
    _refuse_file(program)
    settings = Settings.read()
    with _opened(settings, write=write) as base:
        with progress(f"Reviewing against {framework}"):
            session = ReviewSession.of(Knowledge(base, settings.knowledge_base), program, framework)
        yield session


def _show(state: ReviewState, reviews: Reviews, form: str, output: Path | None) -> None:
    """Print how the review stands, or write it to a file."""
    if output is None:
        print(summary(state))
    else:
        write_output(output, write_state(state, reviews, form), counted(state))


def _judged(session: ReviewSession, given: GivenVerdicts, to: Path | None) -> list[Review]:
    """Return the reviews that are new, or stop where any decision is wrong."""
    new, report = session.judge(given)
    if len(report):
        show(report, to)
    if report.refused:
        note("Nothing was stored. Correct what is said above and decide again")
        raise typer.Exit(ExitStatus.FOUND)
    return new


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
    if not has_store(folder):
        message = (
            f"nothing is imported into {folder}, so there is no program to review; the embedded example is only read. "
            "Import your own: ladderworks import program FILE"
        )
        raise NotFoundError(message)
    return KnowledgeBase.open(folder, settings.identifiers, write=write)
