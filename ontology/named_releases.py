"""Which release a name means: what is worked on, what was published, what is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from ontology.errors import InputError, NotFoundError
from ontology.records import PublicationStatus, Release
from ontology.versions import newest, version_key


def current_releases(releases: Iterable[Release]) -> list[Release]:
    """Return the newest release of each source, by source.

    Of a standard that is worked on here, that is the working copy, which also holds what is never published, such as
    the lists of its firms; where there is none, the version in force, else the last one.
    """
    of_source: dict[str, list[Release]] = {}
    for release in releases:
        of_source.setdefault(release.source, []).append(release)
    return [_newest(_first(of, _is_worked_on, _is_in_force)) for of in of_source.values()]


def named_release(releases: Iterable[Release], name: str) -> Release:
    """Return one release by name: ``onet`` is the newest, ``onet@29.0`` that one.

    Raises
    ------
    NotFoundError
        With what there is instead.
    """
    known = list(releases)
    source, _, version = name.partition("@")
    of_source = [release for release in known if release.source == source]
    if version:
        of_source = [release for release in of_source if release.version == version]
    if not of_source:
        there = ", ".join(release.name for release in known) or "nothing"
        near = get_close_matches(name, [named for one in known for named in (one.source, one.name)], n=1)
        meant = f". Do you mean {near[0]!r}?" if near else ""
        message = f"{name!r} is not in the knowledge base; it holds {there}{meant}"
        raise NotFoundError(message)
    return current_releases(of_source)[0]


def published_releases(releases: Iterable[Release], source: str) -> list[Release]:
    """Return the versions of a standard that were ever published, the oldest first, withdrawn ones among them."""
    found = [release for release in releases if release.source == source and release.fixed]
    return sorted(found, key=lambda release: version_key(release.version))


def release_in_force(releases: Iterable[Release], source: str) -> Release | None:
    """Return the newest published version of a standard that is not withdrawn."""
    return next((one for one in reversed(published_releases(releases, source)) if _is_in_force(one)), None)


def refuse_fixed(releases: Iterable[Release], what: str) -> None:
    """Refuse what would change a published version.

    Parameters
    ----------
    what
        Is to be done with it, for instance ``replaced``.

    Raises
    ------
    InputError
        With the versions, and what can be done instead.
    """
    fixed = ", ".join(release.name for release in releases if release.fixed)
    if fixed:
        message = (
            f"{fixed}: what is published cannot be {what}, for others rely on it. Publish another version with "
            "`ladderworks standard publish`, or take this one back with `ladderworks standard withdraw`"
        )
        raise InputError(message)


def _first(releases: list[Release], *asked: Callable[[Release], bool]) -> list[Release]:
    """Return those releases for which the first of some questions is true that is true of any; else all."""
    found = ([release for release in releases if question(release)] for question in asked)
    return next(filter(None, found), releases)


def _is_worked_on(release: Release) -> bool:
    return not release.fixed


def _is_in_force(release: Release) -> bool:
    return release.stands is PublicationStatus.PUBLISHED


def _newest(releases: list[Release]) -> Release:
    last = newest(release.version for release in releases)
    return next(release for release in releases if release.version == last)
