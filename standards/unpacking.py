"""Bytes out of files, packed or plain, counted while they are read: what is too big, broken or locked is refused."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from gzip import GzipFile
from io import BytesIO
from typing import IO

from ontology.errors import LadderworksError, UnreadableError

CHUNK = 1 << 20
"""Bytes unpacked at a time."""


@dataclass(frozen=True)
class Limits:
    """How much may be read.

    Parameters
    ----------
    file
        Bytes, of one file as it is read: plain, or unpacked.
    archive
        Bytes, of all files of an archive unpacked.
    ratio
        Bytes out for each byte in, beyond the first 16 MiB out.
    """

    file: int = 512 << 20
    archive: int = 1 << 30
    ratio: int = 200

    def bound(self, name: str, size: int) -> None:
        """Refuse a plain file of too many bytes.

        Raises
        ------
        UnreadableError
            With the size that is allowed.
        """
        if size > self.file:
            message = (
                f"{name} is larger than {_size(self.file)}, the most that is read of one file; it was not read. "
                "Leave out what you need not, or split it into files of their own"
            )
            raise UnreadableError(message)


@dataclass
class Tally:
    """Counts what comes out of the packed files of one archive, each once however often it is read."""

    limits: Limits = Limits()
    sizes: dict[str, int] = field(default_factory=dict)

    def count(self, name: str, packed: int, unpacked: int) -> None:
        """Note how many bytes have come out of a file.

        Raises
        ------
        UnreadableError
            Where they are too many for the file, for its packed size or for the archive.
        """
        self.sizes[name] = max(unpacked, self.sizes.get(name, 0))
        if unpacked > self.limits.file:
            raise _too_big(name, f"to more than {_size(self.limits.file)}, the most that is read of one file")
        if unpacked > max(16 << 20, packed * self.limits.ratio):
            raise _too_big(name, f"to more than {_size(unpacked - 1)}, far beyond its size")
        if sum(self.sizes.values()) > self.limits.archive:
            raise _too_big(name, f"to more than {_size(self.limits.archive)} together with the files beside it")


def refuse_bomb(data: bytes, name: str, limits: Limits | None = None) -> None:
    """Unpack a zip that some library will read (an ``.xlsx``) to nowhere, to see how big it is.

    Raises
    ------
    UnreadableError
        Where it is broken or unpacks to more than the limits allow.
    """
    tally = Tally(limits or Limits())
    with readable(name), zipfile.ZipFile(BytesIO(data)) as packed:
        for member in packed.infolist():
            refuse_encrypted(name, member)
            count, size = partial(tally.count, f"{member.filename} in {name}", len(data)), 0
            with packed.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    count(size)


def read_counted(stream: IO[bytes] | GzipFile, count: Callable[[int], None]) -> bytes:
    """Return what a stream holds; the buffer is handed out as it is, without a second copy.

    Parameters
    ----------
    count
        Told how many bytes there are so far, before they are kept; raises where they are too many.
    """
    content = BytesIO()
    while piece := stream.read(CHUNK):
        count(content.tell() + len(piece))
        content.write(piece)
    return content.getvalue()


def _size(count: int) -> str:
    """Return a number of bytes in words."""
    return f"{count >> 20:,} MiB" if count >> 20 else f"{count:,} bytes"


def _too_big(name: str, how: str) -> UnreadableError:
    remedy = (
        "Download it again from its publisher, or unpack it yourself (save a spreadsheet as CSV) and name the folder"
    )
    return UnreadableError(f"{name} unpacks {how}; it was not read. {remedy}")


def refuse_encrypted(zip_name: str, member: zipfile.ZipInfo) -> None:
    """Refuse a member that needs a password.

    Raises
    ------
    UnreadableError
        Where it does.
    """
    if member.flag_bits & 0x1:
        message = f"{zip_name} is encrypted; unpack it with its password and name the folder"
        raise UnreadableError(message)


BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError)
"""What the unpacking libraries raise over a file that is not what it should be."""


class readable:  # noqa: N801 - reads as a word after `with`
    """Turns what the unpacking libraries raise into an `UnreadableError` that names the file."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, (LadderworksError, FileNotFoundError)):
            return
        if isinstance(error, MemoryError):
            raise _too_big(self._name, "to more than the memory of this machine holds") from error
        if isinstance(error, PermissionError):
            message = f"{self._name} may not be read ({error.strerror}); give yourself the right to read it"
            raise UnreadableError(message) from error
        if isinstance(error, BROKEN):
            message = f"{self._name} is broken or cut short ({error}); download it again"
            raise UnreadableError(message) from error
