"""``ladderworks import``: bring a release of a source into the knowledge base."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.console import counted, progress
from api.exit_status import ExitStatus
from api.findings import show
from api.knowledge import Knowledge
from api.settings import Settings
from ontology.errors import RefusedError
from ontology.store import KnowledgeBase
from standards.imports import SOURCES, import_release


def run(
    source: Annotated[str, typer.Argument(help=f"One of: {', '.join(SOURCES)}.")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders and zips that hold it.")],
    release: Annotated[str | None, typer.Option(help="Its name, where the files do not say it.")] = None,
    skip_bad_rows: Annotated[
        bool, typer.Option("--skip-bad-rows", help="Leave bad rows out and name them as warnings.")
    ] = False,
    report: Annotated[Path | None, typer.Option(help="A TSV file for all findings.")] = None,
) -> None:
    """Import a release whole, or leave the knowledge base as it was and list what is wrong.

    Importing the same release again replaces it.
    """
    if source not in SOURCES:
        message = f"there is no source {source!r}; there are {', '.join(SOURCES)}"
        raise typer.BadParameter(message)
    settings = Settings.read()
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        try:
            with progress(f"Importing {source}"):
                done = import_release(base, source, paths, release, skip_bad_rows)
        except RefusedError as error:
            show(error.report, report)
            raise typer.Exit(ExitStatus.FOUND) from None
        files = base.files(done.release)
        with progress("Preparing the ladders"):
            _ = Knowledge(base, settings.knowledge_base).snapshot
    if len(done.report):
        show(done.report, report)
    for lack in done.release.lacks:
        print(lack)
    kept, rows = sum(file.kept for file in files), sum(file.rows for file in files)
    name = f"{done.release.source} {done.release.version}"
    print(f"{name}: {kept:,} of {counted(rows, 'row')} of {counted(len(files), 'file')} are in {done.release.iri}")
