"""``ladderworks evaluate harmonizing``: how well firms' lists are harmonized, on pairs that people have labeled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.harmonizing.asked import AskedList, asked_lists
from api.settings import Settings
from api.terminal.console import progress
from api.terminal.evaluations import told
from api.terminal.files import write_output
from api.terminal.findings import show
from api.terminal.forms import form_of
from ontology.errors import InputError
from ontology.store import KnowledgeBase
from pathways.amounts import count
from standards.evaluation.harmonizing import FORMS, account, evaluate_harmonizing, head, read_pairs
from standards.harmonizing import FirmList, read_list
from standards.harmonizing.intake import take_in


def harmonizing(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="A table: relation, firm and statement of both sides.")],
    lists: Annotated[list[str], typer.Argument(metavar="FIRM=LIST...", help="The lists that the pairs are from.")],
    *,
    part: Annotated[str, typer.Option(help="Only this part, for instance `test`; all otherwise.")] = "",
    samples: Annotated[int, typer.Option(min=1, help="Draws of the pairs, for the intervals.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Of these draws.")] = 0,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMS)}; - for Markdown.")
    ] = None,
) -> None:
    """Measure which statements of firms are put together rightly: pairwise, B-cubed, and by firm."""
    form = form_of(output, FORMS, otherwise="md")
    with _read(asked_lists(lists)) as known, progress("Evaluating") as step:
        pairs, report = read_pairs(data, known)
        found = evaluate_harmonizing(known, pairs, samples, seed, step.tell, part=part)
    if len(report):
        show(report, offered=False)
    if output is None:
        print(told(head(found), account(found)))
    else:
        write_output(output, FORMS[form](found), count(len(pairs), "labeled pair"))


@contextmanager
def _read(asked: Sequence[AskedList]) -> Iterator[list[FirmList]]:
    """Read lists from their files, beside the knowledge base."""
    with KnowledgeBase.in_memory(Settings.read().identifiers) as beside:
        for one in asked:
            take_in(beside, one.firm, _path(one))
        yield [read_list(beside, one.firm) for one in asked]


def _path(asked: AskedList) -> Path:
    if asked.path is None:
        message = f"say where the list of {asked.firm} is: {asked.firm}=FILE"
        raise InputError(message)
    return asked.path
