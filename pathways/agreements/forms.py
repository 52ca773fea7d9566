"""The forms of a matrix and of a worker's reading: one table each that the command line and the docs share."""

from __future__ import annotations

from typing import Final

from ontology.forms import Form, Forms
from pathways.agreements import table, worker_page
from pathways.agreements.boardroom import boardroom_page
from pathways.agreements.drawing import to_svg
from pathways.agreements.rendering import to_pdf, to_png

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
READINGS: Final = Forms(
    "worker's readings",
    (Form("html", "text/html", worker_page.to_html), Form("md", "text/markdown", worker_page.to_markdown)),
)
