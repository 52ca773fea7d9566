"""Markup: the pieces that all pages of coverage are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import Final, TypeAlias

from pathways.coverage.disputes import DISPUTED, shade
from pathways.coverage.proposal import LIKELY, Standing
from pathways.coverage.spans import Span
from pathways.coverage.wording import percent
from pathways.webpage import webpage

Link: TypeAlias = Callable[[str], str]
"""Says where the address of a competency leads; empty where it leads nowhere for a reader."""

MARKS = {
    Standing.TAUGHT: "taught",
    Standing.LIKELY: "likely",
    Standing.POSSIBLE: "possible",
    Standing.ELSEWHERE: "elsewhere",
    Standing.ABSENT: "absent",
}
"""The style of each standing; the words stand beside it."""


KEY: Final = {
    Standing.TAUGHT: "taught: a reviewer accepted it",
    Standing.LIKELY: f"likely taught: {percent(LIKELY)} or more",
    Standing.POSSIBLE: "possibly taught: less",
    Standing.ELSEWHERE: "possibly taught, by a program of another field",
}
"""What the colors of a table mean."""

STACKED = {Standing.TAUGHT: "taught, accepted by a reviewer", Standing.ABSENT: "found in no outcome"}
"""What a part of a whole is called where that is not its standing."""


def mark(standing: Standing, *, disputed: bool = False) -> str:
    """Return the style of a standing, and whether reviewers disagree on it; the words stand beside it.

    Example
    -------
    >>> mark(Standing.LIKELY), mark(Standing.LIKELY, disputed=True)
    ('likely', 'possible disputed')
    """
    style = MARKS[shade(standing, disputed=disputed)]
    return f"{style} disputed" if disputed else style


def dispute_chip(competency: str, contested: Collection[str]) -> str:
    """Return what stands behind a name that reviewers disagree on; nothing behind any other.

    Example
    -------
    >>> dispute_chip("http://x/a", ["http://x/a"]), dispute_chip("http://x/a", [])
    (' <span class="chip possible disputed">disputed</span>', '')
    """
    if competency not in contested:
        return ""
    return f' <span class="chip {mark(Standing.POSSIBLE, disputed=True)}">{DISPUTED}</span>'


def key(shown: Iterable[Standing], *, disputed: bool) -> str:
    """Return what the colors of a table mean, as far as it has them; empty where it has none.

    Parameters
    ----------
    disputed
        Whether something in it is.
    """
    found = set(shown)
    said = [f'<li><span class="mark {MARKS[one]}">{words}</span></li>' for one, words in KEY.items() if one in found]
    dispute = (
        f'<li><span class="mark {mark(Standing.POSSIBLE, disputed=True)}">{DISPUTED}: reviewers disagree</span></li>'
    )
    said += [dispute] if disputed else []
    return f'<ul class="stacked key" aria-label="Colors of the table">{"".join(said)}</ul>' if said else ""


def direct(address: str) -> str:
    """Return an address as it is."""
    return address


def frame(title: str, main: Iterable[str], narrow: float) -> str:
    """Return a whole page.

    Parameters
    ----------
    narrow
        Width in rem up to which the large table of the page stands as a list; a wider screen has room for its columns.
    """
    body, style = (Template(_file(name)) for name in ("frame.html", "style.css"))
    own = style.substitute(narrow=f"{narrow:g}")
    return webpage(title, f"{bar_style()}{own}", body.substitute(main="\n".join(main)))


def bar_style() -> str:
    """Return what the bars of `stack` look like (CSS), for every page that has one."""
    return _file("bars.css")


def _file(name: str) -> str:
    return (files("pathways.coverage.pages") / name).read_text(encoding="utf-8")


def name(iri: str, label: str, link: Link, code: str = "") -> str:
    """Return a label that leads to its address, with its code."""
    href = link(iri)
    text = f'<a href="{escape(href)}">{escape(label)}</a>' if href else escape(label)
    return f'{text} <span class="code">{escape(code)}</span>' if code else text


def section(anchor: str, title: str, content: Iterable[str]) -> Iterable[str]:
    """Yield a section under its heading."""
    yield f'<section id="{anchor}" aria-labelledby="{anchor}-title">\n<h2 id="{anchor}-title">{escape(title)}</h2>'
    yield from content
    yield "</section>"


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


def items(entries: Iterable[str]) -> str:
    """Return a list of markup."""
    return "<ul>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"


def bar(share: float, words: str) -> str:
    """Return a bar as long as a share of 0 to 1, with its words."""
    return f'<span class="bar" style="--share:{share:.3f}" aria-hidden="true"></span> {escape(words)}'


def stack(numbers: Mapping[Standing, int]) -> str:
    """Return a bar that is parted by standing, with its numbers in words."""
    words = "".join(f"<li>{_part(standing, number)}</li>" for standing, number in numbers.items() if number)
    return f'{bars(numbers)}<ul class="stacked">{words}</ul>'


def bars(numbers: Mapping[Standing, int]) -> str:
    """Return a bar that is parted by standing; words must stand beside it."""
    parts = ((standing, number) for standing, number in numbers.items() if number)
    spans = (f'<span class="{MARKS[standing]}" style="flex-grow:{number}"></span>' for standing, number in parts)
    return f'<div class="stack" aria-hidden="true">{"".join(spans)}</div>'


def _part(standing: Standing, number: int) -> str:
    said = STACKED.get(standing, standing.value)
    return f'<span class="mark {MARKS[standing]}"><b>{number:,}</b> {said}</span>'


def counted(*words: str) -> str:
    """Return how something is counted, folded up; each text in a paragraph of its own.

    Parameters
    ----------
    words
        As markup; empty texts are left out.
    """
    said = "".join(f"<p>{text}</p>" for text in words if text)
    return f'<details class="words how"><summary>How this is counted</summary>{said}</details>'


def prose(text: str) -> str:
    """Return a text as markup, with what stands between backticks as code.

    Example
    -------
    >>> prose("Write <it> with `align -o x`")
    'Write &lt;it&gt; with <code>align -o x</code>'
    """
    return re.sub(r"`([^`]*)`", r"<code>\1</code>", escape(text))


def marked(text: str, spans: Sequence[Span]) -> str:
    """Return a text with some parts highlighted.

    Example
    -------
    >>> marked("Weld <pipe>", [Span(start=0, end=4)])
    '<mark>Weld</mark> &lt;pipe&gt;'
    """
    pieces, at = [], 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        start = max(at, span.start)
        if span.end > start:
            pieces.append(f"{escape(text[at:start])}<mark>{escape(text[start : span.end])}</mark>")
            at = span.end
    return "".join([*pieces, escape(text[at:])])


def anchor(iri: str) -> str:
    """Return the part of an address that names a place on the page."""
    return "-".join(escape(part) for part in iri.rstrip("/").rsplit("/", 2)[-2:])
