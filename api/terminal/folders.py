"""Output of many files: a folder that is replaced whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from ontology.errors import InputError, WriteError

MARK = ".made-by-ladderworks"
"""A file in every folder that is ours to replace."""


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder of their own, in place of what was written there before.

    Raises
    ------
    InputError
        Where the folder holds something that Ladderworks did not put there.
    WriteError
        Where the disk is full or may not be written; what was there before is still there.
    """
    check_replaceable(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as passing:
            _fill(Path(passing) / "new", files)
            _swap(folder, Path(passing))
    except OSError as error:
        message = f"{folder} could not be written: {error.strerror or error}; make room or choose another place"
        raise WriteError(message) from error


def check_replaceable(folder: Path) -> None:
    """Refuse a folder that holds something else than what was written there before."""
    if folder.exists() and not (folder.is_dir() and ((folder / MARK).exists() or not any(folder.iterdir()))):
        message = f"{folder} holds something else, which is not overwritten; name another folder, or empty this one"
        raise InputError(message)


def _fill(new: Path, files: Mapping[str, bytes]) -> None:
    for name, content in {MARK: b"", **files}.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _swap(folder: Path, passing: Path) -> None:
    """Put the new folder where the old one is; the old one goes with the passing folder."""
    old = passing / "old"
    if folder.exists():
        folder.rename(old)
    try:
        (passing / "new").rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
