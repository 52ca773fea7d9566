"""The formats of a curriculum map: one table that the command line and content negotiation share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ontology.forms import choose
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.mappings import to_sssom
from pathways.coverage.page import to_html
from pathways.coverage.spreadsheet import to_csv, to_workbook

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class CoverageFormat:
    """A form in which a curriculum map is given away.

    Parameters
    ----------
    extension
        Of its files, without the dot.
    media_type
        As HTTP calls it.
    writer
        Returns a map in this form.
    """

    extension: str
    media_type: str
    writer: Callable[[CurriculumMap], str | bytes]

    def write(self, curriculum: CurriculumMap) -> bytes:
        """Return a map in this form; text is UTF-8."""
        written = self.writer(curriculum)
        return written if isinstance(written, bytes) else written.encode()


def to_json(curriculum: CurriculumMap) -> str:
    """Return the record itself; it validates to the same map again."""
    return curriculum.model_dump_json(indent=2) + "\n"


FORMATS: Final = (
    CoverageFormat("json", "application/json", to_json),
    CoverageFormat("sssom.tsv", "text/tab-separated-values", to_sssom),
    CoverageFormat("csv", "text/csv", to_csv),
    CoverageFormat("xlsx", XLSX, to_workbook),
    CoverageFormat("html", "text/html", to_html),
)
"""All of them; the first is what HTTP sends to those who ask for nothing in particular."""


def coverage_format(name: str) -> CoverageFormat:
    """Return a format by its extension (with or without the dot) or its media type.

    Raises
    ------
    UnsupportedError
        With the names of those that there are.

    Example
    -------
    >>> coverage_format(".sssom.tsv").media_type
    'text/tab-separated-values'
    """
    return choose(FORMATS, name, "curriculum maps")
