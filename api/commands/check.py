"""``ladderworks check``: SHACL and OWL findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from api.checks import Check, check_release, check_vocabulary
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import progress
from api.terminal.exit_status import ExitStatus
from api.terminal.findings import show
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from pathways.amounts import count


def run(
    graph: Annotated[
        str | None, typer.Argument(metavar="[GRAPH]", help="A release, as `onet` or `onet@29.3`; all, without one.")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="A TSV file for all findings.")] = None,
) -> None:
    """Check the vocabulary and the releases against the SHACL shapes and with an OWL reasoner.

    A release that is too large for both is said to be not checked; where you name it, that ends with status 1.
    """
    with open_knowledge(Settings.read()) as knowledge, progress("Checking"):
        checks = list(_checks(knowledge.base, graph))
    for check in checks:
        print(f"{check.name}: {_verdict(check)} ({check.made})")
    found = Report(finding for check in checks for finding in check.report)
    if len(found):
        show(found, report)
    unchecked = graph is not None and not all(check.whole for check in checks)
    if unchecked or any(finding.severity is not Severity.INFO for finding in found):
        raise typer.Exit(ExitStatus.FOUND)


def _checks(base: KnowledgeBase, graph: str | None) -> Iterator[Check]:
    if graph is not None:
        yield check_release(base, base.release(graph))
        return
    yield check_vocabulary()
    for release in base.current():
        yield check_release(base, release)


def _verdict(check: Check) -> str:
    if not check.whole:
        return "not checked"
    return count(len(check.report), "finding") if len(check.report) else "nothing found"
