"""What is looked for in the files of a release, and what was found there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ontology.frozen import Frozen


class Column(Frozen):
    """A column, by any of the headers that its publisher gives it in one form or another.

    Parameters
    ----------
    headers
        Empty for any column of the table: lists of firms and colleges call theirs as they like.
    values
        Any of which its cell must hold, as text; empty where the cell is what is asked for.
    """

    headers: tuple[str, ...]
    values: tuple[str, ...] = ()


class Citation(Frozen):
    """Which rows of a release are meant: those of some of its tables that hold certain keys.

    Parameters
    ----------
    tables
        Names of files without their endings, the likeliest first; any other table of the release may hold it, too,
        where it has the columns.
    keys
        Columns whose cells say which rows are meant.
    cells
        Columns that hold what is stated; without any, all cells of the rows.
    """

    tables: tuple[str, ...]
    keys: tuple[Column, ...]
    cells: tuple[Column, ...]


class Standing(StrEnum):
    """What became of looking for the rows."""

    FOUND = "found"
    """The file is the one that was imported, byte by byte, and the rows are in it."""
    CHANGED = "changed"
    """A file of that name is there, and it is not the one that was imported."""
    ABSENT = "absent"
    """No file of that name is at hand."""
    NOWHERE = "nowhere"
    """The file that was imported is at hand and holds no such row."""


class Row(Frozen):
    """A row of a file.

    Parameters
    ----------
    number
        As a spreadsheet shows it, from 1, header included.
    cells
        What is stated, by the header of its column, as the file has it.
    """

    number: Annotated[int, Field(ge=1)]
    cells: Mapping[str, str]


class Finding(Frozen):
    """Where a citation leads.

    Parameters
    ----------
    file
        Name of the file; where it is not at hand, that of the likeliest.
    sha256
        Of the file that was imported, as the knowledge base has it.
    found_sha256
        Of the file that is there instead; empty where none is or it is the same.
    keys
        What to look for, by header.
    path
        Folder or zip in which the file was found.
    """

    standing: Standing
    file: str
    sha256: str
    found_sha256: str = ""
    keys: Mapping[str, str]
    columns: tuple[str, ...] = ()
    path: str = ""
    rows: tuple[Row, ...] = ()
