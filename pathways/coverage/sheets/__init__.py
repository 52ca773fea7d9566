"""Sheets: a curriculum map and a comparison as workbooks and as CSV."""

from pathways.coverage.sheets.comparison import comparison_to_csv, comparison_to_workbook
from pathways.coverage.sheets.review import to_csv
from pathways.coverage.sheets.workbook import to_workbook

__all__ = ["comparison_to_csv", "comparison_to_workbook", "to_csv", "to_workbook"]
