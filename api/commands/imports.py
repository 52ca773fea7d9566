"""``ladderworks import``: bring a release of a source into the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import Annotated, Final

import typer

from api.knowledge import Knowledge
from api.outward import is_local
from api.programs.curricula import CollegeOption, ColumnsOption, FormatOption, ProgramOption, program_form
from api.settings import Settings
from api.terminal.console import note, progress
from api.terminal.exit_status import ExitStatus
from api.terminal.findings import show
from api.terminal.previews import change_text, columns_text
from api.terminal.space import give_back
from ontology.compaction import has_store
from ontology.errors import RefusedError
from ontology.records import Release, SourceFile
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from pathways.amounts import count
from standards.curricula import FIELDS
from standards.imports import import_release
from standards.previews import preview as preview_release
from standards.previews import preview_columns
from standards.skill_lists import NAMES as LISTED
from standards.sources.own import DOCUMENTS, PARTNERSHIP, SHEET
from standards.sources.readers import OWN, SOURCES
from standards.wanted import Wanted

OF_THE_COPY = ("already-imported", "cut-short", "encoding", "fewer-rows", "missing-file")
"""Findings of how files came here, not of what their publisher wrote."""

OF_THE_FILE = ("cut-short", "encoding", "missing-file", "missing-header", "no-rows")
"""Findings that are of a whole file, whatever row they name."""

LONG: Final = 10
"""Seconds of preparing from which one would rather do it once for several imports."""


def run(  # noqa: PLR0913, PLR0917 - the options of a command
    source: Annotated[str, typer.Argument(help=f"One of: {', '.join(SOURCES)}.")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders and zips that hold it.")],
    release: Annotated[str | None, typer.Option(help="Its name, where the files do not say it.")] = None,
    skip_bad_rows: Annotated[
        bool, typer.Option("--skip-bad-rows", help="Leave bad rows out and name them as warnings.")
    ] = False,
    report: Annotated[Path | None, typer.Option(help="A TSV file for all findings.")] = None,
    format: FormatOption = None,
    columns: ColumnsOption = None,
    program: ProgramOption = "",
    college: CollegeOption = "",
    unprepared: Annotated[
        bool,
        typer.Option("--no-prepare", help="Leave the ladders to the next import, or to the first who asks for one."),
    ] = False,
    preview: Annotated[
        bool,
        typer.Option("--preview", help="Show what would be read as what, found and changed, and store nothing."),
    ] = False,
) -> None:
    """Import a release whole, or leave the knowledge base as it was and list what is wrong.

    Importing the same release again replaces it.
    """
    if source not in SOURCES:
        message = f"there is no source {source!r}; there are {', '.join(SOURCES)}"
        raise typer.BadParameter(message)
    settings = Settings.read()
    form = program_form(format, columns, program, college, LISTED if source == SHEET else FIELDS)
    if preview:
        return _preview(Wanted(source, paths, release, skip_bad_rows, form), settings, report)
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        started, known = monotonic(), {one.source for one in base.releases()}
        try:
            with progress(f"Importing {source}") as step:
                done = import_release(base, source, paths, release, skip_bad_rows, form=form, tell=step.tell)
        except RefusedError as error:
            show(error.report, report)
            note(_remedy(error.report, skipped=skip_bad_rows, whole=source in DOCUMENTS))
            raise typer.Exit(ExitStatus.FOUND) from None
        stored, loaded = [(one, base.files(one)) for one in (done.release, *done.beside)], monotonic()
        _prepare(Knowledge(base, settings.knowledge_base), wanted=not unprepared)
    give_back(settings.knowledge_base)
    note(_took(loaded - started, None if unprepared else monotonic() - loaded))
    if source == PARTNERSHIP and done.release.source not in known:
        done.report.extend(_local(settings.identifiers.base))
    _show(source, done.report, report, skipped=skip_bad_rows)
    for one, files in stored:
        _print_stored(one, files, done.report)


def _local(base: str) -> Iterator[Finding]:
    """Yield that the addresses of a standard lead to one machine alone, where they do: what is published keeps them."""
    if is_local(base):
        yield Finding(
            code="local-addresses",
            severity=Severity.INFO,
            value=base,
            message="the addresses of the standard lead to this machine alone, and what is published keeps them",
            remedy="To publish under others, set LADDERWORKS_BASE_IRI=https://HOST now, and import into a new folder",
        )


def _show(source: str, found: Report, to: Path | None, *, skipped: bool) -> None:
    """Say what was found in what is stored, and whether anything is to be done about it."""
    if len(found) or to:
        show(found, to)
        if as_published(source, found, skipped=skipped):
            note("Nothing needs to be done about these: they are in the release as its publisher gives it.")


def _preview(wanted: Wanted, settings: Settings, to: Path | None) -> None:
    """Print what an import would do."""
    if wanted.source not in OWN:
        message = f"--preview is for files that people write themselves ({', '.join(OWN)}), not for {wanted.source}"
        raise typer.BadParameter(message)
    if columns := preview_columns(wanted):
        print(columns_text(columns) + "\n")
    try:
        with _stored(settings) as base:
            found = preview_release(base, wanted)
    except RefusedError as error:
        show(error.report, to)
        print("It would be refused, and nothing stored")
        raise typer.Exit(ExitStatus.FOUND) from None
    if len(found.report) or to:
        show(found.report, to)
    print(change_text(found))
    if found.report.refused:
        raise typer.Exit(ExitStatus.FOUND)


def _stored(settings: Settings) -> KnowledgeBase:
    """Return the knowledge base to read, an empty one where there is none."""
    if has_store(settings.knowledge_base):
        return KnowledgeBase.open(settings.knowledge_base, settings.identifiers)
    return KnowledgeBase.in_memory(settings.identifiers)


def _prepare(knowledge: Knowledge, *, wanted: bool) -> None:
    if wanted:
        with progress("Preparing the ladders"):
            knowledge.scopes.prepare()
    knowledge.scopes.tidy()


def _took(loading: float, preparing: float | None) -> str:
    """Return how long an import took, in seconds, and how several of them take less.

    Example
    -------
    >>> _took(0.31, 0.2)
    'Loaded in 0.3 s, then prepared the ladders in 0.2 s'
    >>> _took(2, 52.5)
    'Loaded in 2.0 s, then prepared the ladders in 52.5 s. Of several imports only the last needs to: --no-prepare'
    """
    if preparing is None:
        return f"Loaded in {loading:.1f} s; whoever asks for a ladder first prepares it"
    said = f"Loaded in {loading:.1f} s, then prepared the ladders in {preparing:.1f} s"
    return f"{said}. Of several imports only the last needs to: --no-prepare" if preparing > LONG else said


def _print_stored(release: Release, files: Sequence[SourceFile], report: Report) -> None:
    """Print how many rows of which files are stored, and why nothing is of some: the same numbers as of *status*."""
    for lack in release.lacks:
        print(lack)
    kept, rows = sum(file.kept for file in files), sum(file.rows for file in files)
    name = f"{release.source} {release.version}"
    what = "item" if release.reader in DOCUMENTS else "row"
    read = f"{name}: {kept:,} of {count(rows, what)} of {count(len(files), 'file')} are" if files else f"{name} is"
    print(f"{read} in {release.iri}")
    for file in files:
        if file.rows and not file.kept:
            why = next((finding.message for finding in report if finding.file == file.name), "its rows are not read")
            print(f"{file.name} ({count(file.rows, what)}) {_without_name(why)}")


def _without_name(why: str) -> str:
    """Return a finding as it goes on from the name of its file."""
    return why if why.startswith(("is ", "has ")) else f"is not read: {why}"


def as_published(source: str, report: Report, *, skipped: bool) -> bool:
    """Return whether all that was found is of a publisher's own making, and neither grave nor cut off on the way."""
    mild = all(f.severity in (Severity.WARNING, Severity.INFO) and f.code not in OF_THE_COPY for f in report)
    return mild and source not in OWN and not skipped


def _remedy(report: Report, *, skipped: bool, whole: bool) -> str:
    """Return what to do about what was refused; rows can be left out, what is wrong with a whole file cannot.

    Parameters
    ----------
    whole
        Whether such a file is read whole or not at all.
    """
    of_rows = all(f.row is not None and f.code not in OF_THE_FILE for f in report.of(Severity.ERROR))
    if skipped:
        return "Nothing was stored. --skip-bad-rows left out what it can; correct what is said above and import again"
    if of_rows and not whole:
        return "Nothing was stored. Correct the rows and import again, or leave them out with --skip-bad-rows"
    return "Nothing was stored. Correct what is said above and import again"
