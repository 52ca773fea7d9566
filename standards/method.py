"""The method: which code and which data decide what is suggested, as one digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

OWN: Final = Path(__file__).parent
FOLDERS: Final = ("matching", "corpora")
SINGLE: Final = ("frameworks.py", "languages.py", "markup.py", "preferred_language.py")
"""Besides the folders, what reads frameworks and statements."""

LIBRARIES: Final = ("wordllama",)
"""Libraries that bring data of their own, which a new version may change."""


@cache
def method() -> str:
    """Return the digest, in hexadecimal, of the code and the data that decide what is suggested."""
    return digest_of(method_files(), {library: version(library) for library in LIBRARIES})


def method_files() -> list[Path]:
    """Return the files of code and data that decide what is suggested."""
    inside = (path for folder in FOLDERS for path in (OWN / folder).rglob("*"))
    files = (path for path in inside if path.is_file() and "__pycache__" not in path.parts)
    return sorted([*files, *(OWN / name for name in SINGLE)])


def digest_of(files: Iterable[Path], versions: Mapping[str, str]) -> str:
    """Return the SHA-256, in hexadecimal, of names and content of files, and of versions of libraries."""
    said = [f"{library} {number}" for library, number in sorted(versions.items())]
    return sha256("\n".join([*said, *map(_line, files)]).encode()).hexdigest()


def _line(file: Path) -> str:
    return f"{file.parent.name}/{file.name} {sha256(file.read_bytes()).hexdigest()}"
