"""The workbook of a curriculum map."""

from __future__ import annotations

from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.sheets.areas import areas_sheet
from pathways.coverage.sheets.columns import unused, without
from pathways.coverage.sheets.glance import glance_sheet
from pathways.coverage.sheets.matrix import GRID, matrix_sheet
from pathways.coverage.sheets.review import review_sheet
from pathways.coverage.sheets.rungs import rungs_sheet
from pathways.coverage.sheets.teachings import teachings_sheet
from pathways.coverage.sheets.unasked import unasked_sheet, unmatched_sheet
from standards.workbook import write_workbook


def to_workbook(curriculum: CurriculumMap) -> bytes:
    """Return a workbook: the answer first, then what to review, and what everything rests on."""
    blank = unused(curriculum)
    tables = [
        without(glance_sheet(curriculum), blank),
        *([areas_sheet(curriculum.areas, curriculum.contested)] if curriculum.areas else []),
        without(review_sheet(curriculum), blank),
        *([without(matrix_sheet(curriculum), blank)] if len(curriculum.courses) <= GRID else []),
        without(teachings_sheet(curriculum), blank),
        *([rungs_sheet(curriculum)] if curriculum.rungs else []),
        unmatched_sheet(curriculum),
        *([unasked_sheet(curriculum)] if curriculum.unasked else []),
    ]
    return write_workbook(f"{curriculum.label}: {curriculum.framework_label}", tables)
