"""Columns of a table that nothing fills for a framework or a program: they are left out."""

from __future__ import annotations

from dataclasses import replace

from pathways.coverage.curriculum_map import CurriculumMap
from standards.workbook import Table


def unused(curriculum: CurriculumMap) -> set[str]:
    """Return the headers of what no competency of the framework has."""
    codes = {"Code", "Competency code"} if not any(c.code for c in curriculum.competencies) else set()
    groups = {"Category"} if not any(c.group for c in curriculum.competencies) else set()
    spent = {"Credits"} if all(c.credits is None for c in curriculum.competencies) else set()
    return codes | groups | spent


def without(table: Table, headers: set[str]) -> Table:
    """Return a table without some columns."""
    kept = [place for place, column in enumerate(table.columns) if column not in headers]
    moved = {old: new for new, old in enumerate(kept)}
    return replace(
        table,
        columns=[table.columns[at] for at in kept],
        rows=[[row[at] for at in kept] for row in table.rows],
        widths=[table.widths[at] for at in kept],
        shares=[moved[at] for at in table.shares if at in moved],
        colors={(row, moved[at]): color for (row, at), color in table.colors.items() if at in moved},
        choices={(row, moved[at]): offered for (row, at), offered in table.choices.items() if at in moved},
        notes={moved[at]: note for at, note in table.notes.items() if at in moved},
    )
