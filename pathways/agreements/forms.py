"""The forms of a matrix, of what is published and of a worker's reading: one table each that all doors share."""

from __future__ import annotations

from typing import Final

from ontology.forms import Form, Forms
from pathways.agreements import table, worker_page
from pathways.agreements.boardroom import boardroom_page
from pathways.agreements.drawing import to_svg
from pathways.agreements.public_agreement import PublicAgreement
from pathways.agreements.rendering import to_pdf, to_png
from pathways.agreements.spreadsheet import to_csv


def to_json(told: PublicAgreement) -> str:
    """Return the record itself."""
    return f"{told.model_dump_json(indent=2)}\n"


MATRICES: Final = Forms(
    "agreement matrices",
    (
        Form("html", "text/html", table.to_html),
        Form("svg", "image/svg+xml", to_svg),
        Form("png", "image/png", to_png),
        Form("pdf", "application/pdf", to_pdf),
        Form("board.html", "text/html", boardroom_page),
    ),
)
RECORDS: Final = Forms(
    "published agreements",
    (Form("json", "application/json", to_json), Form("csv", "text/csv", to_csv)),
)
"""What is published, for programs and spreadsheets; everything else of it is a matrix that anybody may read."""

READINGS: Final = Forms(
    "worker's readings",
    (Form("html", "text/html", worker_page.to_html), Form("md", "text/markdown", worker_page.to_markdown)),
)
