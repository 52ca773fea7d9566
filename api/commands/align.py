"""``ladderworks align``: what college programs cover of a framework, and what they lack."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.programs.alignments import Alignment, stored_curricula, write_comparison, write_map
from api.programs.copies import Copy, stored_verdicts, without_copies
from api.programs.curricula import (
    CollegeOption,
    ColumnsOption,
    FormatOption,
    ProgramOption,
    find_curriculum,
    program_form,
)
from api.programs.targets import find_target
from api.queries.ladders import LadderQuery
from api.settings import Settings
from api.terminal.console import note, progress
from api.terminal.files import write_output
from api.terminal.findings import show, to_tsv
from api.terminal.forms import form_of
from api.terminal.licenses import LicenseOption, license_address
from api.terminal.outcome_table import outcome_table
from api.terminal.wanted_table import gap_table, side_by_side, wanted_table
from ontology.errors import InputError, UnsupportedError
from ontology.report import Report
from pathways.amounts import count
from pathways.coverage import COMPARISON_FORMATS, FORMATS, Comparison, CurriculumMap
from pathways.coverage.answers import answer, common, comparison_answer, without_jobs
from pathways.coverage.basis import comparison_basis, how_sure, reviewed
from pathways.coverage.doubts import comparison_doubt, doubt
from pathways.coverage.foreign import foreign_outcomes
from pathways.coverage.narrowing import asked_of_named, may_narrow, narrowed_to
from pathways.coverage.sheets.cuts import cut_words
from pathways.coverage.unmatched import may_teach, where_to_check, without_match
from pathways.coverage.wording import are
from standards.curricula import Curriculum, ProgramForm


def run(  # noqa: PLR0913, PLR0917 - the options of a command
    programs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PROGRAM...", help="A file, or a stored program by its name; several are shown side by side."
        ),
    ] = None,
    framework: Annotated[
        str,
        typer.Option(
            "--to", help="A framework (`esco`, `onet`, a standard, a firm), or a file with a list of your own."
        ),
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="All programs that are stored, side by side.")] = False,
    sector: Annotated[
        str, typer.Option(help="Whose jobs ask for it; else those of the partnership or firm that the framework is of.")
    ] = "",
    job: Annotated[
        list[str] | None,
        typer.Option(help="Code or title of a job that alone asks for it; may be repeated. Without it all jobs ask."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMATS.extensions)}; - for CSV.")
    ] = None,
    format: FormatOption = None,
    columns: ColumnsOption = None,
    program: ProgramOption = "",
    college: CollegeOption = "",
    license: LicenseOption = "",
    report: Annotated[Path | None, typer.Option(help="A TSV file for all findings.")] = None,
) -> None:
    """Say what firms ask for that programs do not teach, and which competencies their outcomes may mean."""
    names = _asked(programs or [], framework, every=every)
    form, licensed = _form(output, single=len(names) == 1), license_address(license)
    with open_knowledge(Settings.read()) as knowledge, progress(f"Aligning to {framework}"):
        alignment = Alignment(
            knowledge.base,
            find_target(knowledge.base, framework, knowledge.indexes),
            sector,
            draw=lambda slug: LadderQuery(sector=slug).answer(knowledge.scopes),
            jobs=job or (),
        )
        curricula, copies = _curricula(alignment, names, program_form(format, columns, program, college))
        found = alignment.map(curricula[0]) if len(names) == 1 else alignment.compare(curricula)
    if output is None:
        print(_shown(found, *names[:1]))
    else:
        _write(found, output, form, licensed)
    _tell(alignment, curricula, copies, report)


def _write(found: CurriculumMap | Comparison, output: Path, form: str, licensed: str) -> None:
    """Write a file, and say in a line what is in it."""
    if isinstance(found, Comparison):
        what = count(len(found.programs), "program")
        write_output(output, write_comparison(found, form), f"{what}; {comparison_answer(found)}")
        return
    what = f"{count(len(found.courses), 'course')}, {count(len(found.outcomes), 'outcome')}"
    write_output(output, write_map(found.model_copy(update={"license": licensed}), form), f"{what}; {_found(found)}")
    if form == "xlsx" and (cut := cut_words(found)):
        note(f"warning: {cut}")


def _asked(programs: list[str], framework: str, *, every: bool) -> list[str]:
    """Return the programs that are named, none for all of them.

    Raises
    ------
    InputError
        Where nothing is to be aligned, or to nothing.
    """
    if not framework:
        message = "say what to align to: --to esco, --to onet, a standard or a firm by its name, or a file with a list"
        raise InputError(message)
    if every == bool(programs):
        message = (
            "name programs or say --all, not both" if every else "name a program, or say --all for all stored ones"
        )
        raise InputError(message)
    return programs


def _form(output: Path | None, *, single: bool) -> str:
    """Return the form of a file by its extension.

    Raises
    ------
    UnsupportedError
        With those that are offered; of PDF how to make one.
    """
    if output is not None and output.suffix.lower() == ".pdf":
        page = output.with_suffix(".html").name
        message = f"PDF is not written here: write {page!r} instead, open it in a browser, and print it as PDF"
        raise UnsupportedError(message)
    return form_of(output, FORMATS.extensions if single else COMPARISON_FORMATS.extensions, otherwise="csv")


def _curricula(
    alignment: Alignment, names: list[str], form: ProgramForm | None
) -> tuple[list[Curriculum], tuple[Copy, ...]]:
    """Return the programs without copies of them, and these; a name that copies have is that of one of them.

    Raises
    ------
    InputError
        Where several are to have one name.
    """
    if form and form.program and len(names) != 1:
        message = f"--program {form.program!r} names one program; align or import each with a name of its own"
        raise InputError(message)
    if not names:
        return _once(alignment, stored_curricula(alignment.base))
    copies: list[Copy] = []

    def choose(several: Sequence[Curriculum]) -> Curriculum | None:
        kept, left_out = _once(alignment, several)
        if len(kept) > 1:
            return None
        copies.extend(left_out)
        return kept[0]

    return [find_curriculum(alignment.base, name, form, choose) for name in names], tuple(copies)


def _once(alignment: Alignment, curricula: Sequence[Curriculum]) -> tuple[list[Curriculum], tuple[Copy, ...]]:
    """Return the programs without copies, and these."""
    verdicts = stored_verdicts(alignment.base, alignment.target)
    return without_copies(curricula, alignment.colleges(curricula), verdicts)


def _tell(alignment: Alignment, curricula: Sequence[Curriculum], copies: Iterable[Copy], to: Path | None) -> None:
    """Say what a reader of the answer should know besides: it comes after the answer, so that this stands first."""
    for copy in copies:
        note(copy.words(alignment.base.identifiers.local))
    if to is not None:
        every = Report((*alignment.target.report, *chain.from_iterable(curriculum.report for curriculum in curricula)))
        write_output(to, to_tsv(every), count(len(every), "finding"))
    if len(alignment.target.report):
        show(alignment.target.report, offered=to is None)
    for curriculum in curricula:
        if said := foreign_outcomes(curriculum, alignment.target):
            note(f"warning: {said}")
        if len(curriculum.report):
            show(curriculum.report, offered=to is None)


def _shown(found: CurriculumMap | Comparison, name: str = "PROGRAM") -> str:
    """Return what a terminal shows: the answer first, then what each outcome may mean.

    Parameters
    ----------
    name
        Of the program, as the command has it.
    """
    few = f"{jobs[:1].upper()}{jobs[1:]}." if (jobs := narrowed_to(found.demand)) else ""
    short = sys.stdout.isatty()
    if isinstance(found, Comparison):
        parts = (*_compared(found, few), side_by_side(found, short=short))
    else:
        parts = (*_answered(found, few, name), outcome_table(found, short=short))
    return "\n\n".join(filter(None, parts))


def _answered(found: CurriculumMap, few: str, name: str) -> tuple[str, ...]:
    """Return what is said of a program before the table of its outcomes; what does not apply is empty."""
    title = ", ".join(filter(None, (found.label, found.college)))
    return (
        f"{title}: {answer(found)} {_check(found, '“no match” below')}",
        may_narrow(found, name).replace("`", ""),
        few,
        doubt(found),
        wanted_table(found.missing, found.demand, found.contested) if found.demand else unlisted(found),
        without_jobs(found),
        f"{_found(found)}\n{reviewed(found)}",
    )


def _compared(found: Comparison, few: str) -> tuple[str, ...]:
    """Return what is said of several programs before they stand side by side; what does not apply is empty."""
    wanted = (
        wanted_table(found.unmet, found.demand, found.contested, found.standing_of)
        if found.demand
        else gap_table(found.untaught, found.contested)
    )
    return (
        "; ".join(found.called[program.iri] for program in found.programs),
        few,
        comparison_answer(found),
        _check(found, where_to_check(found).replace("`", "")),
        comparison_doubt(found),
        wanted,
        " ".join(filter(None, (common(found), comparison_basis(found)))),
        without_jobs(found),
    )


def _check(found: CurriculumMap | Comparison, where: str) -> str:
    """Return how many outcomes match nothing, what that may change, and where they stand."""
    more = f"{said} ({where})." if (said := may_teach(found)) else ""
    return f"{without_match(found)} {more}".strip()


def _found(found: CurriculumMap) -> str:
    """Return how many competencies are in some outcome, how surely, and how many of them nobody has confirmed."""
    number, size = len(found.found), count(found.scope, "competency", "competencies")
    whose = asked_of_named(found.demand) or f"of {found.framework_label}"
    held = f"{number:,} of {size} {whose} {are(number)} in some outcome"
    return f"{held}: {how_sure(found.found)}." if number else f"{held}."


def unlisted(found: CurriculumMap) -> str:
    """Return what is lacking where nobody is known to ask for it; of a large framework why that is not listed."""
    if not found.whole:
        return (
            "What is lacking is not listed: most of a framework of this size is of other fields. --to takes the "
            "standard of a partnership or a firm's list instead; --sector names a sector whose jobs ask."
        )
    return gap_table(found.gaps, found.contested)
