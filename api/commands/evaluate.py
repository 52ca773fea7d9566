"""``ladderworks evaluate``: how good the engine's answers are, measured on data that people have labeled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from api.commands.evaluate_harmonizing import harmonizing
from api.commands.evaluate_ladders import ladders
from api.commands.evaluate_relatedness import relatedness
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import note, progress
from api.terminal.evaluations import told
from api.terminal.files import write_output
from api.terminal.findings import show
from api.terminal.forms import form_of
from api.terminal.inputs import sparing
from ontology.errors import InputError
from ontology.report import Report
from standards.evaluation import (
    BASELINES,
    FORMS,
    ConceptNames,
    Evaluation,
    Unit,
    account,
    evaluate,
    head,
    missing_baselines,
    read_annotated,
)
from standards.frameworks import framework_title, read_framework

run = typer.Typer(no_args_is_help=True)
run.command("ladders")(sparing(ladders))


@run.callback()
def _subjects() -> None:
    """Measure how good the engine's answers are, on data that people have labeled."""


run.command("relatedness")(relatedness)
run.command("harmonizing")(sparing(harmonizing))


@run.command("linking")
@sparing
def linking(  # noqa: PLR0913 - the options of a command
    data: Annotated[list[Path], typer.Argument(metavar="DATA...", help="Files or folders: CSV, TSV, spreadsheets.")],
    *,
    framework: Annotated[
        str, typer.Option("--to", help="The framework whose concepts the data names: `esco`, `onet`, a standard.")
    ] = "esco",
    unit: Annotated[Unit | None, typer.Option(help="Only whole texts, or only marked spans; both otherwise.")] = None,
    baseline: Annotated[
        list[str] | None, typer.Option(help=f"Any of: {', '.join(BASELINES)}; all that are installed otherwise.")
    ] = None,
    baselines: Annotated[bool, typer.Option("--baselines/--no-baselines", help="Whether to run others beside.")] = True,
    samples: Annotated[int, typer.Option(min=1, help="Draws of the texts, for the intervals.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Of these draws.")] = 0,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMS)}; - for Markdown.")
    ] = None,
) -> None:
    """Measure how well statements are linked to concepts: RP@5, MRR, R@10, calibration, share unmatched, and speed.

    DATA is a table with a column for the text (`Statement`, `Sentence`, ...) and one for the right concept
    (`Competency`, `Label`, ...: its address, code or label); a row without a concept marks a text that has none.
    """
    form = form_of(output, FORMS, otherwise="md")
    chosen = _chosen(baseline, baselines)
    units = {unit} if unit else set(Unit)
    found, report = _measured(data, framework, units, chosen, Draws(samples, seed))
    if len(report):
        show(report, offered=False)
    if output is None:
        print(told(head(found), account(found)))
    else:
        write_output(output, FORMS[form](found), _written(found))


class Draws(NamedTuple):
    """How the intervals are drawn: how many times, and from which seed."""

    samples: int
    seed: int


def _measured(
    data: Sequence[Path], framework: str, units: set[Unit], chosen: Sequence[str], draws: Draws
) -> tuple[Evaluation, Report]:
    """Return what is measured on labeled data, and what is wrong with the data."""
    methods = [BASELINES[name] for name in chosen]
    with open_knowledge(Settings.read()) as knowledge, progress("Evaluating") as step:
        entries = read_framework(knowledge.base, framework)
        _, title = framework_title(knowledge.base, framework)
        annotations = read_annotated(data, ConceptNames.of(entries), units)
        found = evaluate(
            title, entries, annotations.sets, methods, samples=draws.samples, seed=draws.seed, tell=step.tell
        )
    return found, annotations.report


def _chosen(named: Sequence[str] | None, wanted: bool) -> list[str]:
    """Return the baselines to run, and say which is left out because it is not installed."""
    if strangers := set(named or ()) - set(BASELINES):
        message = f"there is no baseline {', '.join(sorted(strangers))}; there are {', '.join(BASELINES)}"
        raise InputError(message)
    if not wanted:
        return []
    if named:
        return list(dict.fromkeys(named))
    missing = missing_baselines(BASELINES)
    for name in missing:
        note(f"{BASELINES[name][0]} is not run: it needs `pip install 'ladderworks[benchmarks]'`")
    return [name for name in BASELINES if name not in missing]


def _written(found: Evaluation) -> str:
    """Return what an evaluation holds, for the note that its file was written."""
    texts = sum(of.texts for of in found.sets if of.unit)
    return f"{', '.join(found.methods)} on {texts:,} labeled text{'' if texts == 1 else 's'}"
