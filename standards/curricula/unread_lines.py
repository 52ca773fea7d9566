"""The lines of a text that no outcome is taken from: which they are, and under which headings they stand."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import Final

from ontology.report import Finding, Severity
from standards.curricula.outline import Outline
from standards.curricula.syllabus import Block, Syllabus, TextLine
from standards.headers import listed

NEAR: Final = 3
"""Lines between two parts that one finding names together, at most."""

NAMED: Final = 5
"""Headings that a finding names."""


def unread_lines(
    file: str, outline: Outline, read: Sequence[Syllabus], filled: Sequence[TextLine]
) -> Iterator[Finding]:
    """Yield which lines are not read, and under which headings they stand.

    Those side by side are in one finding, and those that begin under a heading of the same name, as in each course.
    """
    runs: list[list[Block]] = []
    left_out = [block for blocks in (outline.unread, *(each.left_out for each in read)) for block in blocks]
    for block in left_out:
        if runs and block.lines[0].row - runs[-1][-1].lines[-1].row <= NEAR:
            runs[-1].append(block)
        else:
            runs.append([block])
    unread = {row for block in left_out for row in (block.row, *(line.row for line in block.lines))}
    taken = [line.row for line in filled if line.row not in unread]
    alike: dict[str | int, list[Block]] = {}
    for run in runs:
        heading = run[0].heading
        alike.setdefault(heading.name if heading else run[0].row, []).extend(run)
    for blocks in alike.values():
        yield _unread(file, blocks, taken)


def _unread(file: str, blocks: Sequence[Block], taken: Sequence[int]) -> Finding:
    lines = [line for block in blocks for line in block.lines]
    names = dict.fromkeys(block.heading.name for block in blocks if block.heading)
    below = f" under {listed([*names][:NAMED])}{' and others' if len(names) > NAMED else ''}" if names else ""
    where = f"lines {_ranges([line.row for line in lines], taken)} stand" if len(lines) > 1 else "stands"
    return Finding(
        code="no-outcomes-here",
        severity=Severity.INFO,
        file=file,
        row=lines[0].row,
        value=lines[0].text[:80],
        message=f"{where}{below or ' outside of the outcomes'}, and no outcome is taken from there",
        remedy="If it says what students can do, put it below a heading 'Learning outcomes'",
    )


def _ranges(rows: Sequence[int], taken: Sequence[int]) -> str:
    """Return numbers of lines in words; no range goes over a line that is read.

    Example
    -------
    >>> _ranges([2, 5, 6, 9], taken=[3, 4]), _ranges([2, 3, 4, 7], taken=[5])
    ('2 and 5 to 9', '2 to 4 and 7')
    """
    parts = [[rows[0], rows[0]]]
    for row in rows[1:]:
        if bisect(taken, row) == bisect(taken, parts[-1][1]):
            parts[-1][1] = row
        else:
            parts.append([row, row])
    *said, last = [str(first) if first == end else f"{first} to {end}" for first, end in parts]
    return f"{', '.join(said)} and {last}" if said else last
