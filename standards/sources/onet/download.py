"""An O*NET database as downloaded: its tables by name, in whichever form they are there, and their codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl

from ontology.errors import InputError
from ontology.identifiers import Identifiers
from standards.archives import Archive, ArchivedFile
from standards.columns import mint
from standards.sources.reading import Reading
from standards.tables import Column, Kind, Rule, Table, Verdict, known

FORMS = (".txt", ".xlsx", ".xls", ".csv")
"""What the name of a file may end in."""

OCCUPATION = Column("occupation", "O*NET-SOC Code", kind=Kind.CODE, pattern=r"\d{2}-\d{4}\.\d{2}")
ELEMENT = Column("element", "Element ID", kind=Kind.CODE, pattern=r"\d(\.[A-Za-z\d]+)*")
SCALE = Column("scale", "Scale ID", kind=Kind.CODE, pattern=r"[A-Z]{2,3}")
DATED = Column("dated", "Date", kind=Kind.MONTH, required=False)
ORIGIN = Column("origin", "Domain Source", required=False)

REPEATED = ("Title", "Element Name", "Scale Name")
"""Headers that the Excel form adds for people; the names come from their own files."""


class Download(Reading):
    """The tables of one database, each read at most once, and what later tables are judged by."""

    def __init__(self, archive: Archive, identifiers: Identifiers, *, skip_bad_rows: bool = False) -> None:
        super().__init__(archive, identifiers, "onet", skip_bad_rows)
        self.codes: dict[str, pl.Series] = {}
        """Codes that a table defines, by the table's name."""
        self.titles: pl.DataFrame | None = None
        """Of the occupations: ``occupation``, ``label``."""
        self.bounds: pl.DataFrame | None = None
        """Of the scales: ``scale``, ``minimum``, ``maximum``."""

    def find(self, name: str) -> ArchivedFile | None:
        """Return the file of a table, in whichever form it is there.

        Raises
        ------
        InputError
            Where it is there in several.
        """
        there = [file for form in FORMS if (file := self.archive.find(name + form))]
        if len(there) > 1:
            places = " and ".join(str(Path(file.place) / file.name) for file in there)
            message = f"{places} are the same table; leave one out: name the other files of its folder one by one"
            raise InputError(message)
        return there[0] if there else None

    def read(
        self,
        name: str,
        columns: Sequence[Column],
        rules: Iterable[Rule] = (),
        *,
        ignored: Iterable[str] = REPEATED,
        unused: Sequence[str] = (),
        header_row: int | None = 1,
    ) -> Table:
        """Read and judge one table; it is empty where its file is not there.

        Parameters
        ----------
        unused
            Headers of data that has no place in the knowledge base; the report says so.
        """
        file = self.find(name)
        if file is None:
            return Table.nothing(name, columns)
        table = self.table(file, columns, list(rules), ignored=[*ignored, *unused], header_row=header_row)
        for header in unused:
            self.note(file.name, header, "column-not-imported", table.rows, "cells are not imported")
        return table

    def known(self, column: str, where: str, verdict: Verdict = Verdict.REFUSE) -> list[Rule]:
        """Return the rule that codes are those of a table that was read before.

        There is none where that table is not there, or has errors itself.
        """
        file = self.find(where)
        table = self._tables.get(file.name) if file else None
        if (table and not self.can_judge_by(table)) or where not in self.codes:
            return []
        return [known(column, self.codes[where], where, verdict)]

    def mint(self, *local: pl.Series | str) -> pl.Series:
        """Return addresses under ``/id/onet/``."""
        length = next(len(part) for part in local if isinstance(part, pl.Series))
        parts = (pl.Series([part] * length, dtype=pl.String) if isinstance(part, str) else part for part in local)
        return mint(self.identifiers, self.source, *(part.cast(pl.String) for part in parts))
