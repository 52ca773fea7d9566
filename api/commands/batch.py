"""``ladderworks batch``: a corpus of statements, aligned to a framework by many processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.programs.targets import find_target
from api.settings import Settings
from api.terminal.console import Step, note, progress
from api.terminal.exit_status import ExitStatus
from ontology.errors import InputError
from pathways.amounts import count
from pathways.batch import (
    ROWS,
    Asked,
    Batch,
    Folder,
    Framework,
    Manifest,
    Standing,
    State,
    local_cluster,
    method,
    remote_cluster,
    sources,
)
from pathways.batch.run import Workers
from pathways.coverage import Target
from standards.corpora import Corpus, read_corpus, write_table
from standards.corpora.statements import MARKUP, MEANINGS
from standards.headers import listed
from standards.matching import UNMATCHED
from standards.matching.index import CANDIDATES

BAR = 20
"""Characters of the progress bar."""


def run(  # noqa: PLR0913 - each is an option
    corpus: Annotated[Path, typer.Argument(help="A Parquet, CSV or TSV file, or a folder of them.")],
    framework: Annotated[
        str,
        typer.Option(
            "--to", help="A framework (`esco`, `onet`, a standard, a firm), or a file with a list of your own."
        ),
    ],
    output: Annotated[Path, typer.Option("-o", help="A folder for the results, or one of a stopped run.")],
    *,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes on this machine; one a core.")] = None,
    scheduler: Annotated[str, typer.Option(help="A running Dask scheduler instead: tcp://HOST:PORT.")] = "",
    top: Annotated[int, typer.Option(min=1, max=CANDIDATES, help="How many for each statement.")] = 5,
    least: Annotated[float, typer.Option(min=0, max=1, help="Confidence from which one is suggested.")] = UNMATCHED,
    partition: Annotated[int, typer.Option(min=1, help="Rows in each result file.")] = ROWS,
    text: Annotated[str, typer.Option(help="The column with the statements.")] = "",
    identifier: Annotated[str, typer.Option("--id", help="The column with their identifiers.")] = "",
    fresh: Annotated[bool, typer.Option("--fresh", help="Remove the results that are there, and begin anew.")] = False,
    csv: Annotated[
        bool, typer.Option("--csv", help="Write all results as one CSV file, too: FOLDER/results.csv.")
    ] = False,
) -> None:
    """Align a corpus of statements to a framework; the same command again goes on where it was stopped."""
    hire = _workers(workers, scheduler)
    with progress(f"Reading {corpus.name}"):
        found = read_corpus(corpus, text, identifier)
    _say_left(found)
    target = _target(framework)
    asked = Asked(
        corpus=sources(found),
        framework=Framework.of(target),
        partition=partition,
        top=top,
        least=least,
        method=method(),
    )
    folder = Folder(output.absolute())
    batch = Batch(found, asked, target.index, folder)
    told: list[Standing] = []
    with _stopping(output), progress(f"Aligning to {framework}") as step:
        manifest = batch.run(hire, partial(_tell, step, told), fresh=fresh)
    _say(manifest, output, told[0])
    if csv:
        _write_table(manifest, folder)
    if manifest.of(State.FAILED) or not any(entry.matched for entry in manifest.partitions):
        raise typer.Exit(ExitStatus.FOUND)


def _workers(workers: int | None, scheduler: str) -> Callable[[], AbstractContextManager[Workers]]:
    if scheduler and workers:
        message = "--workers starts processes on this machine; leave it out to use those of --scheduler"
        raise InputError(message)
    return partial(remote_cluster, scheduler) if scheduler else partial(local_cluster, workers or os.cpu_count() or 1)


def _target(framework: str) -> Target:
    with open_knowledge(Settings.read()) as knowledge, progress(f"Indexing {framework}"):
        return find_target(knowledge.base, framework, knowledge.indexes)


@contextmanager
def _stopping(output: Path) -> Iterator[None]:
    """Take Ctrl-C and a request to end alike: stop, keep what is done, and say how to go on."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        note(f"Stopped. What is done is kept in {output}; the same command goes on with the rest.")
        raise typer.Exit(ExitStatus.FOUND) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _tell(step: Step, told: list[Standing], standing: Standing) -> None:
    """Show how far a run is, and keep how far it was at first."""
    step.tell(bar(standing))
    if not told:
        told.append(standing)


def bar(standing: Standing) -> str:
    """Return how far a run is: a bar, what the rate promises, statements, and partitions.

    Example
    -------
    >>> bar(Standing(partitions=50, all_partitions=200, statements=250_000, all_statements=10**6, rate=2500.0))
    '[=====>··············] 25%, 5 min left, 250,000 of 1,000,000 statements, 2,500/s, 50 of 200 partitions'
    """
    share = standing.statements / standing.all_statements
    full = int(BAR * share)
    drawn = ("=" * full + ">" * (full < BAR)).ljust(BAR, "·")
    left = (standing.all_statements - standing.statements) / standing.rate if standing.rate else None
    said = (
        f"[{drawn}] {share:.0%}",
        f"{_duration(left)} left" if left is not None else "",
        f"{standing.statements:,} of {standing.all_statements:,} statements",
        f"{standing.rate:,.0f}/s" if standing.rate else "",
        f"{standing.partitions:,} of {standing.all_partitions:,} partitions",
    )
    return ", ".join(filter(None, said))


def _duration(seconds: float) -> str:
    """Return seconds in the unit that people would use.

    Example
    -------
    >>> _duration(12.3), _duration(300), _duration(9000)
    ('12 s', '5 min', '2.5 h')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _write_table(manifest: Manifest, folder: Folder) -> None:
    """Write what is done as one table."""
    if done := [folder.result(entry.number) for entry in manifest.of(State.DONE)]:
        with progress(f"Writing {folder.table.name}"):
            write_table(done, folder.table, folder.table.with_name(f".{folder.table.name}.{os.getpid()}"))
        note(f"Wrote {folder.table}: {count(sum(e.written for e in manifest.of(State.DONE)), 'row')}")


def _say_left(corpus: Corpus) -> None:
    """Say which columns are not carried over, and how one of them becomes the identifier where none is known."""
    if corpus.left:
        known = all(file.columns.id for file in corpus.files)
        remedy = "" if known else "; if one of them identifies the statements, name it with --id COLUMN"
        note(f"info: the results leave out {listed(corpus.left)}{remedy}")


def _say(manifest: Manifest, output: Path, before: Standing) -> None:
    """Say what the folder holds, what was found in the rows, and what failed."""
    done = manifest.of(State.DONE)
    if before.damaged:
        note(f"warning: {count(before.damaged, 'result file')} of an earlier run damaged or missing, and done again")
    rows, matched = sum(entry.rows for entry in done), sum(entry.matched for entry in done)
    for code, meaning in MEANINGS.items():
        if number := sum(entry.findings.get(code, 0) for entry in done):
            grave = "info" if code == MARKUP else "warning"
            note(f"{grave}: {count(number, 'row')}: {meaning} (`{code}` in the column `finding`)")
    for entry in manifest.of(State.FAILED):
        place = f"{entry.file}, rows {entry.start + 1:,} to {entry.start + entry.rows:,}"
        note(f"error: {place}: {entry.message}. The same command tries again")
    what = f"{count(rows, 'statement')}, {matched:,} with a competency; {count(len(done), 'file')}"
    if before.partitions == len(manifest.partitions):
        note(f"Nothing was left to do in {output}: {what}")
    else:
        note(f"Wrote {output}: {what}{f', {before.partitions:,} of them earlier' if before.partitions else ''}")
