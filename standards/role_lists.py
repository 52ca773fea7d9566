"""Lists of a firm by role and level: what each level of a role is expected to do, level by level, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.errors import RefusedError
from standards.archives import Archive, ArchivedFile
from standards.tables import Column, read_table

COLUMNS: Final = (
    Column("role", "role", aliases=("Job family", "Family", "Role family"), merged=True),
    Column("level", "level", aliases=("Grade", "Level name"), merged=True),
    Column("area", "category", aliases=("Area", "Competency area"), required=False, merged=True),
    Column("competency", "competency", required=False),
    Column("statement", "statement", aliases=("Expectation", "Skill"), prose=True),
)

TRACK: Final = re.compile(r"^(?P<rank>.*?)\s*\((?P<track>[^()]+)\)$")
"""A level with the track that it belongs to: ``Principal (People Manager)``."""


@dataclass(frozen=True)
class RoleLevel:
    """A level of a role, as the list has it.

    Parameters
    ----------
    rank
        The level without its track: levels of one rank stand side by side.
    track
        What is in parentheses behind it; empty where there is nothing.
    expected
        Statements, each once, in the order of the list.
    areas
        Their areas.
    """

    role: str
    level: str
    expected: tuple[str, ...]
    areas: frozenset[str]

    @property
    def rank(self) -> str:
        """The level without its track.

        Example
        -------
        >>> level = RoleLevel("Engineering", "Principal (People Manager)", (), frozenset())
        >>> level.rank, level.track
        ('Principal', 'People Manager')
        """
        found = TRACK.match(self.level)
        return found["rank"] if found else self.level

    @property
    def track(self) -> str:
        """What is in parentheses behind the level."""
        found = TRACK.match(self.level)
        return found["track"] if found else ""


def read_role_list(path: Path) -> tuple[RoleLevel, ...]:
    """Read a table with a row for each statement; levels in the order in which the list first names them.

    Raises
    ------
    RefusedError
        Where a column is missing or a cell is bad, with every one of them.
    UnreadableError
        Where it is no table.
    """
    (file,) = Archive([path])
    return tuple(_levels(file))


def _levels(file: ArchivedFile) -> Iterator[RoleLevel]:
    table = read_table(file, COLUMNS)
    if table.report.refused:
        raise RefusedError(table.report)
    for (role, level), rows in table.frame.group_by(["role", "level"], maintain_order=True):
        areas = rows["area"].drop_nulls()
        yield RoleLevel(str(role), str(level), tuple(dict.fromkeys(rows["statement"])), frozenset(areas))
