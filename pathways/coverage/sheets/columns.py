"""Columns of a table that nothing fills for a framework or a program: they are left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from pathways.coverage.curriculum_map import CurriculumMap
from standards.workbook import Place, Table

Held = TypeVar("Held")


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

    def cells(held: Mapping[Place, Held]) -> dict[Place, Held]:
        return {(row, moved[at]): what for (row, at), what in held.items() if at in moved}

    def heads(held: Mapping[int, Held]) -> dict[int, Held]:
        return {moved[at]: what for at, what in held.items() if at in moved}

    return replace(
        table,
        columns=[table.columns[at] for at in kept],
        rows=[[row[at] for at in kept] for row in table.rows],
        widths=[table.widths[at] for at in kept],
        shares=[moved[at] for at in table.shares if at in moved],
        decimals=heads(table.decimals),
        plain=[moved[at] for at in table.plain if at in moved],
        yours=[moved[at] for at in table.yours if at in moved],
        folded=[moved[at] for at in table.folded if at in moved],
        colors=cells(table.colors),
        choices=cells(table.choices),
        notes=heads(table.notes),
        frozen=sum(at < table.frozen for at in kept),
        printed=sum(at < table.printed for at in kept),
    )
