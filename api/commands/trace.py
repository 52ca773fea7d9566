"""``ladderworks trace``: from a figure on a ladder to the rows of the files that it came from."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from api.commands.ladder import LISTS
from api.commands.ladder_plan import read_offers
from api.example import example_folder
from api.knowledge import Knowledge, open_knowledge
from api.queries.ladders import ALL_RUNGS, HIGHEST_WAGE
from api.queries.plans import Desks, PlanQuery
from api.queries.questions import Wage
from api.queries.routes import MOST_MONTHS
from api.queries.traces import Subject, TraceQuery, trace_of_plan
from api.settings import Settings
from api.terminal.amounts import MONEY
from api.terminal.console import note, table
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.findings import show
from api.terminal.forms import form_of
from api.terminal.marks import HighSkill, HighWage, InDemand
from ontology.errors import InputError
from pathways.amounts import count
from pathways.ladders.best_ways import MOST_WAYS, WAYS
from pathways.ladders.climbs import MOST_RUNGS
from pathways.occupations.marks import Told
from pathways.plans import read_person
from pathways.traces.records import Traced
from pathways.traces.traces import narrowed
from pathways.traces.writing import NAMED, table_rows, write_markdown
from standards.citations.citation import Standing
from standards.citations.shelf import Shelf


def run(  # noqa: PLR0913, PLR0917 - the options of a command
    occupation: Annotated[str, typer.Argument(metavar="OCC", help="A rung: its code, address or title.")] = "",
    of: Annotated[
        str,
        typer.Option(
            help="What is traced: rung, step, ladder, routes, plan, leads-to, doors, breaks, pays or taught. Without "
            "it OCC is a rung, --from and --to are a step, --sector or --firm is its ladder, --have is a plan."
        ),
    ] = "",
    start: Annotated[str, typer.Option("--from", help="Where it begins: code, address or title.")] = "",
    goal: Annotated[str, typer.Option("--to", help="Where it ends: code, address or title.")] = "",
    sector: Annotated[str, typer.Option(help="On whose ladder: a partnership's word holds on its own.")] = "",
    firm: Annotated[str, typer.Option(help="On the ladder of whose own jobs: a firm, by slug or name.")] = "",
    region: Annotated[
        str, typer.Option(help="Whose pay: a name, `WA`, a code, or a county; the nation otherwise.")
    ] = "",
    have: Annotated[Path | None, typer.Option(metavar="FILE", help="Of a plan: what you have.")] = None,
    offers: Annotated[Path | None, typer.Option(metavar="FILE", help="Of a plan or routes: offers, as JSON.")] = None,
    within: Annotated[int, typer.Option(min=0, max=MOST_MONTHS, metavar="MONTHS", help="Of routes: as there.")] = 0,
    move: Annotated[str, typer.Option(metavar="REGION", help="Of routes: as there.")] = "",
    ways: Annotated[int, typer.Option(min=1, max=MOST_WAYS, help="Of a ladder: as there.")] = WAYS,
    rungs: Annotated[int, typer.Option(min=2, max=ALL_RUNGS, help="Of a ladder: as there.")] = MOST_RUNGS,
    enough: Annotated[float, typer.Option(min=0, max=HIGHEST_WAGE, help="Of a ladder: as there.")] = 0,
    high_wage: HighWage = 0,
    high_skill: HighSkill = 0,
    in_demand: InDemand = 0,
    wage: Annotated[
        float | None, typer.Option(**MONEY, help="Of pays: what a family needs, in dollars a year.")
    ] = None,
    hourly: Annotated[float | None, typer.Option(**MONEY, help="Of pays: the same by the hour.")] = None,
    source: Annotated[str, typer.Option(help="Of pays: who says so.")] = "",
    skill: Annotated[list[str] | None, typer.Option(help="Of taught: a skill; several may be named.")] = None,
    level: Annotated[float | None, typer.Option(min=0, max=7, help="Of taught: what the course leads to.")] = None,
    find: Annotated[str, typer.Option(metavar="TEXT", help="Only figures that show it, `$57,720` or `38%`.")] = "",
    data: Annotated[
        list[Path] | None, typer.Option(help="A folder or zip that a release was imported from; several may be named.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", help="A file ending in .md or .json; - for the screen.")] = None,
) -> None:
    """Say of every figure how it came about and in which row of which file it stands.

    Of a rung, a step, a whole ladder, ways side by side, a plan, or the answer to a question. A row is given where the
    file at hand is, byte by byte, the one that was imported; else the keys to look for, and the file's digest. Exits
    with 1 where a file has changed or holds something else.
    """
    form = form_of(output, ("md", "json"), otherwise="md")
    _refuse_declared(firm)
    needed = None if wage is None and hourly is None else Wage(wage, hourly, source)
    asked = TraceQuery(
        *(of, occupation, start, goal, sector, firm, region),
        within=within,
        move=move,
        wage=needed,
        skills=tuple(skill or ()),
        level=level,
        find=find,
        ways=ways,
        rungs=rungs,
        enough=enough,
        bars=Told(high_wage, high_skill, in_demand),
    )
    _refuse_planless(asked, have, offers)
    asked = replace(asked, offers=read_offers(offers) if offers else ())
    settings = Settings.read()
    shelf = Shelf((*(data or ()), *settings.releases, example_folder()))
    with open_knowledge(settings) as knowledge:
        if have:
            traced = _planned(knowledge, asked, have, shelf)
        else:
            traced = asked.answer(knowledge.base, knowledge.scopes, shelf)
    _write(traced, form, output)
    if not _sound(traced):
        raise typer.Exit(ExitStatus.FOUND)


def _refuse_declared(firm: str) -> None:
    """Refuse a firm's list by role and level, of which nothing is computed."""
    if Path(firm).suffix.lower() in LISTS:
        message = (
            f"{firm} declares its ladder itself, level by level, and nothing of it is computed: its rows are the trace"
        )
        raise InputError(message)


