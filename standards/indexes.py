"""Indexes of frameworks, kept as files, so that a large framework is read and embedded once."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ontology.errors import UnreadableError
from ontology.store import KnowledgeBase
from standards.frameworks import framework_release, read_framework
from standards.matching import Index, load_index, save_index
from standards.method import method

LEAST = 1000
"""Competencies from which an index is worth a file."""


def framework_index(base: KnowledgeBase, name: str, folder: Path | None = None) -> Index:
    """Return the index of a framework, from a file where it was made before of the same release and by the same method.

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
    key = "\n".join((base.identifiers.base, name, release.iri, release.imported.isoformat(), method()))
    path = folder / f"{sha256(key.encode()).hexdigest()[:24]}.npz"
    with suppress(UnreadableError):
        return load_index(path)
    index = Index.of(read_framework(base, name))
    if len(index.entries) >= LEAST:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            save_index(index, path)
    return index
