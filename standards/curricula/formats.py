"""The formats of curricula, and which one a file is in, by what is in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Protocol

from ontology.errors import InputError, RefusedError, UnreadableError
from standards.archives import ArchivedFile
from standards.cells import SPREADSHEETS
from standards.curricula.canvas import is_canvas, read_canvas
from standards.curricula.ctdl import is_ctdl, read_ctdl
from standards.curricula.kuali import is_kuali, read_kuali
from standards.curricula.open_edx import is_open_edx, read_open_edx
from standards.curricula.plain_text import read_plain_text
from standards.curricula.spreadsheet import is_spreadsheet, read_spreadsheet
from standards.curricula.word_document import is_word, read_word
from standards.json_documents import looks_like_json, read_documents
from standards.tables import Table


class Reader(Protocol):
    """Reads the lines of a program; bad ones are errors, or are left out with a warning."""

    def __call__(self, file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
        """Return the lines as a table, with what was found."""
        ...


@dataclass(frozen=True)
class CurriculumFormat:
    """A form in which colleges have their programs.

    Parameters
    ----------
    name
        For the command line.
    title
        For people.
    """

    name: str
    title: str
    recognizes: Callable[[ArchivedFile], bool]
    read: Reader


CTDL: Final = CurriculumFormat("ctdl", "CTDL in JSON-LD", is_ctdl, read_ctdl)
CANVAS: Final = CurriculumFormat("canvas", "Canvas outcomes CSV", is_canvas, read_canvas)
OPEN_EDX: Final = CurriculumFormat("open-edx", "Open edX taxonomy, CSV or JSON", is_open_edx, read_open_edx)
KUALI: Final = CurriculumFormat("kuali", "Kuali course catalog in JSON", is_kuali, read_kuali)
SPREADSHEET: Final = CurriculumFormat("spreadsheet", "Spreadsheet or CSV", is_spreadsheet, read_spreadsheet)
WORD: Final = CurriculumFormat("word", "Word document (.docx)", is_word, read_word)
TEXT: Final = CurriculumFormat("text", "Plain text", lambda _: True, read_plain_text)

FORMATS: Final = (CTDL, CANVAS, OPEN_EDX, KUALI, SPREADSHEET, WORD, TEXT)
"""In the order in which a file is tried; text is what nothing else is."""

TABULAR: Final = (CANVAS, OPEN_EDX)
"""Tables that tell themselves by their headers, whatever the file is called."""

JSON: Final = (".json", ".jsonld")
TABLES: Final = (*SPREADSHEETS, ".csv", ".tsv", ".tab")
"""What the names of JSON and of tables end in."""

NAMES: Final = tuple(form.name for form in FORMATS)

UNICODE: Final = (CTDL.name, KUALI.name, WORD.name)
"""Formats whose files no spreadsheet program saves in another encoding."""

_KNOWN: Final[Mapping[bytes, str]] = {
    b"%pdf": "a PDF",
    b"{\\rtf": "a document in RTF",
    b"\x89png": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"<!doctype": "a web page",
    b"<html": "a web page",
    b"<?xml": "a document in XML",
    b"@prefix": "RDF in Turtle",
}
"""How files begin, in small letters, that are often taken for text or tables."""

_DOCUMENTS: Final = {
    ".docx": "called a Word document, and is none",
    ".odt": "an OpenDocument text",
    ".pages": "a Pages document",
    ".pptx": "a presentation",
}
"""What zips are that hold a text, by how their names end."""

ZIP: Final = b"PK\x03\x04"
"""How a zip begins."""

HEAD: Final = 256
"""Bytes of a file that are looked at for that."""


def recognize(file: ArchivedFile) -> CurriculumFormat:
    """Return the format of a file, by its content.

    Raises
    ------
    UnreadableError
        Where it is none of them.
    """
    data = file.read()
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for begins, what in _KNOWN.items():
        if head.startswith(begins):
            message = (
                f"{file.name} is {what}; save the program as a spreadsheet, CSV, Word document (.docx) or plain text"
            )
            raise UnreadableError(message)
    if WORD.recognizes(file):
        return WORD
    _refuse_documents(file, data)
    if _is_json(file):
        return _of_json(file)
    named_table = file.plain_name.lower().endswith(TABLES) or data.startswith(ZIP)
    platforms = [form for form in TABULAR if _recognizes(form, file)]
    return next(iter(platforms), SPREADSHEET if named_table or _recognizes(SPREADSHEET, file) else TEXT)


def _refuse_documents(file: ArchivedFile, data: bytes) -> None:
    """Refuse what other word processors write, with the form to save it in."""
    name = file.plain_name.lower()
    old = data.startswith(b"\xd0\xcf\x11\xe0") and not name.endswith(SPREADSHEETS)
    what = "an older Word document" if old else _DOCUMENTS.get(PurePath(name).suffix, "")
    if what and (old or data.startswith(ZIP)):
        message = f"{file.name} is {what}; save it as a Word document (.docx) or as plain text"
        raise UnreadableError(message)


def _is_json(file: ArchivedFile) -> bool:
    """Whether a file is JSON by its name, or by all that is in it."""
    if file.plain_name.lower().endswith(JSON):
        return True
    try:
        return looks_like_json(file) and bool(read_documents(file))
    except UnreadableError:
        return False


def of_name(name: str) -> CurriculumFormat:
    """Return the format of a name.

    Raises
    ------
    InputError
        With the names there are.
    """
    for form in FORMATS:
        if form.name == name:
            return form
    message = f"there is no format {name!r} for programs; there are {', '.join(NAMES)}"
    raise InputError(message)


def _of_json(file: ArchivedFile) -> CurriculumFormat:
    for form in (CTDL, OPEN_EDX, KUALI):
        if form.recognizes(file):
            return form
    message = (
        f"{file.name} is JSON, and neither JSON-LD with CTDL, an Open edX taxonomy, nor a list of courses with a title "
        "and a code; export it in one of these forms, or as CSV"
    )
    raise UnreadableError(message)


def _recognizes(form: CurriculumFormat, file: ArchivedFile) -> bool:
    """Whether a file is in a tabular format; what cannot be read as a table is in none."""
    try:
        return form.recognizes(file)
    except (RefusedError, UnreadableError):
        return False
