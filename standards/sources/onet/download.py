"""An O*NET database as downloaded: which files there are, what was read of them, and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl

from ontology.errors import InputError
from ontology.identifiers import Identifiers
from ontology.records import SourceFile
from ontology.report import Finding, Report, Severity
from standards.archives import Archive, ArchivedFile
from standards.cells import read_cells
from standards.columns import mint
from standards.tables import Column, Kind, Rule, Table, Verdict, known, read_table

FORMS = (".txt", ".xlsx", ".xls", ".csv")
"""What the name of a file may end in."""

OCCUPATION = Column("occupation", "O*NET-SOC Code", kind=Kind.CODE, pattern=r"\d{2}-\d{4}\.\d{2}")
ELEMENT = Column("element", "Element ID", kind=Kind.CODE, pattern=r"\d(\.[A-Za-z\d]+)*")
SCALE = Column("scale", "Scale ID", kind=Kind.CODE, pattern=r"[A-Z]{2,3}")
DATED = Column("dated", "Date", kind=Kind.MONTH, required=False)
ORIGIN = Column("origin", "Domain Source", required=False)

REPEATED = ("Title", "Element Name", "Scale Name")
"""Headers that the Excel form adds for people; the names come from their own files."""


class Download:
    """The files of one database, each read at most once, and the report on all of them."""

    def __init__(self, paths: Sequence[Path], identifiers: Identifiers, *, skip_bad_rows: bool) -> None:
        self.archive = Archive(paths)
        self.identifiers = identifiers
        self.report = Report()
        self.codes: dict[str, pl.Series] = {}
        """Codes that a table defines, by the table's name."""
        self.bounds: pl.DataFrame | None = None
        """Of the scales: ``scale``, ``minimum``, ``maximum``."""
        self._skip_bad_rows = skip_bad_rows
        self._counts: dict[str, tuple[int, int]] = {}

    def find(self, name: str) -> ArchivedFile | None:
        """Return the file of a table, in whichever form it is there.

        Raises
        ------
        InputError
            Where it is there in several.
        """
        there = [file for form in FORMS if (file := self.archive.find(name + form))]
        if len(there) > 1:
            message = f"{' and '.join(file.name for file in there)} are the same table; name only one of them"
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
        table = read_table(
            file,
            columns,
            list(rules),
            ignored=[*ignored, *unused],
            header_row=header_row,
            skip_bad_rows=self._skip_bad_rows,
        )
        self.report.extend(table.report)
        self._counts[file.name] = (table.rows, table.kept)
        for header in unused:
            message = "the column is not imported"
            self.report.add(_info("column-not-imported", file.name, message, column=header))
        return table

    def known(self, column: str, where: str, verdict: Verdict = Verdict.REFUSE) -> list[Rule]:
        """Return the rule that codes are those of a table that was read before; none where that is not there."""
        return [known(column, self.codes[where], where, verdict)] if where in self.codes else []

    def mint(self, *local: pl.Series | str) -> pl.Series:
        """Return addresses under ``/id/onet/``."""
        length = next(len(part) for part in local if isinstance(part, pl.Series))
        parts = (pl.Series([part] * length, dtype=pl.String) if isinstance(part, str) else part for part in local)
        return mint(self.identifiers, "onet", *(part.cast(pl.String) for part in parts))

    def files(self) -> tuple[SourceFile, ...]:
        """Return every file there is, with its rows; those that nothing was read from are named in the report."""
        return tuple(self._described(file) for file in self.archive)

    def _described(self, file: ArchivedFile) -> SourceFile:
        if file.name not in self._counts:
            rows = _rows(file)
            self._counts[file.name] = (rows, 0)
            message = (
                f"the file is not imported; it has {rows} rows below its header" if rows else "no table; not imported"
            )
            self.report.add(_info("file-not-imported", file.name, message))
        rows, kept = self._counts[file.name]
        return file.described(self.identifiers, "onet").model_copy(update={"rows": rows, "kept": kept})


def _rows(file: ArchivedFile) -> int:
    if not file.name.endswith(FORMS) or file.name == "Read Me.txt":
        return 0
    return max(0, read_cells(file).frame.height - 1)


def _info(code: str, file: str, message: str, column: str = "") -> Finding:
    return Finding(code=code, severity=Severity.INFO, file=file, message=message, column=column)
