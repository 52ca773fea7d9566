"""Releases as downloaded: folders, zips and single files, read as one collection of named files.

What is asked for is the file's own name (``Skills.xlsx``), wherever it lies: a zip may put its files under a folder,
and a release may come as several zips. Nothing is unpacked to disk, and nothing is trusted: members that climb out
of their zip, encrypted or broken ones and bombs are refused, the sizes being counted while unpacking.
"""

from __future__ import annotations

import hashlib
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from gzip import GzipFile
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from ontology.errors import InputError, LadderworksError, MissingFileError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import Iri, SourceFile

CHUNK = 1 << 20
"""Bytes unpacked at a time."""

DECLARATION = "partnership.toml"
"""A file that stands for the whole folder it lies in."""


@dataclass(frozen=True)
class Limits:
    """How much may come out of packed files.

    Parameters
    ----------
    file
        Bytes, of one file unpacked.
    archive
        Bytes, of all files of an archive unpacked.
    ratio
        Bytes out for each byte in, beyond the first 16 MiB out.
    """

    file: int = 512 << 20
    archive: int = 1 << 30
    ratio: int = 200


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


@dataclass(frozen=True)
class ArchivedFile:
    """One file of a release; its bytes are read when asked for.

    Parameters
    ----------
    name
        Its own name, without folders.
    place
        The folder or zip that holds it, for messages and for releases named after their folder.
    """

    name: str
    place: str
    read_stored: Callable[[], bytes]
    tally: Tally = field(default_factory=Tally, compare=False)

    @property
    def plain_name(self) -> str:
        """The name without ``.gz``."""
        return self.name.removesuffix(".gz")

    def read(self) -> bytes:
        """Return the content, out of its ``.gz`` where it has one.

        Raises
        ------
        UnreadableError
            Where it is broken, or unpacks to more than the limits allow.
        """
        stored = self.read_stored()
        if self.name == self.plain_name:
            return stored
        with _readable(self.name), GzipFile(fileobj=BytesIO(stored)) as stream:
            return _unpack(stream, len(stored), self.tally, self.name)

    def described(self, identifiers: Identifiers, source: str) -> SourceFile:
        """Return name, size in bytes and SHA-256 of the file as it was found.

        A member of a zip is described as if it lay in a folder; a ``.gz`` file as it is.
        """
        stored = self.read_stored()
        sha256 = hashlib.sha256(stored).hexdigest()
        iri = Iri(identifiers.mint(source, "file", sha256, self.name))
        return SourceFile(iri=iri, name=self.name, sha256=sha256, size=len(stored))


class Archive:
    """The files of one release, by their own names.

    Parameters
    ----------
    paths
        Files, folders and zips; a folder is searched for files and zips, folders below it too. A `DECLARATION` stands
        for its folder.

    Raises
    ------
    MissingFileError
        Where there is nothing at a path, or no file in any of them.
    UnreadableError
        Where a zip is broken, encrypted or holds members that climb out of it.
    InputError
        Where two files with different content have the same name.
    """

    def __init__(self, paths: Iterable[Path], limits: Limits | None = None) -> None:
        self._tally = Tally(limits or Limits())
        self.paths = [path.parent if path.name == DECLARATION else path for path in map(Path, paths)]
        self._files: dict[str, ArchivedFile] = {}
        for file in (file for path in self.paths for file in self._found(path)):
            self._add(file)
        if not self._files:
            places = ", ".join(map(str, self.paths)) or "no path"
            message = f"there are no files in {places}; name the release's folder or zip"
            raise MissingFileError(message)

    def __iter__(self) -> Iterator[ArchivedFile]:
        """Yield the files by name."""
        return iter(self._files[name] for name in sorted(self._files))

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def __getitem__(self, name: str) -> ArchivedFile:
        return self._files[name]

    def find(self, *names: str) -> ArchivedFile | None:
        """Return the first file there is of several names, or ``None``."""
        return next((self._files[name] for name in names if name in self._files), None)

    def _add(self, file: ArchivedFile) -> None:
        other = self._files.setdefault(file.name, file)
        if other is not file and other.read_stored() != file.read_stored():
            message = (
                f"{file.name} is there twice, in {other.place} and in {file.place}, "
                "with different content; name only the one you mean"
            )
            raise InputError(message)

    def _found(self, path: Path) -> Iterator[ArchivedFile]:
        with _readable(str(path)):
            there, entries = path.exists(), sorted(path.iterdir()) if path.is_dir() else None
        if entries is not None:
            for entry in entries:
                if not _hidden(entry.name):
                    yield from self._found(entry)
        elif not there:
            message = f"{path} is missing; name the release's folder, zip or files"
            raise MissingFileError(message)
        elif path.suffix.lower() == ".zip":
            yield from self._members(path)
        else:
            yield ArchivedFile(path.name, str(path.parent), _file_reader(path), self._tally)

    def _members(self, path: Path) -> Iterator[ArchivedFile]:
        with _readable(path.name), zipfile.ZipFile(path) as packed:
            members = [member for member in packed.infolist() if not member.is_dir()]
        for member in members:
            name = _safe_name(path.name, member)
            if not any(_hidden(part) for part in name.parts):
                read = self._member_reader(path, member)
                yield ArchivedFile(name.name, str(path / name.parent), read, self._tally)

    def _member_reader(self, path: Path, member: zipfile.ZipInfo) -> Callable[[], bytes]:
        name = f"{member.filename} in {path.name}"

        def read() -> bytes:
            with _readable(name), zipfile.ZipFile(path) as packed, packed.open(member) as stream:
                return _unpack(stream, member.compress_size, self._tally, name)

        return read


