"""``ladderworks align``: what a college program covers of a framework."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.console import counted, progress
from api.curricula import find_curriculum
from api.files import write_output
from api.findings import show
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
        if len(curriculum.report):
            show(curriculum.report, offered=False)
        found = align(curriculum, Target.of(knowledge.base, framework, knowledge.indexes))
    if output is None:
        print(f"{found.label}: {_covered(found)}\n{_unmatched(found)}\n")
        print(outcome_table(found, short=sys.stdout.isatty()))
        print(f"\n{missing(found)}")
    else:
        what = f"{counted(len(found.courses), 'course')}, {counted(len(found.outcomes), 'outcome')}; {_covered(found)}"
        write_output(output, coverage_format(form).write(found), what)


def _covered(found: CurriculumMap) -> str:
    return f"{len(found.taught):,} of {found.size:,} competencies of {found.framework_label} are taught"


def _unmatched(found: CurriculumMap) -> str:
    """Return how many outcomes match nothing.

    Example
    -------
    >>> from types import SimpleNamespace as Map
    >>> _unmatched(Map(outcomes=[1, 2], unmatched=[])), _unmatched(Map(outcomes=[1, 2], unmatched=[1]))
    ('All 2 outcomes match something.', '1 of 2 outcomes matches nothing.')
    """
    unmatched, outcomes = len(found.unmatched), counted(len(found.outcomes), "outcome")
    if not unmatched:
        return (
            f"All {outcomes} match something." if len(found.outcomes) > 1 else f"{outcomes}, which matches something."
        )
    return f"{unmatched:,} of {outcomes} {'matches' if unmatched == 1 else 'match'} nothing."


def missing(found: CurriculumMap) -> str:
    """Return how many are not taught, and where they are named: no page lists those of a large framework."""
    named = "; -o FILE.html names them" if len(found.competencies) == found.size else ""
    return f"{found.size - len(found.taught):,} competencies are not taught{named}."
