"""Markup: the pieces that all pages of coverage are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import TypeAlias

from pathways.coverage.proposal import Standing
from pathways.coverage.spans import Span

Link: TypeAlias = Callable[[str], str]
"""Says where the address of a competency leads; empty where it leads nowhere for a reader."""

MARKS = {
    Standing.TAUGHT: "taught",
    Standing.LIKELY: "likely",
    Standing.POSSIBLE: "possible",
    Standing.ABSENT: "absent",
}
"""The style of each standing; the words stand beside it."""


def direct(address: str) -> str:
    """Return an address as it is."""
    return address


def frame(title: str, main: Iterable[str]) -> str:
    """Return a whole page."""
    page = (files("pathways.coverage.pages") / "frame.html").read_text(encoding="utf-8")
    style = (files("pathways.coverage.pages") / "style.css").read_text(encoding="utf-8")
    return Template(page).substitute(title=escape(title), style=style, main="\n".join(main))


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


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], label: str, kind: str = "") -> Iterable[str]:
    """Yield a table that scrolls on its own; the first cell of a row is its header, and cells are markup."""
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
    yield f'<table class="{kind}"><thead><tr>{heads}</tr></thead><tbody>'
    for first, *rest in rows:
        cells = "".join(f'<td data-of="{escape(of)}">{cell}</td>' for of, cell in zip(columns[1:], rest, strict=True))
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def items(entries: Iterable[str]) -> str:
    """Return a list of markup."""
    return "<ul>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"


def bar(share: float, words: str) -> str:
    """Return a bar as long as a share of 0 to 1, with its words."""
    return f'<span class="bar" style="--share:{share:.3f}" aria-hidden="true"></span> {escape(words)}'


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
