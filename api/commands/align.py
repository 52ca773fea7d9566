"""``ladderworks align``: what college programs cover of a framework, and what they lack."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.alignments import Alignment, stored_curricula, write_comparison, write_map
from api.console import counted, note, progress
from api.curricula import ColumnsOption, FormatOption, find_curriculum, program_form
from api.files import write_output
from api.findings import show
from api.forms import form_of
from api.knowledge import open_knowledge
from api.outcome_table import outcome_table
from api.settings import Settings
from api.wanted_table import side_by_side, wanted_table
from ontology.errors import InputError
from ontology.store import KnowledgeBase
from pathways.coverage import COMPARISON_FORMATS, FORMATS, Comparison, CurriculumMap
from pathways.coverage.foreign import foreign_outcomes
from pathways.coverage.wording import answer, comparison_answer, reviewed, standings
from standards.curricula import Curriculum, ProgramForm

EXTENSIONS = tuple(form.extension for form in FORMATS)
COMPARED = tuple(form.extension for form in COMPARISON_FORMATS)


def run(
    programs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PROGRAM...", help="A file, or a stored program by its name; several are shown side by side."
        ),
    ] = None,
    framework: Annotated[str, typer.Option("--to", help="A framework: `esco`, `onet`, a standard or a firm.")] = "",
    every: Annotated[bool, typer.Option("--all", help="All programs that are stored, side by side.")] = False,
    sector: Annotated[
        str, typer.Option(help="Whose jobs ask for it; else those of the partnership or firm that the framework is of.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(EXTENSIONS)}; - for CSV.")
    ] = None,
    format: FormatOption = None,
    columns: ColumnsOption = None,
) -> None:
    """Say what firms ask for that programs do not teach, and which competencies their outcomes may mean."""
    names = _asked(programs or [], framework, every=every)
    form = form_of(output, EXTENSIONS if len(names) == 1 else COMPARED, otherwise="csv")
    with open_knowledge(Settings.read()) as knowledge, progress(f"Aligning to {framework}"):
        curricula = _curricula(knowledge.base, names, program_form(format, columns))
        alignment = Alignment(knowledge.base, framework, sector, knowledge.indexes)
        for said in filter(None, (foreign_outcomes(curriculum, alignment.target) for curriculum in curricula)):
            note(f"warning: {said}")
        found = alignment.map(curricula[0]) if len(names) == 1 else alignment.compare(curricula)
    if output is None:
        print(_shown(found))
    elif isinstance(found, CurriculumMap):
        what = f"{counted(len(found.courses), 'course')}, {counted(len(found.outcomes), 'outcome')}"
        write_output(output, write_map(found, form), f"{what}; {_found(found)}")
    else:
        what = counted(len(found.programs), "program")
        write_output(output, write_comparison(found, form), f"{what}; {comparison_answer(found)}")


def _asked(programs: list[str], framework: str, *, every: bool) -> list[str]:
    """Return the programs that are named, none for all of them.

    Raises
    ------
    InputError
        Where nothing is to be aligned, or to nothing.
    """
    if not framework:
        message = "say what to align to: --to esco, --to onet, or the name of a standard or a firm"
        raise InputError(message)
    if every == bool(programs):
        message = (
            "name programs or say --all, not both" if every else "name a program, or say --all for all stored ones"
        )
        raise InputError(message)
    return programs


def _curricula(base: KnowledgeBase, names: list[str], form: ProgramForm | None) -> list[Curriculum]:
    """Return the programs, and show what was found wrong with their files."""
    curricula = [find_curriculum(base, name, form) for name in names] or stored_curricula(base)
    for curriculum in curricula:
        if len(curriculum.report):
            show(curriculum.report, offered=False)
    return curricula


def _shown(found: CurriculumMap | Comparison) -> str:
    """Return what a terminal shows: the answer first, then what each outcome may mean."""
    short = sys.stdout.isatty()
    if isinstance(found, Comparison):
        titles = "; ".join(program.label for program in found.programs)
        wanted = wanted_table(found.unmet, found.demand)
        return "\n\n".join(filter(None, (titles, comparison_answer(found), wanted, side_by_side(found, short=short))))
    wanted = wanted_table(found.missing, found.demand) or missing(found)
    parts = (f"{found.label}: {answer(found)}", wanted, f"{_found(found)}\n{_unmatched(found)} {reviewed(found)}")
    return "\n\n".join(filter(None, (*parts, outcome_table(found, short=short))))


def _found(found: CurriculumMap) -> str:
    """Return how many competencies are in some outcome, and how surely."""
    how = standings(found.taught)
    held = f"{len(found.taught):,} of {found.size:,} competencies of {found.framework_label} are in some outcome"
    return f"{held}: {how}." if how else f"{held}."


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
    """Return where what is lacking is named, where nobody is known to ask for it: large frameworks are not listed."""
    if found.demand:
        return ""
    if len(found.competencies) < found.size:
        return "Too many to list; --sector names a sector whose jobs ask for some of them."
    return "-o FILE.html names them." if found.gaps else ""
