"""The lock of a knowledge base: many readers or one writer, across processes."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import Self

from ontology.errors import BusyError, StoreError


class Lock:
    """Held from construction until `release`, or until the process ends, however it ends.

    Parameters
    ----------
    path
        Of the lock file; it is made where it is missing.
    exclusive
        Whether anyone else is kept out (a writer) or only writers are (a reader).

    Raises
    ------
    BusyError
        At once, where another process holds it in a way that excludes this one.
    """

    def __init__(self, path: Path, *, exclusive: bool) -> None:
        self._file = path.open("a+")
        try:
            kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
            fcntl.flock(self._file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            doing = "is using it" if exclusive else "is writing to it"
            message = (
                f"the knowledge base in {path.parent} is busy: another process {doing}. "
                "Wait for it or stop it (a running `ladderworks serve`, for instance), "
                "or name another folder in LADDERWORKS_KB"
            )
            raise BusyError(message) from None

    def release(self) -> None:
        """Let others in."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def lock_folder(folder: Path, *, write: bool) -> Lock:
    """Return the lock of a folder; for a writer, make the folder where there is none.

    Raises
    ------
    BusyError
        Where another process has it open in a way that excludes this one.
    StoreError
        Where it is no folder, or may not be written.
    """
    try:
        if write:
            folder.mkdir(parents=True, exist_ok=True)
        return Lock(folder / "lock", exclusive=write)
    except StoreError:
        raise
    except (FileExistsError, NotADirectoryError) as error:
        message = f"{folder} is a file or lies in one; name a folder in LADDERWORKS_KB, or move the file"
        raise StoreError(message) from error
    except OSError as error:
        message = (
            f"the knowledge base in {folder} cannot be opened: {error.strerror}. "
            "Give yourself the right to write there, or name another folder in LADDERWORKS_KB"
        )
        raise StoreError(message) from error
