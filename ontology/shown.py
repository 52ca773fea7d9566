"""Which releases the world is shown: what is in force, what was published before, and work on what never was."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.named_releases import current_releases, release_in_force
from ontology.records import Release


def shown_releases(releases: Iterable[Release]) -> list[Release]:
    """Return one release of each source: the version in force, else the newest, also one that is still worked on."""
    known = list(releases)
    return [release_in_force(known, release.source) or release for release in current_releases(known)]


def open_releases(releases: Iterable[Release]) -> list[Release]:
    """Return all that may be asked for and taken away: all but work on a standard of which a version is in force.

    That work also holds what is never published, such as the lists of firms.
    """
    known = list(releases)
    return [
        release
        for release in known
        if release.fixed or release.stands is None or release_in_force(known, release.source) is None
    ]
