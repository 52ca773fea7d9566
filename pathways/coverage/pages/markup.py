"""Markup: the pieces that all pages of coverage are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import Final, TypeAlias

from pathways.coverage.spans import Span
from pathways.webpage import fold, skip_link, webpage

Link: TypeAlias = Callable[[str], str]
"""Says where the address of a competency leads; empty where it leads nowhere for a reader."""

SKIP: Final = "Skip to the table of competencies"


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
    own = Template(_file("style.css")).substitute(narrow=f"{narrow:g}")
    body = "\n".join(("<main>", *main, "</main>"))
    return webpage(title, f"{bar_style()}{own}", body, skip_link("table", SKIP))


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


def folded_section(anchor: str, title: str, holds: str, content: Iterable[str]) -> Iterable[str]:
    """Yield a section that is folded under its heading; a link to it, or to a place in it, unfolds it.

    Parameters
    ----------
    holds
        How much is in it, beside the heading; empty where the heading says it.
    """
    yield f'<section aria-labelledby="{anchor}-title">'
    yield from fold(f'<h2 id="{anchor}-title">{_heading(title, holds)}</h2>', content, anchor)
    yield "</section>"


def folded(title: str, content: Iterable[str], holds: str = "") -> Iterable[str]:
    """Yield a part of a section, folded under its heading, with how much is in it."""
    yield from fold(f"<h3>{_heading(title, holds)}</h3>", content)


def _heading(title: str, holds: str) -> str:
    return f"{escape(title)} <small>{escape(holds)}</small>" if holds else escape(title)


def items(entries: Iterable[str]) -> str:
    """Return a list of markup."""
    return "<ul>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"


def bar(share: float, words: str) -> str:
    """Return a bar as long as a share of 0 to 1, with its words."""
    return f'<span class="bar" style="--share:{share:.3f}" aria-hidden="true"></span> {escape(words)}'


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
