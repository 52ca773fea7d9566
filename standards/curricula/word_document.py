"""Syllabi in Word: the paragraphs and tables of a ``.docx``, read as the lines of a text are.

A document is a zip with ``word/document.xml`` in it (ECMA-376, part 1, section 17). A paragraph is a line, and so is
each part of one that a line break ends. The cells of a table are lines, too, row by row; ``Credits`` and ``5`` beside
each other are ``Credits: 5``. A table with a header over a column of outcomes is read column by column. What was
deleted, footnotes and headers of pages are not read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from ontology.errors import UnreadableError
from standards.archives import ArchivedFile
from standards.curricula.outline import is_label
from standards.curricula.plain_text import of_lines
from standards.curricula.syllabus import TextLine
from standards.curricula.syllabus_headings import Part, heading_of
from standards.tables import Table
from standards.unpacking import readable, refuse_bomb

DOCUMENT: Final = "word/document.xml"
"""Where the text is."""

_PASSED_OVER: Final = ("Fallback", "del", "moveFrom", "instrText", "pPrChange", "rPrChange")
"""Elements that repeat others, or hold what was deleted."""

_OFF: Final = ("0", "false", "off")
"""What turns a mark of a run off again."""

_OUTCOMES: Final = (Part.OUTCOMES, Part.PROGRAM_OUTCOMES)

Cell = tuple["Paragraph", ...]
"""The paragraphs of a cell that say anything."""

_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""What elements of a run stand for."""

DEEPEST: Final = 200
"""Elements inside one another that are read at most."""

LONGEST: Final = 60
"""Characters that a header of a column has at most."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a document.

    Parameters
    ----------
    lines
        Its text, parted where a line ends in it.
    heading
        Whether it has the style of a heading or a title, or is bold as a whole.
    listed
        Whether it is an item of a list.
    """

    lines: tuple[str, ...]
    heading: bool = False
    listed: bool = False


def is_word(file: ArchivedFile) -> bool:
    """Whether a file is a document of Word; what only begins like a zip is none."""
    data = file.read()
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return DOCUMENT in packed.namelist()
    except zipfile.BadZipFile:
        return False


def read_word(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read a document as `read_plain_text` reads a text: one outcome a line, courses by their headings.

    The rows of findings are its filled and blank lines, from 1, those in tables too.

    Raises
    ------
    UnreadableError
        Where it is broken, is too big, or is written as no word processor does: with entities of its own, or
        hundreds of elements inside one another.
    """
    return of_lines(file, [*_text_lines(paragraphs(file))])


def paragraphs(file: ArchivedFile) -> list[Paragraph]:
    """Return the paragraphs of a document in their order, also those in tables.

    Raises
    ------
    UnreadableError
        See `read_word`.
    """
    data = file.read()
    refuse_bomb(data, file.name)
    with readable(file.name), zipfile.ZipFile(BytesIO(data)) as packed:
        if DOCUMENT not in packed.namelist():
            message = f"{file.name} is no Word document; save the program as one, as a spreadsheet or as plain text"
            raise UnreadableError(message)
        xml = packed.read(DOCUMENT)
    return [*_blocks(_parsed(xml, file.name))]


def _parsed(xml: bytes, name: str) -> ET.Element:
    """Return the root of a document, whose elements keep no namespace; declarations of entities are refused."""
    builder, parser, open_elements = ET.TreeBuilder(), expat.ParserCreate(namespace_separator="}"), []

    def refuse(*_: object) -> None:
        message = f"{name} is no Word document as word processors write it; it was not read. Save it as plain text"
        raise UnreadableError(message)

    def start(tag: str, attributes: dict[str, str]) -> None:
        open_elements.append(tag)
        if len(open_elements) > DEEPEST:
            refuse()
        builder.start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        open_elements.pop()
        builder.end(_local(tag))

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        message = f"{name} is broken ({error}); open it in a word processor and save it again"
        raise UnreadableError(message) from error
    return builder.close()


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _blocks(element: ET.Element) -> Iterator[Paragraph]:
    """Yield the paragraphs in an element, in the order of the document."""
    for child in element:
        if child.tag == "p":
            yield _paragraph(child)
            yield from (found for box in _within(child, "txbxContent") for found in _blocks(box))
        elif child.tag == "tbl":
            yield from _table(child)
        elif child.tag not in _PASSED_OVER:
            yield from _blocks(child)


def _within(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Yield the uppermost elements of a name inside another one."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from _within(child, tag)


def _table(table: ET.Element) -> Iterator[Paragraph]:
    rows = [
        [tuple(found for found in _blocks(cell) if any(found.lines)) for cell in _within(row, "tc")]
        for row in _within(table, "tr")
    ]
    if rows and _is_header(rows[0]) and not any(_is_label(row[0]) for row in rows[1:] if row):
        yield from _by_column(rows)
        return
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) == 2 and _is_label(filled[0]) and not _is_label(filled[1]) and len(filled[1]) == 1:
            first, *more = filled[1][0].lines
            yield Paragraph((f"{_said(filled[0]).rstrip(': ')}: {first}", *more))
        else:
            yield from (found for cell in filled for found in cell)


def _by_column(rows: Sequence[Sequence[Cell]]) -> Iterator[Paragraph]:
    """Yield the headers of a table, each with what stands below it."""
    header, *below = rows
    for place, cell in enumerate(header):
        yield Paragraph((_said(cell),), heading=True)
        yield from (found for row in below if place < len(row) for found in row[place])


def _is_header(row: Sequence[Cell]) -> bool:
    """Whether a row has short names of columns, one of them of outcomes."""
    names = [_said(cell) for cell in row if cell]
    parts = [heading.part for name in names if (heading := heading_of(name)) and not heading.said]
    return len(names) > 1 and all(len(name) <= LONGEST for name in names) and not {*parts}.isdisjoint(_OUTCOMES)


def _is_label(cell: Cell) -> bool:
    return len(cell) == 1 and len(cell[0].lines) == 1 and is_label(cell[0].lines[0])


def _said(cell: Cell) -> str:
    return " ".join(line for found in cell for line in found.lines)


def _paragraph(element: ET.Element) -> Paragraph:
    runs = [(_text(run), _is_bold(run)) for run in _within(element, "r")]
    lines = tuple(" ".join(line.split()) for line in "".join(text for text, _ in runs).split("\n"))
    bold = [is_bold for text, is_bold in runs if text.strip()]
    style = next((found.get("val", "") for found in element.iterfind("pPr/pStyle")), "")
    heading = style.lower().startswith(("heading", "title")) or (bool(bold) and all(bold))
    return Paragraph(lines, heading, listed=element.find("pPr/numPr") is not None)


def _is_bold(run: ET.Element) -> bool:
    mark = run.find("rPr/b")
    return mark is not None and mark.get("val", "") not in _OFF


def _text(run: ET.Element) -> str:
    """Return what a run says, its breaks as the end of a line."""
    return "".join(_SIGNS.get(child.tag, "") or (child.text or "" if child.tag == "t" else "") for child in run)


def _text_lines(found: Sequence[Paragraph]) -> Iterator[TextLine]:
    """Yield the filled lines of paragraphs, each with what is around it."""
    lines = [(line, one) for one in found for line in one.lines]
    before = ""
    for row, (line, one) in enumerate(lines, 1):
        if line:
            text = f"- {line}" if one.listed and not one.heading else line
            yield TextLine(row, text, apart=not before or one.heading, underlined=one.heading)
        before = line
