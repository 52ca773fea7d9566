"""Inputs: the files that a command is to read, none of which it may replace by what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Final

from ontology.errors import InputError

WRITTEN: Final = {"output": "-o", "report": "--report"}
"""Parameters that name what is written, by their options; whatever else names a file names one that is read."""


def sparing(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command that is refused, before it does anything, where it would replace one of its own inputs.

    Raises
    ------
    InputError
        Where a file is both read and written, by whatever names.
    """

    @wraps(command)
    def spared(**values: object) -> None:
        inputs = [path for name, value in values.items() if name not in WRITTEN for path in _paths(value)]
        for name, option in WRITTEN.items():
            for output in _paths(values.get(name)):
                refuse_replacing(output, inputs, option)
        command(**values)

    return spared


def refuse_replacing(output: Path, inputs: Sequence[Path], option: str = "-o") -> None:
    """Refuse to write over a file that is read, or over one that lies in a folder that is read.

    Raises
    ------
    InputError
        With the input, and the remedy.
    """
    replaced = next((path for path in inputs if _holds(path, output)), None) if output.is_file() else None
    if replaced is not None:
        where = "is" if replaced.is_file() else "lies in"
        message = f"{option} {output} would replace what is read: it {where} {replaced}; name another file"
        raise InputError(message)


def _holds(path: Path, output: Path) -> bool:
    """Whether a path is that of a file, through whatever links, or of a folder that it lies in."""
    if path.is_dir():
        return path.resolve() in output.resolve().parents
    return path.is_file() and path.samefile(output)


def _paths(value: object) -> Iterator[Path]:
    """Yield the paths of what is there in the value of a parameter, or in each of several values."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from _paths(one)
    elif isinstance(value, str | Path):
        with suppress(OSError):  # a comment may be longer than any name of a file
            if str(value) and Path(value).exists():
                yield Path(value)
