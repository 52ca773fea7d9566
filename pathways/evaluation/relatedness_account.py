"""An evaluation of relatedness in words and tables, and as a file: JSON, rows, Markdown to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pydantic import TypeAdapter

from pathways.evaluation.relatedness import FIRST, SPLITS, Found
from standards.evaluation.section import Section

DASH: Final = "\N{EN DASH}"

HEADER: Final = ("method", f"recall@{FIRST}", "95% interval", "MRR")

TITLES: Final = {
    "all": "All occupations",
    "even": "Even codes (may be learned from)",
    "odd": "Odd codes (measured on alone)",
}
"""What the splits are called."""


def head(found: Sequence[Found]) -> str:
    """Return what was measured on what."""
    most = max((each.occupations for each in found), default=0)
    return f"Related occupations, as experts list them for {most:,} occupations, found among the first {FIRST}."


def account(found: Sequence[Found]) -> Iterator[Section]:
    """Yield a table for each split that any occupation is in."""
    for split in SPLITS:
        if own := [each for each in found if each.split == split]:
            title = f"{TITLES[split]}: {own[0].occupations:,}"
            yield Section(title, HEADER, tuple(map(_row, own)))


def _row(found: Found) -> tuple[str, ...]:
    spread = f"{found.recall_from:.3f}{DASH}{found.recall_to:.3f}"
    return found.method, f"{found.recall:.3f}", spread, f"{found.reciprocal_rank:.3f}"


def cells(found: Sequence[Found]) -> list[Sequence[object]]:
    """Return the names of the figures, then a row of figures for each method and split."""
    fields = tuple(Found.model_fields)
    return [fields, *([getattr(each, field) for field in fields] for each in found)]


def to_json(found: Sequence[Found]) -> bytes:
    """Return everything."""
    return TypeAdapter(tuple[Found, ...]).dump_json(tuple(found), indent=2) + b"\n"


def to_markdown(found: Sequence[Found]) -> bytes:
    """Return the tables with their words."""
    return "\n".join([f"# {head(found)}\n", *map(Section.to_markdown, account(found))]).encode()
