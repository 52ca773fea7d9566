"""Findings for people: all of a short list, the first of a long one, and every one in a file."""

from __future__ import annotations

from pathlib import Path

from api.terminal.console import note, tab_separated
from api.terminal.files import write_output
from ontology.report import Finding, Report
from pathways.amounts import count

SHOWN = 20
"""Findings on the screen before the rest is only counted."""

COLUMNS = ("severity", "code", "file", "row", "column", "node", "path", "value", "message", "remedy", "rule")


def show(report: Report, to: Path | None = None, *, offered: bool = True) -> None:
    """Say on standard error what was found, and write every finding to a TSV file where one is named.

    Parameters
    ----------
    offered
        Whether the command takes such a file.
    """
    if to is not None:
        write_output(to, to_tsv(report), count(len(report), "finding"))
    for line in report.summary(SHOWN).splitlines():
        note(line)
    if to is None and offered and len(report) > len(report.alike(SHOWN)[:SHOWN]):
        note("All of them go to a file with --report FILE.tsv")


def to_tsv(report: Report) -> bytes:
    """Return findings as TSV, one a row, under a header."""
    return tab_separated([COLUMNS, *(_row(finding) for finding in report)])


def _row(finding: Finding) -> tuple[object, ...]:
    row = "" if finding.row is None else finding.row
    return tuple(row if name == "row" else getattr(finding, name) for name in COLUMNS)
