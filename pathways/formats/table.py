"""The formats of a ladder: one table that the command line and content negotiation share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ontology.forms import choose
from pathways.diagrams import to_dot, to_pdf, to_png, to_svg
from pathways.formats.linked_data import to_json_ld, to_turtle
from pathways.formats.markdown import to_markdown
from pathways.formats.page import to_html
from pathways.formats.spreadsheet import to_csv
from pathways.ladders.account import Address, occupation_address
from pathways.records.ladder import Ladder

Writer = Callable[[Ladder, Address], str | bytes]


@dataclass(frozen=True)
class LadderFormat:
    """A form in which a ladder is given away.

    Parameters
    ----------
    extension
        Of its files, without the dot.
    media_type
        As HTTP calls it.
    writer
        Returns a ladder in this form.
    """

    extension: str
    media_type: str
    writer: Writer

    def write(self, ladder: Ladder, link: Address = occupation_address) -> bytes:
        """Return a ladder in this form; text is UTF-8.

        Parameters
        ----------
        link
            Says where a rung leads.
        """
        written = self.writer(ladder, link)
        return written if isinstance(written, bytes) else written.encode()


def to_json(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return the record itself, whatever the links of pages; it validates to the same ladder again."""
    return ladder.model_dump_json(indent=2) + "\n"


FORMATS: Final = (
    LadderFormat("json", "application/json", to_json),
    LadderFormat("svg", "image/svg+xml", to_svg),
    LadderFormat("png", "image/png", to_png),
    LadderFormat("pdf", "application/pdf", to_pdf),
    LadderFormat("dot", "text/vnd.graphviz", to_dot),
    LadderFormat("ttl", "text/turtle", to_turtle),
    LadderFormat("jsonld", "application/ld+json", to_json_ld),
    LadderFormat("md", "text/markdown", to_markdown),
    LadderFormat("html", "text/html", to_html),
    LadderFormat("csv", "text/csv", to_csv),
)
"""All of them; the first is what HTTP sends to those who ask for nothing in particular."""


def ladder_format(name: str) -> LadderFormat:
    """Return a format by its extension (with or without the dot) or its media type.

    Raises
    ------
    UnsupportedError
        With the names of those that there are.

    Example
    -------
    >>> ladder_format(".SVG").media_type
    'image/svg+xml'
    """
    return choose(FORMATS, name, "ladders")
