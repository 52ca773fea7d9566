"""The picture of a ladder inside a page."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from pathways.diagrams.picture import picture
from pathways.diagrams.svg import LEGIBLE, draw
from pathways.ladders.account import Address
from pathways.records.ladder import Ladder


@lru_cache(64)
def inline_picture(ladder: Ladder, link: Address) -> Markup:
    """Return a ladder as SVG without title, notes and sources, which stand on the page already.

    Parameters
    ----------
    link
        Says where a rung leads.
    """
    return Markup(draw(picture(ladder, bare=True), link, LEGIBLE))  # the drawing escapes all words in it
