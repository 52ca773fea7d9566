"""Tables of coverage's pages: their roles stay where a narrow screen shows a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape


def th(words: str, scope: str = "col", kind: str = "", columns: int = 1) -> str:
    """Return a header of a column, a row or a group of rows; the role stays where a narrow screen shows a list."""
    role = "columnheader" if scope == "col" else "rowheader"
    wide = f' colspan="{columns}"' if columns > 1 else ""
    return f'<th scope="{scope}" role="{role}"{_class(kind)}{wide}>{words}</th>'


def td(words: str, kind: str = "", of: str = "") -> str:
    """Return a cell.

    Parameters
    ----------
    of
        The header of its column, shown before it where a narrow screen shows a list.
    """
    said = f' data-of="{escape(of)}"' if of else ""
    return f'<td role="cell"{_class(kind)}{said}>{words}</td>'


def tr(cells: Iterable[str], kind: str = "") -> str:
    """Return a row of cells."""
    return f'<tr role="row"{_class(kind)}>{"".join(cells)}</tr>'


def rows_under(heads: Iterable[str], bodies: Iterable[Iterable[str]], label: str, kind: str) -> Iterator[str]:
    """Yield a table of rows in bodies; its roles are named, for a list on a narrow screen is a table still.

    Parameters
    ----------
    label
        What the table is called by those who do not see it.
    """
    yield f'<table class="{kind}" role="table" aria-label="{escape(label)}">'
    yield f'<thead role="rowgroup">{tr(heads)}</thead>'
    for body in bodies:
        yield '<tbody role="rowgroup">'
        yield from body
        yield "</tbody>"
    yield "</table>"


def grouped(group: str, rows: Iterable[str], columns: int) -> Iterator[str]:
    """Yield rows under the name of their group, where they are in one."""
    if group:
        yield tr([th(escape(group[:1].upper() + group[1:]), "rowgroup", columns=columns)], "group")
    yield from rows


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], label: str, kind: str = "") -> Iterator[str]:
    """Yield a table; the first cell of a row is its header, and cells are markup."""
    body = (
        tr([th(first, "row"), *(td(cell, of=of) for of, cell in zip(columns[1:], rest, strict=True))])
        for first, *rest in rows
    )
    yield from rows_under((th(escape(column)) for column in columns), [body], label, kind)


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
