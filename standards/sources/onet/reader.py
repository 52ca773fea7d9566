"""Reading an O*NET database whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from ontology.errors import MissingFileError
from ontology.identifiers import Identifiers
from standards.archives import Archive
from standards.sources.onet.clusters import read_clusters
from standards.sources.onet.download import Download
from standards.sources.onet.endings import endings
from standards.sources.onet.model import read_model
from standards.sources.onet.occupations import OCCUPATIONS, read_occupations
from standards.sources.onet.ratings import read_ratings
from standards.sources.onet.release import DATABASE, LACKS, lacks, version_of
from standards.sources.onet.tasks import read_tasks
from standards.sources.onet.technology import read_technology
from standards.sources.source import Delivery

READERS = (read_model, read_occupations, read_tasks, read_ratings, read_technology, read_clusters)
"""In the order in which later tables cite the codes of earlier ones."""


def read_onet(
    paths: Sequence[Path], identifiers: Identifiers, version: str | None = None, skip_bad_rows: bool = False
) -> Delivery:
    """Read and judge an O*NET database, in text or Excel form, or some of its files.

    Parameters
    ----------
    paths
        The folder or zip as downloaded; or its files one by one, those of another release beside them.
    version
        Name of the release where neither the Read Me nor the folder says it, for instance ``29.3``.
    skip_bad_rows
        Leave bad rows out instead of refusing the release.

    Raises
    ------
    MissingFileError
        Where none of the files is O*NET's, or the one with the occupations is not among them.
    RefusedError
        Where rows are wrong: every one of them is in its report.
    InputError
        Where the release cannot be named.
    """
    archive = Archive(paths)
    download = Download(archive, identifiers, skip_bad_rows=skip_bad_rows)
    _refuse_without_occupations(download)
    version = version or version_of(archive)
    triples = [reader(download) for reader in READERS]
    download.add(endings(download.tables))
    release = DATABASE.release(identifiers, version, tuple(lacks(download)))
    return download.deliver(release, chain(*triples))


def _refuse_without_occupations(download: Download) -> None:
    """Refuse files that tell of no occupation: as the newest release they would hide those of the others."""
    if download.find(OCCUPATIONS):
        return
    there = ", ".join(file.name for file in download.archive)
    if not any(download.find(name) for name in LACKS):
        message = f"none of these files is one of the O*NET database: {there}"
        raise MissingFileError(message)
    message = (
        f"{OCCUPATIONS} is missing beside {there}: without it no occupation has a title or can be found, and an import "
        "adds nothing to a release that is stored. Name the whole folder or zip; or name these files together with "
        "the others of a release"
    )
    raise MissingFileError(message)
