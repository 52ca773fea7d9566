"""Which of several sources had something first, so that what two of them describe is always answered by the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ontology.records import Release


def first_imports(releases: Iterable[Release]) -> Mapping[str, datetime]:
    """Return when each source first came here, whatever of it was imported again since, by its slug."""
    found: dict[str, datetime] = {}
    for release in releases:
        came = release.since or release.imported
        found[release.source] = min(came, found.get(release.source, came))
    return found


def by_precedence(releases: Iterable[Release]) -> list[Release]:
    """Return releases in the order in which their sources came; those of one source as they are."""
    known = list(releases)
    first = first_imports(known)
    return sorted(known, key=lambda release: (first[release.source], release.source))