def refuse_bomb(data: bytes, name: str, limits: Limits | None = None) -> None:
    """Unpack a zip that some library will read (an ``.xlsx``) to nowhere, to see how big it is.

    Raises
    ------
    UnreadableError
        Where it is broken or unpacks to more than the limits allow.
    """
    tally = Tally(limits or Limits())
    with _readable(name), zipfile.ZipFile(BytesIO(data)) as packed:
        for member in packed.infolist():
            _refuse_encrypted(name, member)
            inside, size = f"{member.filename} in {name}", 0
            with packed.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    tally.count(inside, len(data), size)


def _file_reader(path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        with _readable(path.name):
            return path.read_bytes()

    return read


def _unpack(stream: IO[bytes] | GzipFile, packed: int, tally: Tally, name: str) -> bytes:
    """Return what a stream holds; the buffer is handed out as it is, without a second copy."""
    unpacked = BytesIO()
    while piece := stream.read(CHUNK):
        tally.count(name, packed, unpacked.tell() + len(piece))
        unpacked.write(piece)
    return unpacked.getvalue()


def _size(count: int) -> str:
    """Return a number of bytes in words."""
    return f"{count >> 20:,} MiB" if count >> 20 else f"{count:,} bytes"


def _too_big(name: str, how: str) -> UnreadableError:
    remedy = (
        "Download it again from its publisher, or unpack it yourself (save a spreadsheet as CSV) and name the folder"
    )
    return UnreadableError(f"{name} unpacks {how}; it was not read. {remedy}")


def _safe_name(zip_name: str, member: zipfile.ZipInfo) -> PurePosixPath:
    """Return the name of a member that does no harm and can be read."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if not path.name:
        message = (
            f"{zip_name} holds a file named {member.filename!r}, which is no name; it was not read. "
            "Download it again from its publisher"
        )
        raise UnreadableError(message)
    climbs = path.is_absolute() or ".." in path.parts or ":" in path.parts[0]
    if climbs or stat.S_ISLNK(member.external_attr >> 16):
        message = (
            f"{zip_name} holds {member.filename!r}, which points out of it; it was not read. "
            "Download it again from its publisher"
        )
        raise UnreadableError(message)
    _refuse_encrypted(zip_name, member)
    return path


def _refuse_encrypted(zip_name: str, member: zipfile.ZipInfo) -> None:
    if member.flag_bits & 0x1:
        message = f"{zip_name} is encrypted; unpack it with its password and name the folder"
        raise UnreadableError(message)


def _hidden(name: str) -> bool:
    """Whether a file is the system's own: ``.DS_Store``, ``__MACOSX``, Excel's lock files."""
    return name.startswith((".", "__MACOSX", "~$"))


BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError)
"""What the unpacking libraries raise over a file that is not what it should be."""


class _readable:  # noqa: N801 - reads as a word after `with`
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
