"""``ladderworks link``: the competencies that statements mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.console import counted, progress, tab_separated
from api.exit_status import ExitStatus
from api.files import STANDARD_INPUT, STANDARD_OUTPUT, read_text, write_output
from api.knowledge import open_knowledge
from api.settings import Settings
from standards.indexes import framework_index
from standards.matching import Suggestion

COLUMNS = ("statement", "rank", "id", "label", "confidence")


def run(
    framework: Annotated[str, typer.Option("--to", help="A framework: `esco`, `onet`, a standard or a firm.")],
    file: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="Statements, one a line; - or nothing for standard input.")
    ] = STANDARD_INPUT,
    top: Annotated[int, typer.Option(min=1, help="How many for each statement.")] = 5,
    output: Annotated[Path, typer.Option("-o", help="A TSV file; - for standard output.")] = STANDARD_OUTPUT,
) -> None:
    """Find the competencies that statements mean: statement, rank, id, label, confidence (0 to 1), as TSV."""
    text = read_text(file, "name one with a statement on each line")
    statements = [line.strip() for line in text.splitlines() if line.strip()]
    with open_knowledge(Settings.read()) as knowledge, progress(f"Linking to {framework}"):
        index = framework_index(knowledge.base, framework, knowledge.indexes)
        rows = list(_rows(statements, index.match(statements, top)))
    what = f"{counted(len(statements), 'statement')}, {counted(len(rows), 'suggestion')}"
    write_output(output, tab_separated([COLUMNS, *rows]), what)
    if not rows:
        raise typer.Exit(ExitStatus.FOUND)


def _rows(statements: Sequence[str], found: Sequence[Sequence[Suggestion]]) -> Iterator[tuple[object, ...]]:
    for statement, suggestions in zip(statements, found, strict=True):
        for rank, suggestion in enumerate(suggestions, start=1):
            yield statement, rank, suggestion.iri, suggestion.label, f"{suggestion.confidence:.4f}"
