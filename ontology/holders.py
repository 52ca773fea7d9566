"""Holders: which processes have a lock, as they write it into the file of the lock, so that others can be told."""

from __future__ import annotations

import getpass
import os
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from itertools import count, takewhile
from pathlib import Path
from typing import Final, Self

MOST: Final = 64 * 1024
"""Bytes of a file to which nothing is added any more: many read, and the next that writes clears it."""

WORD: Final = re.compile(r"[a-z][a-z-]*")
"""A word of a command that is no option and no file."""

NUMBERS: Final = count(1)
"""Tells the locks of one process apart."""


@dataclass(frozen=True)
class Holder:
    """A process that has a lock.

    Parameters
    ----------
    key
        Number of the process and of the lock in it, with a dot between.
    since
        To the minute, in UTC.
    """

    key: str
    host: str
    user: str
    since: str
    command: str

    @classmethod
    def here(cls) -> Self:
        """Return this process."""
        since = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
        return cls(f"{os.getpid()}.{next(NUMBERS)}", socket.gethostname(), _user(), since, _command())

    @property
    def process(self) -> int:
        """Its number."""
        return int(self.key.partition(".")[0])

    @property
    def lives(self) -> bool:
        """Whether it goes on, as far as one can tell: of another machine one cannot."""
        if self.host != socket.gethostname():
            return True
        try:
            os.kill(self.process, 0)
        except OSError as error:
            return isinstance(error, PermissionError)
        return True

    def __str__(self) -> str:
        """Return what people know it by."""
        where = "" if self.host == socket.gethostname() else f" on {self.host}"
        return f"`{self.command}` of {self.user}{where} (process {self.process}, since {self.since})"

    @property
    def line(self) -> str:
        """What stands of it in the file."""
        return "\t".join((self.key, self.host, self.user, self.since, self.command))


def sign_in(file: int, *, alone: bool) -> Holder | None:
    """Write into the file of a lock that this process has it now; nothing where it cannot be written, or is too long.

    Parameters
    ----------
    file
        Its descriptor, opened to append.
    alone
        Whether nobody else has it, so that all that stands there is of those who had it before.
    """
    own = Holder.here()
    with suppress(OSError):
        if alone:
            os.ftruncate(file, 0)
        if os.fstat(file).st_size < MOST:
            os.write(file, f"+{own.line}\n".encode())
            return own
    return None


def sign_out(file: int, own: Holder) -> None:
    """Write into the file of a lock that this process lets go of it."""
    with suppress(OSError):
        os.write(file, f"-{own.line}\n".encode())


def holders(path: Path) -> list[Holder]:
    """Return the processes that have a lock, the first first, without those that could not write it."""
    found: dict[str, Holder] = {}
    with suppress(OSError):
        for sign, holder in _signed(path.read_text(encoding="utf-8", errors="replace")):
            if sign == "+":
                found[holder.key] = holder
            else:
                found.pop(holder.key, None)
    return [one for one in found.values() if one.lives]


def _signed(text: str) -> Iterator[tuple[str, Holder]]:
    """Yield what is whole of the lines of a file."""
    for line in text.splitlines():
        parts = line[1:].split("\t")
        if len(parts) == len(fields(Holder)) and re.fullmatch(r"\d+\.\d+", parts[0]):
            yield line[:1], Holder(*parts)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a number without a name
        return f"user {os.getuid()}"


def _command() -> str:
    """Return the command that runs, without files and options: these are nobody else's business."""
    name = Path(sys.argv[0]).name if sys.argv and sys.argv[0] not in ("", "-c") else "python"
    return " ".join([name, *takewhile(WORD.fullmatch, sys.argv[1:3])])
