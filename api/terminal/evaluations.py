"""Evaluations on a terminal: what was measured in a paragraph, then a table for each section with its notes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Final

from api.terminal.console import table
from standards.evaluation.section import Section

WIDTH: Final = 100
"""Columns of the printed words; the tables keep within them for names of ordinary length."""


def told(head: str, sections: Iterable[Section]) -> str:
    """Return an evaluation in words and tables."""
    parts = [textwrap.fill(head, WIDTH)]
    for section in sections:
        parts.append(f"{section.title}\n{table([section.header, *section.rows])}")
        parts.extend(["\n".join(map(_wrapped, section.notes))] if section.notes else [])
    return "\n\n".join(parts)


def _wrapped(line: str) -> str:
    return textwrap.fill(line, WIDTH, initial_indent="- ", subsequent_indent="  ")
