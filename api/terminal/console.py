"""What a person sees while a command runs: notes and progress on standard error, tables on standard output."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from shutil import get_terminal_size

from standards.workbook import literal

TICK = 0.5
"""Seconds between two signs of life."""


def note(text: str) -> None:
    """Say something beside the result."""
    print(text, file=sys.stderr)


@dataclass
class Step:
    """Where long work stands, in words; whoever does it may change them."""

    words: str = ""

    def tell(self, words: str) -> None:
        """Say what is being done now."""
        self.words = words


@contextmanager
def progress(doing: str) -> Iterator[Step]:
    """Show on a terminal what is being done, at which step and for how long, until it is done."""
    step = Step()
    if not sys.stderr.isatty():
        yield step
        return
    done = threading.Event()
    clock = threading.Thread(target=_count, args=(doing, step, done), daemon=True)
    clock.start()
    try:
        yield step
    finally:
        done.set()
        clock.join()


def _count(doing: str, step: Step, done: threading.Event) -> None:
    start = time.monotonic()
    while not done.wait(TICK):
        at = f": {step.words}" if step.words else ""
        line = f"{doing}{at} … {time.monotonic() - start:.0f} s"
        print(f"\r\x1b[K{line[: get_terminal_size().columns - 1]}", end="", file=sys.stderr, flush=True)
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def table(rows: Sequence[Sequence[object]]) -> str:
    """Return rows in columns as wide as their content, numbers to the right.

    Example
    -------
    >>> print(table([("file", "rows"), ("Tasks", 12)]))
    file   rows
    Tasks    12
    """
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    numeric = [all(isinstance(cell, int | float) for cell in column[1:]) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths, numeric) for row in cells)


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    aligned = (
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(cells, widths, numeric, strict=True)
    )
    return "  ".join(aligned).rstrip()


def tab_separated(rows: Iterable[Sequence[object]]) -> bytes:
    r"""Return rows as TSV; tabs and line breaks inside a cell become spaces, and no cell is a formula to a spreadsheet.

    Example
    -------
    >>> tab_separated([("a", "b c"), (-1, "=x")])
    b"a\tb c\n-1\t'=x\n"
    """
    lines = ("\t".join(_cell(cell) for cell in row) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


def tabbed(rows: Iterable[Sequence[object]]) -> str:
    r"""Return rows with tabs between their cells for people to read: what stands in a cell stands there as it is.

    Example
    -------
    >>> tabbed([("a", "b\nc"), (-1, "=x")])
    'a\tb c\n-1\t=x'
    """
    return "\n".join("\t".join(" ".join(str(cell).split()) for cell in row) for row in rows)


def _cell(cell: object) -> str:
    return str(literal(" ".join(cell.split()))) if isinstance(cell, str) else str(cell)
