"""``ladderworks align``: what a college program covers of a framework."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.console import counted, progress
from api.curricula import find_curriculum
from api.files import write_output
from api.forms import form_of
from api.knowledge import open_knowledge
from api.outcome_table import outcome_table
from api.settings import Settings
from pathways.coverage import FORMATS, CurriculumMap, Target, align, coverage_format

EXTENSIONS = tuple(form.extension for form in FORMATS)


def run(
    program: Annotated[str, typer.Argument(help="A file (CSV or a spreadsheet), or a stored program by its name.")],
    framework: Annotated[str, typer.Option("--to", help="A framework: `esco`, `onet`, a standard or a firm.")],
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(EXTENSIONS)}; - for CSV.")
    ] = None,
) -> None:
    """Say which competencies of a framework a program's courses teach, with confidence, and which are missing."""
    form = form_of(output, EXTENSIONS, otherwise="csv")
    with open_knowledge(Settings.read()) as knowledge, progress(f"Aligning to {framework}"):
        curriculum = find_curriculum(knowledge.base, program)
        found = align(curriculum, Target.of(knowledge.base, framework, knowledge.indexes))
    if output is None:
        print(f"{found.label}: {_covered(found)}\n{_unmatched(found)}\n")
        print(outcome_table(found, short=sys.stdout.isatty()))
        print(f"\n{found.size - len(found.taught):,} competencies are not taught; -o FILE.html names them.")
    else:
        what = f"{counted(len(found.courses), 'course')}, {counted(len(found.outcomes), 'outcome')}; {_covered(found)}"
        write_output(output, coverage_format(form).write(found), what)


def _covered(found: CurriculumMap) -> str:
    return f"{len(found.taught):,} of {found.size:,} competencies of {found.framework_label} are taught"


def _unmatched(found: CurriculumMap) -> str:
    return f"{len(found.unmatched):,} of {counted(len(found.outcomes), 'outcome')} match none."