def _refuse_planless(asked: TraceQuery, have: Path | None, offers: Path | None) -> None:
    """Refuse what somebody has, or is offered, where no plan is asked for that it could be of."""
    if (have or (offers and asked.of != Subject.ROUTES)) and not (have and _is_of_a_plan(asked)):
        message = (
            "--have is for a plan, from an occupation to another: name --have, and --from, --to or both; --offers is "
            "for that, or for ways (--of routes)"
        )
        raise InputError(message)


def _is_of_a_plan(asked: TraceQuery) -> bool:
    """Return whether what is asked for may be the trace of a plan."""
    return asked.of in ("", Subject.PLAN) and not (asked.sector or asked.firm or asked.occupation)


def _planned(knowledge: Knowledge, asked: TraceQuery, have: Path, shelf: Shelf) -> Traced:
    """Return the trace of a plan, from a file with what somebody has."""
    person, report = read_person(have)
    if len(report):
        show(report, offered=False)
    query = PlanQuery(person, asked.start, asked.goal, asked.region, asked.offers)
    found = trace_of_plan(query, knowledge.base, knowledge.scopes, Desks(knowledge.base, knowledge.indexes), shelf)
    return narrowed(found, asked.find) if asked.find else found


def _write(traced: Traced, form: str, output: Path | None) -> None:
    """Write a trace; a terminal gets a table."""
    if output is None and sys.stdout.isatty():
        print(f"{traced.title}\n\n{table(list(table_rows(traced)))}\n")
        print("\n".join(traced.notes))
        note("-o - says of each input where it stands; a file ending in .md or .json has all of them.")
        return
    most = NAMED if output in (None, STANDARD_OUTPUT) else None
    text = traced.model_dump_json(indent=2) if form == "json" else write_markdown(traced, most)
    write_output(output or STANDARD_OUTPUT, f"{text.rstrip()}\n".encode(), count(len(traced.figures), "figure"))


def _sound(traced: Traced) -> bool:
    """Return whether nothing has changed since it was imported, as far as files are at hand."""
    inputs = [stated for figure in traced.figures for stated in figure.inputs]
    changed = any(i.finding is not None and i.finding.standing is Standing.CHANGED for i in inputs)
    return not changed and all(stated.agrees is not False for stated in inputs)
