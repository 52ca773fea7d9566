"""Reading a program from a file, whatever its format."""

from __future__ import annotations

from dataclasses import replace

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.report import Report
from standards.archives import ArchivedFile
from standards.consistency import inconsistencies
from standards.curricula import spreadsheet
from standards.curricula.curriculum import Curriculum, ProgramFacts, to_curriculum
from standards.curricula.wording import worded
from standards.tables import Table


def read_program(file: ArchivedFile, identifiers: Identifiers, facts: ProgramFacts | None = None) -> Curriculum:
    """Read a program.

    Raises
    ------
    RefusedError
        Where a cell is wrong; the report names every one.
    UnreadableError
        Where the file is no table at all.
    """
    table = program_table(file)
    if table.report.refused:
        raise RefusedError(table.report)
    return to_curriculum(table, identifiers, facts or ProgramFacts())


def program_table(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read and judge the lines of a program; bad ones may be left out, with a warning."""
    table = worded(spreadsheet.read_spreadsheet(file, skip_bad_rows=skip_bad_rows))
    return replace(table, report=Report([*table.report, *inconsistencies(table)]))
