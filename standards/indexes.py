"""Indexes of frameworks, kept as files, so that a large framework is read and embedded once."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from ontology.errors import UnreadableError
from ontology.store import KnowledgeBase
from standards.frameworks import framework_release, read_framework
from standards.matching import Index, load_index, save_index

LEAST = 1000
"""Competencies from which an index is worth a file."""


def framework_index(base: KnowledgeBase, name: str, folder: Path | None = None) -> Index:
    """Return the index of a framework, from a file where it was made before.

    Parameters
    ----------
    name
        As `read_framework` takes it.
    folder
        Where indexes are kept; ``None``, or one that cannot be written, keeps nothing.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    if folder is None:
        return Index.of(read_framework(base, name))
    release = framework_release(base, name)
    key = "\n".join((base.identifiers.base, name, release.iri, release.imported.isoformat(), _code()))
    path = folder / f"{sha256(key.encode()).hexdigest()[:24]}.npz"
    with suppress(UnreadableError):
        return load_index(path)
    index = Index.of(read_framework(base, name))
    if len(index.entries) >= LEAST:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            save_index(index, path)
    return index


@cache
def _code() -> str:
    """Return a digest of the code that makes indexes."""
    own = Path(__file__).parent
    files = sorted([*(own / "matching").glob("*.py"), own / "frameworks.py"])
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
