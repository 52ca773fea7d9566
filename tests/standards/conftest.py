"""What tests of people's own spreadsheets share."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from standards.archives import ArchivedFile


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., ArchivedFile]:
    """Return what makes a workbook of sheets, each a list of rows of texts by its name."""

    def make(**sheets: list[list[str]]) -> ArchivedFile:
        path = tmp_path / "own.xlsx"
        with xlsxwriter.Workbook(path) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for at, cells in enumerate(rows):
                    sheet.write_row(at, 0, cells)
        return ArchivedFile(path.name, "", path.read_bytes)

    return make
