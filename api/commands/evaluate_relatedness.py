"""``ladderworks evaluate relatedness``: how many of the occupations that experts call related the engine finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import tab_separated
from api.terminal.evaluations import told
from api.terminal.files import write_output
from api.terminal.forms import form_of
from api.terminal.inputs import sparing
from pathways.evaluation.relatedness import Found, evaluate_relatedness
from pathways.evaluation.relatedness_account import account, cells, head, to_json, to_markdown

FORMS: Final[dict[str, Callable[[Sequence[Found]], bytes]]] = {
    "json": to_json,
    "tsv": lambda found: tab_separated(cells(found)),
    "md": to_markdown,
}


@sparing
def relatedness(
    *,
    samples: Annotated[int, typer.Option(min=1, help="Draws of the occupations, for the intervals.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Of these draws.")] = 0,
    output: Annotated[
        Path | None, typer.Option("-o", help=f"A file ending in one of: {', '.join(FORMS)}; - for Markdown.")
    ] = None,
) -> None:
    """Measure how many of O*NET's expert-reviewed related occupations are found, where they were not learned from.

    The engine stands beside each of its views alone. Occupations are split by the last digit of their six-digit SOC
    code: from the even ones weights may be learned, the odd ones are only measured on.
    """
    form = form_of(output, FORMS, otherwise="md")
    with open_knowledge(Settings.read()) as knowledge:
        found = evaluate_relatedness(knowledge.base, knowledge.scopes.national, samples, seed)
    if output is None:
        print(told(head(found), account(found)))
    else:
        write_output(output, FORMS[form](found), f"{found[0].occupations} occupations")
