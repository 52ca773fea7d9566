"""Formulas in workbooks: which cells hold one, and whether the program that saved them kept what it came to."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from ontology.report import Finding, Severity
from standards.archives import ArchivedFile
from standards.headers import place
from standards.sheets import Heading, Names

WORKBOOKS: Final = (".xlsx", ".xlsm")

SHOWN: Final = 60
"""Characters of a formula that a finding shows."""

_MARKED: Final = re.compile(r"'[=+\-@]")
_COMPUTED: Final = re.compile(r"=\S|[+@-]\w+\(")

_CELL: Final = re.compile(rb"<(?:\w+:)?c\s([^<>]*[^<>/])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_PLACE: Final = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>([^<]*)<)")
_KEPT: Final = re.compile(rb"<(?:\w+:)?v(?:\s[^<>]*)?>[^<]|<(?:\w+:)?is[\s>]")
_SHEET: Final = re.compile(r"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE: Final = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')


@dataclass(frozen=True)
class Formula:
    """A cell that holds a formula.

    Parameters
    ----------
    cell
        Its name as a spreadsheet shows it: ``AB4``.
    row
        As a spreadsheet shows it, from 1.
    column
        Its place from 0, from the first column in which anything stands, as `read_cells` counts them.
    text
        Without the equals sign; empty where the cell shares the formula of another.
    kept
        Whether what it came to stands in the file, too; a text of no letters counts.
    """

    cell: str
    row: int
    column: int
    text: str
    kept: bool


def unquoted(text: str) -> str:
    """Return a cell without the mark that keeps spreadsheets from taking it for a formula, as exports have it.

    Example
    -------
    >>> unquoted("'+E1"), unquoted("'tis"), unquoted("+E1")
    ('+E1', "'tis", '+E1')
    """
    return text[1:] if _MARKED.match(text) else text


def is_like_formula(text: str) -> bool:
    """Whether a text is what a spreadsheet would compute: a course ``+E1`` or a dash before an item is not that.

    Example
    -------
    >>> [is_like_formula(text) for text in ("=SUM(A1:A3)", "@SUM(A1)", "+HYPERLINK(A1)", "+E1", "- Weld", "@ work")]
    [True, True, True, False, False, False]
    """
    return bool(_COMPUTED.match(text))


def read_formulas(file: ArchivedFile, sheet: str) -> list[Formula]:
    """Return the formulas of a sheet, none for what is no workbook in Office Open XML.

    The file has been read as a workbook before, so it is one, and no bigger than is allowed.
    """
    if not file.plain_name.lower().endswith(WORKBOOKS):
        return []
    with zipfile.ZipFile(BytesIO(file.read())) as packed:
        there = set(packed.namelist())
        return [formula for path in _paths(packed, sheet) if path in there for formula in _found(packed.read(path))]


def judge_formulas(file: ArchivedFile, heading: Heading, names: Names) -> Iterator[Finding]:
    """Yield which cells of a table's wanted columns hold formulas, and a warning for each whose result is not there.

    Parameters
    ----------
    names
        What the wanted columns may be called.
    """
    wanted = {at for known in names.values() if (at := place(known, heading.cells)) is not None}
    there = [f for f in read_formulas(file, heading.sheet) if f.row > heading.at and f.column in wanted]
    kept = [formula for formula in there if formula.kept]
    if kept:
        cells = f"the cell {kept[0].cell} holds a formula"
        cells = cells if len(kept) == 1 else f"{len(kept):,} cells, the first of them {kept[0].cell}, hold formulas"
        message = f"{cells} on the sheet {heading.sheet!r}; what they came to when the file was saved was taken"
        yield _finding(file.name, Severity.INFO, heading, kept[0], message, "")
    for formula in there:
        if not formula.kept:
            message = f"the cell {formula.cell} of the sheet {heading.sheet!r} holds a formula without its result; "
            message += "it was read as blank"
            remedy = "Open the file in a spreadsheet program, save it, and import it again"
            yield _finding(file.name, Severity.WARNING, heading, formula, message, remedy)


def _finding(file: str, severity: Severity, heading: Heading, formula: Formula, message: str, remedy: str) -> Finding:
    return Finding(
        code="formula",
        severity=severity,
        file=file,
        row=formula.row,
        column=heading.cells[formula.column],
        value=f"={formula.text}"[:SHOWN] if formula.text else "",
        message=message,
        remedy=remedy,
    )


def _paths(packed: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    """Yield where in the package a sheet is: its relation has a name in the list of sheets."""
    sheets = map(_attributes, _SHEET.findall(packed.read("xl/workbook.xml").decode(errors="replace")))
    wanted = {one.get("r:id") or one.get("id") for one in sheets if one.get("name") == sheet}
    relations = packed.read("xl/_rels/workbook.xml.rels").decode(errors="replace")
    for relation in map(_attributes, _RELATION.findall(relations)):
        if relation.get("Id") in wanted:
            yield str(PurePosixPath("/xl") / relation.get("Target", "")).lstrip("/")


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _found(xml: bytes) -> Iterator[Formula]:
    """Yield the formulas of a sheet; a cell that does not say its place is passed over, for no program writes it so."""
    cells = [(at, *cell) for cell in _CELL.findall(xml) if (at := _PLACE.search(cell[0]))]
    first = min((_number(at[1]) for at, attributes, content in cells if _is_kept(attributes, content)), default=0)
    for at, attributes, content in cells:
        if formula := _FORMULA.search(content):
            text = unescape((formula[1] or b"").decode(errors="replace"))
            name, row, column = (at[1] + at[2]).decode(), int(at[2]), _number(at[1]) - first
            yield Formula(name, row, column, text, _is_kept(attributes, content))


def _is_kept(attributes: bytes, content: bytes) -> bool:
    """Whether a cell has a value; of the texts that formulas come to, one without letters is a value, too."""
    return bool(_KEPT.search(content)) or (b't="str"' in attributes and b"<v" in content)


def _number(letters: bytes) -> int:
    """Return the place of a column from 0.

    Example
    -------
    >>> _number(b"A"), _number(b"AB")
    (0, 27)
    """
    found = 0
    for letter in letters:
        found = 26 * found + letter - ord("A") + 1
    return found - 1
