"""Releases as downloaded: folders, zips and single files, read as one collection of named files.

What is asked for is the file's own name (``Skills.xlsx``), wherever it lies: a zip may put its files under a folder,
and a release may come as several zips. Nothing is unpacked to disk, and nothing is trusted: members that climb out
of their zip, encrypted or broken ones and bombs are refused (`standards.unpacking`).
"""

from __future__ import annotations

import hashlib
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from gzip import GzipFile
from io import BytesIO
from pathlib import Path, PurePosixPath

from ontology.errors import InputError, MissingFileError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import Iri, SourceFile
from standards.unpacking import Limits, Tally, read_counted, readable, refuse_encrypted

DECLARATION = "partnership.toml"
"""A file that stands for the whole folder it lies in."""

SHOWN = 5
"""Files that a message names."""


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
        with readable(self.name), GzipFile(fileobj=BytesIO(stored)) as stream:
            return read_counted(stream, partial(self.tally.count, self.name, len(stored)))

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
        with readable(str(path)):
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
            yield ArchivedFile(path.name, str(path.parent), _file_reader(path, self._tally.limits), self._tally)

    def _members(self, path: Path) -> Iterator[ArchivedFile]:
        with readable(path.name), zipfile.ZipFile(path) as packed:
            members = [member for member in packed.infolist() if not member.is_dir()]
        for member in members:
            name = _safe_name(path.name, member)
            if not any(_hidden(part) for part in name.parts):
                read = self._member_reader(path, member)
                yield ArchivedFile(name.name, str(path / name.parent), read, self._tally)

    def _member_reader(self, path: Path, member: zipfile.ZipInfo) -> Callable[[], bytes]:
        name = f"{member.filename} in {path.name}"

        def read() -> bytes:
            with readable(name), zipfile.ZipFile(path) as packed, packed.open(member) as stream:
                return read_counted(stream, partial(self._tally.count, name, member.compress_size))

        return read


def only_file(path: Path, holds: str) -> ArchivedFile:
    """Return the file at a path, out of its zip where it is in one.

    Parameters
    ----------
    holds
        What it is wanted for, as in ``the list``.

    Raises
    ------
    InputError
        Where several files are there; what `Archive` raises besides.
    """
    files = list(Archive([path]))
    if len(files) > 1:
        names = ", ".join(file.name for file in files[:SHOWN]) + (", …" if len(files) > SHOWN else "")
        message = f"{path} holds {len(files)} files ({names}); take the one with {holds} out of it and name that"
        raise InputError(message)
    return files[0]


def _file_reader(path: Path, limits: Limits) -> Callable[[], bytes]:
    def read() -> bytes:
        with readable(path.name), path.open("rb") as stream:
            return read_counted(stream, partial(limits.bound, path.name))

    return read


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
    refuse_encrypted(zip_name, member)
    return path


def _hidden(name: str) -> bool:
    """Whether a file is the system's own: ``.DS_Store``, ``__MACOSX``, Excel's lock files."""
    return name.startswith((".", "__MACOSX", "~$"))
