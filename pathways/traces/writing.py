"""A trace in Markdown, and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from pathways.amounts import count
from pathways.traces.records import Figure, Input, Traced
from standards.citations.citation import Finding, Row, Standing

NAMED: Final = 12
"""Inputs of one figure that a reader is shown; the rest are counted."""

COLUMNS: Final = ("figure", "shown", "basis", "file", "rows")


def write_markdown(traced: Traced, most: int | None = NAMED) -> str:
    """Return a trace in Markdown.

    Parameters
    ----------
    most
        Inputs named of one figure, and figures that it takes; ``None`` names all.
    """
    return "\n".join(_lines(traced, most)) + "\n"


def _lines(traced: Traced, most: int | None) -> Iterator[str]:
    yield f"# {traced.title}"
    if traced.region:
        yield from ("", f"Pay: {traced.region}.")
    for note in traced.notes:
        yield from ("", f"**Note:** {note}")
    shown = {figure.key: figure.shown for figure in traced.figures}
    for owner, figures in groupby(traced.figures, key=lambda figure: figure.of):
        if owner:
            yield from ("", f"## {owner}")
        for figure in figures:
            yield from ("", f"{'###' if owner else '##'} {figure.name}: {figure.shown}", "", _how(figure))
            if figure.inputs or figure.parts:
                yield ""
                yield from _listed([_input(stated) for stated in figure.inputs], "input", most)
                yield from _listed([f"takes {part}: {shown[part]}" for part in figure.parts], "figure", most)
    if traced.files:
        yield from ("", "## Files", "", "| release | file | SHA-256 when imported |", "|---|---|---|")
        yield from (f"| {file.release or 'the engine'} | {file.name} | `{file.sha256}` |" for file in traced.files)


def _how(figure: Figure) -> str:
    """Return how a figure came about, and where its formula is explained."""
    at = f" Explained in {figure.explained}." if figure.explained else ""
    return f"{figure.basis.capitalize()}: {figure.how}.{at}"


def _listed(lines: Sequence[str], noun: str, most: int | None) -> Iterator[str]:
    yield from (f"- {line}" for line in lines[:most])
    if most is not None and len(lines) > most:
        yield f"- and {count(len(lines) - most, noun)} more; a file (-o) has them all"


def _input(stated: Input) -> str:
    value = f" = {stated.value}" if stated.value else ""
    differs = " **The file has something else.**" if stated.agrees is False else ""
    return f"{stated.what}{value}: {place(stated.finding)}{differs}" if stated.finding else f"{stated.what}{value}"


def place(finding: Finding) -> str:
    """Return where a finding stands, in words: file, rows, and what is in the cells of a single row."""
    keys = ", ".join(f"{header} {value}" for header, value in finding.keys.items())
    file = finding.file or "no table of the release"
    if finding.standing is Standing.FOUND:
        cells = ", ".join(f"{header} `{cell}`" for header, cell in finding.rows[0].cells.items())
        said = f", {cells}" if len(finding.rows) == 1 else f" ({count(len(finding.rows), 'row')})"
        return f"{file}, {rows(finding.rows)}{said} (where {keys})"
    words = {
        Standing.CHANGED: "has changed since the import, rows not given",
        Standing.ABSENT: "not at hand, look for the row",
        Standing.NOWHERE: "has no row",
    }
    return f"{file} {words[finding.standing]} where {keys}; SHA-256 {finding.sha256[:12]}…"


def rows(found: Sequence[Row]) -> str:
    """Return the numbers of rows, those that follow each other as a range.

    Example
    -------
    >>> rows([Row(number=n, cells={}) for n in (4, 5, 6, 9)])
    'rows 4-6, 9'
    """
    numbers = [row.number for row in found]
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return f"{'row' if len(numbers) == 1 else 'rows'} {', '.join(parts)}"


def table_rows(traced: Traced) -> Iterator[tuple[str, ...]]:
    """Yield the header and a row for each figure, with the file and the rows of its first inputs."""
    yield COLUMNS
    for figure in traced.figures:
        findings = [stated.finding for stated in figure.inputs if stated.finding]
        files = dict.fromkeys(finding.file for finding in findings)
        found = sorted({row.number: row for finding in findings for row in finding.rows}.items())
        several = f"{len(found)} rows" if len(files) > 1 or len(found) > NAMED else ""
        where = several or (rows([row for _, row in found]) if found else _unfound(findings))
        yield figure.key, figure.shown, figure.basis.value, ", ".join(files), where


def _unfound(findings: Sequence[Finding]) -> str:
    return ", ".join(dict.fromkeys(finding.standing.value for finding in findings))
