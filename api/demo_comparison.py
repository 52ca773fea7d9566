"""The programs of the demonstration side by side, in every form, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator

from api.demo_file import DemoFile
from api.programs.alignments import write_comparison
from pathways.coverage import Comparison
from pathways.coverage.pages import Link

NAME = "programs"

PART = "The programs side by side"

FORMS = {
    "html": "what firms ask for that none of them teaches, as a page",
    "xlsx": "the same as a workbook",
    "csv": "the same, a row for each competency and program",
    "json": "the same as a record, for software",
}
"""What each form of a comparison is for."""


def comparison_files(comparison: Comparison, link: Link) -> Iterator[DemoFile]:
    """Yield programs side by side in every form."""
    for extension, what in FORMS.items():
        yield DemoFile(f"{NAME}.{extension}", what, write_comparison(comparison, extension, link), PART)
