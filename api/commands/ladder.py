"""``ladderworks ladder``: the ladder of a sector, or from one occupation up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.ladder_plan import write_plan
from api.knowledge import Knowledge, open_knowledge
from api.outward import write_outward
from api.queries.ladders import ALL_RUNGS, HIGHEST_WAGE, LadderQuery, UnclearLadderError
from api.settings import Settings
from api.terminal.console import note
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_in
from api.terminal.marks import HighSkill, HighWage, InDemand
from ontology.errors import InputError
from pathways.amounts import count
from pathways.firms import declared_ladder
from pathways.formats import FORMATS
from pathways.ladders.best_ways import MOST_WAYS, WAYS
from pathways.ladders.climbs import MOST_RUNGS
from pathways.languages import in_language
from pathways.occupations.marks import Told
from pathways.records.ladder import Ladder
from standards.role_lists import read_role_list

LISTS = (".csv", ".tsv", ".xlsx")
"""How the files of lists by role and level end."""


def run(  # noqa: PLR0913, PLR0917 - the options of a command
    sector: Annotated[
        str, typer.Option(help="A partnership, a career cluster ...; `ladderworks sectors` lists them.")
    ] = "",
    firm: Annotated[
        str,
        typer.Option(
            help="A firm, by slug or name: the ladder of its own jobs, with or without a sector. Or a file (CSV, "
            "Excel) with a row for each role, level and statement: the ladder as the list declares it."
        ),
    ] = "",
    start: Annotated[str, typer.Option("--from", help="An occupation: its code, address or title.")] = "",
    goal: Annotated[str, typer.Option("--to", help="Where to get: code, address or title.")] = "",
    region: Annotated[
        str, typer.Option(help="Whose pay to show: a name, `WA`, a code, or a county; the nation otherwise.")
    ] = "",
    language: Annotated[
        str, typer.Option(help="Of the names, as far as releases have them: `es`, `de`, ...; English otherwise.")
    ] = "",
    ways: Annotated[
        int, typer.Option(min=1, max=MOST_WAYS, help="Between two: ways through different rungs to draw.")
    ] = WAYS,
    rungs: Annotated[
        int, typer.Option(min=2, max=ALL_RUNGS, help="Of a sector: rungs to draw at most; the others are named.")
    ] = MOST_RUNGS,
    enough: Annotated[
        float,
        typer.Option(
            min=0,
            max=HIGHEST_WAGE,
            metavar="DOLLARS",
            help="A year's pay that is enough to stay on a rung.",
        ),
    ] = 0,
    high_wage: HighWage = 0,
    high_skill: HighSkill = 0,
    in_demand: InDemand = 0,
    every: Annotated[bool, typer.Option("--all", help="Of a sector: draw all its occupations.")] = False,
    have: Annotated[
        Path | None,
        typer.Option(
            "--have",
            metavar="FILE",
            help="What you have: skills, jobs and credentials in a table (CSV, Excel), a CV or list as text, or an "
            "Open Badge (JSON). The plan stands beneath the ladder; nothing of the file is stored.",
        ),
    ] = None,
    offers: Annotated[
        Path | None,
        typer.Option("--offers", metavar="FILE", help="Further courses and credentials for the plan, as JSON."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="The form, whatever the file is called: an extension, or `mermaid`.")
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMATS.extensions)}; - for the screen."),
    ] = None,
) -> None:
    """Draw the ladder of a sector, up from an occupation, or from one to another."""
    if have and language:
        message = "a plan is in English: leave out --language, or leave out --have for the ladder alone"
        raise InputError(message)
    if have:
        write_plan(have, offers, LadderQuery(sector, start, goal, region), output, form)
        return
    if offers:
        message = "--offers is for a plan: name what you have with --have"
        raise InputError(message)
    most = ALL_RUNGS if every else rungs
    form = form_in(FORMATS, output, form, otherwise="md")
    where, told = (sector, start, goal, region), Told(high_wage, high_skill, in_demand)
    with open_knowledge(Settings.read()) as knowledge:
        ladder = _answer(knowledge, LadderQuery(*where, firm, language.strip(), ways, most, enough, told))
    what = f"{count(len(ladder.rungs), 'rung')}, {count(len(ladder.steps), 'step')}"
    write_output(output or STANDARD_OUTPUT, write_outward(ladder, form), what)
    if not ladder.steps:
        for said in ladder.notes[:1]:
            note(said)
        raise typer.Exit(ExitStatus.FOUND)


def _answer(knowledge: Knowledge, query: LadderQuery) -> Ladder:
    """Return the ladder; where it is not clear which, also say which command lists the sectors."""
    if Path(query.firm).suffix.lower() in LISTS:
        levels = Path(query.firm)
        drawn = declared_ladder(read_role_list(levels), levels.stem, knowledge.base.identifiers)
        return in_language(drawn, knowledge.base, query.language) if query.language else drawn
    try:
        return query.answer(knowledge.scopes)
    except UnclearLadderError as error:
        if query.goal and not query.sector:
            raise
        message = f"{error}; `ladderworks sectors` lists them all"
        raise UnclearLadderError(message, error.remedy) from error
