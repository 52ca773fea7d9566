"""Snapshots on disk, so that a service answers at once after it starts.

A snapshot lies in a folder named by what it was computed from: the releases that feed it and the code of the engine.
Nothing in it is executed when it is read: JSON and NumPy arrays only.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from pydantic import TypeAdapter

import ontology.records
import standards.matching
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot, credited
from pathways.feeding import feeding
from pathways.snapshot import Snapshot

TEXT = "snapshot.json"
STAGING = "staging-"
"""How the name of a folder begins that a snapshot is being written to."""

COMPUTED_BY = ("records", "occupations", "relatedness", "steps")
"""Packages beside this module whose code a snapshot is computed by."""

COMPUTES = (".py", ".csv", ".json", ".npz")
"""Ends of the names of the files in them."""


def snapshot_of(base: KnowledgeBase, folder: Path | None = None) -> Snapshot:
    """Return the snapshot of a knowledge base, from disk where it was computed before.

    Parameters
    ----------
    folder
        Where snapshots are kept; ``None``, or one that cannot be written, keeps nothing. What is broken there is
        computed again.
    """
    if folder is None:
        return compute_snapshot(base)
    own = folder / _key(base)
    with suppress(ValueError, OSError, EOFError):
        return credited(read_snapshot(own), base)
    snapshot = compute_snapshot(base)
    with suppress(OSError):
        _keep(snapshot, own)
    return snapshot


def write_snapshot(snapshot: Snapshot, folder: Path) -> None:
    """Write a snapshot into an empty folder."""
    (folder / TEXT).write_bytes(_adapter().dump_json(snapshot, context=folder))


def read_snapshot(folder: Path) -> Snapshot:
    """Read what `write_snapshot` wrote; arrays stay on disk until they are looked at."""
    return _adapter().validate_json((folder / TEXT).read_bytes(), context=folder)


@cache
def _adapter() -> TypeAdapter[Snapshot]:
    return TypeAdapter(Snapshot)


def _keep(snapshot: Snapshot, own: Path) -> None:
    """Write a snapshot whole or not at all, and drop those of other releases."""
    own.parent.mkdir(parents=True, exist_ok=True)
    others = [path for path in own.parent.iterdir() if _ours(path)]
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=own.parent))
    try:
        write_snapshot(snapshot, staging)
        shutil.rmtree(own, ignore_errors=True)
        os.rename(staging, own)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    for other in others:
        shutil.rmtree(other, ignore_errors=True)


def _ours(path: Path) -> bool:
    """Return whether a folder is a snapshot's: whoever names a folder of other things must not lose them."""
    return (path / TEXT).is_file() or path.name.startswith(STAGING)


def _key(base: KnowledgeBase) -> str:
    """Return what a snapshot is computed from, as a name."""
    releases = [f"{release.iri} {release.imported.isoformat()}" for release in feeding(base)]
    return sha256("\n".join([base.identifiers.base, _code(), *releases]).encode()).hexdigest()[:24]


@cache
def _code() -> str:
    """Return a digest of the code that a snapshot is computed by, and of the versions of what it calls."""
    here = Path(__file__).parent
    others = (Path(standards.matching.__file__).parent, Path(ontology.records.__file__).parent)
    folders = (*(here / name for name in COMPUTED_BY), *others)
    found = chain(here.glob("*"), *(folder.rglob("*") for folder in folders))
    files = sorted(file for file in found if file.suffix in COMPUTES)
    versions = " ".join(version(library) for library in ("numpy", "scipy", "wordllama"))
    return sha256(b"".join([versions.encode(), *(file.read_bytes() for file in files)])).hexdigest()
