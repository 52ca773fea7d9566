"""Which releases the world is shown: what is in force, what was published before, and work on what never was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ontology.named_releases import current_releases, release_in_force
from ontology.namespaces import CASE, LW, PROV
from ontology.records import PublicationStatus, Release, StatusChange
from ontology.store import KnowledgeBase

LIST: Final = "sheet"
"""What firms' own lists are imported as; they are theirs."""

PROPOSAL: Final = "proposal"
"""What is proposed from firms' lists comes as this; it holds their words."""

AGREEMENT: Final = "agreement"
"""What is decided and said of a proposal comes as this."""

OUTCOMES: Final = "outcomes"
"""What members report of people comes as this."""

EMPLOYMENT: Final = "employment"
"""How many people each member of a partnership employs comes as this."""

FOOTING: Final = "footing"
"""What the published versions of a standard rest on in firms' lists comes as this."""

KEPT_BACK: Final = frozenset((LIST, PROPOSAL, AGREEMENT, OUTCOMES, EMPLOYMENT, FOOTING))
"""What is nobody's but theirs whose it is: firms' own lists, what is proposed from these and said of it, what a version
rests on in them, what they report."""

PRIVATE: Final = "Private Draft"
"""The ``adoptionStatus`` with which OpenSALT keeps a framework to those who work on it, in any case of letters."""


def shown_releases(releases: Iterable[Release]) -> list[Release]:
    """Return one release of each source: the version in force, else the newest, also one that is still worked on."""
    known = list(releases)
    return [release_in_force(known, release.source) or release for release in current_releases(known)]


def open_releases(base: KnowledgeBase) -> list[Release]:
    """Return all that may be asked for and taken away: all but what is kept back, and work on what was ever published.

    That work also holds what is never published, such as statements that were not agreed on, and goes on doing so when
    a version is taken back.
    """
    known = told_releases(base)
    published = {release.source for release in known if release.fixed}
    return [release for release in known if release.fixed or not release.stands or release.source not in published]


def open_drafts(base: KnowledgeBase) -> list[Release]:
    """Return the working copies of which nothing is published yet: anybody may ask for them."""
    return [release for release in open_releases(base) if release.stands and not release.fixed]


def told_releases(base: KnowledgeBase) -> list[Release]:
    """Return the releases of which anything may be told to anybody: all but what is kept back."""
    return [release for release in base.releases() if not is_kept_back(base, release)]


def is_kept_back(base: KnowledgeBase, release: Release) -> bool:
    """Return whether a release is nobody's but its owners': of a reader that is kept back, or hidden by its publisher.

    The list of a firm is not, once the firm has `released` it.

    Whatever else speaks to anybody asks `open_releases` or `told_releases`, which ask this: such a release is to them
    as if it were not there.
    """
    if release.reader in KEPT_BACK:
        return released(base, release) is None
    said = base.rows(f"SELECT ?status {{ ?document <{CASE.adoptionStatus}> ?status }}", [release.iri])
    return any(status.strip().casefold() == PRIVATE.casefold() for (status,) in said)


def released(base: KnowledgeBase, release: Release) -> StatusChange | None:
    """Return by whom and when the list of a firm was made public; ``None`` where nobody did, or it was taken back.

    What was said of a list holds until another one is imported in its place: of that nobody has said anything.
    """
    if release.reader != LIST:
        return None
    said = [change for change in base.changes(release.iri) if change.at >= release.imported]
    return said[-1] if said and said[-1].moved_to is PublicationStatus.PUBLISHED else None


def names_releasers(base: KnowledgeBase) -> bool:
    """Return whether what describes the releases says who made a list public, also where that is gone since."""
    said = base.rows(f"SELECT ?used {{ ?change a <{LW.StatusChange}> ; <{PROV.used}> ?used }}")
    return any(used.startswith(f"{base.identifiers.graph()}/") for (used,) in said)
