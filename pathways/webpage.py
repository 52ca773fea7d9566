"""Pages that stand alone: one head, and what all of them look alike in; no script, nothing from elsewhere."""

from __future__ import annotations

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

HEADER: Final = f'<header class="top"><span class="brand">{ICON}Ladderworks</span></header>'
"""What stands at the top of a page; it leads nowhere, for a page that stands alone has no other beside it."""


def webpage(title: str, style: str, body: str) -> str:
    """Return a page.

    Parameters
    ----------
    title
        In words, not in markup.
    style
        What only this page looks like (CSS), behind what all have in common.
    body
        What stands between the tags of the body, in markup.

    Example
    -------
    >>> page = webpage("Ways & means", ".way { margin: 0 }", "<main>One</main>")
    >>> "<title>Ways &amp; means</title>" in page, page.index(":root") < page.index(".way") < page.index("<main>")
    (True, True)
    """
    form, common = ((files("pathways") / f"webpage.{kind}").read_text(encoding="utf-8") for kind in ("html", "css"))
    return Template(form).substitute(
        header=HEADER, title=escape(title), style=f"{common}{style.strip()}\n", body=body.strip()
    )


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
    brand = f'<a class="brand" href="{escape(home)}">{ICON}Ladderworks</a>'
    face = (
        '<style>@font-face { font-family: "IBM Plex Sans"; font-weight: 100 700; font-display: swap; '
        f'src: local("IBM Plex Sans Variable"), url("{typeface}") format("truetype"); }}</style>'
    )
    led = page.replace(HEADER, f'<header class="top">{brand}</header>', 1)
    return led.replace("</head>", f"{face}\n</head>", 1)
