"""The formats of a ladder: one table that the command line and content negotiation share."""

from __future__ import annotations

from typing import Final

from ontology.forms import Form, Forms
from pathways.diagrams import to_dot, to_mermaid, to_pdf, to_png, to_svg
from pathways.formats.linked_data import to_json_ld, to_turtle
from pathways.formats.markdown import to_markdown
from pathways.formats.page import to_html
from pathways.formats.spreadsheet import to_csv
from pathways.ladders.account import Address, occupation_address
from pathways.records.ladder import Ladder


def to_json(ladder: Ladder, link: Address = occupation_address) -> str:
    """Return the record itself, whatever the links of pages; it validates to the same ladder again."""
    return ladder.model_dump_json(indent=2) + "\n"


def to_image(ladder: Ladder, link: Address = occupation_address) -> bytes:
    """Return the picture as PNG, as large as is sharp on paper and not too large for a screen."""
    return to_png(ladder, link)


FORMATS: Final = Forms(
    "ladders",
    (
        Form("json", "application/json", to_json),
        Form("svg", "image/svg+xml", to_svg),
        Form("png", "image/png", to_image),
        Form("pdf", "application/pdf", to_pdf),
        Form("dot", "text/vnd.graphviz", to_dot),
        Form("mmd", "text/vnd.mermaid", to_mermaid, name="mermaid"),
        Form("ttl", "text/turtle", to_turtle),
        Form("jsonld", "application/ld+json", to_json_ld),
        Form("md", "text/markdown", to_markdown),
        Form("html", "text/html", to_html),
        Form("csv", "text/csv", to_csv),
    ),
)

ladder_format: Final = FORMATS.find
"""Returns a format of ladders by its extension or its media type."""
