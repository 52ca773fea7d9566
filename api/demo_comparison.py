"""The programs of the demonstration side by side, in every form, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator

from api.demo_file import DemoFile
from api.programs.alignments import write_comparison
from pathways.coverage import Comparison

NAME = "programs"

FORMS = {
    "html": "The programs side by side: what firms ask for that none of them teaches, as a page",
    "xlsx": "The same, as a workbook",
    "csv": "The same, a row for each competency and program",
    "json": "The same as a record, for programs",
}
"""What each form of a comparison is for."""


def comparison_files(comparison: Comparison) -> Iterator[DemoFile]:
    """Yield programs side by side in every form."""
    for extension, what in FORMS.items():
        yield DemoFile(f"{NAME}.{extension}", what, write_comparison(comparison, extension))
