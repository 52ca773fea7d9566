"""The sheet of positions goes out, is filled in and handed in."""

import csv
import io

from ontology.store import KnowledgeBase
from standards.agreement import Signature, read_agreement, read_stances, speak, write_book
from standards.archives import ArchivedFile
from standards.cells import read_cells
from tests.standards.agreement.conftest import DANA, SLUG

Rows = list[dict[str, str]]


def sheet(base: KnowledgeBase) -> Rows:
    """The rows of the sheet of positions as it is written now, by their headers."""
    book = ArchivedFile("book.xlsx", "", lambda: write_book(read_agreement(base, SLUG)))
    lines = [[cell or "" for cell in line[1:]] for line in read_cells(book, "Positions").frame.iter_rows()]
    place = next(number for number, line in enumerate(lines) if "address" in line)
    return [dict(zip(lines[place], line, strict=True)) for line in lines[place + 1 :]]


def row(rows: Rows, statement: str) -> dict[str, str]:
    return next(one for one in rows if one["address"] == statement)


def hand_in(base: KnowledgeBase, rows: Rows, by: Signature = DANA) -> int:
    """Hand in rows as a table; how many positions are kept."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return send(base, text.getvalue(), by)


def send(base: KnowledgeBase, text: str, by: Signature = DANA) -> int:
    """Hand in a text as a table; how many positions are kept."""
    agreement = read_agreement(base, SLUG)
    stances, report = read_stances(ArchivedFile("said.csv", "", text.encode), agreement)
    assert not report
    return len(speak(base, SLUG, stances, by).endorsements)
