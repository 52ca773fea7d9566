"""Releases as downloaded: folders, zips and single files, read as one collection of named files.

What is asked for is the file's own name (``Skills.xlsx``), wherever it lies: a zip may put its files under a folder,
and a release may come as several zips. Nothing is unpacked to disk, and nothing is trusted: members that climb out
of their zip, encrypted or broken ones and bombs are refused, the sizes being counted while unpacking.
"""

from __future__ import annotations

import hashlib
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from gzip import GzipFile
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from ontology.errors import InputError, MissingFileError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import Iri, SourceFile

CHUNK = 1 << 20
"""Bytes unpacked at a time."""

DECLARATION = "partnership.toml"
"""A file that stands for the whole folder it lies in."""


@dataclass(frozen=True)
class Limits:
    """How much may come out of a packed file.

    Parameters
    ----------
    total
        Bytes, of one file unpacked.
    ratio
        Bytes out for each byte in, beyond the first 16 MiB out.
    """

    total: int = 4 << 30
    ratio: int = 200

    def broken_by(self, packed: int, unpacked: int) -> bool:
        """Return whether that many bytes out of that many in are too many."""
        return unpacked > self.total or unpacked > max(16 << 20, packed * self.ratio)


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
    limits: Limits = Limits()

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
            return _unpack(stream, len(stored), self.limits, self.name)

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
        self._limits = limits or Limits()
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
        if path.is_dir():
            for entry in sorted(path.iterdir()):
                if not _hidden(entry.name):
                    yield from self._found(entry)
        elif not path.exists():
            message = f"{path} is missing; name the release's folder, zip or files"
            raise MissingFileError(message)
        elif path.suffix.lower() == ".zip":
            yield from self._members(path)
        else:
            yield ArchivedFile(path.name, str(path.parent), path.read_bytes, self._limits)

    def _members(self, path: Path) -> Iterator[ArchivedFile]:
        with _readable(path.name), zipfile.ZipFile(path) as packed:
            members = [member for member in packed.infolist() if not member.is_dir()]
        for member in members:
            _refuse_if_unsafe(path.name, member)
            name = PurePosixPath(member.filename)
            if not any(_hidden(part) for part in name.parts):
                read = self._member_reader(path, member)
                yield ArchivedFile(name.name, str(path / name.parent), read, self._limits)

    def _member_reader(self, path: Path, member: zipfile.ZipInfo) -> Callable[[], bytes]:
        def read() -> bytes:
            with (
                _readable(path.name),
                zipfile.ZipFile(path) as packed,
                packed.open(member) as stream,
            ):
                return _unpack(stream, member.compress_size, self._limits, path.name)

        return read


def refuse_bomb(data: bytes, name: str, limits: Limits | None = None) -> None:
    """Unpack a zip that some library will read (an ``.xlsx``) to nowhere, to see how big it is.

    Raises
    ------
    UnreadableError
        Where it is broken or unpacks to more than the limits allow.
    """
    limits, total = limits or Limits(), 0
    with _readable(name), zipfile.ZipFile(BytesIO(data)) as packed:
        for member in packed.infolist():
            with packed.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    total += len(chunk)
                    _refuse_if_too_big(len(data), total, limits, name)


def _unpack(stream: IO[bytes] | GzipFile, packed: int, limits: Limits, name: str) -> bytes:
    pieces, total = [], 0
    while piece := stream.read(CHUNK):
        total += len(piece)
        _refuse_if_too_big(packed, total, limits, name)
        pieces.append(piece)
    return b"".join(pieces)


def _refuse_if_too_big(packed: int, unpacked: int, limits: Limits, name: str) -> None:
    if limits.broken_by(packed, unpacked):
        message = (
            f"{name} unpacks to more than {unpacked >> 20} MiB, far beyond its size; it was not "
            "read. Download it again from its publisher, or unpack it yourself and name the folder"
        )
        raise UnreadableError(message)


def _refuse_if_unsafe(zip_name: str, member: zipfile.ZipInfo) -> None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    climbs = path.is_absolute() or ".." in path.parts or ":" in path.parts[0]
    if climbs or stat.S_ISLNK(member.external_attr >> 16):
        message = (
            f"{zip_name} holds {member.filename!r}, which points out of it; it was not read. "
            "Download it again from its publisher"
        )
        raise UnreadableError(message)
    if member.flag_bits & 0x1:
        message = f"{zip_name} is encrypted; unpack it with its password and name the folder"
        raise UnreadableError(message)


def _hidden(name: str) -> bool:
    """Whether a file is the system's own: ``.DS_Store``, ``__MACOSX``, Excel's lock files."""
    return name.startswith((".", "__MACOSX", "~$"))


class _readable:  # noqa: N801 - reads as a word after `with`
    """Turns what the unpacking libraries raise into an `UnreadableError` that names the file."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        broken = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)
        if isinstance(error, broken) and not isinstance(error, FileNotFoundError):
            message = f"{self._name} is broken or cut short ({error}); download it again"
            raise UnreadableError(message) from error
