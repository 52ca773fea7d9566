"""Previews of imports for people: columns, first rows, and what would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.terminal.console import table
from ontology.report import excerpt
from pathways.amounts import count
from standards.previews import Change, Columns, Preview

SHOWN = 5
"""Names of things that would change before the rest is only counted."""

WIDE = 40
"""Characters of a cell."""


def columns_text(columns: Columns) -> str:
    """Return what each column is read as, with the cells of the first rows below one another."""
    heads = ("column", "read as", *(f"row {number}" for number, _ in columns.rows))
    cells = zip(*(row for _, row in columns.rows), strict=True) if columns.rows else ((),) * len(columns.read)
    told = [
        (header, field or "-", *(excerpt(" ".join(cell.split()), WIDE) for cell in some))
        for (header, field), some in zip(columns.read, cells, strict=True)
    ]
    return table([heads, *told])


def change_text(found: Preview) -> str:
    """Return what an import would store, and what of it is new, gone or changed."""
    name, change = f"{found.release.source} {found.release.version}", found.change
    if found.before is None:
        return "\n".join([f"{name} would be new, with {count(len(change.added), 'thing')}", *_named(change)])
    kept = f"{count(change.same, 'thing')} would stay as they are" if change.same else "nothing would stay as it is"
    return "\n".join([f"{name} would take the place of what is stored of it; {kept}", *_named(change)])


def _named(change: Change) -> Iterator[str]:
    for what, names in (("added", change.added), ("gone", change.gone), ("changed", change.changed)):
        if names:
            yield f"{what}: {len(names):,} ({_some(names)})"


def _some(names: Sequence[str]) -> str:
    more = f"; and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return "; ".join(excerpt(name, WIDE) for name in names[:SHOWN]) + more
