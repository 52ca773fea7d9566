"""Indexes of frameworks, kept as files, so that a large framework is read and embedded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from ontology.errors import UnreadableError
from ontology.namespaces import DCTERMS, LW, SKOS
from ontology.records import Iri, Release
from ontology.store import KnowledgeBase
from standards.frameworks import framework_release, read_framework
from standards.matching import Entry, Index, load_index, save_index
from standards.method import method

LEAST = 1000
"""Competencies from which an index is worth a file."""

ANY_ACTIVITY: Final = f"SELECT ?activity {{ ?activity <{DCTERMS.type}> <{LW.DetailedWorkActivity}> }} LIMIT 1"
ACTIVITIES: Final = (
    f"SELECT ?activity ?label ?rated {{ ?activity <{DCTERMS.type}> <{LW.DetailedWorkActivity}> ; "
    f"<{SKOS.prefLabel}> ?label ; <{SKOS.broader}>/<{SKOS.broader}> ?rated }}"
)
TASKS: Final = f"SELECT ?activity ?label {{ ?task <{LW.detailedActivity}> ?activity ; <{SKOS.prefLabel}> ?label }}"


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
    release = framework_release(base, name)
    return kept_index(folder, (base.identifiers.base, name, *_stamp(release)), lambda: read_framework(base, name))


def kept_index(folder: Path | None, key: Sequence[str], read: Callable[[], Sequence[Entry]]) -> Index:
    """Return the index of some concepts, from a file where it was made before of the same ones by the same method.

    Parameters
    ----------
    folder
        Where indexes are kept; ``None``, or one that cannot be written, keeps nothing.
    key
        What tells these concepts from all others.
    read
        Returns them; not called where there is a file.
    """
    if folder is None:
        return Index.of(read())
    path = folder / f"{sha256(chr(10).join((*key, method())).encode()).hexdigest()[:24]}.npz"
    with suppress(UnreadableError):
        return load_index(path)
    index = Index.of(read())
    if len(index.entries) >= LEAST:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            save_index(index, path)
    return index


def activity_index(base: KnowledgeBase, folder: Path | None = None) -> Index | None:
    """Return the index of the detailed work activities, each by its own name and by the tasks that are instances of it.

    ``None`` where no release has any. Its entries have the activity of ratings above them as their code: who does
    what a detailed activity says does what the activity of ratings says, as O*NET classifies work.
    """
    release = next((r for r in base.current() if any(base.rows(ANY_ACTIVITY, [r.iri]))), None)
    if release is None:
        return None
    return kept_index(
        folder, (base.identifiers.base, "activities", *_stamp(release)), lambda: _activities(base, release)
    )


def _activities(base: KnowledgeBase, release: Release) -> list[Entry]:
    tasks: dict[str, list[str]] = {}
    for activity, task in sorted(base.rows(TASKS, [release.iri])):
        tasks.setdefault(activity, []).append(task)
    return [
        Entry(iri=Iri(iri), label=label, alt_labels=tuple(dict.fromkeys(tasks.get(iri, ()))), code=rated)
        for iri, label, rated in sorted(base.rows(ACTIVITIES, [release.iri]))
    ]


def _stamp(release: Release) -> tuple[str, str]:
    return release.iri, release.imported.isoformat()
