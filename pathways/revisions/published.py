"""Revisions of standards as anybody may read them: between two versions that were published."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.errors import InputError, NotFoundError
from ontology.named_releases import published_releases, release_in_force
from ontology.records import Release
from ontology.shown import told_releases
from ontology.store import KnowledgeBase
from pathways.agreements import published_standard
from pathways.revisions.revising import revise
from pathways.revisions.revision import Revision
from standards.differences import compare


class FirstVersionError(NotFoundError):
    """A version has none before it.

    Parameters
    ----------
    first
        Its name, ``harbor@1.0``.
    """

    def __init__(self, first: str) -> None:
        super().__init__(f"{first} is the first version; there is nothing before it that it could change")
        self.first = first


def published_revision(base: KnowledgeBase, name: str, since: str = "") -> Revision:
    """Return what a published version of a standard changes.

    Parameters
    ----------
    name
        ``harbor`` is the version in force, ``harbor@1.1`` that one.
    since
        The version that it is held against, ``1.0``; where none is named, the newest before it that was not withdrawn,
        or the newest of all where each was.

    Raises
    ------
    FirstVersionError
        Where there is none before it.
    NotFoundError
        Where there is no such version.
    InputError
        Where the other one does not come before it.
    """
    newer = published_standard(base, name).release
    versions = published_releases(told_releases(base), newer.source)
    older = _named(versions, newer, since) if since else _before(versions, newer)
    return revise(base, compare(base, older.name, newer.name))


def _before(versions: Sequence[Release], newer: Release) -> Release:
    """Return the newest version before another that was not withdrawn; where each was, the newest."""
    earlier = versions[: versions.index(newer)]
    if not earlier:
        raise FirstVersionError(newer.name)
    return release_in_force(earlier, newer.source) or earlier[-1]


def _named(versions: Sequence[Release], newer: Release, version: str) -> Release:
    """Return the version of a name, which comes before another."""
    found = next((one for one in versions if one.version == version), None)
    there = ", ".join(one.version for one in versions[: versions.index(newer)]) or "none"
    if found is None:
        message = f"{newer.source}@{version} was never published; before {newer.version} there is {there}"
        raise NotFoundError(message)
    if versions.index(found) >= versions.index(newer):
        message = f"{version} does not come before {newer.version}; before it there is {there}"
        raise InputError(message)
    return found
