"""``ladderworks demo``: the embedded example, end to end."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.demonstration import PAGE, Demonstration
from api.settings import Settings
from api.terminal.console import progress
from api.terminal.findings import show
from api.terminal.folders import check_replaceable, write_folder
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from pathways.amounts import count

GRAVE = (Severity.ERROR, Severity.WARNING)
"""Findings worth a word at the end; the page lists all."""


def run(
    out: Annotated[Path, typer.Option(help="A folder of its own; what an earlier run wrote there is replaced.")] = Path(
        "build/demo"
    ),
) -> None:
    """Take the example from the choice of its sector to its outcomes, and write all of it as pages and files.

    Between them: the standard that its firms agree on, its ladder, what its programs cover, and the checks.
    """
    check_replaceable(out)
    with KnowledgeBase.in_memory(Settings.read().identifiers) as base:
        with progress("Running the example"):
            demonstration = Demonstration(base)
            files = demonstration.files()
        write_folder(out, files)
        grave = Report(finding for finding in demonstration.findings if finding.severity in GRAVE)
    if len(grave):
        show(grave)
    print(f"Wrote {count(len(files), 'file')}. Open {out / PAGE}: it leads to all of them.")
    print("`ladderworks serve --demo` has its jobs, ladders and standard on http://localhost:8000, but no programs")
