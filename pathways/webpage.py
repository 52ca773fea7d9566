"""Pages that stand alone: one head, and what all of them look alike in; no script, nothing from elsewhere."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template


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
    return Template(form).substitute(title=escape(title), style=f"{common}{style.strip()}\n", body=body.strip())
