"""The formats of curriculum maps and comparisons: one table each, for the command line and content negotiation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, Final, TypeVar

from ontology.forms import Form, Forms
from pathways.coverage.case_package import to_case
from pathways.coverage.comparison import Comparison
from pathways.coverage.ctdl_graph import to_ctdl
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.linked_data import to_turtle
from pathways.coverage.mappings import to_sssom
from pathways.coverage.pages import Link, comparison_page, direct, program_page
from pathways.coverage.part import Part
from pathways.coverage.sheets import comparison_to_csv, comparison_to_workbook, to_csv, to_workbook

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CASE: Final = "application/vnd.imsglobal.case+json"
CTDL: Final = "application/ld+json"

M = TypeVar("M", bound=Part)


def to_json(found: Part) -> str:
    """Return the record itself; it validates to the same map again, and its addresses are names."""
    return found.model_dump_json(indent=2) + "\n"


def unlinked(write: Callable[[M], str | bytes]) -> Callable[Concatenate[M, ...], str | bytes]:
    """Return a writer that is told where addresses lead, as all are, and has no use for it."""

    def written(found: M, link: Link = direct) -> str | bytes:
        return write(found)

    return written


FORMATS: Final[Forms[Concatenate[CurriculumMap, ...]]] = Forms(
    "curriculum maps",
    (
        Form("json", "application/json", unlinked(to_json)),
        Form("sssom.tsv", "text/tab-separated-values", unlinked(to_sssom)),
        Form("csv", "text/csv", unlinked(to_csv)),
        Form("xlsx", XLSX, unlinked(to_workbook)),
        Form("html", "text/html", program_page),
        Form("ttl", "text/turtle", unlinked(to_turtle)),
        Form("case.json", CASE, unlinked(to_case)),
        Form("ctdl.json", CTDL, unlinked(to_ctdl)),
    ),
)
"""Of one program; each writer takes a map and, where it links, where addresses lead."""

COMPARISON_FORMATS: Final[Forms[Concatenate[Comparison, ...]]] = Forms(
    "comparisons",
    (
        Form("json", "application/json", unlinked(to_json)),
        Form("csv", "text/csv", unlinked(comparison_to_csv)),
        Form("xlsx", XLSX, unlinked(comparison_to_workbook)),
        Form("html", "text/html", comparison_page),
    ),
)
"""Of several programs side by side."""

coverage_format: Final = FORMATS.find
"""Returns a format of curriculum maps by its extension or its media type."""

comparison_format: Final = COMPARISON_FORMATS.find
"""Returns a format of comparisons by its extension or its media type."""
