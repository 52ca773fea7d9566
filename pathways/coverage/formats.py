"""The formats of curriculum maps and comparisons: one table each, for the command line and content negotiation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from ontology.forms import choose
from pathways.coverage.comparison import Comparison
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.linked_data import to_turtle
from pathways.coverage.mappings import to_sssom
from pathways.coverage.pages import Link, comparison_page, direct, program_page
from pathways.coverage.part import Part
from pathways.coverage.sheets import comparison_to_csv, comparison_to_workbook, to_csv, to_workbook

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

M = TypeVar("M", bound=Part)


@dataclass(frozen=True)
class CoverageFormat(Generic[M]):
    """A form in which a curriculum map or a comparison is given away.

    Parameters
    ----------
    extension
        Of its files, without the dot.
    media_type
        As HTTP calls it.
    writer
        Returns a map in this form; the second argument says where addresses lead.
    """

    extension: str
    media_type: str
    writer: Callable[[M, Link], str | bytes]

    def write(self, found: M, link: Link = direct) -> bytes:
        """Return a map in this form; text is UTF-8."""
        written = self.writer(found, link)
        return written if isinstance(written, bytes) else written.encode()


def to_json(found: Part, link: Link = direct) -> str:
    """Return the record itself; it validates to the same map again, and its addresses are names."""
    return found.model_dump_json(indent=2) + "\n"


FORMATS: Final[tuple[CoverageFormat[CurriculumMap], ...]] = (
    CoverageFormat("json", "application/json", to_json),
    CoverageFormat("sssom.tsv", "text/tab-separated-values", lambda found, _: to_sssom(found)),
    CoverageFormat("csv", "text/csv", lambda found, _: to_csv(found)),
    CoverageFormat("xlsx", XLSX, lambda found, _: to_workbook(found)),
    CoverageFormat("html", "text/html", program_page),
    CoverageFormat("ttl", "text/turtle", lambda found, _: to_turtle(found)),
)
"""Of one program; the first is what HTTP sends to those who ask for nothing in particular."""

COMPARISON_FORMATS: Final[tuple[CoverageFormat[Comparison], ...]] = (
    CoverageFormat("json", "application/json", to_json),
    CoverageFormat("csv", "text/csv", lambda found, _: comparison_to_csv(found)),
    CoverageFormat("xlsx", XLSX, lambda found, _: comparison_to_workbook(found)),
    CoverageFormat("html", "text/html", comparison_page),
)
"""Of several programs side by side."""


def coverage_format(name: str) -> CoverageFormat[CurriculumMap]:
    """Return a format of curriculum maps by its extension (with or without the dot) or its media type.

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


def comparison_format(name: str) -> CoverageFormat[Comparison]:
    """Return a format of comparisons, named and refused as `coverage_format` does.

    Example
    -------
    >>> comparison_format("html").extension
    'html'
    """
    return choose(COMPARISON_FORMATS, name, "comparisons")
