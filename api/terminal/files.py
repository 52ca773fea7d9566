"""Output: a file that is written whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from api.terminal.console import note
from ontology.errors import MissingFileError, UnreadableError, WriteError
from standards.binary import NO_TEXT, is_binary

STANDARD_INPUT = STANDARD_OUTPUT = Path("-")


def read_text(path: Path, remedy: str) -> str:
    """Return the text of a file, of a pipe or device under a path, or of standard input where the path is ``-``.

    Parameters
    ----------
    remedy
        What to do where there is no such file, as the end of a sentence.

    Raises
    ------
    MissingFileError
        Where there is nothing to read.
    UnreadableError
        Where it is no text, or none in UTF-8.
    """
    try:
        content = sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
        text = content.decode("utf-8-sig")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        message = f"there is no file {path}; {remedy}"
        raise MissingFileError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path} is no UTF-8 text (byte {error.start}); save it as UTF-8"
        raise UnreadableError(message) from error
    if is_binary(content):
        message = f"{path} {NO_TEXT}"
        raise UnreadableError(message)
    return text


def write_output(path: Path, content: bytes, what: str) -> None:
    """Write to a file and say so on standard error, or write to standard output where the path is ``-``.

    Parameters
    ----------
    what
        Is written, for instance ``8 rungs, 11 steps``.
    """
    if path == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_whole(path, content)
        note(f"Wrote {path}: {what}")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that no one ever sees a part of it.

    Raises
    ------
    MissingFileError
        Where its folder is missing.
    WriteError
        Where the disk is full or may not be written; what was there before is still there.
    """
    if not path.parent.is_dir():
        message = f"there is no folder {path.parent} to write {path.name} into; make it first"
        raise MissingFileError(message)
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        passing.write_bytes(content)
        passing.replace(path)
    except OSError as error:
        with suppress(OSError):
            passing.unlink()
        message = f"{path} could not be written: {error.strerror or error}; make room or choose another place with -o"
        raise WriteError(message) from error
