"""Reading a program from a file, whatever its format."""

from __future__ import annotations

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.curricula.curriculum import Curriculum, ProgramFacts, to_curriculum
from standards.curricula.spreadsheet import program_table

__all__ = ["program_table", "read_program"]


def read_program(file: ArchivedFile, identifiers: Identifiers, facts: ProgramFacts | None = None) -> Curriculum:
    """Read a program from a CSV file or a spreadsheet with a row an outcome or a row a course.

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
