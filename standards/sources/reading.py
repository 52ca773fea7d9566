"""A release being read: its files, what was taken from each, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.records import Release, SourceFile
from ontology.report import Finding, Report, Severity
from standards.archives import Archive, ArchivedFile
from standards.cells import count_rows
from standards.columns import pieces
from standards.sources.source import Delivery
from standards.tables import Column, Rule, Table, read_table


@dataclass
class Reading:
    """Collects the tables of a release, judges them as more becomes known, and delivers them.

    Parameters
    ----------
    source
        Slug of the source.
    skip_bad_rows
        Leave bad rows out and name them as warnings, where otherwise they are errors.
    """

    archive: Archive
    identifiers: Identifiers
    source: str
    skip_bad_rows: bool = False
    _tables: dict[str, Table] = field(default_factory=dict)
    _notes: list[Finding] = field(default_factory=list)
    _instead: dict[str, str] = field(default_factory=dict)
    _purposes: dict[str, str] = field(default_factory=dict)
    _unsound: dict[str, Finding] = field(default_factory=dict)

    def table(
        self,
        file: ArchivedFile,
        columns: Sequence[Column],
        rules: Sequence[Rule] = (),
        *,
        ignored: Iterable[str] = (),
        header_row: int | None = 1,
        sheet: int | str = 0,
    ) -> Table:
        """Read a file; see `read_table`."""
        skip = self.skip_bad_rows
        table = read_table(
            file, columns, rules, ignored=ignored, header_row=header_row, sheet=sheet, skip_bad_rows=skip
        )
        return self._keep(table)

    def judge(self, table: Table, rules: Sequence[Rule], frame: pl.DataFrame | None = None) -> Table:
        """Judge a table once more, by what was learned since or in a frame with columns that were worked out."""
        return self._keep((table if frame is None else replace(table, frame=frame)).judge(rules))

    def note(self, file: str, column: str, code: str, count: int, message: str) -> None:
        """Report what was done to cells of a column, where it was done to any."""
        if count:
            said = f"{count:,} {message}"
            self._notes.append(Finding(code=code, severity=Severity.INFO, message=said, file=file, column=column))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables as they were judged last."""
        return tuple(self._tables.values())

    def add(self, findings: Iterable[Finding]) -> None:
        """Report what was found besides what the tables themselves say."""
        self._notes.extend(findings)

    def can_judge_by(self, table: Table) -> bool:
        """Return whether codes can be judged by a table: not where it has errors itself, and the report says so once.

        A file that is cut short lacks codes: what cites them would drown the one error that matters.
        """
        if table.report.refused:
            self._unsound[table.name] = Finding(
                code="not-judged",
                severity=Severity.UNKNOWN,
                file=table.name,
                message="this file has errors, so codes in other files that refer to it were not checked",
                remedy="Mend its errors first, then import again",
            )
        return not table.report.refused

    def keep_beside(self, file: ArchivedFile, purpose: str) -> None:
        """Say of a file of which nothing is taken what it is for, in words that go on from its name."""
        self._purposes[file.name] = purpose

    def pass_over(self, file: ArchivedFile, instead: ArchivedFile) -> None:
        """Leave a file unread that holds the same table as another one; its rows do not count."""
        self._instead[file.name] = instead.name

    def deliver(self, release: Release, encoded: Iterable[bytes]) -> Delivery:
        """Return the release with its files and findings.

        Raises
        ------
        RefusedError
            Where any finding is an error.
        """
        report = Report(finding for table in self._tables.values() for finding in table.report)
        report.extend(self._unsound.values())
        report.extend(self._notes)
        report.extend(self._unread())
        if report.refused:
            raise RefusedError(report)
        files = tuple(self._described(file) for file in self.archive)
        return Delivery(release, files, pieces(encoded), report)

    def _keep(self, table: Table) -> Table:
        self._tables[table.name] = table
        return table

    def _described(self, file: ArchivedFile) -> SourceFile:
        described = file.described(self.identifiers, self.source)
        table = self._tables.get(file.name)
        counts = {"rows": table.rows, "kept": table.kept} if table else {"rows": self._unread_rows(file)}
        return described.model_copy(update=counts)

    def _unread_rows(self, file: ArchivedFile) -> int:
        return 0 if file.name in self._instead else count_rows(file)

    def _unread(self) -> Iterable[Finding]:
        for file in self.archive:
            if file.name not in self._tables:
                rows = self._unread_rows(file)
                message = "nothing is taken from this file" + (f", of {rows:,} rows" if rows else "")
                if purpose := self._purposes.get(file.name):
                    message = purpose
                if instead := self._instead.get(file.name):
                    message = f"nothing is taken from this file: {instead} holds the same table and was read instead"
                yield Finding(code="not-read", severity=Severity.INFO, message=message, file=file.name)
