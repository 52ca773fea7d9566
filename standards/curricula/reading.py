"""Reading a program from a file, whatever its format."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

import polars as pl

from ontology.errors import InputError, RefusedError
from ontology.identifiers import Identifiers
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.cells import read_cells
from standards.consistency import inconsistencies
from standards.curricula.addresses import StoredAddresses
from standards.curricula.administration import ADMINISTRATIVE, administrative, is_administrative
from standards.curricula.awards import in_title
from standards.curricula.column_map import ColumnMap
from standards.curricula.compounds import compounds
from standards.curricula.curriculum import Curriculum, ProgramFacts, own_facts, to_curriculum
from standards.curricula.formats import SPREADSHEET, TEXT, UNICODE, CurriculumFormat, Reader, of_name, recognize
from standards.curricula.leading_rows import NO_STATEMENT, no_statement, without_leads
from standards.curricula.listing import listing
from standards.curricula.spreadsheet import read_spreadsheet
from standards.curricula.titles import TITLE
from standards.curricula.wording import QUOTED, worded
from standards.curricula.wordless import WORDLESS, is_wordless, wordless
from standards.markup import lines_of
from standards.matching.statements import clean
from standards.tables import Table
from standards.windows_text import as_utf8, first_special, windows_text


@dataclass(frozen=True)
class ProgramForm:
    """What is said of a program's file besides its content.

    Parameters
    ----------
    format
        Name of one of `FORMATS`; recognized where empty.
    columns
        What the columns of a spreadsheet are called, for some fields.
    program, college
        Their names, whatever the file says.
    firm
        Slug of the firm whose list it is, where its file is not called after it.
    """

    format: str = ""
    columns: ColumnMap = field(default_factory=dict)
    program: str = ""
    college: str = ""
    firm: str = ""

    @property
    def options(self) -> str:
        """What is said, as the command line has it: the same for the same form.

        Example
        -------
        >>> ProgramForm(columns={"outcome": "Can do"}, college="Mill College").options
        "--column 'outcome=Can do' --college 'Mill College'"
        """
        columns = [("column", f"{name}={header}") for name, header in sorted(self.columns.items())]
        names = (("program", self.program), ("college", self.college), ("firm", self.firm))
        named = (("format", self.format), *columns, *names)
        return " ".join(f"--{name} {shlex.quote(said)}" for name, said in named if said)


def read_program(
    file: ArchivedFile,
    identifiers: Identifiers,
    facts: ProgramFacts | None = None,
    form: ProgramForm | None = None,
    stored: StoredAddresses | None = None,
) -> Curriculum:
    """Read a program from a file in any of `FORMATS`.

    Parameters
    ----------
    facts
        What is known of it besides; otherwise what `own_facts` says.
    stored
        What is known of a program of that file's name in the knowledge base, for `own_facts`.

    Raises
    ------
    RefusedError
        Where a cell or an entry is wrong; the report names every one.
    UnreadableError
        Where the file is in none of the formats.
    InputError
        Where there is no such format, or a column map is given for what is no spreadsheet.
    """
    table = program_table(file, form=form)
    if table.report.refused:
        raise RefusedError(table.report)
    return to_curriculum(table, identifiers, facts or own_facts(table, file.plain_name, stored))


def program_table(file: ArchivedFile, *, skip_bad_rows: bool = False, form: ProgramForm | None = None) -> Table:
    """Read and judge the lines of a program; bad ones may be left out, with a warning."""
    form = form or ProgramForm()
    table = _called(without_leads(worded(_lines(file, skip_bad_rows, form))), form)
    found = [*_nothing(table), *_unsaid(table), *_inconsistencies(table), *compounds(table)]
    empty = sum(finding.code == "empty-cell" for finding in found)
    return replace(table, report=Report([*table.report, *found]), unread=empty)


def _nothing(table: Table) -> Iterator[Finding]:
    """Yield that a file has no line of a program, where nothing else is said to be wrong with it."""
    if table.frame.height or table.report.refused:
        return
    yield Finding(
        code="no-rows",
        severity=Severity.ERROR,
        file=table.name,
        message="holds no course and no outcome that can be read",
        remedy="Write each course with its outcomes into it; of a workbook, look whether they stand on another sheet",
    )


def _inconsistencies(table: Table) -> Iterator[Finding]:
    """Yield what contradicts itself in a program, without what is said of a cell already."""
    wordless = {finding.row for finding in table.report if finding.code in {WORDLESS, NO_STATEMENT, ADMINISTRATIVE}}
    for finding in inconsistencies(table):
        if not (finding.code == "empty-cell" and finding.row in wordless):
            yield finding


def _called(table: Table, form: ProgramForm) -> Table:
    """Return a table whose lines name the program and the college as they are said to be called.

    Of the name of a program its award and its CIP code are taken apart where they are plain, as they are in a file.
    """
    title = in_title(form.program)
    there = {"program": title.name, "award": title.award, "cip": title.cip, "college": form.college}
    names = {name: said for name, said in there.items() if said}
    frame = table.frame.with_columns(pl.lit(said, pl.String).alias(name) for name, said in names.items())
    report = Report(f for f in table.report if not (f.code == TITLE and f.column in names))
    return replace(table, frame=frame, report=report)


def _lines(file: ArchivedFile, skip_bad_rows: bool, form: ProgramForm) -> Table:
    chosen = of_name(form.format) if form.format else SPREADSHEET if form.columns else recognize(file)
    if form.columns and chosen is not SPREADSHEET:
        message = f"{file.name} is read as {chosen.name}, which has no columns to be named; take the column map away"
        raise InputError(message)
    in_utf8 = None if chosen.name in UNICODE else as_utf8(file)
    read: Reader = partial(read_spreadsheet, columns=form.columns) if chosen is SPREADSHEET else chosen.read
    table = read(in_utf8 or file, skip_bad_rows=skip_bad_rows)
    if in_utf8 is None:
        return table
    return replace(table, report=Report([_of_windows(in_utf8, chosen), *table.report]))


def _of_windows(file: ArchivedFile, chosen: CurriculumFormat) -> Finding:
    """Return the finding that a file was not in UTF-8, with the first row where that matters."""
    rows: Iterable[tuple[int, str]]
    if chosen is TEXT:
        rows = enumerate(lines_of(file.read().decode()), 1)
    else:
        rows = ((row, cell or "") for row, *cells in read_cells(file).frame.iter_rows() for cell in cells)
    row, cell = next((row, cell) for row, cell in rows if first_special(cell))
    return windows_text(file.name, row, cell[:QUOTED])


def _unsaid(table: Table) -> Iterator[Finding]:
    """Yield what stands in a list of outcomes, is none, and says more than that outcomes follow."""
    lists = table.frame.filter(table.frame["outcome"].is_not_null() & table.frame["outcome_key"].is_null())
    for row, cell in lists.select("row", "outcome").iter_rows():
        for text in listing(cell).left_out:
            if is_wordless(text):
                yield wordless(table.name, row, table.headers.get("outcome", "outcome"), text)
            elif is_administrative(text):
                yield administrative(table.name, row, table.headers.get("outcome", "outcome"), text)
            elif clean(f"{text} x") != "x":
                yield no_statement(table, row, text)
