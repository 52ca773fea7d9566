"""``ladderworks ask``: questions put to ladders from the other side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.queries.questions import QuestionQuery, Wage
from api.settings import Settings
from api.terminal.amounts import MONEY
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.forms import form_of
from api.terminal.inputs import sparing
from pathways.amounts import count
from pathways.questions.records import Answer
from pathways.questions.writing import table, write_answer

run = typer.Typer(no_args_is_help=True)

Sector = Annotated[str, typer.Option(help="A partnership, a career cluster ...; `ladderworks sectors` lists them.")]
Place = Annotated[str, typer.Option("--region", help="Whose pay counts: a name, `WA`, a code, or a county.")]
Output = Annotated[Path | None, typer.Option("-o", help="A file ending in .md, .json or .csv; - for the screen.")]


@run.callback()
def _questions() -> None:
    """Ask what leads to a job, what opens doors, where a ladder breaks, what pays, what one more course does."""


@run.command("leads-to")
@sparing
def leads_to(
    occupation: Annotated[str, typer.Argument(metavar="OCC", help="The goal: its code, address or title.")],
    sector: Sector = "",
    region: Place = "",
    output: Output = None,
) -> None:
    """Say which entry jobs lead to an occupation, of a sector or of all, with the best way from each."""
    with open_knowledge(Settings.read()) as knowledge:
        _write(QuestionQuery(sector, region).leads_to(knowledge.scopes, occupation), output)


@run.command("doors")
@sparing
def doors(sector: Sector = "", region: Place = "", output: Output = None) -> None:
    """Say which competencies open the most doors in a sector: each is taught in turn, and the steps counted anew."""
    with open_knowledge(Settings.read()) as knowledge:
        _write(QuestionQuery(sector, region).doors(knowledge.scopes), output)


@run.command("breaks")
@sparing
def breaks(sector: Sector = "", region: Place = "", output: Output = None) -> None:
    """Say where a sector's ladder breaks for those with the least preparation."""
    with open_knowledge(Settings.read()) as knowledge:
        _write(QuestionQuery(sector, region).breaks(knowledge.scopes), output)


@run.command("pays")
@sparing
def pays(
    *,
    wage: Annotated[float | None, typer.Option(**MONEY, help="What a family needs, in dollars a year.")] = None,
    hourly: Annotated[float | None, typer.Option(**MONEY, help="The same by the hour; a year has 2,080.")] = None,
    source: Annotated[str, typer.Option(help="Who says so, for instance a living wage calculator and its year.")] = "",
    sector: Sector = "",
    start: Annotated[str, typer.Option("--from", help="Instead of a sector: the ladder up from an occupation.")] = "",
    region: Place = "",
    output: Output = None,
) -> None:
    """Say which rungs pay a wage that supports a family in a region: at the median, and at the low end."""
    needed = Wage(wage, hourly, source)
    with open_knowledge(Settings.read()) as knowledge:
        _write(QuestionQuery(sector, region).pays(knowledge.scopes, needed, start), output)


@run.command("taught")
@sparing
def taught(
    skill: Annotated[list[str], typer.Argument(metavar="SKILL...", help="Labels, codes or addresses.")],
    sector: Sector = "",
    level: Annotated[
        float | None, typer.Option(min=0, max=7, help="What the course leads to, 0 to 7; else what each rung asks.")
    ] = None,
    region: Place = "",
    output: Output = None,
) -> None:
    """Say what happens to a sector's ladder when skills are taught in one more course: before and after."""
    with open_knowledge(Settings.read()) as knowledge:
        _write(QuestionQuery(sector, region).taught(knowledge.scopes, skill, level), output)


@run.command("why")
@sparing
def why(
    start: Annotated[str, typer.Argument(metavar="FROM", help="Where the step begins: code, address or title.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="Where it ends.")],
    sector: Sector = "",
    region: Place = "",
    output: Output = None,
) -> None:
    """Say why one occupation is a step from another, or why it is none, and which way leads there instead."""
    with open_knowledge(Settings.read()) as knowledge:
        _write(QuestionQuery(sector, region).why(knowledge.scopes, start, end), output)


def _write(answer: Answer, output: Path | None) -> None:
    """Write an answer; end with 1 where nothing was found."""
    form = form_of(output, ("md", "json", "csv"), otherwise="md")
    rows = len(table(answer)) - 1
    write_output(output or STANDARD_OUTPUT, write_answer(answer, form), count(rows, "row"))
    if not rows:
        raise typer.Exit(ExitStatus.FOUND)
