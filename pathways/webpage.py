"""Pages that stand alone: one head, and what all of them look alike in; no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

ICON: Final = (
    '<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="7" '
    'fill="#0f3a63"/><path d="M11 5v22M21 5v22M11 9.5h10M11 16h10M11 22.5h10" stroke="#fff" stroke-width="2.6" '
    'stroke-linecap="round" fill="none"/></svg>'
)
"""The mark of the project, as the pages that are served have it in a file."""


def webpage(title: str, style: str, body: str, skip: str = "") -> str:
    """Return a page.

    Parameters
    ----------
    title
        In words, not in markup.
    style
        What only this page looks like (CSS), behind what all have in common.
    body
        What stands between the tags of the body, in markup.
    skip
        Link over what not everyone wants to pass, as of `skip_link`: whoever goes by keyboard meets it first.

    Example
    -------
    >>> page = webpage("Ways & means", ".way { margin: 0 }", "<main>One</main>")
    >>> "<title>Ways &amp; means</title>" in page, page.index(":root") < page.index(".way") < page.index("<main>")
    (True, True)
    """
    form, common = ((files("pathways") / f"webpage.{kind}").read_text(encoding="utf-8") for kind in ("html", "css"))
    return Template(form).substitute(
        skip=skip, header=_header(), title=escape(title), style=f"{common}{style.strip()}\n", body=body.strip()
    )


def skip_link(place: str, words: str) -> str:
    """Return the link that skips to a place of a page; unseen until it has the focus.

    Example
    -------
    >>> skip_link("words", "Skip the picture").strip()
    '<a class="skip" href="#words">Skip the picture</a>'
    """
    return f'<a class="skip" href="#{escape(place)}">{escape(words)}</a>\n'


def fold(heading: str, content: Iterable[str], place: str = "") -> Iterator[str]:
    r"""Yield what unfolds under its heading, without a script; paper shows it unfolded.

    Parameters
    ----------
    heading, content
        In markup.
    place
        Name of the place, for links. It is inside, for only what leads inside unfolds it.

    Example
    -------
    >>> print("\n".join(fold("<h3>One</h3>", ["<p>More</p>"], "one")))
    <details class="fold"><summary><h3>One</h3></summary>
    <div id="one">
    <p>More</p>
    </div></details>
    """
    named = f' id="{escape(place)}"' if place else ""
    yield f'<details class="fold"><summary>{heading}</summary>\n<div{named}>'
    yield from content
    yield "</div></details>"


def among(page: str, home: str, typeface: str) -> str:
    """Return a page that has others beside it: its header leads to the first of them, its typeface is theirs.

    Parameters
    ----------
    home
        Address of the first page, as this one names it.
    typeface
        Address of the file of the typeface.

    Example
    -------
    >>> page = among(webpage("Ways", "", "<main>One</main>"), "index.html", "page/typeface.ttf")
    >>> '<a class="brand" href="index.html">' in page, 'url("page/typeface.ttf")' in page
    (True, True)
    """
    face = (
        '<style>@font-face { font-family: "IBM Plex Sans"; font-weight: 100 700; font-display: swap; '
        f'src: local("IBM Plex Sans Variable"), url("{typeface}") format("truetype"); }}</style>'
    )
    return page.replace(_header(), _header(home), 1).replace("</head>", f"{face}\n</head>", 1)


def _header(home: str = "") -> str:
    """Return what stands at the top of a page; without another page beside it, it leads nowhere."""
    tag, to = ("a", f' href="{escape(home)}"') if home else ("span", "")
    return f'<header class="top"><{tag} class="brand"{to}>{ICON}Ladderworks</{tag}></header>'
