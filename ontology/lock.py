"""The lock of a knowledge base: many readers or one writer, across processes."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import Self

from ontology.errors import BusyError, StoreError
from ontology.holders import holders, sign_in, sign_out


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
        At once, where another process holds it in a way that excludes this one; it is named.
    """

    def __init__(self, path: Path, *, exclusive: bool) -> None:
        self._file = path.open("a+")
        try:
            kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
            fcntl.flock(self._file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise BusyError(_busy(path, exclusive=exclusive)) from None
        self._holder = sign_in(self._file.fileno(), alone=exclusive)

    def release(self) -> None:
        """Let others in."""
        if self._holder and not self._file.closed:
            sign_out(self._file.fileno(), self._holder)
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _busy(path: Path, *, exclusive: bool) -> str:
    """Return who is in the way, and what to do."""
    there = [str(one) for one in holders(path)] or ["another process"]
    are, doing = "is" if len(there) == 1 else "are", "using it" if exclusive else "writing to it"
    return (
        f"the knowledge base in {path.parent} is busy: {' and '.join(there)} {are} {doing}. Nothing was changed: wait "
        "until that is done and run the same again, or stop it (a running `ladderworks serve`, for instance); or name "
        "another folder in LADDERWORKS_KB"
    )


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
