"""``ladderworks evaluate relatedness``: how many of the occupations that experts call related the engine finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Final

import typer
from pydantic import TypeAdapter

from api.console import tab_separated, table
from api.files import write_output
from api.forms import form_of
from api.inputs import sparing
from api.knowledge import open_knowledge
from api.settings import Settings
from pathways.evaluation.relatedness import FIRST, Found, evaluate_relatedness

DASH: Final = "\N{EN DASH}"
HEADER: Final = ("occupations", "method", "number", f"recall@{FIRST}", "95% interval", "MRR")

SPLITS: Final = {"all": "all", "even": "even codes (may be learned from)", "odd": "odd codes (measured on alone)"}


@sparing
def relatedness(
    *,
    samples: Annotated[int, typer.Option(min=1, help="Draws of the occupations, for the intervals.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Of these draws.")] = 0,
    output: Annotated[
        Path | None, typer.Option("-o", help="A file ending in one of: json, tsv, md; - for Markdown.")
    ] = None,
) -> None:
    """Measure how many of O*NET's expert-reviewed related occupations are found; they are an input of nothing.

    The engine stands beside each of its views alone. Occupations are split by the last digit of their six-digit SOC
    code: from the even ones weights may be learned, the odd ones are only measured on.
    """
    form = form_of(output, tuple(FORMS), otherwise="md")
    with open_knowledge(Settings.read()) as knowledge:
        found = evaluate_relatedness(knowledge.base, knowledge.scopes.national, samples, seed)
    if output is None:
        print(table([HEADER, *map(_row, found)]))
    else:
        write_output(output, FORMS[form](found), f"{found[0].occupations} occupations")


def _row(found: Found) -> tuple[str, ...]:
    low, high = found.recall_from, found.recall_to
    recall, rank = f"{found.recall:.3f}", f"{found.reciprocal_rank:.3f}"
    return SPLITS[found.split], found.method, str(found.occupations), recall, f"{low:.3f}{DASH}{high:.3f}", rank


def _to_json(found: Sequence[Found]) -> bytes:
    return TypeAdapter(tuple[Found, ...]).dump_json(tuple(found), indent=2) + b"\n"


def _to_tsv(found: Sequence[Found]) -> bytes:
    fields = tuple(Found.model_fields)
    return tab_separated([fields, *([getattr(each, field) for field in fields] for each in found)])


def _to_markdown(found: Sequence[Found]) -> bytes:
    rows = [HEADER, ["---"] * len(HEADER), *map(_row, found)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows).encode()


FORMS: Final[dict[str, Callable[[Sequence[Found]], bytes]]] = {
    "json": _to_json,
    "tsv": _to_tsv,
    "md": _to_markdown,
}
