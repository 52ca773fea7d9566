"""``ladderworks evaluate ladders``: how much of textbook ladders the engine finds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import progress
from api.terminal.evaluations import told
from api.terminal.files import write_output
from api.terminal.findings import show
from api.terminal.forms import form_of
from ontology.errors import InputError
from pathways.amounts import count
from pathways.evaluation.families import FamilyResults, evaluate_families, read_families
from pathways.evaluation.finders import ENGINE, FINDERS
from pathways.evaluation.ladder_account import FORMS, account, head
from pathways.evaluation.ladders import Draws, Trial, evaluate
from pathways.evaluation.textbook import SHIPPED, TextbookLadder, read_ladders
from pathways.ladders.best_ways import MOST_WAYS, WAYS
from pathways.occupations.wages import find_region


def ladders(  # noqa: PLR0913 - the options of a command
    data: Annotated[
        Path, typer.Argument(metavar="[DATA]", help="A CSV with ladder, rung and code; the list shipped otherwise.")
    ] = SHIPPED,
    *,
    split: Annotated[str, typer.Option(help="`development` or `test`; both otherwise.")] = "",
    region: Annotated[str, typer.Option(help="Whose pay and jobs to look at; the nation otherwise.")] = "",
    ways: Annotated[int, typer.Option(min=1, max=MOST_WAYS, help="Ways through different rungs to draw.")] = WAYS,
    families: Annotated[
        Path | None,
        typer.Option(metavar="ROLES.csv", help="Role families to measure beside: `Role`, `Role Level`, ..."),
    ] = None,
    baselines: Annotated[bool, typer.Option("--baselines/--no-baselines", help="Whether to run others beside.")] = True,
    samples: Annotated[int, typer.Option(min=1, help="Draws of the ladders, for the intervals.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Of these draws.")] = 0,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMS)}; - for Markdown.")
    ] = None,
) -> None:
    """Measure how much of textbook ladders is found from their two ends: rungs, moves, and whole ladders in order."""
    form = form_of(output, FORMS, otherwise="md")
    beside = _families(families, samples, seed) if families else None
    finders = FINDERS if baselines else {ENGINE: FINDERS[ENGINE]}
    with open_knowledge(Settings.read()) as knowledge, progress("Evaluating") as step:
        snapshot = knowledge.scopes.national
        known, report = read_ladders(snapshot.occupations, data)
        chosen = _chosen(known, split, data)
        place = find_region(snapshot.regions, region)
        trial = Trial(chosen, place, finders, ways, Draws(samples, seed))
        found = evaluate(snapshot, trial, step.tell).model_copy(update={"families": beside})
    if len(report):
        show(report, offered=False)
    if output is None:
        print(told(head(found), account(found)))
    else:
        write_output(output, FORMS[form](found), count(len(chosen), "textbook ladder"))


def _chosen(ladders_: tuple[TextbookLadder, ...], split: str, data: Path) -> tuple[TextbookLadder, ...]:
    """Return the ladders of a split."""
    chosen = tuple(ladder for ladder in ladders_ if split in ("", ladder.split))
    if not chosen:
        splits = ", ".join(dict.fromkeys(ladder.split for ladder in ladders_))
        message = f"{data.name} has no split {split!r}; it has {splits}"
        raise InputError(message)
    return chosen


def _families(path: Path, samples: int, seed: int) -> FamilyResults:
    found, left_out = read_families(path)
    return evaluate_families(found, left_out, path.name, samples, seed)
