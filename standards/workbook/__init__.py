"""Workbooks (XLSX): tables of text and numbers, the same bytes for the same tables."""

from standards.workbook.styles import YOURS
from standards.workbook.table import Place, Table
from standards.workbook.writing import write_workbook
from standards.written_cells import CUT, MOST, Cell, fitted, literal

__all__ = ["CUT", "MOST", "YOURS", "Cell", "Place", "Table", "fitted", "literal", "write_workbook"]
